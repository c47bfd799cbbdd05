#include "sync-server/projections/ratings/rating_rows.h"

#include <stdexcept>

namespace plumb::server {
namespace {

template <class Says>
Says keptAs(std::string_view text, Result<Says> (*read)(const json::object&)) {
    const auto value = parseJson(text);
    auto says = value && value->is_object() ? read(value->get_object()) : Result<Says>(fail(Error{}));
    if (!says) throw std::runtime_error("kept ratings can not be read");
    return std::move(*says);
}

}  // namespace

std::optional<RatedVisit> RatingRows::visitOf(const Sha256& code) {
    static constexpr const char* kSql = "SELECT inspection, kid, region, at FROM visit_codes WHERE code = ?1";
    const auto hex = code.hex();
    auto row = m_sql.use(kSql);
    if (!row.with(hex).step()) return std::nullopt;
    return RatedVisit{row.text(0), row.text(1), row.text(2), parseInstant(row.view(3)).value()};
}

void RatingRows::counted(int year, const std::function<void(const CountedRatings&)>& take) {
    static constexpr const char* kSql =
        "SELECT idx, region, row FROM rating_counts WHERE year = ?1 ORDER BY quarter, region, idx";
    auto row = m_sql.use(kSql);
    row.with(year);
    while (row.step()) take({row.count(0), row.text(1), keptAs(row.view(2), records::readRatingCounted)});
}

void RatingRows::said(std::uint64_t before, const std::function<bool(const SaidRatings&)>& take) {
    static constexpr const char* kSql = "SELECT idx, region, row FROM rating_texts WHERE idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(kSql);
    row.with(before);
    while (row.step()) {
        if (!take({row.count(0), row.text(1), keptAs(row.view(2), records::readRatingSaid)})) break;
    }
}

}  // namespace plumb::server
