// What waits for a review: a page of the desk with what choosing another filter would show, and whom a record may be
// given to.
#pragma once

#include "shared/base/json.h"
#include "sync-server/query/review_desk.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

// "0-18211" → the key; bad_query.
Result<ReviewKey> readReviewKey(std::string_view text);
json::object listReviews(const ReviewQuestion& question, const Principal& caller, ReviewDesk& desk,
                         const QuerySources& sources);
// forbidden wrong_region where the caller reads nothing of the region.
Result<json::object> listReviewers(const std::string& region, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
