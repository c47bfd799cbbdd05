// What somebody wants to take away, as a query says it: a list, a format, the zone and language of the file, and the
// filters that stand on the list. What is not known is refused, never ignored: a filter that does nothing would give
// more than was asked for.
#pragma once

#include <map>

#include "sync-server/export/assessments_table.h"
#include "sync-server/export/findings_table.h"
#include "sync-server/export/inspections_table.h"
#include "sync-server/export/lists.h"
#include "sync-server/export/sites_table.h"
#include "sync-server/query/review_desk.h"

namespace plumb::server {

enum class ExportFormat { csv, xlsx, geojson };

struct ExportAsk {
    std::string
        list;  // "inspections", "assessments", "reviews" (what waits for one), "findings", "sites", or of lists.h
    ExportFormat format = ExportFormat::csv;
    Zone zone;
    ExportLanguage language = ExportLanguage::zh;
    std::map<std::string, std::string> filters = {};  // as they were given
    InspectionFilter inspections = {};
    AssessmentFilter assessments = {};
    ReviewFilter reviews = {};
    FindingFilter findings = {};
    std::optional<Day> today = {};  // of the asker, by which findings are overdue; none: that of the zone
    SiteFilter sites = {};
    const ListKind* kind = nullptr;  // of lists.h; null: one of the others
    AskedWords words = {};           // what is asked of it
    bool answers = false;
};

// What is asked of a list of lists.h, with the day on which it is asked where it names none. REQUIRES: ask.kind.
Result<ListPage> pagesOf(const ExportAsk& ask, Day today);

// `name`: "inspections.csv"; without an ending only what would be taken away is asked. not_found, bad_query.
Result<ExportAsk> readExportAsk(std::string_view name, const std::map<std::string, std::string>& query);

}  // namespace plumb::server
