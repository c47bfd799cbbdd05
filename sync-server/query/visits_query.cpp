#include "sync-server/query/visits_query.h"

#include <set>

#include "shared/domain/record_types.h"
#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {
namespace {

// A task may be due some months behind or before the check that ends it.
constexpr std::chrono::days kAround{366};

bool counts(const records::TaskRow& task, StoreReader& reader) {
    if (task.says.check.empty()) return true;
    const auto check = CheckRows(reader).find(task.says.check);
    return !check || check->row.says.year.counted;
}

json::object countOf(const std::string& site, Day first, Day last, StoreReader& reader) {
    std::int64_t made = 0, uncounted = 0, open = 0;
    std::set<std::string> apart;  // inspections that do not count
    TaskRows(reader).ofSite(site, first - kAround, last + kAround, [&](const PlacedTask& task) {
        const auto& row = task.row;
        if (!counts(row, reader)) {
            if (!row.inspection.empty()) apart.insert(row.inspection);
        } else if (records::isOpen(records::stateOf(row)) && row.says.due >= first && row.says.due <= last) {
            ++open;
        }
        return true;
    });
    InspectionRows(reader).ofSite(site, first - std::chrono::days(1), last + std::chrono::days(2),
                                  [&](const records::InspectionRow& row) {
                                      const auto day = dayOf(row.at);
                                      if (day < first || day > last) return;
                                      ++(apart.contains(row.id) ? uncounted : made);
                                  });
    return {{"site", site}, {"made", made}, {"uncounted", uncounted}, {"open", open}};
}

}  // namespace

json::object countVisits(const VisitsQuestion& question, const Principal& caller, const QuerySources& sources) {
    const std::chrono::year year(question.year);
    const Day first{year / std::chrono::January / 1}, last{year / std::chrono::December / 31};
    json::array items;
    SiteRows sites(sources.reader);
    for (const auto& id : question.sites) {
        const auto site = sites.find(id);
        if (!site || !domain::mayRead(caller.grants, records::kTaskAssigned, site->region, id, false)) continue;
        items.push_back(countOf(id, first, last, sources.reader));
    }
    return {{"items", std::move(items)}};
}

}  // namespace plumb::server
