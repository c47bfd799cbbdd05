// Photos of a size that is wanted: a small picture that decodes whole, and beside it bytes that no coding makes
// smaller, as the pictures of real cameras are. The same seed gives the same bytes. Any thread.
#pragma once

#include "shared/base/bytes.h"
#include "tools/province/random.h"

namespace plumb::fleet {

// A JPEG of `size` bytes, or as small as one is.
Bytes photo(std::size_t size, province::Random random);

}  // namespace plumb::fleet
