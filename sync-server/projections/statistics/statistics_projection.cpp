#include "sync-server/projections/statistics/statistics_projection.h"

#include "shared/base/json.h"
#include "shared/records/planning/check.h"
#include "shared/records/reference/programme.h"

namespace plumb::server {
namespace {

// A self-assessment is set beside an inspection within a year after it.
constexpr std::chrono::days kPairedWithin{366};

constexpr Table kTables[] = {
    {"statistics_records", R"sql(
CREATE TABLE statistics_records (
  record {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  author {integer} NOT NULL,
  hash {bytes} NOT NULL,
  status {integer} NOT NULL,
  version {integer} NOT NULL,
  cosigned {bytes},
  signers {integer} NOT NULL,
  assessment {integer} NOT NULL,
  round {text} NOT NULL,
  rechecks {text} NOT NULL,
  counted {integer} NOT NULL,
  day {integer} NOT NULL,
  year {text} NOT NULL,
  month {text} NOT NULL,
  site {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  sector {text} NOT NULL,
  programme_id {text} NOT NULL,
  checklist {text} NOT NULL,
  checklist_version {text} NOT NULL,
  sha256 {bytes} NOT NULL,
  kind {text} NOT NULL,
  grade {text} NOT NULL,
  points {integer} NOT NULL,
  max {integer} NOT NULL,
  items {text} NOT NULL,
  vetoes {integer} NOT NULL,
  agreed {bytes},
  agreed_by {text} NOT NULL,
  ordered {integer} NOT NULL
){keyed};
CREATE INDEX IF NOT EXISTS statistics_records_site ON statistics_records (site, checklist, assessment, day))sql",
     "SELECT r.record, r.idx, a.kid, r.hash, r.status, r.version, r.cosigned, r.signers, r.assessment, r.round, "
     "r.rechecks, r.counted, r.day, r.site, r.region, r.programme, r.sector, r.programme_id, r.checklist, "
     "r.checklist_version, r.sha256, r.kind, r.grade, r.points, r.max, r.items, r.vetoes, r.agreed, r.agreed_by, "
     "r.ordered FROM statistics_records r LEFT JOIN authors a ON a.id = r.author ORDER BY r.record",
     1, "CREATE INDEX IF NOT EXISTS statistics_records_year ON statistics_records (counted, year, idx)"},
    {"statistics_sites", R"sql(
CREATE TABLE statistics_sites (
  site {text} PRIMARY KEY,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  sector {text} NOT NULL,
  level {text} NOT NULL,
  programme_id {text} NOT NULL
){keyed})sql",
     "SELECT site, region, programme, sector, level, programme_id FROM statistics_sites ORDER BY site", 1,
     "CREATE INDEX IF NOT EXISTS statistics_sites_region ON statistics_sites (region, programme);"
     "CREATE INDEX IF NOT EXISTS statistics_sites_programme ON statistics_sites (programme_id, region, level)"},
    {"statistics_programmes", R"sql(
CREATE TABLE statistics_programmes (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
     "SELECT id, idx, row FROM statistics_programmes ORDER BY id", 1},
    {"statistics_visits", R"sql(
CREATE TABLE statistics_visits (
  dimension {integer} NOT NULL,
  year {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  value {text} NOT NULL,
  checklist {text} NOT NULL,
  sha256 {bytes} NOT NULL,
  grade {text} NOT NULL,
  failed {integer} NOT NULL,
  n {integer} NOT NULL,
  scored {integer} NOT NULL,
  shares {integer} NOT NULL,
  PRIMARY KEY (dimension, year, region, programme, value, checklist, sha256, grade, failed)
){keyed})sql",
     // Authors are told by their keys, not by the numbers that the database gave.
     "SELECT v.dimension, v.year, v.region, v.programme, CASE v.dimension WHEN 4 THEN a.kid ELSE v.value END AS told, "
     "v.checklist, v.sha256, v.grade, v.failed, v.n, v.scored, v.shares FROM statistics_visits v LEFT JOIN authors a "
     "ON a.id = CASE WHEN v.dimension = 4 THEN {number v.value} END ORDER BY v.dimension, v.year, v.region, "
     "v.programme, told, "
     "v.checklist, v.sha256, v.grade, v.failed",
     9},
    {"statistics_items", R"sql(
CREATE TABLE statistics_items (
  year {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  checklist {text} NOT NULL,
  items {text} NOT NULL,
  PRIMARY KEY (year, region, programme, checklist)
){keyed})sql",
     "SELECT year, region, programme, checklist, items FROM statistics_items ORDER BY year, region, programme, "
     "checklist",
     4},
    {"statistics_burden", R"sql(
CREATE TABLE statistics_burden (
  site {text} NOT NULL,
  year {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  visit {text} NOT NULL,
  n {integer} NOT NULL,
  PRIMARY KEY (site, year, region, programme, visit)
){keyed})sql",
     "SELECT site, year, region, programme, visit, n FROM statistics_burden ORDER BY site, year, region, programme, "
     "visit",
     5,
     "CREATE INDEX IF NOT EXISTS statistics_burden_year ON statistics_burden (year, region, programme, site, "
     "visit, n)"},
    {"statistics_ordered", R"sql(
CREATE TABLE statistics_ordered (
  id {text} PRIMARY KEY,
  inspection {text} NOT NULL
){keyed})sql",
     "SELECT id, inspection FROM statistics_ordered ORDER BY id", 1},
    {"statistics_pairs", R"sql(
CREATE TABLE statistics_pairs (
  record {text} PRIMARY KEY,
  assessment {text} NOT NULL,
  site {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  year {text} NOT NULL,
  checklist {text} NOT NULL,
  difference {integer} NOT NULL
){keyed};
CREATE INDEX IF NOT EXISTS statistics_pairs_site ON statistics_pairs (site, checklist))sql",
     "SELECT record, assessment, site, region, programme, year, checklist, difference FROM statistics_pairs ORDER BY "
     "record",
     1},
    {"statistics_pair_counts", R"sql(
CREATE TABLE statistics_pair_counts (
  year {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  checklist {text} NOT NULL,
  n {integer} NOT NULL,
  higher {integer} NOT NULL,
  lower {integer} NOT NULL,
  total {integer} NOT NULL,
  apart {integer} NOT NULL,
  PRIMARY KEY (year, region, programme, checklist)
){keyed})sql",
     "SELECT year, region, programme, checklist, n, higher, lower, total, apart FROM statistics_pair_counts ORDER BY "
     "year, region, programme, checklist",
     4},
};
static_assert(static_cast<int>(StatisticDimension::author) == 4, "as the contents of statistics_visits name it");

}  // namespace

std::span<const Table> StatisticsProjection::tables() const {
    return kTables;
}

void StatisticsProjection::apply(const LoggedLine& line) {
    if (line.payload.type == "site.published") return applySite(line);
    if (line.payload.type == "programme.published") return applyProgramme(line);
    if (line.payload.type == records::kCheckProposed || line.payload.type == records::kCheckApproved)
        return applyCheck(line);
    // A task is an inspection's as well; what assigns one comes before.
    if (line.payload.type == records::kTaskAssigned) return applyTask(line);
    if (const auto id = records::inspectionOf(line.payload); !id.empty()) applyRecord(line, id);
}

void StatisticsProjection::applyRecord(const LoggedLine& line, const std::string& id) {
    const auto before = find(id);
    std::optional<records::InspectionRow> row;
    if (before) row = before->row;
    const auto* summary = line.reading.summary ? &*line.reading.summary : nullptr;
    // What was made in test mode has no row here, and nothing that follows finds one.
    if (summary && summary->test) return;
    const auto hash = row ? row->hash : Sha256{};
    if (!records::foldInspection(row, line.believed(), summary)) return;
    CountedRecord now{*row, {}, {}, {}, before && before->ordered};
    // Another version, or the first: what it says is what this line says.
    const bool version = !before || hash != row->hash;
    now.day = version ? dayOfCheck(line.payload) : before->day;
    now.items = version ? tallyOf(line.reading.items) : before->items;
    now.site = siteOf(row->site);
    now.ordered = now.ordered || isOrdered(textOr(line.payload.body, "task"));
    if (before) count(*before, -1);
    count(now, 1);
    put(now);
    // Where it stood first: its pair there goes before it has one elsewhere.
    if (before && (before->row.site != row->site || before->row.says.checklist.id != row->says.checklist.id))
        pair(before->row.site, before->row.says.checklist.id);
    pair(row->site, row->says.checklist.id);
}

// What was counted of the site is counted by what it is now.
void StatisticsProjection::applySite(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO statistics_sites (site, region, programme, sector, level, programme_id) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6) ON CONFLICT (site) DO UPDATE SET region = excluded.region, programme = excluded.programme, sector = "
        "excluded.sector, level = excluded.level, programme_id = excluded.programme_id";
    static constexpr const char* kRecords = "SELECT record FROM statistics_records WHERE site = ?1";
    const auto& body = line.payload.body;
    const CountedSite now{line.payload.region, textOr(body, "programme"), textOr(body, "sector"), textOr(body, "level"),
                          textOr(body, "programme_id")};
    const auto before = siteOf(line.payload.site);
    m_sql.use(kPut).with(line.payload.site, now.region, now.programme, now.sector, now.level, now.programmeId).run();
    if (before.programme == now.programme && before.sector == now.sector && before.programmeId == now.programmeId)
        return;
    std::vector<std::string> ids;
    {
        auto row = m_sql.use(kRecords);
        row.with(line.payload.site);
        while (row.step()) ids.push_back(row.text(0));
    }
    std::map<std::string, bool> checklists;
    for (const auto& id : ids) {
        auto record = find(id).value();
        count(record, -1);
        record.site = now;
        count(record, 1);
        put(record);
        checklists[record.row.says.checklist.id] = true;
    }
    for (const auto& [checklist, found] : checklists) pair(line.payload.site, checklist);
}

// A special check that was ordered from above, and the tasks that are for one: the inspection that names such a task is
// no visit by any rule. What was made before its check was proposed, as is only an urgent one, is none once the head
// has approved that.
void StatisticsProjection::applyCheck(const LoggedLine& line) {
    static constexpr const char* kMade = "SELECT inspection FROM statistics_ordered WHERE id = ?1";
    if (line.payload.type == records::kCheckProposed) {
        const auto check = records::readCheck(line.payload.body);
        if (check && !check->year.counted)
            order(line.payload.id, check->urgent ? check->urgent->inspection : std::string());
        return;
    }
    std::string inspection;
    {
        const auto of = records::checkOf(line.payload);
        auto row = m_sql.use(kMade);
        if (row.with(of).step()) inspection = row.text(0);
    }
    auto record = inspection.empty() ? std::nullopt : find(inspection);
    if (!record || record->ordered) return;
    count(*record, -1);
    record->ordered = true;
    count(*record, 1);
    put(*record);
}

void StatisticsProjection::applyTask(const LoggedLine& line) {
    if (isOrdered(textOr(line.payload.body, "check"))) order(records::taskOf(line.payload), {});
}

void StatisticsProjection::order(const std::string& id, const std::string& inspection) {
    static constexpr const char* kPut =
        "INSERT INTO statistics_ordered (id, inspection) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
    m_sql.use(kPut).with(id, inspection).run();
}

bool StatisticsProjection::isOrdered(const std::string& id) {
    static constexpr const char* kSql = "SELECT 1 FROM statistics_ordered WHERE id = ?1";
    return !id.empty() && m_sql.use(kSql).with(id).step();
}

void StatisticsProjection::applyProgramme(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO statistics_programmes (id, idx, row) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET idx = "
        "excluded.idx, row = excluded.row";
    const auto programme = records::readProgramme(line.payload.body);
    if (!programme) return;
    const auto text = toText(records::toBody(*programme));
    m_sql.use(kPut).with(programme->id, line.index, text).run();
}

std::optional<CountedRecord> StatisticsProjection::find(std::string_view id) {
    static constexpr const char* kSql =
        "SELECT r.idx, a.kid, r.hash, r.status, r.version, r.cosigned, r.signers, r.round, r.rechecks, r.day, r.site, "
        "r.region, r.programme, r.sector, r.programme_id, r.checklist, r.checklist_version, r.sha256, r.kind, r.grade, "
        "r.points, r.max, r.items, r.vetoes, r.agreed, r.agreed_by, r.ordered FROM statistics_records r JOIN authors a "
        "ON a.id = r.author WHERE r.record = ?1";
    auto found = m_sql.use(kSql);
    if (!found.with(id).step()) return std::nullopt;
    CountedRecord out;
    auto& row = out.row;
    row.id = id;
    row.first = found.count(0);
    row.kid = found.text(1);
    row.hash = found.hash(2);
    row.status = static_cast<records::InspectionStatus>(found.integer(3));
    row.version = static_cast<int>(found.integer(4));
    if (!found.isNull(5)) row.cosigned = found.hash(5);
    row.says.signers = static_cast<int>(found.integer(6));
    row.says.round = found.text(7);
    row.says.order = found.text(8);
    out.day = Day(std::chrono::days(found.integer(9)));
    row.site = found.text(10);
    row.region = found.text(11);
    out.site = {{}, found.text(12), found.text(13), {}, found.text(14)};
    row.says.checklist = {found.text(15), found.text(16), found.hash(17)};
    row.says.kind = found.text(18);
    row.says.grade = found.text(19);
    row.says.points = found.integer(20);
    row.says.max = found.integer(21);
    out.items = readItemTally(found.view(22));
    row.says.vetoes = static_cast<int>(found.integer(23));
    if (!found.isNull(24)) row.agreed = records::Agreement{found.hash(24), found.text(25)};
    out.ordered = found.integer(26) != 0;
    return out;
}

void StatisticsProjection::put(const CountedRecord& record) {
    static constexpr const char* kSql =
        "INSERT INTO statistics_records (record, idx, author, hash, status, version, cosigned, signers, assessment, "
        "round, rechecks, counted, day, year, month, site, region, programme, sector, programme_id, checklist, "
        "checklist_version, sha256, kind, grade, points, max, items, vetoes, agreed, agreed_by, ordered) VALUES (?1, "
        "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, "
        "?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32) ON CONFLICT (record) DO UPDATE SET hash = excluded.hash, status = "
        "excluded.status, version = excluded.version, cosigned = "
        "excluded.cosigned, signers = excluded.signers, assessment = excluded.assessment, round = excluded.round, "
        "rechecks = excluded.rechecks, counted = excluded.counted, day = excluded.day, year = excluded.year, month = "
        "excluded.month, site = excluded.site, region = excluded.region, programme = excluded.programme, sector = "
        "excluded.sector, programme_id = excluded.programme_id, checklist = excluded.checklist, checklist_version = "
        "excluded.checklist_version, sha256 = excluded.sha256, kind = excluded.kind, grade = excluded.grade, points = "
        "excluded.points, max = excluded.max, items = excluded.items, vetoes = excluded.vetoes, agreed = "
        "excluded.agreed, agreed_by = excluded.agreed_by, ordered = excluded.ordered";
    const auto& row = record.row;
    const auto& says = row.says;
    const auto author = m_writer.authorNumber(row.kid);
    const auto agreed = row.agreed ? std::optional(row.agreed->line) : std::nullopt;
    const auto agreedBy = row.agreed ? row.agreed->person : std::string();
    const auto year = record.year(), month = record.month(), items = keptText(record.items);
    m_sql.use(kSql)
        .with(row.id, *row.first, author, row.hash, row.status, row.version, row.cosigned, says.signers,
              says.isAssessment(), says.round, says.order, record.isCounted() && !says.isAssessment(),
              record.day.time_since_epoch().count(), year, month, row.site, row.region, record.site.programme,
              record.site.sector, record.site.programmeId, says.checklist.id, says.checklist.version,
              says.checklist.sha256, says.kind, says.grade, says.points, says.max, items, says.vetoes, agreed, agreedBy,
              record.ordered)
        .run();
}

CountedSite StatisticsProjection::siteOf(std::string_view site) {
    static constexpr const char* kSql =
        "SELECT region, programme, sector, level, programme_id FROM statistics_sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(site).step()) return {};
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)};
}

void StatisticsProjection::count(const CountedRecord& record, int by) {
    if (record.row.says.isAssessment()) return;
    m_counters.burden(record, by);
    if (!record.isCounted()) return;
    m_counters.visits(record, m_writer.authorNumber(record.row.kid), by);
    m_counters.items(record, by);
}

void StatisticsProjection::pair(std::string_view site, std::string_view checklist) {
    // Nothing to pair with, and no pair of before: so of most sites.
    static constexpr const char* kAny =
        "SELECT 1 FROM statistics_records WHERE site = ?1 AND checklist = ?2 AND assessment = 1 UNION ALL SELECT 1 "
        "FROM statistics_pairs WHERE site = ?1 AND checklist = ?2 LIMIT 1";
    static constexpr const char* kOld =
        "SELECT region, programme, year, difference FROM statistics_pairs WHERE site = ?1 AND checklist = ?2";
    static constexpr const char* kDrop = "DELETE FROM statistics_pairs WHERE site = ?1 AND checklist = ?2";
    static constexpr const char* kAll =
        "SELECT record, assessment, status, day, idx, points, max, region, programme, year, counted, rechecks FROM "
        "statistics_records WHERE site = ?1 AND checklist = ?2 AND max > 0 ORDER BY day, assessment DESC, idx";
    static constexpr const char* kPut =
        "INSERT INTO statistics_pairs (record, assessment, site, region, programme, year, checklist, difference) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    if (!m_sql.use(kAny).with(site, checklist).step()) return;
    std::vector<AssessedPair> old;
    {
        auto row = m_sql.use(kOld);
        row.with(site, checklist);
        while (row.step())
            old.push_back({row.text(0), row.text(1), row.text(2), std::string(checklist), row.integer(3)});
    }
    for (const auto& one : old) m_counters.pairs(one, -1);
    m_sql.use(kDrop).with(site, checklist).run();
    struct Found {
        std::string record, assessment;
        AssessedPair pair;
    };
    std::vector<Found> found;
    {
        std::string assessment;
        std::int64_t day = 0, share = 0;
        auto row = m_sql.use(kAll);
        row.with(site, checklist);
        while (row.step()) {
            const auto stands = static_cast<records::InspectionStatus>(row.integer(2));
            const auto mine = shareOf(row.integer(5), row.integer(6)).value();
            if (row.integer(1) == 1) {
                if (stands != records::InspectionStatus::submitted && stands != records::InspectionStatus::accepted)
                    continue;
                assessment = row.text(0);
                day = row.integer(3);
                share = mine;
            } else if (row.integer(10) == 1 && !assessment.empty() && row.integer(3) - day <= kPairedWithin.count()) {
                found.push_back({row.text(0),
                                 assessment,
                                 {row.text(7), row.text(8), row.text(9), std::string(checklist), share - mine}});
            }
        }
    }
    for (const auto& one : found) {
        m_sql.use(kPut)
            .with(one.record, one.assessment, site, one.pair.region, one.pair.programme, one.pair.year,
                  one.pair.checklist, one.pair.difference)
            .run();
        m_counters.pairs(one.pair, 1);
    }
}

}  // namespace plumb::server
