// The list of inspections, taken away: a row an inspection, as its newest version says. With answers it is of one
// version of one checklist, and has a group of columns for each of its items: a column a question, then the verdict,
// the points, those at stake, the reason why it does not apply, and the note.
#pragma once

#include "shared/records/inspection/scan.h"
#include "sync-server/export/counts.h"
#include "sync-server/export/name_book.h"
#include "sync-server/export/setting.h"
#include "sync-server/export/site_book.h"
#include "sync-server/export/table.h"
#include "sync-server/projections/inspections/inspection_rows.h"

namespace plumb::server {

class AnswerColumns;

// The filters that may stand on the list.
struct InspectionFilter {
    std::optional<records::InspectionStatus> status;
    std::string region;  // a code or the beginning of one
    std::string site;
    std::optional<Sha256> checklist;
    // Places of submissions, in the order in which they are taken away, and no others; none: all.
    std::optional<std::vector<std::uint64_t>> only = {};
};

class InspectionsTable final : public ExportTable {
  public:
    // `setting` outlives this; its caller may change between two rows. `answers`: REQUIRES a checklist in the filter,
    // which the log publishes.
    InspectionsTable(const ExportSetting& setting, InspectionFilter filter, bool answers);
    ~InspectionsTable() override;

    [[nodiscard]] std::string title() const override;
    [[nodiscard]] std::span<const ExportColumn> columns() const override { return m_columns; }
    bool next(StoreReader& reader, ExportRow& row) override;

  private:
    bool readPage(StoreReader& reader);
    void readOnly(StoreReader& reader);
    void fill(StoreReader& reader, const records::InspectionRow& inspection, ExportRow& row);
    // Of the newest version; blank where it cannot be read.
    void scan(StoreReader& reader, std::uint64_t index);
    [[nodiscard]] std::string momentOf(const std::string& written) const;

    const ExportSetting& m_setting;
    InspectionFilter m_filter;
    std::vector<ExportColumn> m_columns;
    std::unique_ptr<AnswerColumns> m_answers;  // null: without
    std::vector<records::InspectionRow> m_page;
    std::size_t m_at = 0, m_taken = 0;  // of the page; of `only`
    std::optional<std::uint64_t> m_after;
    bool m_last = false;
    SiteBook m_sites;
    NameBook m_names;
    records::ScannedInspection m_scanned;
};

// Whether the caller may read it and the filter lets it through.
bool isExported(const records::InspectionRow& row, const InspectionFilter& filter, const Principal& caller);

ExportCounts countInspections(StoreReader& reader, const InspectionFilter& filter, const ExportSetting& setting);

}  // namespace plumb::server
