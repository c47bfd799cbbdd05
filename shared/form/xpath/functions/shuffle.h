// The order that randomize() gives: the generator of Park and Miller and the inside-out shuffle, as the ODK XForms
// specification prescribes, so that one seed gives one order in every client. Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/form/xpath/value.h"

namespace plumb::form::xpath {

NodeSet shuffled(const NodeSet& nodes, std::int64_t seed);

// A number without its fraction, clamped to 64 bits; NaN is 0.
std::int64_t seedOf(double number);
// A text that is no number: the first 64 bits of its SHA-256, most significant first; "" is 0.
std::int64_t seedOf(std::string_view text);

}  // namespace plumb::form::xpath
