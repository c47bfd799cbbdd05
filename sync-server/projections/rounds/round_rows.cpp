#include "sync-server/projections/rounds/round_rows.h"

namespace plumb::server {
namespace {

PublishedRound roundAt(sql::Use& row) {
    const auto kept = parseJson(row.view(2));
    auto round = kept && kept->is_object() ? records::readRound(kept->get_object())
                                           : Result<records::Round>(fail(ErrorKind::broken, "broken", "a kept round"));
    if (!round) throw std::runtime_error("a kept round can not be read: " + round.error().detail);
    return {std::move(*round), row.text(1), row.count(0)};
}

}  // namespace

std::optional<PublishedRound> RoundRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, region, body FROM rounds WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return roundAt(row);
}

std::vector<PublishedRound> RoundRows::all() {
    static constexpr const char* kSql = "SELECT idx, region, body FROM rounds ORDER BY idx DESC";
    auto row = m_sql.use(kSql);
    std::vector<PublishedRound> out;
    while (row.step()) out.push_back(roundAt(row));
    return out;
}

}  // namespace plumb::server
