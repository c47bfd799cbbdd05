// regex(): patterns run by RE2, whose time grows with the text and never explodes; look-around and back-references,
// which could, are refused. Compiled patterns are kept per thread. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace plumb::form::xpath {

// Whether the whole text is of the pattern, as ODK documents it. The error is a sentence about the pattern.
tl::expected<bool, std::string> matchesWhole(std::string_view text, const std::string& pattern);

}  // namespace plumb::form::xpath
