// How enterprises rated visits, by office and quarter, as far as the caller reads it: figures of ten ratings and more
// alone, since the intake says no others (shared/records/voice/rating.h); and what was written, for the office above.
#pragma once

#include "sync-server/query/asked.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct RatingsQuestion {
    int year = 0;
    std::string region;  // "": all; a region and what lies in it
};
// "year" is needed. bad_query.
Result<RatingsQuestion> readRatingsQuestion(const AskedWords& words);

// {"least":10,"questions":[…],"items":[{"region","quarter","ratings","answers":{question:{"counts","mean","deviation"}}}],
// "total"?:{the same without region and quarter}}; by quarter and region. No "total": nothing is told.
json::object tellRatings(const RatingsQuestion& question, const Principal& caller, const QuerySources& sources);

struct RatingTextsQuestion {
    std::string region;  // of the office rated
    PageAsked page;
};
// {"items":[{"index","region","about","quarter","texts"}],"next"}, the newest first.
json::object listRatingTexts(const RatingTextsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
