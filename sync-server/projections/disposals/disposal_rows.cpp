#include "sync-server/projections/disposals/disposal_rows.h"

#include <stdexcept>

namespace plumb::server {
namespace {

PlacedDisposal disposalAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept list of disposal can not be read");
    return {records::disposalFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedDisposal> DisposalRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM disposals WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return disposalAt(row);
}

void DisposalRows::each(std::uint64_t before, const std::function<bool(const PlacedDisposal&)>& take) {
    static constexpr const char* kSql = "SELECT idx, row FROM disposals WHERE idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(kSql);
    row.with(before);
    while (row.step()) {
        if (!take(disposalAt(row))) break;
    }
}

std::optional<DisposedCase> DisposalRows::disposed(std::string_view inspection) {
    static constexpr const char* kSql = "SELECT disposal, idx, kid, day FROM disposed_cases WHERE record = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(inspection).step()) return std::nullopt;
    return DisposedCase{row.text(0), row.count(1), row.text(2), Day(std::chrono::days(row.integer(3)))};
}

std::string DisposalRows::waiting(std::string_view inspection) {
    static constexpr const char* kSql =
        "SELECT disposal FROM proposed_cases WHERE record = ?1 AND waits = 1 ORDER BY disposal LIMIT 1";
    auto row = m_sql.use(kSql);
    return row.with(inspection).step() ? row.text(0) : std::string();
}

void DisposalRows::eachDisposed(std::uint64_t from,
                                const std::function<void(const std::string& inspection, std::uint64_t index)>& take) {
    static constexpr const char* kSql = "SELECT record, idx FROM disposed_cases WHERE idx >= ?1 ORDER BY idx, record";
    auto row = m_sql.use(kSql);
    row.with(from);
    while (row.step()) take(row.text(0), row.count(1));
}

std::uint64_t DisposalRows::nextDisposed() {
    static constexpr const char* kSql = "SELECT max(idx) FROM disposed_cases";
    auto row = m_sql.use(kSql);
    return row.step() && !row.isNull(0) ? row.count(0) + 1 : 0;
}

}  // namespace plumb::server
