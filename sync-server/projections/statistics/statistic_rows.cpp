#include "sync-server/projections/statistics/statistic_rows.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <unordered_set>

namespace plumb::server {
namespace {

// Behind every code that begins with the prefix: codes are digits.
std::string behind(std::string_view prefix) {
    return std::string(prefix) + ":";
}

VisitCount visitAt(sql::Use& row) {
    VisitCount out;
    out.region = row.text(0);
    out.programme = row.text(1);
    out.value = row.text(2);
    out.checklist = row.text(3);
    out.sha256 = row.hash(4);
    out.grade = row.text(5);
    out.failed = row.integer(6) != 0;
    out.n = row.integer(7);
    out.scored = row.integer(8);
    out.shares = row.integer(9);
    return out;
}

bool lies(const std::vector<std::string>& regions, std::string_view region) {
    return std::any_of(regions.begin(), regions.end(), [&](const auto& one) { return region.starts_with(one); });
}

bool is(const std::optional<std::string>& wanted, std::string_view value) {
    return !wanted || *wanted == value;
}

}  // namespace

std::string StatisticRows::author(std::string_view number) {
    static constexpr const char* kSql = "SELECT kid FROM authors WHERE id = ?1";
    std::int64_t id = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), id);
    if (read.ec != std::errc()) return {};
    auto row = m_sql.use(kSql);
    return row.with(id).step() ? row.text(0) : std::string();
}

// A hop from year to year along the key: there are few of them, and many rows.
std::vector<std::string> StatisticRows::years() {
    static constexpr const char* kSql =
        "SELECT year FROM statistics_visits WHERE dimension = ?1 AND year > ?2 ORDER BY year LIMIT 1";
    std::vector<std::string> out;
    std::string last;
    while (true) {
        auto row = m_sql.use(kSql);
        if (!row.with(StatisticDimension::all, last).step()) return out;
        last = row.text(0);
        out.push_back(last);
    }
}

void StatisticRows::visits(StatisticDimension dimension, std::string_view year, std::string_view region,
                           const std::optional<std::string>& programme,
                           const std::function<void(const VisitCount&)>& take) {
    static constexpr const char* kOne =
        "SELECT region, programme, value, checklist, sha256, grade, failed, n, scored, shares FROM statistics_visits "
        "WHERE dimension = ?1 AND year = ?2 AND region = ?3";
    if (region.empty()) {
        std::vector<std::string> provinces;
        static constexpr const char* kNext =
            "SELECT region FROM statistics_visits WHERE dimension = ?1 AND year = ?2 AND region > ?3 ORDER BY region "
            "LIMIT 1";
        std::string last;
        while (true) {
            auto row = m_sql.use(kNext);
            if (!row.with(StatisticDimension::all, year, last).step()) break;
            last = row.text(0).substr(0, 2);
            provinces.push_back(last);
            last = behind(last);
        }
        for (const auto& province : provinces) visits(dimension, year, province, programme, take);
        return;
    }
    auto row = m_sql.use(kOne);
    row.with(dimension, year, region);
    while (row.step()) {
        if (programme && row.view(1) != *programme) continue;
        take(visitAt(row));
    }
}

void StatisticRows::visitsBelow(std::string_view year, std::string_view region, std::size_t length,
                                const std::optional<std::string>& programme,
                                const std::function<void(const VisitCount&)>& take) {
    static constexpr const char* kNext =
        "SELECT region FROM statistics_visits WHERE dimension = ?1 AND year = ?2 AND region > ?3 AND region < ?4 "
        "AND length(region) = ?5 ORDER BY region LIMIT 1";
    std::string last(region);
    const auto end = behind(region);
    while (true) {
        {
            auto row = m_sql.use(kNext);
            if (!row.with(StatisticDimension::all, year, last, end, length).step()) return;
            last = row.text(0);
        }
        visits(StatisticDimension::all, year, last, programme, take);
        last = behind(last);
    }
}

void StatisticRows::items(std::string_view year, std::string_view region, const std::optional<std::string>& programme,
                          const std::function<void(const std::string& checklist, const ItemTally&)>& take) {
    static constexpr const char* kSql =
        "SELECT programme, checklist, items FROM statistics_items WHERE year = ?1 AND region >= ?2 AND region < ?3";
    const auto end = behind(region);
    auto row = m_sql.use(kSql);
    row.with(year, region, end);
    while (row.step()) {
        if (is(programme, row.view(0))) take(row.text(1), readItemTally(row.view(2)));
    }
}

// In the index's order the kinds of visits of a site come one after the other, so that a hundred thousand sites are
// counted as they come.
Burden StatisticRows::burden(std::string_view year, std::string_view region,
                             const std::optional<std::string>& programme, const records::VisitRule& rule,
                             std::optional<std::int64_t> most, std::size_t limit) {
    static constexpr const char* kAll =
        "SELECT site, visit, n FROM statistics_burden WHERE year = ?1 AND region >= ?2 AND region < ?3 ORDER BY "
        "region, programme, site";
    static constexpr const char* kOne =
        "SELECT site, visit, n FROM statistics_burden WHERE year = ?1 AND region >= ?2 AND region < ?3 AND programme = "
        "?4 ORDER BY region, programme, site";
    const auto end = behind(region);
    auto row = m_sql.use(programme ? kOne : kAll);
    programme ? row.with(year, region, end, *programme) : row.with(year, region, end);
    Burden out;
    BurdenedSite at;
    const auto take = [&] {
        if (at.n == 0) return;
        ++out.times[at.n];
        if (most && at.n > *most) out.over.push_back(at);
    };
    while (row.step()) {
        if (row.view(0) != at.site) {
            take();
            at = {row.text(0), 0};
        }
        const auto what = row.view(1);
        const auto n = row.integer(2);
        auto kind = out.kinds.find(what);
        if (kind == out.kinds.end()) kind = out.kinds.emplace(what, 0).first;
        kind->second += n;
        if (rule.counts(what)) at.n += n;
    }
    take();
    std::sort(out.over.begin(), out.over.end(),
              [](const auto& a, const auto& b) { return a.n != b.n ? a.n > b.n : a.site < b.site; });
    if (out.over.size() > limit) out.over.resize(limit);
    return out;
}

std::map<std::string, std::int64_t> StatisticRows::visitsTo(std::string_view site, std::string_view year) {
    static constexpr const char* kSql =
        "SELECT visit, sum(n) FROM statistics_burden WHERE site = ?1 AND year = ?2 GROUP BY visit";
    std::map<std::string, std::int64_t> out;
    auto row = m_sql.use(kSql);
    row.with(site, year);
    while (row.step()) out[row.text(0)] = row.integer(1);
    return out;
}

std::int64_t StatisticRows::sitesVisited(std::string_view programmeId, std::string_view region, std::string_view year,
                                         const records::VisitRule& rule) {
    static constexpr const char* kSql =
        "SELECT b.site, b.visit FROM statistics_sites s JOIN statistics_burden b ON b.site = s.site AND b.year = ?4 "
        "WHERE s.programme_id = ?1 AND s.region >= ?2 AND s.region < ?3";
    const auto end = behind(region);
    auto row = m_sql.use(kSql);
    row.with(programmeId, region, end, year);
    std::unordered_set<std::string> sites;
    while (row.step()) {
        if (rule.counts(row.view(1))) sites.insert(std::string(row.view(0)));
    }
    return static_cast<std::int64_t>(sites.size());
}

std::int64_t StatisticRows::sites(std::string_view region, const std::optional<std::string>& programme) {
    static constexpr const char* kAll = "SELECT count(*) FROM statistics_sites WHERE region >= ?1 AND region < ?2";
    static constexpr const char* kOne =
        "SELECT count(*) FROM statistics_sites WHERE region >= ?1 AND region < ?2 AND programme = ?3";
    const auto end = behind(region);
    auto row = m_sql.use(programme ? kOne : kAll);
    programme ? row.with(region, end, *programme) : row.with(region, end);
    row.step();
    return row.integer(0);
}

std::vector<PairCount> StatisticRows::pairs(std::string_view year, std::string_view region,
                                            const std::optional<std::string>& programme) {
    static constexpr const char* kSql =
        "SELECT region, programme, checklist, n, higher, lower, total, apart FROM statistics_pair_counts WHERE year = "
        "?1 AND region >= ?2 AND region < ?3 AND length(region) = ?4";
    const auto end = behind(region);
    const std::size_t length = std::max<std::size_t>(region.size(), 2);
    std::map<std::string, PairCount> by;
    auto row = m_sql.use(kSql);
    row.with(year, region, end, length);
    while (row.step()) {
        if (!is(programme, row.view(1))) continue;
        auto& at = by[row.text(2)];
        at.n += row.integer(3);
        at.higher += row.integer(4);
        at.lower += row.integer(5);
        at.total += row.integer(6);
        at.apart += row.integer(7);
    }
    std::vector<PairCount> out;
    for (auto& [checklist, one] : by) {
        one.checklist = checklist;
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<records::Programme> StatisticRows::programmes() {
    static constexpr const char* kSql = "SELECT row FROM statistics_programmes ORDER BY id";
    std::vector<records::Programme> out;
    auto row = m_sql.use(kSql);
    while (row.step()) {
        const auto kept = parseJson(row.view(0));
        auto programme = kept && kept->is_object() ? records::readProgramme(kept->get_object())
                                                   : Result<records::Programme>(fail(ErrorKind::malformed, "", ""));
        if (!programme) throw std::runtime_error("a kept programme can not be read");
        out.push_back(std::move(*programme));
    }
    return out;
}

std::int64_t StatisticRows::sitesFor(std::string_view programmeId, std::string_view region, std::string_view level) {
    static constexpr const char* kSql =
        "SELECT count(*) FROM statistics_sites WHERE programme_id = ?1 AND region >= ?2 AND region < ?3 AND (?4 = '' "
        "OR level = ?4)";
    const auto end = behind(region);
    auto row = m_sql.use(kSql);
    row.with(programmeId, region, end, level).step();
    return row.integer(0);
}

void StatisticRows::records(const RecordFilter& filter, const std::function<bool(const ListedRecord&)>& take) {
    static constexpr const char* kSql =
        "SELECT r.record, a.kid, r.site, r.region, r.checklist, r.kind, r.grade, r.idx, r.status, r.day, r.sha256, "
        "r.items, r.programme, r.month, r.sector FROM statistics_records r JOIN authors a ON a.id = r.author WHERE "
        "r.counted = 1 AND r.year = ?1 AND r.idx < ?2 ORDER BY r.idx DESC";
    static constexpr const char* kOfSite =
        "SELECT r.record, a.kid, r.site, r.region, r.checklist, r.kind, r.grade, r.idx, r.status, r.day, r.sha256, "
        "r.items, r.programme, r.month, r.sector FROM statistics_records r JOIN authors a ON a.id = r.author WHERE "
        "r.site = ?3 AND r.counted = 1 AND r.year = ?1 AND r.idx < ?2 ORDER BY r.idx DESC";
    auto row = m_sql.use(filter.site ? kOfSite : kSql);
    const auto before = filter.before.value_or(std::uint64_t{1} << 62);
    filter.site ? row.with(filter.year, before, *filter.site) : row.with(filter.year, before);
    while (row.step()) {
        ListedRecord out;
        out.index = row.count(7);
        const bool wanted = lies(filter.regions, row.view(3)) && is(filter.programme, row.view(12)) &&
                            is(filter.month, row.view(13)) && is(filter.sector, row.view(14)) &&
                            is(filter.kind, row.view(5)) && is(filter.checklist, row.view(4)) &&
                            is(filter.author, row.view(1));
        if (wanted) {
            out.id = row.text(0);
            out.kid = row.text(1);
            out.site = row.text(2);
            out.region = row.text(3);
            out.checklist = row.text(4);
            out.kind = row.text(5);
            out.grade = row.text(6);
            out.status = static_cast<records::InspectionStatus>(row.integer(8));
            out.day = Day(std::chrono::days(row.integer(9)));
            out.sha256 = row.hash(10);
            const auto items = readItemTally(row.view(11));
            out.failedAny =
                std::any_of(items.begin(), items.end(), [](const auto& one) { return one.second.failed > 0; });
            if (filter.item) {
                if (const auto found = items.find(*filter.item); found != items.end()) out.item = found->second;
            }
        }
        // What is not wanted is told too, without its id: whoever asks bounds how many rows one answer looks at.
        if (!take(out)) return;
    }
}

}  // namespace plumb::server
