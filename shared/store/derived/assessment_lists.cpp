// The lists of self-assessments and of their rounds.
#include "shared/records/assessment/assessment_json.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/derived/keys.h"

namespace plumb::store {
namespace {

records::AssessmentRow rowOf(const std::string& text) {
    return records::assessmentFromJson(parseJson(text).value().as_object());
}

}  // namespace

std::optional<records::AssessmentRow> DerivedTables::assessment(const std::string& site, const std::string& round,
                                                                const std::string& checklist) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT row FROM assessment WHERE site = (SELECT key FROM site WHERE id = ?) AND round = ? AND checklist = ?");
    get->bind(1, site);
    get->bind(2, round);
    get->bind(3, checklist);
    if (!get->executeStep()) return std::nullopt;
    return rowOf(get->getColumn(0).getString());
}

std::optional<records::AssessmentRow> DerivedTables::assessmentOf(const std::string& submission) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept("SELECT row FROM assessment WHERE submission = ? AND submission <> ''");
    get->bind(1, submission);
    if (!get->executeStep()) return std::nullopt;
    return rowOf(get->getColumn(0).getString());
}

AssessmentPage DerivedTables::assessments(const AssessmentFilter& filter, std::size_t offset, std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    static const std::string where =
        " FROM assessment WHERE (?1 = '' OR site = (SELECT key FROM site WHERE id = ?1)) AND (?2 = '' OR round = ?2) "
        "AND (?3 = '' OR checklist = ?3) AND (?4 < 0 OR (submission <> '') = ?4)";
    static const std::string all = "SELECT row" + where + " ORDER BY through DESC, key DESC LIMIT ?5 OFFSET ?6";
    static const std::string count = "SELECT count(*)" + where;
    const auto bind = [&](SQLite::Statement& to) {
        to.bind(1, filter.site);
        to.bind(2, filter.round);
        to.bind(3, filter.checklist);
        to.bind(4, !filter.submitted ? -1 : *filter.submitted ? 1 : 0);
    };
    AssessmentPage out;
    out.complete = m_complete;
    const auto total = m_tables->kept(count);
    bind(*total);
    total->executeStep();
    out.total = static_cast<std::size_t>(total->getColumn(0).getInt64());
    const auto get = m_tables->kept(all);
    bind(*get);
    get->bind(5, static_cast<std::int64_t>(limit));
    get->bind(6, static_cast<std::int64_t>(offset));
    while (get->executeStep()) out.rows.push_back(rowOf(get->getColumn(0).getString()));
    return out;
}

std::optional<std::string> DerivedTables::assessmentBeside(const std::string& site, const std::string& checklist,
                                                           const std::string& record) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT submission FROM assessment WHERE site = (SELECT key FROM site WHERE id = ?1) AND checklist = ?2 AND "
        "submission <> '' AND first < COALESCE((SELECT rank FROM inspection WHERE id = ?3), 9223372036854775807) "
        "ORDER BY first DESC LIMIT 1");
    get->bind(1, site);
    get->bind(2, checklist);
    bindId(*get, 3, record);
    if (!get->executeStep()) return std::nullopt;
    return get->getColumn(0).getString();
}

std::vector<PublishedRound> DerivedTables::roundsFor(const std::string& site, const std::string& siteRegion,
                                                     Day day) const {
    const std::lock_guard guard(m_mutex);
    const auto get =
        m_tables->kept("SELECT body, region FROM round WHERE closed = 0 AND opens <= ? ORDER BY closes, id");
    get->bind(1, static_cast<std::int64_t>(day.time_since_epoch().count()));
    std::vector<PublishedRound> out;
    while (get->executeStep()) {
        auto round = records::readRound(parseJson(get->getColumn(0).getString()).value().as_object());
        if (!round || !round->isFor(site, siteRegion, get->getColumn(1).getString())) continue;
        out.push_back({std::move(*round), get->getColumn(1).getString()});
    }
    return out;
}

std::optional<PublishedRound> DerivedTables::round(const std::string& id) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept("SELECT body, region FROM round WHERE id = ?");
    get->bind(1, id);
    if (!get->executeStep()) return std::nullopt;
    auto round = records::readRound(parseJson(get->getColumn(0).getString()).value().as_object());
    if (!round) return std::nullopt;
    return PublishedRound{std::move(*round), get->getColumn(1).getString()};
}

}  // namespace plumb::store
