#include "sync-server/query/panels_query.h"

#include "shared/domain/record_types.h"
#include "shared/records/panel/result.h"
#include "shared/records/reference/programme.h"
#include "shared/records/reference/site.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

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

std::optional<record::Payload> newestOf(const char* type, const std::string& id, StoreReader& reader) {
    const auto published = Publications(reader).of(type, id);
    if (published.empty()) return std::nullopt;
    return payloadAt(published.back().index, reader);
}

}  // namespace

Result<json::object> panelRuleFor(const std::string& inspection, const Principal& caller, const QuerySources& sources) {
    const auto row = InspectionRows(sources.reader).find(inspection);
    if (!row || row->says.isAssessment() || !mayReadVisit(caller, row->region, row->site, row->kid))
        return fail(ErrorKind::notFound, "record_unknown", "there is no such inspection that you may read");
    const auto none = [] {
        return fail(
            ErrorKind::refused, "panel_rule",
            "the site counts for no programme that states how experts score; publish the programme with a rule");
    };
    const auto site = newestOf("site.published", row->site, sources.reader);
    const auto said = site ? records::readSite(site->body) : Result<records::Site>(none());
    if (!said || said->programmeId.empty()) return none();
    const auto published = newestOf("programme.published", said->programmeId, sources.reader);
    const auto programme = published ? records::readProgramme(published->body) : Result<records::Programme>(none());
    if (!programme || !programme->panel) return none();
    return json::object{{"of", inspection},
                        {"site", row->site},
                        {"site_name", said->name},
                        {"region", row->region},
                        {"programme", said->programmeId},
                        {"programme_title", programme->title.toJson()},
                        {"rule", records::toJson(*programme->panel)}};
}

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
