// The list of sites, taken away: a row a site, as it was published last.
#pragma once

#include "sync-server/export/setting.h"
#include "sync-server/export/table.h"
#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {

struct SiteFilter {
    std::string region;     // a code or the beginning of one
    std::string text = {};  // in the name, id, credit code, programme or sector; upper and lower case of ASCII are one
};

class SitesTable final : public ExportTable {
  public:
    // `setting` outlives this; its caller may change between two rows.
    SitesTable(const ExportSetting& setting, SiteFilter filter);

    [[nodiscard]] std::string title() const override;
    [[nodiscard]] std::span<const ExportColumn> columns() const override { return m_columns; }
    bool next(StoreReader& reader, ExportRow& row) override;

  private:
    const ExportSetting& m_setting;
    SiteFilter m_filter;
    std::string m_lowered;  // its text
    std::vector<ExportColumn> m_columns;
    std::vector<SiteAt> m_page;
    std::size_t m_at = 0;
    std::string m_after;
    bool m_last = false;
};

}  // namespace plumb::server
