// What somebody asks of a list, as the query of a call says it: read by one piece of code for the page of a screen and
// for the file that is taken away (export/), so that the two have the same filters. "" is the same as not being asked.
// Malformed "bad_query" names what is wrong. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "shared/base/civil_date.h"
#include "shared/base/result.h"

namespace plumb::server {

using AskedWords = std::map<std::string, std::string>;  // decoded

// "" where it is absent.
std::string askedText(const AskedWords& words, const char* name);
// None where it is absent, for what "" means something else of.
std::optional<std::string> askedTextIf(const AskedWords& words, const char* name);
// A code of GB/T 2260; "": any.
Result<std::string> askedRegion(const AskedWords& words);
Result<Day> askedDay(const AskedWords& words, const char* name);
// "1" or "true", "0" or "false".
Result<bool> askedFlag(const AskedWords& words, const char* name);
// The same of what may be asked either way; none: both.
Result<std::optional<bool>> askedFlagIf(const AskedWords& words, const char* name);

// What `named` makes of it; `names`: those that there are, for people.
template <class Named>
auto askedNamed(const AskedWords& words, const char* name, Named named, const char* names)
    -> Result<decltype(named(std::string_view()))> {
    using Found = decltype(named(std::string_view()));
    const auto text = askedText(words, name);
    if (text.empty()) return Found();
    auto found = named(text);
    if (!found)
        return fail(ErrorKind::malformed, "bad_query", "\"" + std::string(name) + "\" must be " + std::string(names));
    return found;
}

}  // namespace plumb::server
