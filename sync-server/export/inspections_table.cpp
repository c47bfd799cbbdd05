#include "sync-server/export/inspections_table.h"

#include "shared/domain/record_types.h"
#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/body.h"
#include "sync-server/export/answer_columns.h"
#include "sync-server/export/tuning.h"

namespace plumb::server {
namespace {

std::string momentOf(const Instant& instant, const Zone& zone) {
    return zone.text(instant.utc);
}

std::string joined(const std::vector<std::string>& names, ExportLanguage language) {
    std::string out;
    for (const auto& name : names) out.append(out.empty() ? "" : language == ExportLanguage::zh ? "、" : ", ") += name;
    return out;
}

}  // namespace

bool isExported(const records::InspectionRow& row, const InspectionFilter& filter, const Principal& caller) {
    if (filter.status && row.status != *filter.status) return false;
    if (!row.region.starts_with(filter.region)) return false;
    if (!filter.site.empty() && row.site != filter.site) return false;
    if (filter.checklist && row.says.checklist.sha256 != *filter.checklist) return false;
    return domain::mayRead(caller.grants, "inspection.submitted", row.region, row.site, row.kid == caller.kid);
}

InspectionCounts countInspections(StoreReader& reader, const InspectionFilter& filter, const ExportSetting& setting) {
    InspectionCounts out;
    InspectionRows(reader).each(std::nullopt, [&](const records::InspectionRow& row) {
        if (*row.first >= setting.size) return false;
        if (!isExported(row, filter, setting.caller)) return true;
        ++out.rows;
        auto& [checklist, count] = out.checklists[row.says.checklist.sha256];
        checklist = row.says.checklist;
        ++count;
        return true;
    });
    return out;
}

InspectionsTable::InspectionsTable(const ExportSetting& setting, InspectionFilter filter, bool answers)
    : m_setting(setting), m_filter(std::move(filter)) {
    const auto word = [&](std::string_view key) { m_columns.push_back(wordColumn(key, setting.language)); };
    for (const auto* key : {"id", "version", "state", "site", "site_name", "region", "region_name", "kind", "checklist",
                            "checklist_title", "checklist_version"})
        word(key);
    for (const auto* key : {"started", "finished"}) m_columns.push_back(momentColumn(key, setting));
    for (const auto* key : {"author", "team", "log_index"}) word(key);
    m_columns.push_back(momentColumn("log_time", setting));
    for (const auto* key : {"points", "max", "grade", "vetoes", "findings", "files", "line"}) word(key);
    if (!answers) return;
    m_answers = std::make_unique<AnswerColumns>(setting.checklists.find(*m_filter.checklist).value(), setting.language);
    const auto more = m_answers->columns();
    m_columns.insert(m_columns.end(), more.begin(), more.end());
}

InspectionsTable::~InspectionsTable() = default;

std::string InspectionsTable::title() const {
    if (!m_answers) return exportWord("file.inspections", m_setting.language);
    return m_answers->title();
}

bool InspectionsTable::readPage(StoreReader& reader) {
    m_page.clear();
    m_at = 0;
    if (m_last) return false;
    std::size_t looked = 0;
    m_last = true;
    InspectionRows(reader).each(m_after, [&](const records::InspectionRow& row) {
        if (*row.first >= m_setting.size) return false;
        if (looked++ == kExportPage) {
            m_last = false;
            return false;
        }
        m_after = row.first;
        if (isExported(row, m_filter, m_setting.caller)) m_page.push_back(row);
        return true;
    });
    return true;
}

bool InspectionsTable::next(StoreReader& reader, ExportRow& row) {
    while (m_at == m_page.size()) {
        if (!readPage(reader)) return false;
    }
    fill(reader, m_page[m_at++], row);
    return true;
}

void InspectionsTable::fill(StoreReader& reader, const records::InspectionRow& inspection, ExportRow& row) {
    const auto language = m_setting.language;
    const auto code = codeOf(language);
    const auto& says = inspection.says;
    const auto& site = m_sites.find(reader, inspection.site);
    const auto checklist = m_setting.checklists.find(says.checklist.sha256);
    // What a log took in before a rule was made keeps its row, and says no more than the list does.
    std::optional<records::InspectionBody> body;
    if (auto text = reader.line(*inspection.newest)) {
        const auto line = record::Line::parse(std::move(*text));
        const auto payload = line ? record::parsePayload(line->payload()) : fail(line.error());
        if (payload) {
            auto read = records::readInspection(payload->body);
            if (read) body = std::move(*read);
        }
    }
    row.text(inspection.id);
    row.count(static_cast<std::uint64_t>(inspection.version));
    row.text(exportWord("state." + std::string(records::statusName(inspection.status)), language));
    row.text(inspection.site);
    row.text(site.name);
    row.text(inspection.region);
    row.text(regionName(inspection.region, language));
    row.text(says.kind.empty() ? "" : exportWord("kind." + says.kind, language));
    row.text(says.checklist.id);
    row.text(checklist ? (*checklist)->title.in(code) : std::string());
    row.text(says.checklist.version);
    row.moment(body ? momentOf(body->started, m_setting.zone) : "");
    row.moment(body ? momentOf(body->finished, m_setting.zone) : "");
    const auto person = m_setting.trust.personName(inspection.kid);
    row.text(person.empty() ? inspection.kid : person);
    row.text(body ? joined(body->team, language) : std::string());
    row.count(*inspection.first);
    const auto received = reader.receivedAt(*inspection.first);
    row.moment(received ? m_setting.zone.text(*received) : "");
    row.points(says.points);
    row.points(says.max);
    const auto* grade = checklist ? (*checklist)->grade(says.grade) : nullptr;
    row.text(grade ? grade->label.in(code) : says.grade);
    row.count(static_cast<std::uint64_t>(says.vetoes));
    row.count(static_cast<std::uint64_t>(says.findings));
    row.count(static_cast<std::uint64_t>(inspection.files));
    row.text(inspection.hash.hex());
    if (site.latitude && site.longitude) row.position = Position{*site.latitude, *site.longitude};
    if (m_answers) m_answers->fill(body ? &*body : nullptr, row);
}

}  // namespace plumb::server
