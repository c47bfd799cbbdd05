// How items come out, and what sections and the whole add up to.
#pragma once

#include <cstdint>
#include <optional>

#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// How an item came out. Explanations are made from it on demand (explain.h).
struct Outcome {
    Verdict verdict = Verdict::unanswered;
    Points points = 0, max = 0;               // of the total
    Points own = 0;                           // of the item's own points: the same, but where weights are multiplied
    Points outside = 0;                       // left the percentages, and the total is not brought up for it
    bool absent = false;                      // needed but not there
    bool shortfall = false;                   // failed for earning too little of its points
    bool byChoice = false;                    // the choice beside a measurement decided
    bool contradicted = false;                // the choice was better than what was measured, and did not overrule it
    bool overruled = false;                   // it was better, and did
    std::optional<Verdict> measured, chosen;  // where the rule measures; where there is a choice
    std::int64_t occurrences = 0;             // deduct, count
    std::optional<std::size_t> band;          // which one
    bool undecidable = false;                 // filled, but it gives no verdict

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// What sections and the whole add up; linear, so that one item's share can be taken out and put back.
struct Sums {
    int answered = 0, total = 0, missing = 0, failed = 0, part = 0;
    int keyFailed = 0, majorFailed = 0, open = 0;  // open: unanswered items that count
    int absent = 0, blocked = 0;                   // blocked: preconditions that are not met
    Points points = 0, max = 0, judged = 0;        // judged: max of the answered ones
    Points outside = 0, bonus = 0;                 // bonus: before its caps
    Points floored = 0;                            // what sections lost to their floors

    void add(const Sums& other, int sign);
    friend bool operator==(const Sums&, const Sums&) = default;
};

}  // namespace plumb::checklist
