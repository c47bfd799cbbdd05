// The counters themselves: each takes a number in or out, and a row that came to nothing goes, so that equal records
// have equal tables. For the writer's thread, within its transaction.
#pragma once

#include "sync-server/projections/statistics/counted_record.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

// Within a year, a region and a programme.
enum class StatisticDimension { all, month, sector, kind, author, programmeId };

// A self-assessment beside the inspection of the same site and checklist that followed it.
struct AssessedPair {
    std::string region, programme, year, checklist;
    std::int64_t difference = 0;  // of the shares of points, thousandths: above 0 the enterprise gave itself more
};

class StatisticCounters {
  public:
    // `connection` outlives this.
    explicit StatisticCounters(sql::Connection& connection) : m_sql(connection) {}

    void visits(const CountedRecord& record, std::int64_t author, int by);
    void items(const CountedRecord& record, int by);
    // Of whatever is a visit.
    void burden(const CountedRecord& record, int by);
    void pairs(const AssessedPair& pair, int by);

  private:
    void visit(const CountedRecord& record, StatisticDimension dimension, std::string_view value, int by);

    sql::Connection& m_sql;
};

// The points as a share of the most, thousandths, half up; none where nothing is at stake.
std::optional<std::int64_t> shareOf(std::int64_t points, std::int64_t max);

}  // namespace plumb::server
