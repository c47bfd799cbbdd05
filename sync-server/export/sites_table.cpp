#include "sync-server/export/sites_table.h"

#include <algorithm>
#include <cmath>

#include "shared/checklist/model/decimal.h"
#include "shared/domain/record_types.h"
#include "sync-server/export/site_book.h"
#include "sync-server/export/tuning.h"
#include "sync-server/projections/sites/site_line.h"

namespace plumb::server {
namespace {

std::string decimalOf(const std::optional<double>& value) {
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

// As text of a cell: programs that read maps out of tables (QGIS, ogr2ogr) know WKT.
std::string wkt(const records::Ring& ring) {
    std::string out;
    for (const auto& [latitude, longitude] : ring)
        out.append(out.empty() ? "POLYGON ((" : ", ").append(decimalOf(longitude)).append(1, ' ') +=
            decimalOf(latitude);
    return out.empty() ? out : out + "))";
}

std::string joined(const std::vector<std::string>& texts, ExportLanguage language) {
    std::string out;
    for (const auto& text : texts) out.append(out.empty() ? "" : language == ExportLanguage::zh ? "、" : ", ") += text;
    return out;
}

std::string hectares(const records::Ring& ring) {
    const auto decimal = checklist::Decimal::fromDouble(std::round(records::areaOf(ring) / 100) / 100);
    return ring.empty() || !decimal ? std::string() : decimal->text();
}

}  // namespace

SitesTable::SitesTable(const ExportSetting& setting, SiteFilter filter)
    : m_setting(setting), m_filter(std::move(filter)), m_lowered(lowered(m_filter.text)) {
    for (const auto* key :
         {"site",       "name",     "code",     "region",       "region_name", "address",  "programme",
          "sector",     "contact",  "level",    "programme_id", "products",    "scale",    "scale_unit",
          "risk_grade", "altitude", "latitude", "longitude",    "area",        "boundary", "log_index"})
        m_columns.push_back(wordColumn(key, setting.language));
    for (auto& column : m_columns) column.onMap = column.key == "boundary";
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
        row.text(site->level);
        row.text(site->programmeId);
        row.text(joined(site->products, m_setting.language));
        row.number(decimalOf(site->scale ? std::optional(site->scale->value) : std::nullopt));
        row.text(site->scale ? site->scale->unit : std::string());
        row.text(site->riskGrade);
        row.number(site->altitude ? std::to_string(*site->altitude) : std::string());
        row.number(decimalOf(site->latitude));
        row.number(decimalOf(site->longitude));
        const auto ground = records::counterclockwise(site->boundary);
        row.number(hectares(ground));
        row.text(wkt(ground));
        for (const auto& [latitude, longitude] : ground) row.boundary.push_back({latitude, longitude});
        row.count(at.index);
        const auto received = reader.receivedAt(at.index);
        row.moment(received ? m_setting.zone.text(*received) : "");
        if (site->latitude && site->longitude) row.position = Position{*site->latitude, *site->longitude};
        return true;
    }
}

}  // namespace plumb::server
