// A line as folds take it: believed, and in the log's order. Folds are pure: the same lines give the same rows on
// server and tablet.
#pragma once

#include <string_view>

#include "shared/domain/facts.h"

namespace plumb::records {

struct BelievedLine {
    const record::Payload& payload;
    Sha256 hash;
    std::string_view kid;    // its author
    domain::LogPlace place;  // none: own, and not in the log yet; after all that is
};

}  // namespace plumb::records
