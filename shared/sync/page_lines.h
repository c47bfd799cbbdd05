// The lines of a page of the feed, read and their signatures tried. That depends on no order, and is most of the work
// of a page: it is shared out among the machine's cores. What does depend on the order, rights and facts, is for the
// caller. Blocking; the threads that it starts have ended when it returns.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/trust.h"

namespace plumb::sync {

struct PageLine {
    std::uint64_t index = 0;
    Result<record::Line> line;        // its form
    Result<record::Payload> payload;  // read only where the line's form is good
    // By the book, of whichever place: key_unknown, bad_signature. Trust lines are for the book itself to judge.
    Result<void> signature;
};

// In the order of `lines`, which are log indexes and texts.
std::vector<PageLine> readPage(const std::vector<std::pair<std::uint64_t, std::string>>& lines,
                               const domain::TrustBook& book);

}  // namespace plumb::sync
