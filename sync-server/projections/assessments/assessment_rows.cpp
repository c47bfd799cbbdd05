#include "sync-server/projections/assessments/assessment_rows.h"

#include "shared/records/assessment/assessment_json.h"
#include "sync-server/store/entry_columns.h"

namespace plumb::server {
namespace {

PlacedAssessment assessmentAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept self-assessment can not be read");
    return {records::assessmentFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedAssessment> AssessmentRows::find(const records::AssessmentKey& key) {
    static constexpr const char* kBySubmission = "SELECT idx, row FROM assessments WHERE submission = ?1";
    static constexpr const char* kByKey =
        "SELECT idx, row FROM assessments WHERE site = ?1 AND round = ?2 AND checklist = ?3";
    if (key.site.empty()) {
        auto row = m_sql.use(kBySubmission);
        if (key.submission.empty() || !row.with(key.submission).step()) return std::nullopt;
        return assessmentAt(row);
    }
    auto row = m_sql.use(kByKey);
    if (!row.with(key.site, key.round, key.checklist).step()) return std::nullopt;
    return assessmentAt(row);
}

void AssessmentRows::each(std::string_view round, std::string_view site, std::uint64_t before,
                          const std::function<bool(const PlacedAssessment&)>& take) {
    static constexpr const char* kSql =
        "SELECT idx, row FROM assessments WHERE idx < ?1 AND (?2 = '' OR round = ?2) AND (?3 = '' OR site = ?3) ORDER "
        "BY idx DESC";
    auto row = m_sql.use(kSql);
    row.with(before, round, site);
    while (row.step()) {
        if (!take(assessmentAt(row))) break;
    }
}

std::vector<AssessmentProgress> AssessmentRows::progress(std::string_view round, std::string_view checklist) {
    static constexpr const char* kSql =
        "SELECT site, region, submission, idx, answered, status, version, handed_in FROM assessments WHERE round = ?1 "
        "AND checklist = ?2";
    auto row = m_sql.use(kSql);
    row.with(round, checklist);
    std::vector<AssessmentProgress> out;
    while (row.step()) {
        auto& one = out.emplace_back(AssessmentProgress{row.text(0),
                                                        row.text(1),
                                                        row.text(2),
                                                        row.count(3),
                                                        row.count(4),
                                                        {},
                                                        static_cast<int>(row.integer(6)),
                                                        {}});
        if (row.integer(5) != kNoNumber) one.status = static_cast<records::InspectionStatus>(row.integer(5));
        if (row.integer(7) != kNoNumber) one.handedIn = Day(std::chrono::days(row.integer(7)));
    }
    return out;
}

std::vector<Entry> AssessmentRows::contributions(std::uint64_t first, std::uint64_t before, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM assessment_lines c JOIN entries e ON e.idx = c.line JOIN authors a ON a.id = e.author "
        "WHERE c.idx = ?1 AND c.line < ?2 ORDER BY c.line LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(first, before, limit);
    return entriesOf(row);
}

}  // namespace plumb::server
