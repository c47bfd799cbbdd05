#include "sync-server/projections/referrals/referral_rows.h"

#include <stdexcept>

namespace plumb::server {
namespace {

PlacedReferral referralAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept referral can not be read");
    return {records::referralFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedReferral> ReferralRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM referrals WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return referralAt(row);
}

void ReferralRows::each(std::uint64_t before, const std::function<bool(const PlacedReferral&)>& take) {
    static constexpr const char* kSql = "SELECT idx, row FROM referrals WHERE idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(kSql);
    row.with(before);
    while (row.step()) {
        if (!take(referralAt(row))) break;
    }
}

std::vector<records::ReferralRow> ReferralRows::of(std::string_view inspection) {
    static constexpr const char* kSql = "SELECT idx, row FROM referrals WHERE inspection = ?1 ORDER BY idx";
    std::vector<records::ReferralRow> out;
    auto row = m_sql.use(kSql);
    row.with(inspection);
    while (row.step()) out.push_back(referralAt(row).row);
    return out;
}

std::vector<std::uint64_t> ReferralRows::linesOf(std::string_view inspection) {
    static constexpr const char* kSql =
        "SELECT l.idx FROM referral_lines l JOIN referrals r ON r.id = l.referral WHERE r.inspection = ?1 ORDER BY "
        "l.idx";
    std::vector<std::uint64_t> out;
    auto row = m_sql.use(kSql);
    row.with(inspection);
    while (row.step()) out.push_back(row.count(0));
    return out;
}

std::vector<ReferralTally> ReferralRows::tallies() {
    static constexpr const char* kSql =
        "SELECT kind, state, year, region, site, n, items FROM referral_tallies WHERE n <> 0";
    std::vector<ReferralTally> out;
    auto row = m_sql.use(kSql);
    while (row.step())
        out.push_back({static_cast<domain::Supervision>(row.integer(0)),
                       static_cast<records::ReferralState>(row.integer(1)), row.text(2), row.text(3), row.text(4),
                       row.count(5), row.count(6)});
    return out;
}

}  // namespace plumb::server
