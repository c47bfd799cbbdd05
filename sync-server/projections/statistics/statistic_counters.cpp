#include "sync-server/projections/statistics/statistic_counters.h"

#include <array>

namespace plumb::server {
namespace {

// Province, prefecture, county: each is counted by itself, so that a province costs a query no more than a county.
constexpr std::array<std::size_t, 3> kLevels{2, 4, 6};

// Of what is gathered: some megabytes of rows at most, where a log is folded anew in large transactions.
constexpr std::size_t kMostGathered = 2000;

template <class Take>
void eachLevel(std::string_view region, Take take) {
    for (const auto level : kLevels) {
        if (region.size() >= level) take(region.substr(0, level));
    }
}

}  // namespace

std::optional<std::int64_t> shareOf(std::int64_t points, std::int64_t max) {
    if (max <= 0) return std::nullopt;
    return (2000 * points + max) / (2 * max);
}

void StatisticCounters::visits(const CountedRecord& record, std::int64_t author, int by) {
    const auto& says = record.row.says;
    const auto share = shareOf(says.points, says.max);
    const auto day = dayText(record.day);
    m_visits[{day.substr(0, 4), day.substr(5, 2), record.row.region, record.site.programme, record.site.sector,
              says.kind, std::to_string(author), record.site.programmeId, says.checklist.id, says.grade,
              says.checklist.sha256, record.failedAny()}]
        .add({by, share ? by : 0, by * share.value_or(0)});
    if (m_visits.size() >= kMostGathered) putVisits();
}

void StatisticCounters::items(const CountedRecord& record, int by) {
    if (record.items.empty()) return;
    count(m_items[{record.year(), record.row.region, record.site.programme, record.row.says.checklist.id}],
          record.items, by);
    if (m_items.size() >= kMostGathered) putItems();
}

void StatisticCounters::settle() {
    putVisits();
    putItems();
}

void StatisticCounters::putVisits() {
    std::map<VisitRow, Sum> rows;
    for (const auto& [visit, sum] : m_visits) {
        if (sum.isNothing()) continue;
        const auto put = [&](StatisticDimension dimension, const std::string& value) {
            eachLevel(visit.region, [&](std::string_view region) {
                rows[{dimension, visit.year, std::string(region), visit.programme, value, visit.checklist, visit.sha256,
                      visit.grade, visit.failed}]
                    .add(sum);
            });
        };
        put(StatisticDimension::all, {});
        put(StatisticDimension::month, visit.month);
        put(StatisticDimension::sector, visit.sector);
        put(StatisticDimension::kind, visit.kind);
        put(StatisticDimension::author, visit.author);
        if (!visit.programmeId.empty()) put(StatisticDimension::programmeId, visit.programmeId);
    }
    for (const auto& [row, sum] : rows) {
        if (!sum.isNothing()) put(row, sum);
    }
    m_visits.clear();
}

void StatisticCounters::put(const VisitRow& row, const Sum& sum) {
    static constexpr const char* kAdd =
        "INSERT INTO statistics_visits (dimension, year, region, programme, value, checklist, sha256, grade, failed, "
        "n, scored, shares) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (dimension, year, "
        "region, programme, value, checklist, sha256, grade, failed) DO UPDATE SET n = statistics_visits.n + "
        "excluded.n, scored = statistics_visits.scored + excluded.scored, shares = statistics_visits.shares + "
        "excluded.shares";
    static constexpr const char* kDrop =
        "DELETE FROM statistics_visits WHERE dimension = ?1 AND year = ?2 AND region = ?3 AND programme = ?4 AND value "
        "= ?5 AND checklist = ?6 AND sha256 = ?7 AND grade = ?8 AND failed = ?9 AND n = 0";
    const auto& [dimension, year, region, programme, value, checklist, sha256, grade, failed] = row;
    m_sql.use(kAdd)
        .with(dimension, year, region, programme, value, checklist, sha256, grade, failed, sum.n, sum.scored,
              sum.shares)
        .run();
    if (sum.n < 0)
        m_sql.use(kDrop).with(dimension, year, region, programme, value, checklist, sha256, grade, failed).run();
}

void StatisticCounters::putItems() {
    static constexpr const char* kFind =
        "SELECT items FROM statistics_items WHERE year = ?1 AND region = ?2 AND programme = ?3 AND checklist = ?4";
    static constexpr const char* kPut =
        "INSERT INTO statistics_items (year, region, programme, checklist, items) VALUES (?1, ?2, ?3, ?4, ?5) ON "
        "CONFLICT (year, region, programme, checklist) DO UPDATE SET items = excluded.items";
    static constexpr const char* kDrop =
        "DELETE FROM statistics_items WHERE year = ?1 AND region = ?2 AND programme = ?3 AND checklist = ?4";
    for (const auto& [key, gathered] : m_items) {
        if (gathered.empty()) continue;
        const auto& [year, region, programme, checklist] = key;
        ItemTally tally;
        {
            auto row = m_sql.use(kFind);
            if (row.with(year, region, programme, checklist).step()) tally = readItemTally(row.view(0));
        }
        count(tally, gathered, 1);
        if (tally.empty()) {
            m_sql.use(kDrop).with(year, region, programme, checklist).run();
            continue;
        }
        const auto text = keptText(tally);
        m_sql.use(kPut).with(year, region, programme, checklist, text).run();
    }
    m_items.clear();
}

void StatisticCounters::burden(const CountedRecord& record, int by) {
    static constexpr const char* kAdd =
        "INSERT INTO statistics_burden (site, year, region, programme, visit, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON "
        "CONFLICT (site, year, region, programme, visit) DO UPDATE SET n = statistics_burden.n + excluded.n";
    static constexpr const char* kDrop =
        "DELETE FROM statistics_burden WHERE site = ?1 AND year = ?2 AND region = ?3 AND programme = ?4 AND visit = ?5 "
        "AND n = 0";
    const auto year = record.year(), visit = record.visit();
    if (visit.empty()) return;
    const auto& region = record.row.region;
    m_sql.use(kAdd).with(record.row.site, year, region, record.site.programme, visit, by).run();
    if (by < 0) m_sql.use(kDrop).with(record.row.site, year, region, record.site.programme, visit).run();
}

void StatisticCounters::pairs(const AssessedPair& pair, int by) {
    static constexpr const char* kAdd =
        "INSERT INTO statistics_pair_counts (year, region, programme, checklist, n, higher, lower, total, apart) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (year, region, programme, checklist) DO UPDATE SET n "
        "= statistics_pair_counts.n + excluded.n, higher = statistics_pair_counts.higher + excluded.higher, lower = "
        "statistics_pair_counts.lower + excluded.lower, total = statistics_pair_counts.total + excluded.total, apart = "
        "statistics_pair_counts.apart + excluded.apart";
    static constexpr const char* kDrop =
        "DELETE FROM statistics_pair_counts WHERE year = ?1 AND region = ?2 AND programme = ?3 AND checklist = ?4 AND "
        "n = 0";
    const auto by64 = std::int64_t{by};
    const auto apart = pair.difference < 0 ? -pair.difference : pair.difference;
    eachLevel(pair.region, [&](std::string_view region) {
        m_sql.use(kAdd)
            .with(pair.year, region, pair.programme, pair.checklist, by64, pair.difference > 0 ? by64 : 0,
                  pair.difference < 0 ? by64 : 0, by64 * pair.difference, by64 * apart)
            .run();
        if (by < 0) m_sql.use(kDrop).with(pair.year, region, pair.programme, pair.checklist).run();
    });
}

}  // namespace plumb::server
