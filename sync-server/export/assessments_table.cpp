#include "sync-server/export/assessments_table.h"

#include <set>

#include "shared/domain/record_types.h"
#include "sync-server/export/answer_columns.h"
#include "sync-server/export/tuning.h"
#include "sync-server/projections/rounds/round_rows.h"

namespace plumb::server {
namespace {

std::string_view stateOf(const records::AssessmentRow& row) {
    return row.submitted ? records::statusName(row.submitted->status) : "filling";
}

std::optional<records::InspectionRow> submissionOf(const records::AssessmentRow& row, StoreReader& reader) {
    return row.submitted ? InspectionRows(reader).find(row.submitted->id) : std::nullopt;
}

// Under which version its answers are read.
records::ChecklistRef checklistOf(const records::AssessmentRow& row,
                                  const std::optional<records::InspectionRow>& submitted, StoreReader& reader) {
    if (submitted) return submitted->says.checklist;
    const auto round = RoundRows(reader).find(row.round);
    return round ? round->round.checklist : records::ChecklistRef{row.checklist, {}, {}};
}

bool isExported(const records::AssessmentRow& row, const AssessmentFilter& filter, const Principal& caller) {
    return row.region.starts_with(filter.region) && (filter.status.empty() || filter.status == stateOf(row)) &&
           domain::mayRead(caller.grants, "inspection.submitted", row.region, row.site, false);
}

void addAll(records::ReusedList<records::ScannedInspection::Named>& to,
            const std::map<std::string, std::string>& texts) {
    for (const auto& [name, text] : texts) {
        auto& one = to.add();
        one.name = name;
        one.text = text;
    }
}

}  // namespace

ExportCounts countAssessments(StoreReader& reader, const AssessmentFilter& filter, const ExportSetting& setting) {
    ExportCounts out;
    AssessmentRows(reader).each(filter.round, filter.site, setting.size, [&](const PlacedAssessment& placed) {
        if (!isExported(placed.row, filter, setting.caller)) return true;
        const auto checklist = checklistOf(placed.row, submissionOf(placed.row, reader), reader);
        if (!filter.checklist || *filter.checklist == checklist.sha256) out.add(checklist);
        return true;
    });
    return out;
}

AssessmentsTable::AssessmentsTable(const ExportSetting& setting, AssessmentFilter filter, bool answers)
    : m_setting(setting), m_filter(std::move(filter)), m_before(setting.size), m_names(setting) {
    for (const auto* key :
         {"round", "round_title", "site", "site_name", "region", "region_name", "checklist", "state", "items_answered",
          "contributors", "submission", "author", "checklist_title", "checklist_version", "points", "max", "grade"})
        m_columns.push_back(wordColumn(key, setting.language));
    m_columns.push_back(momentColumn("submitted", setting));
    m_columns.push_back(wordColumn("log_index", setting.language));
    m_columns.push_back(momentColumn("log_time", setting));
    if (!answers) return;
    m_answers = std::make_unique<AnswerColumns>(setting.checklists.find(*m_filter.checklist).value(), setting.language);
    const auto more = m_answers->columns();
    m_columns.insert(m_columns.end(), more.begin(), more.end());
}

AssessmentsTable::~AssessmentsTable() = default;

std::string AssessmentsTable::title() const {
    return m_answers ? m_answers->title() : exportWord("file.assessments", m_setting.language);
}

bool AssessmentsTable::readPage(StoreReader& reader) {
    m_page.clear();
    m_at = 0;
    if (m_last) return false;
    std::vector<PlacedAssessment> found;
    std::size_t looked = 0;
    m_last = true;
    AssessmentRows(reader).each(m_filter.round, m_filter.site, m_before, [&](const PlacedAssessment& placed) {
        if (looked++ == kExportPage) {
            m_last = false;
            return false;
        }
        m_before = placed.first;
        if (isExported(placed.row, m_filter, m_setting.caller)) found.push_back(placed);
        return true;
    });
    for (auto& placed : found) {
        auto submitted = submissionOf(placed.row, reader);
        if (m_filter.checklist && checklistOf(placed.row, submitted, reader).sha256 != *m_filter.checklist) continue;
        m_page.push_back({std::move(placed), std::move(submitted)});
    }
    return true;
}

bool AssessmentsTable::next(StoreReader& reader, ExportRow& row) {
    while (m_at == m_page.size()) {
        if (!readPage(reader)) return false;
    }
    fill(reader, m_page[m_at++], row);
    return true;
}

void AssessmentsTable::fill(StoreReader& reader, const Wanted& wanted, ExportRow& row) {
    const auto& assessment = wanted.placed.row;
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
    row.text(m_names.word("state", stateOf(assessment)));
    row.count(assessment.items.size());
    row.text(contributors);
    fillSubmission(wanted.submitted, row);
    row.count(wanted.placed.first);
    const auto received = reader.receivedAt(wanted.placed.first);
    row.moment(received ? m_setting.zone.text(*received) : "");
    if (site.latitude && site.longitude) row.position = Position{*site.latitude, *site.longitude};
    if (!m_answers) return;
    gather(reader, wanted);
    m_answers->fill(m_said, row);
}

// What the record that states the whole says, once there is one: submission, author, checklist, score, when.
void AssessmentsTable::fillSubmission(const std::optional<records::InspectionRow>& submitted, ExportRow& row) {
    if (!submitted) {
        for (int i = 0; i < 8; ++i) row.empty();
        return;
    }
    const auto& says = submitted->says;
    row.text(submitted->id);
    row.text(m_names.person(submitted->kid));
    row.text(m_names.checklist(says.checklist.sha256));
    row.text(says.checklist.version);
    row.points(says.points);
    row.points(says.max);
    row.text(m_names.grade(says.checklist.sha256, says.grade));
    row.moment(m_setting.zone.text(submitted->at.utc));
}

void AssessmentsTable::gather(StoreReader& reader, const Wanted& wanted) {
    m_said.clear();
    if (wanted.submitted) {
        const auto text = reader.line(*wanted.submitted->newest);
        // The payload stands behind the one space of the signature's part (record/line.h).
        if (!text || !records::scanInspection(std::string_view(*text).substr(text->find(' ') + 1), m_said))
            m_said.clear();
        return;
    }
    const auto answers = records::mergedAnswers(wanted.placed.row);
    addAll(m_said.answers, answers.values);
    addAll(m_said.reasons, answers.na);
    addAll(m_said.notes, answers.notes);
}

}  // namespace plumb::server
