// What the public page sends as a rating, read strictly (PROTOCOL.md, "Ratings"); and how one is kept until it is
// counted. Pure; any thread.
#pragma once

#include "shared/records/voice/rating.h"
#include "sync-server/store/rating_box.h"

namespace plumb::server {

struct RatingSubmission {
    std::string code;                                             // as somebody typed it
    std::array<int, records::kRatingQuestions.size()> answers{};  // 1 to 5
    std::string text;
};

// bad_request with the member and what is wanted.
Result<RatingSubmission> readRatingSubmission(std::string_view body);

KeptRating keptOf(const RatingSubmission& submission);
// How often each answer was given. Throws where a kept rating is none.
records::RatingCounted countOf(const RatingBatch& batch);

}  // namespace plumb::server
