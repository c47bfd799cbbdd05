#include "sync-server/projections/cases/case_rows.h"

#include <limits>

#include "shared/records/rectification/case_json.h"
#include "sync-server/store/entry_columns.h"

namespace plumb::server {
namespace {

constexpr std::int64_t kAnyDay = std::numeric_limits<std::int64_t>::max();

PlacedCase caseAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept case can not be read");
    return {records::caseFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedCase> CaseRows::find(std::string_view id) {
    // The index of the log knows the line that owns an id: one index of record ids is enough for each line's cost.
    static constexpr const char* kSql =
        "SELECT idx, row FROM cases WHERE idx = (SELECT min(idx) FROM entries WHERE record = ?1)";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return caseAt(row);
}

std::optional<PlacedCase> CaseRows::at(std::uint64_t index) {
    static constexpr const char* kSql = "SELECT idx, row FROM cases WHERE idx = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(index).step()) return std::nullopt;
    return caseAt(row);
}

void CaseRows::each(std::optional<records::CaseState> state, std::uint64_t before,
                    const std::function<bool(const PlacedCase&)>& take) {
    static constexpr const char* kAll = "SELECT idx, row FROM cases WHERE idx < ?1 ORDER BY idx DESC";
    static constexpr const char* kOne = "SELECT idx, row FROM cases WHERE idx < ?1 AND state = ?2 ORDER BY idx DESC";
    auto row = m_sql.use(state ? kOne : kAll);
    state ? row.with(before, *state) : row.with(before);
    while (row.step()) {
        if (!take(caseAt(row))) break;
    }
}

void CaseRows::eachFrom(std::optional<std::uint64_t> after, const std::function<bool(const PlacedCase&)>& take) {
    static constexpr const char* kSql = "SELECT idx, row FROM cases WHERE idx > ?1 ORDER BY idx";
    auto row = m_sql.use(kSql);
    row.with(after ? static_cast<std::int64_t>(*after) : std::int64_t{-1});
    while (row.step()) {
        if (!take(caseAt(row))) break;
    }
}

#define PLUMB_SELECT_FINDING                                                                                     \
    "SELECT f.idx, f.item, e.record, f.board, f.rank, f.site, f.region, a.kid, f.severity FROM findings f JOIN " \
    "entries e ON e.idx = f.idx JOIN authors a ON a.id = f.author "

namespace {

FindingAt findingAt(sql::Use& row) {
    FindingAt out{{row.count(0), row.text(1)},
                  row.text(2),
                  static_cast<records::FindingColumn>(row.integer(3)),
                  {},
                  row.text(5),
                  row.text(6),
                  row.text(7),
                  row.text(8)};
    const auto rank = row.integer(4);
    if (out.column != records::FindingColumn::closed && rank != kNoFindingDay) out.due = Day(std::chrono::days(rank));
    return out;
}

}  // namespace

void CaseRows::findings(const std::optional<FindingKey>& after, bool descending,
                        const std::function<bool(const FindingAt&)>& take) {
    static constexpr const char* kUp = PLUMB_SELECT_FINDING "WHERE (f.idx, f.item) > (?1, ?2) ORDER BY f.idx, f.item";
    static constexpr const char* kDown =
        PLUMB_SELECT_FINDING "WHERE (f.idx, f.item) < (?1, ?2) ORDER BY f.idx DESC, f.item DESC";
    const auto none = descending ? std::numeric_limits<std::int64_t>::max() : std::int64_t{-1};
    const auto item = after ? after->item : std::string();
    auto row = m_sql.use(descending ? kDown : kUp);
    row.with(after ? static_cast<std::int64_t>(after->index) : none, item);
    while (row.step()) {
        if (!take(findingAt(row))) break;
    }
}

std::optional<FindingAt> CaseRows::finding(const FindingKey& key) {
    static constexpr const char* kSql = PLUMB_SELECT_FINDING "WHERE f.idx = ?1 AND f.item = ?2";
    auto row = m_sql.use(kSql);
    if (!row.with(key.index, key.item).step()) return std::nullopt;
    return findingAt(row);
}

std::vector<CaseTally> CaseRows::tallies(std::string_view author) {
    static constexpr const char* kSql =
        "SELECT state, region, site, sum(n), sum(CASE WHEN author = (SELECT id FROM authors WHERE kid = ?1) THEN n "
        "ELSE 0 END) FROM case_tallies GROUP BY state, region, site HAVING sum(n) > 0";
    auto row = m_sql.use(kSql);
    row.with(author);
    std::vector<CaseTally> out;
    while (row.step())
        out.push_back(
            {static_cast<records::CaseState>(row.integer(0)), row.text(1), row.text(2), row.count(3), row.count(4)});
    return out;
}

std::vector<FindingTally> CaseRows::findingTallies(std::string_view author) {
    static constexpr const char* kSql =
        "SELECT board, severity, region, site, sum(n), sum(CASE WHEN author = (SELECT id FROM authors WHERE kid = ?1) "
        "THEN n ELSE 0 END) FROM finding_tallies GROUP BY board, severity, region, site HAVING sum(n) > 0";
    auto row = m_sql.use(kSql);
    row.with(author);
    std::vector<FindingTally> out;
    while (row.step())
        out.push_back({static_cast<records::FindingColumn>(row.integer(0)), row.text(1), row.text(2), row.text(3),
                       row.count(4), row.count(5)});
    return out;
}

void CaseRows::board(const BoardFilter& filter, const std::optional<BoardKey>& after,
                     const std::function<bool(const BoardRow&)>& take) {
    static constexpr const char* kSql =
        "SELECT f.idx, f.item, f.rank, f.site, f.region, a.kid, f.severity FROM findings f JOIN authors a ON a.id = "
        "f.author WHERE f.board = ?1 AND (f.rank, f.idx, f.item) > (?2, ?3, ?4) AND f.rank < ?5 AND (?6 = '' OR "
        "substr(f.region, 1, length(?6)) = ?6) AND (?7 = '' OR f.site = ?7) AND (?8 = '' OR a.kid = ?8) AND (?9 = '' "
        "OR f.severity = ?9) ORDER BY f.rank, f.idx, f.item";
    if (filter.dueBefore && filter.column == records::FindingColumn::closed) return;
    const BoardKey from = after.value_or(BoardKey{std::numeric_limits<std::int64_t>::min(), 0, {}});
    const auto due = filter.dueBefore ? std::int64_t{filter.dueBefore->time_since_epoch().count()} : kAnyDay;
    auto row = m_sql.use(kSql);
    row.with(filter.column, from.rank, from.index, from.item, due, filter.region, filter.site, filter.author,
             filter.severity);
    while (row.step()) {
        if (!take({row.count(0), row.text(1), row.integer(2), row.text(3), row.text(4), row.text(5), row.text(6)}))
            break;
    }
}

void CaseRows::changedFrom(std::uint64_t from, const std::function<void(const CaseCards&)>& take) {
    static constexpr const char* kSql =
        "SELECT c.idx, c.changed, f.item, f.severity, f.board, f.rank, f.site, f.region, a.kid, f.checklist "
        "FROM cases c LEFT JOIN findings f ON f.idx = c.idx LEFT JOIN authors a ON a.id = f.author WHERE c.changed >= "
        "?1 ORDER BY c.changed, f.item";
    auto row = m_sql.use(kSql);
    row.with(from);
    std::optional<CaseCards> one;
    while (row.step()) {
        const auto index = row.count(0);
        if (one && one->index != index) {
            take(*one);
            one.reset();
        }
        if (!one) one = CaseCards{index, row.count(1), {}, {}, {}, {}, {}};
        if (row.isNull(2)) continue;
        if (one->cards.empty()) {
            one->site = row.text(6);
            one->region = row.text(7);
            one->author = row.text(8);
            one->checklist = row.hash(9);
        }
        one->cards.push_back(
            {row.text(2), row.text(3), static_cast<records::FindingColumn>(row.integer(4)), row.integer(5)});
    }
    if (one) take(*one);
}

std::vector<Entry> CaseRows::acts(std::string_view id, std::uint64_t before, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM case_acts c JOIN entries e ON e.idx = c.idx JOIN authors a ON a.id = e.author "
        "WHERE c.record = ?1 AND c.idx < ?2 ORDER BY c.idx LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(id, before, limit);
    return entriesOf(row);
}

ClosingCount CaseRows::closings(std::string_view year, std::string_view region,
                                const std::optional<std::string>& programme) {
    ClosingCount out;
    for (const auto& [name, count] : closingsByProgramme(year, region))
        if (!programme || *programme == name) out.add(count);
    return out;
}

std::map<std::string, ClosingCount> CaseRows::closingsByProgramme(std::string_view year, std::string_view region) {
    static constexpr const char* kSql =
        "SELECT programme, n, days, late FROM closing_counts WHERE year = ?1 AND region >= ?2 AND region < ?3 AND "
        "length(region) = ?4";
    const auto end = std::string(region) + ":";
    const std::size_t length = region.empty() ? 2 : region.size();
    auto row = m_sql.use(kSql);
    row.with(year, region, end, length);
    std::map<std::string, ClosingCount> out;
    while (row.step()) out[row.text(0)].add({row.integer(1), row.integer(2), row.integer(3)});
    return out;
}

}  // namespace plumb::server
