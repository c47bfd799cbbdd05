#include "sync-server/export/sites_table.h"

#include <algorithm>

#include "shared/checklist/model/decimal.h"
#include "shared/domain/record_types.h"
#include "sync-server/export/site_book.h"
#include "sync-server/export/tuning.h"

namespace plumb::server {
namespace {

std::string degrees(const std::optional<double>& value) {
    const auto decimal = value ? checklist::Decimal::fromDouble(*value) : std::nullopt;
    return decimal ? decimal->text() : std::string();
}

std::string lowered(std::string text) {
    for (auto& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool holds(const records::Site& site, const std::string& wanted) {
    const auto found = [&](const std::string* text) { return lowered(*text).find(wanted) != std::string::npos; };
    const std::string* const texts[] = {&site.name, &site.id, &site.code, &site.programme, &site.sector};
    return wanted.empty() || std::any_of(std::begin(texts), std::end(texts), found);
}

}  // namespace

SitesTable::SitesTable(const ExportSetting& setting, SiteFilter filter)
    : m_setting(setting), m_filter(std::move(filter)), m_lowered(lowered(m_filter.text)) {
    for (const auto* key : {"site", "name", "code", "region", "region_name", "address", "programme", "sector",
                            "contact", "latitude", "longitude", "log_index"})
        m_columns.push_back(wordColumn(key, setting.language));
    m_columns.push_back(momentColumn("log_time", setting));
}

std::string SitesTable::title() const {
    return exportWord("file.sites", m_setting.language);
}

bool SitesTable::next(StoreReader& reader, ExportRow& row) {
    for (;;) {
        if (m_at == m_page.size()) {
            if (m_last) return false;
            m_page = SiteRows(reader).page(m_after, kExportPage);
            m_at = 0;
            m_last = m_page.size() < kExportPage;
            if (m_page.empty()) return false;
            m_after = m_page.back().site;
        }
        const auto& at = m_page[m_at++];
        if (at.index >= m_setting.size) continue;
        const auto site = siteOfLine(reader, at.index);
        if (!site || !site->region.starts_with(m_filter.region) || !holds(*site, m_lowered)) continue;
        if (!domain::mayRead(m_setting.caller.grants, "site.published", site->region, site->id, false)) continue;
        row.text(site->id);
        row.text(site->name);
        row.text(site->code);
        row.text(site->region);
        row.text(regionName(site->region, m_setting.language));
        for (const auto* text : {&site->address, &site->programme, &site->sector, &site->contact}) row.text(*text);
        row.number(degrees(site->latitude));
        row.number(degrees(site->longitude));
        row.count(at.index);
        const auto received = reader.receivedAt(at.index);
        row.moment(received ? m_setting.zone.text(*received) : "");
        if (site->latitude && site->longitude) row.position = Position{*site->latitude, *site->longitude};
        return true;
    }
}

}  // namespace plumb::server
