// The filters of what waits for a review, as a query says them: for the list and for the file that is taken away of it.
#pragma once

#include <map>

#include "sync-server/query/review_desk.h"

namespace plumb::server {

// Parameters that are none of these filters are not looked at. bad_query.
Result<ReviewFilter> readReviewFilter(const std::map<std::string, std::string>& query);

}  // namespace plumb::server
