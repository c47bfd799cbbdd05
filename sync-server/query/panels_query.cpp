#include "sync-server/query/panels_query.h"

#include "shared/domain/record_types.h"
#include "shared/records/panel/result.h"
#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {
namespace {

json::object told(const PlacedPanel& found, const Principal& caller, const QuerySources& sources) {
    const auto& row = found.row;
    json::array experts, sheets;
    for (const auto& expert : row.says.experts) {
        experts.push_back(json::object{{"person", expert},
                                       {"name", sources.trust.nameOfPerson(expert)},
                                       {"handed_in", row.sheetOf(expert) != nullptr}});
    }
    for (const auto& sheet : row.sheets) {
        if (!row.isOver() && sheet.says.person != caller.personId) continue;
        sheets.push_back(json::object{{"id", sheet.id},
                                      {"person", sheet.says.person},
                                      {"says", records::toBody(sheet.says)},
                                      {"at", formatInstant(sheet.at)}});
    }
    const auto author = sources.trust.personName(row.kid);
    json::object out{{"id", row.id},
                     {"index", found.index},
                     {"site", row.site},
                     {"site_name", SiteRows(sources.reader).name(row.site)},
                     {"region", row.region},
                     {"of", row.says.of},
                     {"programme", row.says.programme},
                     {"rule", records::toJson(row.says.rule)},
                     {"until", dayText(row.says.until)},
                     {"experts", std::move(experts)},
                     {"author", author.empty() ? row.kid : author},
                     {"at", formatInstant(row.at)},
                     {"over", row.isOver()},
                     {"sheets", std::move(sheets)}};
    if (!row.closed.empty()) out["closed"] = {{"id", row.closed}, {"reason", row.closeReason}};
    if (row.isOver()) out["result"] = records::toJson(records::resultOf(row));
    return out;
}

}  // namespace

json::object listPanels(const PanelsQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    PanelRows(sources.reader).each(question.page.before(), [&](const PlacedPanel& found) {
        const auto& row = found.row;
        const bool wanted =
            domain::mayRead(caller.grants, records::kPanelAssigned, row.region, row.site, row.kid == caller.kid) &&
            row.region.starts_with(question.region) && (question.site.empty() || question.site == row.site) &&
            (question.of.empty() || question.of == row.says.of) && (!question.mine || row.says.has(caller.personId)) &&
            (!question.over || *question.over == row.isOver());
        return page.take(wanted, std::to_string(found.index), [&] { return told(found, caller, sources); });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
