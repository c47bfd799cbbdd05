#include "sync-server/query/checks_query.h"

#include "shared/domain/record_types.h"
#include "shared/records/planning/check_json.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/projections/tasks/task_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

json::object told(const PlacedCheck& found, const QuerySources& sources) {
    const auto& row = found.row;
    auto out = records::toJson(row);
    out["index"] = found.index;
    out["site_name"] = SiteRows(sources.reader).name(row.site);
    out["author"] = authorName(sources, row.kid);
    json::array team;
    for (const auto& person : row.says.team)
        team.push_back(json::object{{"id", person}, {"name", sources.trust.nameOfPerson(person)}});
    out["team"] = std::move(team);
    if (row.decided) out["decided"].as_object()["author"] = authorName(sources, row.decided->kid);
    const auto task = row.task.empty() ? std::nullopt : TaskRows(sources.reader).find(row.task);
    auto inspection = task ? task->row.inspection : std::string();
    if (inspection.empty() && row.says.urgent) inspection = row.says.urgent->inspection;
    if (!inspection.empty()) out["inspection"] = std::move(inspection);
    return out;
}

}  // namespace

Result<ChecksQuestion> readChecksQuestion(const AskedWords& words) {
    const auto state = askedNamed(words, "state", records::checkStateNamed, "proposed, approved or refused");
    if (!state) return fail(state.error());
    auto region = askedRegion(words);
    if (!region) return fail(region.error());
    return ChecksQuestion{*state, std::move(*region), askedText(words, "site"), {}};
}

json::object listChecks(const ChecksQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    CheckRows(sources.reader).each(question.state, question.page.before(), [&](const PlacedCheck& found) {
        const auto& row = found.row;
        const bool wanted =
            domain::mayRead(caller.grants, records::kCheckProposed, row.region, row.site, row.kid == caller.kid) &&
            row.region.starts_with(question.region) && (question.site.empty() || question.site == row.site);
        return page.take(wanted, std::to_string(found.index), [&] { return told(found, sources); });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
