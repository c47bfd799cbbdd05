#include "sync-server/projections/referrals/referrals_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {
    {"referrals", R"sql(
CREATE TABLE referrals (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  inspection {text} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
     "SELECT id, idx, inspection, row FROM referrals ORDER BY id", 1,
     "CREATE INDEX IF NOT EXISTS referrals_idx ON referrals (idx);"
     "CREATE INDEX IF NOT EXISTS referrals_inspection ON referrals (inspection, idx)"},
    {"referral_lines", R"sql(
CREATE TABLE referral_lines (
  idx {integer} PRIMARY KEY,
  referral {text} NOT NULL
){rows})sql",
     "SELECT idx, referral FROM referral_lines ORDER BY idx", 1,
     "CREATE INDEX IF NOT EXISTS referral_lines_referral ON referral_lines (referral, idx)"},
    {"referral_tallies", R"sql(
CREATE TABLE referral_tallies (
  kind {integer} NOT NULL,
  state {integer} NOT NULL,
  year {text} NOT NULL,
  region {text} NOT NULL,
  site {text} NOT NULL,
  n {integer} NOT NULL,
  items {integer} NOT NULL,
  PRIMARY KEY (kind, state, year, region, site)
){keyed})sql",
     "SELECT kind, state, year, region, site, n, items FROM referral_tallies WHERE n <> 0 ORDER BY kind, state, year, "
     "region, site",
     5}};

}  // namespace

std::span<const Table> ReferralsProjection::tables() const {
    return kTables;
}

void ReferralsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO referrals (id, idx, inspection, row) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET row = "
        "excluded.row";
    static constexpr const char* kLine = "INSERT INTO referral_lines (idx, referral) VALUES (?1, ?2)";
    const auto id = records::referralOf(line.payload);
    if (id.empty()) return;
    m_sql.use(kLine).with(line.index, id).run();
    auto before = m_rows.find(id);
    std::optional<records::ReferralRow> row;
    if (before) row = before->row;
    if (!records::foldReferral(row, line.believed())) return;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut).with(row->id, before ? before->index : line.index, row->says.of, text).run();
    if (before) count(before->row, -1);
    count(*row, 1);
}

void ReferralsProjection::count(const records::ReferralRow& row, int by) {
    static constexpr const char* kSql =
        "INSERT INTO referral_tallies (kind, state, year, region, site, n, items) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
        "ON CONFLICT (kind, state, year, region, site) DO UPDATE SET n = referral_tallies.n + excluded.n, items = "
        "referral_tallies.items + excluded.items";
    const auto year = dayText(row.says.day).substr(0, 4);
    const auto items = by * static_cast<std::int64_t>(row.says.items.size());
    m_sql.use(kSql).with(row.says.kind, records::stateOf(row), year, row.region, row.site, by, items).run();
}

}  // namespace plumb::server
