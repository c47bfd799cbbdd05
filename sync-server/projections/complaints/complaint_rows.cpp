#include "sync-server/projections/complaints/complaint_rows.h"

#include <stdexcept>

#include "shared/records/voice/complaint_json.h"

namespace plumb::server {
namespace {

PlacedComplaint complaintAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept complaint can not be read");
    return {records::complaintFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedComplaint> ComplaintRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM complaints WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return complaintAt(row);
}

std::optional<PlacedComplaint> ComplaintRows::ofReceipt(const Sha256& receipt) {
    static constexpr const char* kSql = "SELECT idx, row FROM complaints WHERE receipt = ?1 ORDER BY idx LIMIT 1";
    const auto hex = receipt.hex();
    auto row = m_sql.use(kSql);
    if (!row.with(hex).step()) return std::nullopt;
    return complaintAt(row);
}

void ComplaintRows::each(std::optional<records::ComplaintState> state, std::uint64_t before,
                         const std::function<bool(const PlacedComplaint&)>& take) {
    static constexpr const char* kAll = "SELECT idx, row FROM complaints WHERE idx < ?1 ORDER BY idx DESC";
    static constexpr const char* kOne =
        "SELECT idx, row FROM complaints WHERE state = ?2 AND idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(state ? kOne : kAll);
    state ? row.with(before, *state) : row.with(before);
    while (row.step()) {
        if (!take(complaintAt(row))) break;
    }
}

std::string ComplaintRows::against(std::uint64_t index) {
    static constexpr const char* kSql = "SELECT against FROM complaint_lines WHERE idx = ?1";
    auto row = m_sql.use(kSql);
    return row.with(index).step() ? std::string(row.view(0)) : std::string();
}

std::vector<std::uint64_t> ComplaintRows::linesOf(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx FROM complaint_lines WHERE complaint = ?1 ORDER BY idx";
    std::vector<std::uint64_t> out;
    auto row = m_sql.use(kSql);
    row.with(id);
    while (row.step()) out.push_back(row.count(0));
    return out;
}

}  // namespace plumb::server
