// The list of self-assessments, taken away: a row a site and round, newest first, as far as it has come.
#pragma once

#include "sync-server/export/name_book.h"
#include "sync-server/export/site_book.h"
#include "sync-server/export/table.h"
#include "sync-server/projections/assessments/assessment_rows.h"

namespace plumb::server {

// The filters that may stand on the list.
struct AssessmentFilter {
    std::string round, site, region;                       // "" = any
    std::optional<records::InspectionStatus> status = {};  // only what was submitted, and stands so
};

class AssessmentsTable final : public ExportTable {
  public:
    // `setting` outlives this; its caller may change between two rows.
    AssessmentsTable(const ExportSetting& setting, AssessmentFilter filter);

    [[nodiscard]] std::string title() const override;
    [[nodiscard]] std::span<const ExportColumn> columns() const override { return m_columns; }
    bool next(StoreReader& reader, ExportRow& row) override;

  private:
    bool readPage(StoreReader& reader);
    void fill(StoreReader& reader, const PlacedAssessment& placed, ExportRow& row);
    void fillSubmission(StoreReader& reader, const records::AssessmentRow& assessment, ExportRow& row);

    const ExportSetting& m_setting;
    AssessmentFilter m_filter;
    std::vector<ExportColumn> m_columns;
    std::vector<PlacedAssessment> m_page;
    std::size_t m_at = 0;
    std::uint64_t m_before;
    bool m_last = false;
    SiteBook m_sites;
    NameBook m_names;
};

}  // namespace plumb::server
