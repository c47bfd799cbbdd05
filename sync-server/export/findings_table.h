// The board of findings, taken away: a row a finding, column after column of the board, each in its order.
#pragma once

#include "shared/domain/supervision.h"
#include "sync-server/export/name_book.h"
#include "sync-server/export/site_book.h"
#include "sync-server/export/table.h"
#include "sync-server/projections/cases/case_rows.h"

namespace plumb::server {

// The filters that may stand on the board.
struct FindingFilter {
    std::optional<records::FindingColumn> column;           // none: all of the board
    std::string region, site, author, severity, programme;  // "" = any
    std::optional<domain::Supervision> supervision = {};
    std::optional<Day> dueBefore;
    bool overdue = false;  // only those
    Day today{};
};

class FindingsTable final : public ExportTable {
  public:
    // `setting` outlives this; its caller may change between two rows.
    FindingsTable(const ExportSetting& setting, FindingFilter filter);

    [[nodiscard]] std::string title() const override;
    [[nodiscard]] std::span<const ExportColumn> columns() const override { return m_columns; }
    bool next(StoreReader& reader, ExportRow& row) override;

  private:
    // The next page that has rows, of this column of the board or of a later one.
    bool readPage(StoreReader& reader);
    bool fill(StoreReader& reader, const BoardRow& card, ExportRow& row);

    const ExportSetting& m_setting;
    FindingFilter m_filter;
    std::vector<ExportColumn> m_columns;
    std::vector<records::FindingColumn> m_boards;  // those still to be read; the first is being read
    std::optional<BoardKey> m_after;
    std::vector<BoardRow> m_page;
    std::size_t m_at = 0;
    SiteBook m_sites;
    NameBook m_names;
};

}  // namespace plumb::server
