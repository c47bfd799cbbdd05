// What people entered, in the one form that records, drafts and answer files share:
//   {"answers":{"<question>":"<value>"},"na":{"<item>":"<reason>"},"notes":{"<item>":"<what was seen>"},
//    "facts":{"<fact>":"<value>"}}
// Values are text: choice names (several: separated by one space), canonical decimals, dates as YYYY-MM-DD.
#pragma once

#include <map>
#include <string>

#include "shared/base/json.h"
#include "shared/base/result.h"

namespace plumb::checklist {

struct Answers {
    std::map<std::string, std::string> values;  // by question
    std::map<std::string, std::string> na;      // by item: the reason
    std::map<std::string, std::string> notes;   // by item
    std::map<std::string, std::string> facts;   // by fact: what was known of the site; left out of JSON when empty

    // Reads the four members of `object`, each of which may be absent; other members are none of its business, so that
    // the body of a record can be given as it is. Malformed when a member or a value is not what it should be.
    static Result<Answers> fromJson(const json::object& object);

    [[nodiscard]] json::object toJson() const;

    friend bool operator==(const Answers&, const Answers&) = default;
};

}  // namespace plumb::checklist
