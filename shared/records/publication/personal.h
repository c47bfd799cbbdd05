// Whether a text that is to be public reads as if it told of a person: a mobile number, an identity number, one of the
// names that the record holds. Not proof that it does not. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::records {

// What was found, as it stands there; "": nothing.
std::string personalIn(std::string_view text, const std::vector<std::string>& names);

}  // namespace plumb::records
