#include "sync-server/projections/inspections/inspection_rows.h"

#include <algorithm>
#include <limits>

#include "shared/records/inspection/test_mode.h"
#include "sync-server/store/entry_columns.h"

#define PLUMB_SELECT_INSPECTION                                                                                       \
    "SELECT i.idx, i.newest, i.record, a.kid, i.hash, i.site, i.region, i.at, i.at_offset, i.files, i.checklist, "    \
    "i.checklist_version, i.checklist_hash, i.kind, i.points, i.max, i.grade, i.vetoes, i.findings, i.version, "      \
    "i.status, i.decided, i.round, i.rechecks, i.signers, i.cosigned, i.agreed, i.agreed_by FROM inspections i JOIN " \
    "authors a ON a.id = i.author "

#define PLUMB_SELECT_WAITING                                                                                           \
    "SELECT i.idx, i.changed, i.status, i.assessment, i.site, i.region, a.kid, i.checklist, i.checklist_hash, "        \
    "i.kind, i.grade, i.vetoes, i.findings, coalesce((SELECT l.received FROM lines l WHERE l.idx = i.since), i.at), "  \
    "i.assignee, i.agreed_by, i.asked, coalesce((SELECT c.kid FROM entries e JOIN authors c ON c.id = e.author WHERE " \
    "e.hash = i.cosigned), ''), i.points, i.max FROM inspections i JOIN authors a ON a.id = i.author "

namespace plumb::server {
namespace {

records::InspectionRow rowAt(sql::Use& row) {
    records::InspectionRow out;
    out.first = row.count(0);
    out.newest = row.count(1);
    out.id = row.text(2);
    out.kid = row.text(3);
    out.hash = row.hash(4);
    out.site = row.text(5);
    out.region = row.text(6);
    out.at = {TimePoint(std::chrono::milliseconds(row.integer(7))), std::chrono::minutes(row.integer(8))};
    out.files = static_cast<int>(row.integer(9));
    out.says.checklist = {row.text(10), row.text(11), row.hash(12)};
    out.says.kind = row.text(13);
    out.says.points = row.integer(14);
    out.says.max = row.integer(15);
    out.says.grade = row.text(16);
    out.says.vetoes = static_cast<int>(row.integer(17));
    out.says.findings = static_cast<int>(row.integer(18));
    out.version = static_cast<int>(row.integer(19));
    out.status = static_cast<records::InspectionStatus>(row.integer(20));
    out.says.test = records::isTest(out.status);
    if (!row.isNull(21)) out.decided = row.hash(21);
    out.says.round = row.text(22);
    out.says.order = row.text(23);
    out.says.signers = static_cast<int>(row.integer(24));
    if (!row.isNull(25)) out.cosigned = row.hash(25);
    if (!row.isNull(26)) out.agreed = records::Agreement{row.hash(26), row.text(27)};
    return out;
}

// As the projection joins them.
std::vector<std::string> personsIn(const std::string& joined) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from < joined.size();) {
        const auto end = std::min(joined.find('\n', from), joined.size());
        out.push_back(joined.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

Waiting waitingIn(sql::Use& row) {
    Waiting out;
    out.index = row.count(0);
    out.changed = row.count(1);
    out.waits = static_cast<records::InspectionStatus>(row.integer(2)) == records::InspectionStatus::submitted;
    if (!out.waits) return out;
    out.family = static_cast<Family>(row.integer(3));
    out.site = row.text(4);
    out.region = row.text(5);
    out.author = row.text(6);
    out.checklist = row.text(7);
    out.document = row.hash(8);
    out.kind = row.text(9);
    out.grade = row.text(10);
    out.vetoes = static_cast<int>(row.integer(11));
    out.findings = static_cast<int>(row.integer(12));
    out.since = TimePoint(std::chrono::milliseconds(row.integer(13)));
    out.assignee = row.text(14);
    out.agreed = row.text(15);
    out.asked = personsIn(row.text(16));
    out.cosigner = row.text(17);
    out.points = row.integer(18);
    out.max = row.integer(19);
    return out;
}

}  // namespace

std::optional<records::InspectionRow> InspectionRows::find(std::string_view id) {
    // By the index of the log, which knows the line that owns an id.
    static constexpr const char* kSql =
        PLUMB_SELECT_INSPECTION "WHERE i.idx = (SELECT min(idx) FROM entries WHERE record = ?1)";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return rowAt(row);
}

std::optional<records::InspectionRow> InspectionRows::at(std::uint64_t index) {
    static constexpr const char* kSql = PLUMB_SELECT_INSPECTION "WHERE i.idx = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(index).step()) return std::nullopt;
    return rowAt(row);
}

std::string InspectionRows::assignee(std::string_view id) {
    static constexpr const char* kSql =
        "SELECT assignee FROM inspections WHERE idx = (SELECT min(idx) FROM entries WHERE record = ?1)";
    auto row = m_sql.use(kSql);
    return row.with(id).step() ? row.text(0) : std::string();
}

std::uint64_t InspectionRows::nextChange() {
    static constexpr const char* kSql = "SELECT max(changed) FROM inspections";
    auto row = m_sql.use(kSql);
    return row.step() && !row.isNull(0) ? row.count(0) + 1 : 0;
}

std::optional<Waiting> InspectionRows::waitingAt(std::uint64_t index) {
    static constexpr const char* kSql = PLUMB_SELECT_WAITING "WHERE i.idx = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(index).step()) return std::nullopt;
    return waitingIn(row);
}

void InspectionRows::waiting(const std::function<void(const Waiting&)>& take) {
    // Both families: the index is by family first.
    static constexpr const char* kSql =
        PLUMB_SELECT_WAITING "WHERE i.assessment IN (0, 1) AND i.status = 0 ORDER BY i.idx";
    auto row = m_sql.use(kSql);
    while (row.step()) take(waitingIn(row));
}

void InspectionRows::changedFrom(std::uint64_t from, const std::function<void(const Waiting&)>& take) {
    static constexpr const char* kSql = PLUMB_SELECT_WAITING "WHERE i.changed >= ?1 ORDER BY i.changed";
    auto row = m_sql.use(kSql);
    row.with(from);
    while (row.step()) take(waitingIn(row));
}

void InspectionRows::each(Family family, records::InspectionStatus status, std::optional<std::uint64_t> after,
                          const std::function<bool(const records::InspectionRow&)>& take) {
    static constexpr const char* kSql =
        PLUMB_SELECT_INSPECTION "WHERE i.assessment = ?1 AND i.status = ?2 AND i.idx > ?3 ORDER BY i.idx";
    auto row = m_sql.use(kSql);
    row.with(family, status, after ? static_cast<std::int64_t>(*after) : std::int64_t{-1});
    while (row.step()) {
        if (!take(rowAt(row))) break;
    }
}

void InspectionRows::each(std::optional<std::uint64_t> after,
                          const std::function<bool(const records::InspectionRow&)>& take) {
    static constexpr const char* kSql = PLUMB_SELECT_INSPECTION "WHERE i.idx > ?1 ORDER BY i.idx";
    auto row = m_sql.use(kSql);
    row.with(after ? static_cast<std::int64_t>(*after) : std::int64_t{-1});
    while (row.step()) {
        const auto found = rowAt(row);
        if (!found.says.test && !take(found)) break;
    }
}

void InspectionRows::eachBack(std::optional<std::uint64_t> before,
                              const std::function<bool(const records::InspectionRow&)>& take) {
    static constexpr const char* kSql = PLUMB_SELECT_INSPECTION "WHERE i.idx < ?1 ORDER BY i.idx DESC";
    auto row = m_sql.use(kSql);
    row.with(before ? static_cast<std::int64_t>(*before) : std::numeric_limits<std::int64_t>::max());
    while (row.step()) {
        const auto found = rowAt(row);
        if (!found.says.test && !take(found)) break;
    }
}

void InspectionRows::eachByTime(std::optional<TimeKey> after, bool descending,
                                const std::function<bool(const records::InspectionRow&)>& take) {
    static constexpr const char* kUp =
        PLUMB_SELECT_INSPECTION "WHERE i.assessment = 0 AND (i.at, i.idx) > (?1, ?2) ORDER BY i.at, i.idx";
    static constexpr const char* kDown =
        PLUMB_SELECT_INSPECTION "WHERE i.assessment = 0 AND (i.at, i.idx) < (?1, ?2) ORDER BY i.at DESC, i.idx DESC";
    using Limits = std::numeric_limits<std::int64_t>;
    const auto at = after        ? std::int64_t{after->at.time_since_epoch().count()}
                    : descending ? Limits::max()
                                 : Limits::min();
    auto row = m_sql.use(descending ? kDown : kUp);
    row.with(at, after ? static_cast<std::int64_t>(after->index) : std::int64_t{-1});
    while (row.step()) {
        const auto found = rowAt(row);
        if (!found.says.test && !take(found)) break;
    }
}

void InspectionRows::ofSite(std::string_view site, Day from, Day until,
                            const std::function<void(const records::InspectionRow&)>& take) {
    static constexpr const char* kSql =
        PLUMB_SELECT_INSPECTION "WHERE i.site = ?1 AND i.assessment = 0 AND i.at >= ?2 AND i.at < ?3 ORDER BY i.at";
    const auto ms = [](Day day) {
        return std::int64_t{std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count()};
    };
    auto row = m_sql.use(kSql);
    row.with(site, ms(from), ms(until));
    while (row.step()) {
        if (const auto found = rowAt(row); !found.says.test) take(found);
    }
}

std::vector<Tally> InspectionRows::tallies(Family family, std::string_view author) {
    // In the order of the primary key, so that nothing is sorted; as many rows come out as there are sites.
    static constexpr const char* kSql =
        "SELECT status, region, site, sum(n), sum(CASE WHEN author = (SELECT id FROM authors WHERE kid = ?2) THEN n "
        "ELSE 0 END) FROM inspection_tallies WHERE assessment = ?1 GROUP BY status, region, site HAVING sum(n) > 0";
    auto row = m_sql.use(kSql);
    row.with(static_cast<std::int64_t>(family), author);
    std::vector<Tally> out;
    while (row.step()) {
        out.push_back({static_cast<records::InspectionStatus>(row.integer(0)), row.text(1), row.text(2), row.count(3),
                       row.count(4)});
    }
    return out;
}

std::vector<Entry> InspectionRows::history(std::string_view id, std::uint64_t before, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM inspection_history h JOIN entries e ON e.idx = h.idx JOIN authors a ON a.id = e.author "
        "WHERE h.record = ?1 AND h.idx < ?2 ORDER BY h.idx DESC LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(id, before, limit);
    return entriesOf(row);
}

std::uint64_t InspectionRows::countHistory(std::string_view id, std::uint64_t before) {
    static constexpr const char* kSql = "SELECT count(*) FROM inspection_history WHERE record = ?1 AND idx < ?2";
    auto row = m_sql.use(kSql);
    row.with(id, before).step();
    return row.count(0);
}

}  // namespace plumb::server
