// UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits, so that ids sort by creation time.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace plumb {

// A fresh id. The random part comes from the operating system; `at` is the caller's clock.
std::string makeUuid7(TimePoint at);

// True for the canonical lower-case text of any RFC 9562 UUID.
bool isUuid(std::string_view text);

}  // namespace plumb
