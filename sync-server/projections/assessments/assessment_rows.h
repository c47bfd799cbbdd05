// Queries of the projection of self-assessments. For the thread of the reader.
#pragma once

#include "shared/records/assessment/assessment.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedAssessment {
    records::AssessmentRow row;
    std::uint64_t first = 0;  // log index of its first line, by which it is named here
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
    // The contributions and assignments to it, in log order, those that came too late among them.
    std::vector<Entry> contributions(std::uint64_t first, std::uint64_t before, std::size_t limit);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
