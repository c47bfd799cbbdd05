// Whether a text that is to be public reads as if it told of a person: a mobile number, an identity number, one of the
// names that the record holds. Read as people read it: full width as half width, Chinese digits as digits, what is
// invisible left out, numbers in groups and names with blanks in them as one. Not proof that nobody is in it. The
// console has the same rule (console/src/publishing/personal.ts); both are held to
// tests/unit/records/cases/personal.json. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::records {

// What was found, as it stands there (a name as the record has it); "": nothing.
std::string personalIn(std::string_view text, const std::vector<std::string>& names);

}  // namespace plumb::records
