// How long the cases of each kind of check are kept once they were filed away, as an office publishes it with the
// document that it follows (保管期限表, retention.published), and from when a term runs. What a table states is the
// least: who archives a case may keep it longer. RECORDS.md. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/checklist/model/local_text.h"

namespace plumb::records {

enum class TermRuns {
    nextYear,   // from the first day of the year after the archiving
    archiving,  // from the day of the archiving
};

struct RetentionTerm {
    std::string kind;  // of the check
    std::string term;  // permanent, 30, 10

    friend bool operator==(const RetentionTerm&, const RetentionTerm&) = default;
};

// A version takes the place of the one before of the same id from its first day on.
struct Retention {
    std::string id;
    checklist::LocalText title;
    checklist::LocalText source;  // the document that states the terms
    std::string where;            // where it can be read, in words
    Day from{};
    TermRuns runs = TermRuns::nextYear;
    std::vector<RetentionTerm> terms;  // one at least, of each kind one

    friend bool operator==(const Retention&, const Retention&) = default;
};

inline constexpr std::string_view kRetentionPublished = "retention.published";

// bad_payload with the member's path.
Result<Retention> readRetention(const json::object& body);
json::object toBody(const Retention& table);

// What holds on a day: of each id the newest version that has begun. `versions`: in log order.
std::vector<Retention> holdingOn(Day day, const std::vector<Retention>& versions);

// The longest term that the tables state for this kind, and the table that states it; none where none states one.
struct StatedTerm {
    std::string term;
    const Retention* table = nullptr;
};
std::optional<StatedTerm> statedTerm(std::string_view kind, const std::vector<Retention>& tables);
// Refused "term_short" of a term that is shorter than the one stated. `tables`: those that hold for the place of the
// case on the day of the archiving.
Result<void> checkTerm(std::string_view kind, std::string_view term, const std::vector<Retention>& tables);

// The last day of a term; none where it is kept for ever, or the term is none. Where several tables hold, the later one
// counts; where none does, terms run from the next year (that is this program's reading: no source that we hold says).
std::optional<Day> keptUntil(std::string_view term, Day archived, const std::vector<Retention>& tables);

}  // namespace plumb::records
