#include "sync-server/projections/feedback/feedback_rows.h"

#include <stdexcept>

#include "sync-server/store/entry_columns.h"

namespace plumb::server {
namespace {

PlacedFeedback feedbackAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("kept feedback can not be read");
    return {records::feedbackFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::string_view classOf(const records::FeedbackRow& row) {
    return row.answer ? records::feedbackClassName(row.answer->says.as) : std::string_view();
}

std::vector<Entry> FeedbackRows::lines(const std::optional<FeedbackClause>& of, std::uint64_t after,
                                       std::uint64_t before, std::size_t limit) {
    static constexpr const char* kAll =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM feedback f JOIN entries e ON e.idx = f.idx JOIN authors a ON a.id = e.author "
        "WHERE f.idx >= ?1 AND f.idx < ?2 ORDER BY f.idx LIMIT ?3";
    static constexpr const char* kOne =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM feedback f JOIN entries e ON e.idx = f.idx JOIN authors a ON a.id = e.author "
        "WHERE f.standard = ?4 AND f.clause = ?5 AND f.idx >= ?1 AND f.idx < ?2 ORDER BY f.idx LIMIT ?3";
    auto row = m_sql.use(of ? kOne : kAll);
    of ? row.with(after, before, limit, of->standard, of->clause) : row.with(after, before, limit);
    return entriesOf(row);
}

std::optional<PlacedFeedback> FeedbackRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM feedback_said WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return feedbackAt(row);
}

void FeedbackRows::each(const std::optional<FeedbackClause>& of, std::uint64_t before,
                        const std::function<bool(const PlacedFeedback&)>& take) {
    static constexpr const char* kAll = "SELECT idx, row FROM feedback_said WHERE idx < ?1 ORDER BY idx DESC";
    static constexpr const char* kOne =
        "SELECT idx, row FROM feedback_said WHERE standard = ?2 AND clause = ?3 AND idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(of ? kOne : kAll);
    of ? row.with(before, of->standard, of->clause) : row.with(before);
    while (row.step()) {
        if (!take(feedbackAt(row))) break;
    }
}

void FeedbackRows::saidBy(std::string_view kid, const std::function<void(const PlacedFeedback&)>& take) {
    static constexpr const char* kSql = "SELECT idx, row FROM feedback_said WHERE kid = ?1 ORDER BY idx DESC";
    auto row = m_sql.use(kSql);
    row.with(kid);
    while (row.step()) take(feedbackAt(row));
}

void FeedbackRows::counts(const std::function<void(const FeedbackCount&)>& take) {
    static constexpr const char* kSql =
        "SELECT standard, clause, region, class, n FROM feedback_counts ORDER BY standard, clause, region, class";
    auto row = m_sql.use(kSql);
    while (row.step()) take({{row.text(0), row.text(1)}, row.text(2), row.text(3), row.integer(4)});
}

std::optional<PlacedFeedback> FeedbackRows::newest(const FeedbackClause& of) {
    std::optional<PlacedFeedback> out;
    each(of, std::uint64_t{1} << 62, [&](const PlacedFeedback& found) {
        out = found;
        return false;
    });
    return out;
}

}  // namespace plumb::server
