// How enterprises rate visits (企业评价): what the server's intake says of the ratings that came in with visit codes
// (inspection/visit_code.h). One rating is never a record: it would name its visit by its place in the log alone. The
// intake keeps what comes in, apart from the log and without its code, until ten ratings of one office and quarter are
// together, and says then how often each answer was given (rating.counted) and, to the office above, the texts in an
// order of chance (rating.said). Each rating is in one such batch, so that no two figures differ by fewer than ten.
// RECORDS.md; what the server's operator could learn all the same: SECURITY.md. Pure; any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/quarter.h"
#include "shared/base/result.h"

namespace plumb::records {

inline constexpr std::string_view kRatingCounted = "rating.counted", kRatingSaid = "rating.said";

// Who they were and why they came was said; fair; courteous and clean; helpful; little burden on the business.
inline constexpr std::array<std::string_view, 5> kRatingQuestions{"identified", "fair", "courteous", "helpful",
                                                                  "light"};
inline constexpr int kMostRating = 5;                 // 1 to 5
inline constexpr std::int64_t kLeastRatings = 10;     // fewer are shown to nobody
inline constexpr std::int64_t kMostRatings = 10'000;  // of one batch
inline constexpr std::size_t kMostSaidBytes = 900;    // of UTF-8
// A visit is rated within so many days.
inline constexpr int kDaysToRate = 90;

// How often 1, 2, … was answered.
using AnswerCounts = std::array<std::int64_t, kMostRating>;

struct RatingCounted {
    Quarter quarter;  // in which they came in
    std::int64_t ratings = 0;
    std::array<AnswerCounts, kRatingQuestions.size()> answers{};

    friend bool operator==(const RatingCounted&, const RatingCounted&) = default;
};
// bad_payload with the member's path: fewer than ten; answers that do not come to as many ratings.
Result<RatingCounted> readRatingCounted(const json::object& body);
json::object toBody(const RatingCounted& counted);

struct RatingSaid {
    Quarter quarter;
    std::string about;  // the office rated: a region in which the line's own lies strictly above, or is it itself
    std::vector<std::string> texts;

    friend bool operator==(const RatingSaid&, const RatingSaid&) = default;
};
Result<RatingSaid> readRatingSaid(const json::object& body);
json::object toBody(const RatingSaid& said);

// Adds up; the quarter stays.
void add(RatingCounted& to, const RatingCounted& more);
// Mean and standard deviation of an answer, in thousandths.
struct RatingFigure {
    std::int64_t mean = 0, deviation = 0;
};
RatingFigure figureOf(const AnswerCounts& counts);

}  // namespace plumb::records
