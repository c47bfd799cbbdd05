// Queries of the projection of ratings of visits. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/voice/rating.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct RatedVisit {
    std::string inspection, kid, region;  // of the submission, and its author
    Instant at;
};

struct CountedRatings {
    std::uint64_t index = 0;
    std::string region;
    records::RatingCounted says;
};

struct SaidRatings {
    std::uint64_t index = 0;
    std::string region;
    records::RatingSaid says;
};

class RatingRows {
  public:
    // `reader` outlives this.
    explicit RatingRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the hash of its code.
    std::optional<RatedVisit> visitOf(const Sha256& code);
    // Of these years, in the order of quarters and regions.
    void counted(int year, const std::function<void(const CountedRatings&)>& take);
    // Newest first, from below `before`, until `take` answers false.
    void said(std::uint64_t before, const std::function<bool(const SaidRatings&)>& take);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
