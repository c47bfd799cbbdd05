// Queries of the projection of self-assessments. For the thread of the reader.
#pragma once

#include "shared/records/assessment/assessment.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedAssessment {
    records::AssessmentRow row;
    std::uint64_t first = 0;  // log index of its first line, by which it is named here
};

// Where a number stands for none.
inline constexpr std::int64_t kNoNumber = -1;

// How far a site has come in a round, without what was answered.
struct AssessmentProgress {
    std::string site, region, submission;  // "" while it is filled
    std::uint64_t first = 0;               // as above
    std::uint64_t answered = 0;            // items
    std::optional<records::InspectionStatus> status;
    int version = 0;
    std::optional<Day> handedIn;  // by the site's clock; the first time
};

class AssessmentRows {
  public:
    // `reader` outlives this.
    explicit AssessmentRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the submission where the key names one that is known, else by site, round and checklist.
    std::optional<PlacedAssessment> find(const records::AssessmentKey& key);
    // Newest first, from below `before`; of one round or ("") all, of one site or all; until `take` answers false.
    void each(std::string_view round, std::string_view site, std::uint64_t before,
              const std::function<bool(const PlacedAssessment&)>& take);
    // Of one round by one checklist, in no order.
    std::vector<AssessmentProgress> progress(std::string_view round, std::string_view checklist);
    // The contributions and assignments to it, in log order, those that came too late among them.
    std::vector<Entry> contributions(std::uint64_t first, std::uint64_t before, std::size_t limit);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
