// The body of review.accepted and review.returned (RECORDS.md); which of the two is the line's type. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"

namespace plumb::records {

struct ItemComment {
    std::string item, comment;

    friend bool operator==(const ItemComment&, const ItemComment&) = default;
};

struct ReviewBody {
    std::string of;  // id of the submission
    Sha256 hash;     // line hash of the version that was read
    std::string comment;
    std::vector<ItemComment> items;
    std::string batch = {};   // a UUID that all lines have which were signed at once (together.h); "": by itself
    std::string person = {};  // who reviews: the author herself (planning/persons.h); "": from before second.h

    friend bool operator==(const ReviewBody&, const ReviewBody&) = default;
};

// bad_payload with the member's path.
Result<ReviewBody> readReview(const json::object& body);
json::object toBody(const ReviewBody& review);

}  // namespace plumb::records
