// The counters themselves: each takes a number in or out, and a row that came to nothing goes, so that equal records
// have equal tables. For the writer's thread, within its transaction.
//
// One check changes some fifteen rows of visits, and the checks of a group mostly the same ones: these and the items
// are summed up in memory and written by settle().
#pragma once

#include <map>
#include <tuple>

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

    // Gathered until settle(), or until they are many.
    void visits(const CountedRecord& record, std::int64_t author, int by);
    void items(const CountedRecord& record, int by);
    // Of whatever is a visit.
    void burden(const CountedRecord& record, int by);
    void pairs(const AssessedPair& pair, int by);

    void settle();

  private:
    // What of a check its counters tell apart: all that have the same of it change the same rows.
    struct Visit {
        std::string year, month, region, programme, sector, kind, author, programmeId, checklist, grade;
        Sha256 sha256;
        bool failed = false;

        friend auto operator<=>(const Visit&, const Visit&) = default;
    };
    struct Sum {
        std::int64_t n = 0, scored = 0, shares = 0;

        void add(const Sum& other) {
            n += other.n;
            scored += other.scored;
            shares += other.shares;
        }
        [[nodiscard]] bool isNothing() const { return n == 0 && scored == 0 && shares == 0; }
    };
    // A row of statistics_visits, in the order of its key.
    using VisitRow = std::tuple<StatisticDimension, std::string, std::string, std::string, std::string, std::string,
                                Sha256, std::string, bool>;
    using ItemsRow = std::tuple<std::string, std::string, std::string, std::string>;

    void putVisits();
    void put(const VisitRow& row, const Sum& sum);
    void putItems();

    sql::Connection& m_sql;
    std::map<Visit, Sum> m_visits;
    std::map<ItemsRow, ItemTally> m_items;
};

// The points as a share of the most, thousandths, half up; none where nothing is at stake.
std::optional<std::int64_t> shareOf(std::int64_t points, std::int64_t max);

}  // namespace plumb::server
