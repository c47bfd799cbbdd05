// Names of people who do not exist, and small work on texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/province/random.h"

namespace plumb::province {

// The words of a text that blanks separate.
std::vector<std::string> words(std::string_view text);

std::string personName(Random& random);

}  // namespace plumb::province
