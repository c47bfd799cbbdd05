#include "sync-server/export/inspections_table.h"

#include "shared/domain/record_types.h"
#include "sync-server/export/answer_columns.h"
#include "sync-server/export/tuning.h"

namespace plumb::server {
namespace {

std::string joined(const records::ReusedList<std::string>& names, ExportLanguage language) {
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

ExportCounts countInspections(StoreReader& reader, const InspectionFilter& filter, const ExportSetting& setting) {
    ExportCounts out;
    InspectionRows(reader).each(std::nullopt, [&](const records::InspectionRow& row) {
        if (*row.first >= setting.size) return false;
        if (!isExported(row, filter, setting.caller)) return true;
        out.add(row.says.checklist);
        return true;
    });
    return out;
}

InspectionsTable::InspectionsTable(const ExportSetting& setting, InspectionFilter filter, bool answers)
    : m_setting(setting), m_filter(std::move(filter)), m_names(setting) {
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
    if (m_filter.only) {
        readOnly(reader);
        return true;
    }
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

void InspectionsTable::readOnly(StoreReader& reader) {
    InspectionRows rows(reader);
    const auto end = std::min(m_filter.only->size(), m_taken + kExportPage);
    for (; m_taken < end; ++m_taken) {
        const auto row = rows.at((*m_filter.only)[m_taken]);
        if (row && *row->first < m_setting.size && isExported(*row, m_filter, m_setting.caller)) m_page.push_back(*row);
    }
    m_last = m_taken == m_filter.only->size();
}

bool InspectionsTable::next(StoreReader& reader, ExportRow& row) {
    while (m_at == m_page.size()) {
        if (!readPage(reader)) return false;
    }
    fill(reader, m_page[m_at++], row);
    return true;
}

void InspectionsTable::scan(StoreReader& reader, std::uint64_t index) {
    m_scanned.clear();
    const auto text = reader.line(index);
    // The payload stands behind the one space of the signature's part (record/line.h).
    if (!text || !records::scanInspection(std::string_view(*text).substr(text->find(' ') + 1), m_scanned))
        m_scanned.clear();
}

std::string InspectionsTable::momentOf(const std::string& written) const {
    const auto instant = parseInstant(written);
    return instant ? m_setting.zone.text(instant->utc) : std::string();
}

void InspectionsTable::fill(StoreReader& reader, const records::InspectionRow& inspection, ExportRow& row) {
    const auto& says = inspection.says;
    const auto& site = m_sites.find(reader, inspection.site);
    scan(reader, *inspection.newest);
    row.text(inspection.id);
    row.count(static_cast<std::uint64_t>(inspection.version));
    row.text(m_names.word("state", records::statusName(inspection.status)));
    row.text(inspection.site);
    row.text(site.name);
    row.text(inspection.region);
    row.text(m_names.region(inspection.region));
    row.text(m_names.word("kind", says.kind));
    row.text(says.checklist.id);
    row.text(m_names.checklist(says.checklist.sha256));
    row.text(says.checklist.version);
    row.moment(momentOf(m_scanned.started));
    row.moment(momentOf(m_scanned.finished));
    row.text(m_names.person(inspection.kid));
    row.text(joined(m_scanned.team, m_setting.language));
    row.count(*inspection.first);
    const auto received = reader.receivedAt(*inspection.first);
    row.moment(received ? m_setting.zone.text(*received) : "");
    row.points(says.points);
    row.points(says.max);
    row.text(m_names.grade(says.checklist.sha256, says.grade));
    row.count(static_cast<std::uint64_t>(says.vetoes));
    row.count(static_cast<std::uint64_t>(says.findings));
    row.count(static_cast<std::uint64_t>(inspection.files));
    row.text(inspection.hash.hex());
    if (site.latitude && site.longitude) row.position = Position{*site.latitude, *site.longitude};
    if (m_answers) m_answers->fill(m_scanned, row);
}

}  // namespace plumb::server
