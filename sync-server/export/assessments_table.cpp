#include "sync-server/export/assessments_table.h"

#include <set>

#include "shared/domain/record_types.h"
#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/summary.h"
#include "sync-server/export/tuning.h"
#include "sync-server/projections/rounds/round_rows.h"

namespace plumb::server {

AssessmentsTable::AssessmentsTable(const ExportSetting& setting, AssessmentFilter filter)
    : m_setting(setting), m_filter(std::move(filter)), m_before(setting.size), m_names(setting) {
    for (const auto* key :
         {"round", "round_title", "site", "site_name", "region", "region_name", "checklist", "state", "items_answered",
          "contributors", "submission", "author", "checklist_title", "checklist_version", "points", "max", "grade"})
        m_columns.push_back(wordColumn(key, setting.language));
    m_columns.push_back(momentColumn("submitted", setting));
    m_columns.push_back(wordColumn("log_index", setting.language));
    m_columns.push_back(momentColumn("log_time", setting));
}

std::string AssessmentsTable::title() const {
    return exportWord("file.assessments", m_setting.language);
}

bool AssessmentsTable::readPage(StoreReader& reader) {
    m_page.clear();
    m_at = 0;
    if (m_last) return false;
    std::size_t looked = 0;
    m_last = true;
    AssessmentRows(reader).each(m_filter.round, m_filter.site, m_before, [&](const PlacedAssessment& placed) {
        if (looked++ == kExportPage) {
            m_last = false;
            return false;
        }
        m_before = placed.first;
        const auto& row = placed.row;
        const bool fits = !m_filter.status || (row.submitted && row.submitted->status == *m_filter.status);
        if (fits && row.region.starts_with(m_filter.region) &&
            domain::mayRead(m_setting.caller.grants, "inspection.submitted", row.region, row.site, false))
            m_page.push_back(placed);
        return true;
    });
    return true;
}

bool AssessmentsTable::next(StoreReader& reader, ExportRow& row) {
    while (m_at == m_page.size()) {
        if (!readPage(reader)) return false;
    }
    fill(reader, m_page[m_at++], row);
    return true;
}

void AssessmentsTable::fill(StoreReader& reader, const PlacedAssessment& placed, ExportRow& row) {
    const auto& assessment = placed.row;
    const auto& site = m_sites.find(reader, assessment.site);
    const auto round = RoundRows(reader).find(assessment.round);
    std::set<std::string> names;
    for (const auto& [id, item] : assessment.items) names.insert(m_names.person(item.kid));
    std::string contributors;
    for (const auto& name : names)
        contributors.append(contributors.empty() ? "" : m_setting.language == ExportLanguage::zh ? "、" : ", ") += name;
    row.text(assessment.round);
    row.text(round ? round->round.title.in(codeOf(m_setting.language)) : std::string());
    row.text(assessment.site);
    row.text(site.name);
    row.text(assessment.region);
    row.text(m_names.region(assessment.region));
    row.text(assessment.checklist);
    row.text(assessment.submitted ? m_names.word("state", records::statusName(assessment.submitted->status))
                                  : m_names.word("state", "filling"));
    row.count(assessment.items.size());
    row.text(contributors);
    fillSubmission(reader, assessment, row);
    row.count(placed.first);
    const auto received = reader.receivedAt(placed.first);
    row.moment(received ? m_setting.zone.text(*received) : "");
    if (site.latitude && site.longitude) row.position = Position{*site.latitude, *site.longitude};
}

// What the record that states the whole says, once there is one: submission, author, checklist, score, when.
void AssessmentsTable::fillSubmission(StoreReader& reader, const records::AssessmentRow& assessment, ExportRow& row) {
    constexpr std::size_t kCells = 8;
    const auto end = row.size() + kCells;
    if (const auto& submitted = assessment.submitted) {
        row.text(submitted->id);
        row.text(m_names.person(submitted->kid));
        const auto entry = reader.entryByHash(submitted->newest);
        auto text = entry ? reader.line(entry->index) : std::nullopt;
        const auto line = text ? record::Line::parse(std::move(*text)) : fail(ErrorKind::notFound, "", "");
        const auto payload = line ? record::parsePayload(line->payload()) : fail(line.error());
        const auto says = payload ? records::readSummary(payload->body) : fail(payload.error());
        if (says) {
            row.text(m_names.checklist(says->checklist.sha256));
            row.text(says->checklist.version);
            row.points(says->points);
            row.points(says->max);
            row.text(m_names.grade(says->checklist.sha256, says->grade));
            row.moment(m_setting.zone.text(payload->at.utc));
        }
    }
    while (row.size() < end) row.empty();
}

}  // namespace plumb::server
