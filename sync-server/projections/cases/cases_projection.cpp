#include "sync-server/projections/cases/cases_projection.h"

#include <algorithm>
#include <map>

#include "shared/records/rectification/case_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {
    {"cases", R"sql(
CREATE TABLE cases (
  idx {integer} PRIMARY KEY,
  state {integer} NOT NULL,
  changed {integer} NOT NULL,
  row {text} NOT NULL
){rows})sql",
     "SELECT idx, state, changed, row FROM cases ORDER BY idx", 1,
     "CREATE INDEX IF NOT EXISTS cases_state ON cases (state, idx);"
     "CREATE INDEX IF NOT EXISTS cases_changed ON cases (changed)"},
    {"findings", R"sql(
CREATE TABLE findings (
  idx {integer} NOT NULL,
  item {text} NOT NULL,
  board {integer} NOT NULL,
  rank {integer} NOT NULL,
  site {text} NOT NULL,
  region {text} NOT NULL,
  author {integer} NOT NULL,
  severity {text} NOT NULL,
  checklist {bytes} NOT NULL,
  PRIMARY KEY (idx, item)
){keyed})sql",
     "SELECT f.idx, f.item, f.board, f.rank, f.site, f.region, a.kid, f.severity, f.checklist FROM findings f LEFT "
     "JOIN authors a ON a.id = f.author ORDER BY f.idx, f.item",
     2, "CREATE INDEX IF NOT EXISTS findings_board ON findings (board, rank, idx, item)"},
    {"case_tallies", R"sql(
CREATE TABLE case_tallies (
  state {integer} NOT NULL,
  region {text} NOT NULL,
  site {text} NOT NULL,
  author {integer} NOT NULL,
  n {integer} NOT NULL,
  PRIMARY KEY (state, region, site, author)
){keyed})sql",
     "SELECT t.state, t.region, t.site, a.kid, t.n FROM case_tallies t LEFT JOIN authors a ON a.id = t.author WHERE "
     "t.n <> 0 ORDER BY t.state, t.region, t.site, a.kid",
     4},
    {"finding_tallies", R"sql(
CREATE TABLE finding_tallies (
  board {integer} NOT NULL,
  severity {text} NOT NULL,
  region {text} NOT NULL,
  site {text} NOT NULL,
  author {integer} NOT NULL,
  n {integer} NOT NULL,
  PRIMARY KEY (board, severity, region, site, author)
){keyed})sql",
     "SELECT t.board, t.severity, t.region, t.site, a.kid, t.n FROM finding_tallies t LEFT JOIN authors a ON a.id = "
     "t.author WHERE t.n <> 0 ORDER BY t.board, t.severity, t.region, t.site, a.kid",
     5},
    {"case_acts", R"sql(
CREATE TABLE case_acts (
  record {text} NOT NULL,
  idx {integer} NOT NULL,
  PRIMARY KEY (record, idx)
){keyed})sql",
     "SELECT record, idx FROM case_acts ORDER BY record, idx", 2},
    {"closings", R"sql(
CREATE TABLE closings (
  idx {integer} NOT NULL,
  item {text} NOT NULL,
  site {text} NOT NULL,
  region {text} NOT NULL,
  closed {integer} NOT NULL,
  days {integer} NOT NULL,
  late {integer} NOT NULL,
  PRIMARY KEY (idx, item)
){keyed};
CREATE INDEX IF NOT EXISTS closings_site ON closings (site))sql",
     "SELECT idx, item, site, region, closed, days, late FROM closings ORDER BY idx, item", 2},
    {"closing_programmes", R"sql(
CREATE TABLE closing_programmes (
  site {text} PRIMARY KEY,
  programme {text} NOT NULL
){keyed})sql",
     "SELECT site, programme FROM closing_programmes ORDER BY site", 1},
    {"closing_counts", R"sql(
CREATE TABLE closing_counts (
  year {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  n {integer} NOT NULL,
  days {integer} NOT NULL,
  late {integer} NOT NULL,
  PRIMARY KEY (year, region, programme)
){keyed})sql",
     "SELECT year, region, programme, n, days, late FROM closing_counts ORDER BY year, region, programme", 3},
};

}  // namespace

std::span<const Table> CasesProjection::tables() const {
    return kTables;
}

void CasesProjection::apply(const LoggedLine& line) {
    static constexpr const char* kAct = "INSERT INTO case_acts (record, idx) VALUES (?1, ?2)";
    if (line.payload.type == "site.published") return applySite(line);
    const auto id = records::caseOf(line.payload);
    if (id.empty()) return;
    if (line.reading.act) m_sql.use(kAct).with(id, line.index).run();
    auto before = m_rows.find(id);
    std::optional<records::CaseRow> row;
    std::optional<Counted> was;
    if (before) {
        was = counted(before->row);
        row = std::move(before->row);
    }
    // Also what is ignored changes the row: it is shown.
    const auto ignored = row ? row->ignored.size() : 0;
    const bool changed = records::foldCase(row, line.believed(), line.reading.forCase());
    if (!changed && (!row || row->ignored.size() == ignored)) return;
    const auto index = before ? before->index : line.index;
    put(*row, index, line.index);
    if (!changed) return;
    if (const auto is = counted(*row); was != is) {
        if (was) --m_tallies[*was];
        ++m_tallies[is];
    }
    putFindings(*row, index, line.index);
    // A submission closes nothing: most lines are such.
    if (line.index != index) putClosings(*row, index, dayOf(line.payload.at));
}

CasesProjection::Counted CasesProjection::counted(const records::CaseRow& row) {
    return {records::stateOf(row), row.region, row.site, row.standing.kid};
}

void CasesProjection::settle() {
    static constexpr const char* kSql =
        "INSERT INTO case_tallies (state, region, site, author, n) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (state, "
        "region, site, author) DO UPDATE SET n = case_tallies.n + excluded.n";
    for (const auto& [one, by] : m_tallies) {
        if (by != 0) m_sql.use(kSql).with(one.state, one.region, one.site, m_writer.authorNumber(one.kid), by).run();
    }
    m_tallies.clear();
}

// Those of one case, as its rows have them now.
void CasesProjection::countFindings(std::uint64_t index, int by) {
    static constexpr const char* kSql =
        "INSERT INTO finding_tallies (board, severity, region, site, author, n) SELECT board, severity, region, site, "
        "author, ?2 * count(*) FROM findings WHERE idx = ?1 GROUP BY board, severity, region, site, author ON CONFLICT "
        "(board, severity, region, site, author) DO UPDATE SET n = finding_tallies.n + excluded.n";
    m_sql.use(kSql).with(index, by).run();
}

void CasesProjection::putClosings(const records::CaseRow& row, std::uint64_t index, Day day) {
    static constexpr const char* kOld = "SELECT item, region, closed, days, late, site FROM closings WHERE idx = ?1";
    static constexpr const char* kDrop = "DELETE FROM closings WHERE idx = ?1 AND item = ?2";
    static constexpr const char* kPut =
        "INSERT INTO closings (idx, item, site, region, closed, days, late) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    struct Closing {
        std::string item, region;
        Day closed;
        std::int64_t days;
        bool late;
        std::string site;
    };
    std::map<std::string, Closing> old;
    {
        auto was = m_sql.use(kOld);
        was.with(index);
        while (was.step())
            old[was.text(0)] = {was.text(0),    was.text(1),         Day(std::chrono::days(was.integer(2))),
                                was.integer(3), was.integer(4) != 0, was.text(5)};
    }
    for (const auto& finding : row.findings) {
        if (finding.state != records::FindingState::passed) continue;
        if (old.erase(finding.item) > 0) continue;
        const std::int64_t days = std::max<std::int64_t>(0, (day - dayOf(row.at)).count());
        const bool late = finding.late || finding.rounds > 0;
        m_sql.use(kPut)
            .with(index, finding.item, row.site, row.region, day.time_since_epoch().count(), days, late)
            .run();
        countClosing(row.region, programmeOf(row.site), {1, days, late ? 1 : 0}, day);
    }
    for (const auto& [item, one] : old) {
        m_sql.use(kDrop).with(index, item).run();
        countClosing(one.region, programmeOf(one.site), {-1, -one.days, one.late ? -1 : 0}, one.closed);
    }
}

void CasesProjection::countClosing(std::string_view region, std::string_view programme, const ClosingCount& count,
                                   Day closed) {
    static constexpr const char* kAdd =
        "INSERT INTO closing_counts (year, region, programme, n, days, late) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON "
        "CONFLICT (year, region, programme) DO UPDATE SET n = closing_counts.n + excluded.n, days = "
        "closing_counts.days + excluded.days, late = closing_counts.late + excluded.late";
    static constexpr const char* kDrop =
        "DELETE FROM closing_counts WHERE year = ?1 AND region = ?2 AND programme = ?3 AND n = 0";
    const auto year = dayText(closed).substr(0, 4);
    for (std::size_t level = 2; level <= region.size(); level += 2) {
        const auto part = region.substr(0, level);
        m_sql.use(kAdd).with(year, part, programme, count.n, count.days, count.late).run();
        if (count.n < 0) m_sql.use(kDrop).with(year, part, programme).run();
    }
}

std::string CasesProjection::programmeOf(std::string_view site) {
    static constexpr const char* kSql = "SELECT programme FROM closing_programmes WHERE site = ?1";
    auto row = m_sql.use(kSql);
    return row.with(site).step() ? row.text(0) : std::string();
}

// What was closed at the site is counted by the programme that it is of now.
void CasesProjection::applySite(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO closing_programmes (site, programme) VALUES (?1, ?2) ON CONFLICT (site) DO UPDATE SET programme = "
        "excluded.programme";
    static constexpr const char* kClosed = "SELECT region, closed, days, late FROM closings WHERE site = ?1";
    const auto& site = line.payload.site;
    const auto before = programmeOf(site), now = textOr(line.payload.body, "programme");
    if (before == now) return;
    m_sql.use(kPut).with(site, now).run();
    struct Closed {
        std::string region;
        Day day;
        ClosingCount count;
    };
    std::vector<Closed> all;
    {
        auto row = m_sql.use(kClosed);
        row.with(site);
        while (row.step())
            all.push_back({row.text(0),
                           Day(std::chrono::days(row.integer(1))),
                           {1, row.integer(2), row.integer(3) != 0 ? 1 : 0}});
    }
    for (const auto& one : all) {
        countClosing(one.region, before, {-one.count.n, -one.count.days, -one.count.late}, one.day);
        countClosing(one.region, now, one.count, one.day);
    }
}

void CasesProjection::put(const records::CaseRow& row, std::uint64_t index, std::uint64_t changed) {
    static constexpr const char* kSql =
        "INSERT INTO cases (idx, state, changed, row) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (idx) DO UPDATE "
        "SET state = excluded.state, changed = excluded.changed, row = excluded.row";
    const auto text = toText(records::toJson(row));
    m_sql.use(kSql).with(index, records::stateOf(row), changed, text).run();
}

// What is closed is shown newest first: the later the line that closed it, the lower its rank.
void CasesProjection::putFindings(const records::CaseRow& row, std::uint64_t index, std::uint64_t changed) {
    static constexpr const char* kDrop = "DELETE FROM findings WHERE idx = ?1";
    static constexpr const char* kRank = "SELECT item, rank FROM findings WHERE idx = ?1 AND board = ?2";
    static constexpr const char* kPut =
        "INSERT INTO findings (idx, item, board, rank, site, region, author, severity, checklist) VALUES (?1, ?2, ?3, "
        "?4, ?5, ?6, ?7, ?8, ?9)";
    std::map<std::string, std::int64_t> closed;
    // A submission finds none there: most lines are such.
    if (changed != index) {
        auto was = m_sql.use(kRank);
        was.with(index, records::FindingColumn::closed);
        while (was.step()) closed[was.text(0)] = was.integer(1);
        countFindings(index, -1);
        m_sql.use(kDrop).with(index).run();
    }
    if (row.findings.empty()) return;
    const auto author = m_writer.authorNumber(row.standing.kid);
    for (const auto& finding : row.findings) {
        const auto column = records::columnOf(row, finding);
        std::int64_t rank = finding.due ? std::int64_t{finding.due->time_since_epoch().count()} : kNoFindingDay;
        if (column == records::FindingColumn::closed) {
            const auto was = closed.find(finding.item);
            rank = was != closed.end() ? was->second : -static_cast<std::int64_t>(changed);
        }
        m_sql.use(kPut)
            .with(index, finding.item, column, rank, row.site, row.region, author, finding.severity,
                  row.checklist.sha256)
            .run();
    }
    countFindings(index, 1);
}

}  // namespace plumb::server
