#include "sync-server/query/tasks_query.h"

#include <algorithm>
#include <charconv>

#include "shared/domain/record_types.h"
#include "shared/records/planning/task_json.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

json::object toldTask(const PlacedTask& found, const QuerySources& sources) {
    auto out = records::toJson(found.row);
    out["index"] = found.index;
    const auto newest = sources.reader.entryByHash(found.row.hash);
    if (!newest) throw std::runtime_error("the newest version of task " + found.row.id + " is not in the log");
    out["newest"] = newest->record;
    out["site_name"] = SiteRows(sources.reader).name(found.row.site);
    const auto author = sources.trust.personName(found.row.kid);
    out["author"] = author.empty() ? found.row.kid : author;
    json::array team;
    for (const auto& person : found.row.says.team)
        team.push_back(json::object{{"id", person}, {"name", sources.trust.nameOfPerson(person)}});
    out["team"] = std::move(team);
    return out;
}

}  // namespace

Result<TaskKey> readTaskKey(std::string_view text) {
    const auto bad = [] { return fail(ErrorKind::malformed, "bad_query", "\"after\" must be a page's \"next\""); };
    TaskKey out;
    const char* end = text.data() + text.size();
    const auto due = std::from_chars(text.data(), end, out.due);
    if (due.ec != std::errc() || due.ptr == end || *due.ptr != '.') return bad();
    const auto index = std::from_chars(due.ptr + 1, end, out.index);
    if (index.ec != std::errc() || index.ptr != end || out.index >= std::uint64_t{1} << 62) return bad();
    return out;
}

json::object listTasks(const TasksQuestion& question, const Principal& caller, const QuerySources& sources) {
    json::array items;
    json::object out{{"next", nullptr}};
    std::size_t looked = 0;
    TaskKey last;
    TaskRows(sources.reader).each(question.state, question.after, [&](const PlacedTask& found) {
        const auto& row = found.row;
        const bool wanted =
            domain::mayRead(caller.grants, records::kTaskAssigned, row.region, row.site, row.kid == caller.kid) &&
            row.region.starts_with(question.region) && (question.site.empty() || question.site == row.site) &&
            (question.person.empty() || row.says.isFor(question.person));
        if (looked == kMaxRowsLookedAt || (wanted && items.size() == question.limit)) {
            out["next"] = std::to_string(last.due) + "." + std::to_string(last.index);
            return false;
        }
        if (wanted) items.push_back(toldTask(found, sources));
        last = {std::int64_t{row.says.due.time_since_epoch().count()}, found.index};
        ++looked;
        return true;
    });
    out["items"] = std::move(items);
    return out;
}

Result<json::object> listInspectors(const std::string& region, const Principal& caller, const QuerySources& sources) {
    const bool covered = std::any_of(caller.grants.begin(), caller.grants.end(), [&](const domain::Grant& grant) {
        return grant.role != domain::Role::enterprise && grant.covers(region);
    });
    if (!covered || region.empty())
        return fail(ErrorKind::forbidden, "wrong_region", "who may inspect there is told to staff of that region");
    json::array items;
    for (const auto& person : sources.trust.inspectorsOf(region))
        items.push_back(json::object{{"id", person.id}, {"name", person.name}});
    return json::object{{"items", std::move(items)}};
}

}  // namespace plumb::server
