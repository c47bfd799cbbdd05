// The list of self-assessments, taken away: a row a site and round, newest first, as far as it has come. With answers
// it is of one version of one checklist, with the columns of inspections: what was submitted as its newest version says
// it; while it is filled what was contributed so far, without verdicts, which nobody has stated yet.
#pragma once

#include "shared/records/inspection/scan.h"
#include "sync-server/export/counts.h"
#include "sync-server/export/name_book.h"
#include "sync-server/export/site_book.h"
#include "sync-server/export/table.h"
#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"

namespace plumb::server {

class AnswerColumns;

// The filters that may stand on the list.
struct AssessmentFilter {
    std::string round, site, region;  // "" = any
    std::string status;               // "filling", or a submission's; "" = any
    std::optional<Sha256> checklist;  // of what was submitted; while it is filled the round's
};

class AssessmentsTable final : public ExportTable {
  public:
    // `setting` outlives this; its caller may change between two rows. `answers`: REQUIRES a checklist in the filter,
    // which the log publishes.
    AssessmentsTable(const ExportSetting& setting, AssessmentFilter filter, bool answers);
    ~AssessmentsTable() override;

    [[nodiscard]] std::string title() const override;
    [[nodiscard]] std::span<const ExportColumn> columns() const override { return m_columns; }
    bool next(StoreReader& reader, ExportRow& row) override;

  private:
    struct Wanted {
        PlacedAssessment placed;
        std::optional<records::InspectionRow> submitted;
    };
    bool readPage(StoreReader& reader);
    void fill(StoreReader& reader, const Wanted& wanted, ExportRow& row);
    void fillSubmission(const std::optional<records::InspectionRow>& submitted, ExportRow& row);
    // What it says of each item.
    void gather(StoreReader& reader, const Wanted& wanted);

    const ExportSetting& m_setting;
    AssessmentFilter m_filter;
    std::vector<ExportColumn> m_columns;
    std::unique_ptr<AnswerColumns> m_answers;  // null: without
    std::vector<Wanted> m_page;
    std::size_t m_at = 0;
    std::uint64_t m_before;
    bool m_last = false;
    SiteBook m_sites;
    NameBook m_names;
    records::ScannedInspection m_said;
};

ExportCounts countAssessments(StoreReader& reader, const AssessmentFilter& filter, const ExportSetting& setting);

}  // namespace plumb::server
