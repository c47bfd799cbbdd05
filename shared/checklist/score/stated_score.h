// A score as a record states it (RECORDS.md, body.score): what was computed, without the sentences. Composed here, by
// the room that computes scores; read by shared/records. Pure; any thread.
#pragma once

#include "shared/checklist/score/score.h"

namespace plumb::checklist {

struct StatedSection {
    std::string id;
    Points points = 0, max = 0;

    friend bool operator==(const StatedSection&, const StatedSection&) = default;
};

// An item that was asked. Of one inside whose questions repeats stand: all instances together, as it is judged.
struct StatedItem {
    std::string id;
    Verdict verdict = Verdict::unanswered;
    Points points = 0, max = 0;  // in the document's own points

    friend bool operator==(const StatedItem&, const StatedItem&) = default;
};

struct StatedScore {
    Points points = 0, max = 0;
    std::optional<Points> base, bonus;
    std::string grade;
    std::vector<std::string> vetoes, blocked;
    std::vector<LevelScore> levels;
    std::vector<StatedSection> sections;
    std::optional<std::vector<StatedItem>> items;  // in document order; none in records from before they were signed

    [[nodiscard]] const StatedItem* item(std::string_view id) const;  // null where it is not stated

    friend bool operator==(const StatedScore&, const StatedScore&) = default;
};

StatedScore statedOf(const Score& score);
json::object toJson(const StatedScore& score);

}  // namespace plumb::checklist
