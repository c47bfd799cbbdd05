// What people entered, in the one form that records, drafts and answer files share:
//   {"answers":{"<question>":"<value>"},"na":{"<item>":"<reason>"},"notes":{"<item>":"<what was seen>"},
//    "facts":{"<fact>":"<value>"},"zone":"+08:00","day":"2026-11-22"}
// Values are text: choice names (several: separated by one space), canonical decimals, dates as YYYY-MM-DD.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/checklist/model/local_day.h"

namespace plumb::checklist {

// The members "zone" and "day" alone; none where neither is there.
Result<std::optional<LocalDay>> localDayOf(const json::object& object);

struct Answers {
    std::map<std::string, std::string> values;  // by question
    std::map<std::string, std::string> na;      // by item: the reason
    std::map<std::string, std::string> notes;   // by item
    std::map<std::string, std::string> facts;   // by fact: what was known of the site; left out of JSON when empty
    std::optional<LocalDay> local;  // where and when they hold (local_day.h); left out of JSON where it is not known

    // Reads the six members of `object`, each of which may be absent; other members are none of its business, so that
    // the body of a record can be given as it is. Malformed when a member or a value is not what it should be.
    static Result<Answers> fromJson(const json::object& object);

    [[nodiscard]] json::object toJson() const;

    // Whether the same was entered, whenever and wherever it holds.
    friend bool operator==(const Answers& a, const Answers& b) {
        return a.values == b.values && a.na == b.na && a.notes == b.notes && a.facts == b.facts;
    }
};

}  // namespace plumb::checklist
