// Queries of the projection of statistics. For the thread of the reader. A region is a prefix of GB/T 2260's codes; ""
// is all. None reads a line of the log.
#pragma once

#include <functional>
#include <map>

#include "shared/records/planning/visits.h"
#include "shared/records/reference/programme.h"
#include "sync-server/projections/statistics/item_tally.h"
#include "sync-server/projections/statistics/statistic_counters.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct VisitCount {
    std::string region, programme, value, checklist;
    Sha256 sha256;  // of the checklist's document, which judges the grade
    std::string grade;
    bool failed = false;  // an item at least
    std::int64_t n = 0;
    std::int64_t scored = 0, shares = 0;  // how many had points at stake; the sum of their shares, thousandths
};

struct PairCount {
    std::string checklist;
    std::int64_t n = 0, higher = 0, lower = 0, total = 0, apart = 0;  // as AssessedPair::difference
};

struct BurdenedSite {
    std::string site;
    std::int64_t n = 0;
};

struct Burden {
    std::map<std::string, std::int64_t, std::less<>> kinds;
    std::map<std::int64_t, std::int64_t> times;  // sites by how often
    std::vector<BurdenedSite> over;
};

struct RecordFilter {
    std::string year;                  // "2026"
    std::vector<std::string> regions;  // prefixes; one at least
    std::optional<std::string> programme, month, sector, kind, checklist, item, author, site;
    std::optional<std::uint64_t> before;
};

struct ListedRecord {
    std::string id, kid, site, region, checklist, kind, grade;
    std::uint64_t index = 0;
    records::InspectionStatus status = records::InspectionStatus::submitted;
    Day day{};
    Sha256 sha256;
    bool failedAny = false;
    std::optional<ItemCount> item;  // of the filter's item
};

class StatisticRows {
  public:
    // `reader` outlives this.
    explicit StatisticRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // Years of which anything is counted, ascending.
    std::vector<std::string> years();
    // Of one province, prefecture or county, or ("") of every province. `programme`: of this one only; none: all.
    void visits(StatisticDimension dimension, std::string_view year, std::string_view region,
                const std::optional<std::string>& programme, const std::function<void(const VisitCount&)>& take);
    // Of each region of `length` digits that lies in this one.
    void visitsBelow(std::string_view year, std::string_view region, std::size_t length,
                     const std::optional<std::string>& programme, const std::function<void(const VisitCount&)>& take);
    void items(std::string_view year, std::string_view region, const std::optional<std::string>& programme,
               const std::function<void(const std::string& checklist, const ItemTally&)>& take);
    // How many visits of each kind there were (records::visitOf()), which of them count by `rule`, how many sites were
    // visited how often by those, and which more often than `most`, the most often first, at most `limit`.
    Burden burden(std::string_view year, std::string_view region, const std::optional<std::string>& programme,
                  const records::VisitRule& rule, std::optional<std::int64_t> most, std::size_t limit);
    // Of one site, by kind.
    std::map<std::string, std::int64_t> visitsTo(std::string_view site, std::string_view year);
    // How many sites that count for a programme were visited in the year.
    std::int64_t sitesVisited(std::string_view programmeId, std::string_view region, std::string_view year,
                              const records::VisitRule& rule);
    // Published sites.
    std::int64_t sites(std::string_view region, const std::optional<std::string>& programme);
    std::vector<PairCount> pairs(std::string_view year, std::string_view region,
                                 const std::optional<std::string>& programme);
    std::vector<records::Programme> programmes();
    // Sites that count for a programme; `level`: of this one only, "" for all.
    std::int64_t sitesFor(std::string_view programmeId, std::string_view region, std::string_view level);

    // The key behind a value of StatisticDimension::author; "" for none.
    std::string author(std::string_view number);

    // Records that are counted, the newest first, until `take` answers false; one that the filter does not want comes
    // with its index alone, so that whoever asks can bound how many an answer looks at.
    void records(const RecordFilter& filter, const std::function<bool(const ListedRecord&)>& take);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
