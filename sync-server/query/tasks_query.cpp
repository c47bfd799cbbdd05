#include "sync-server/query/tasks_query.h"

#include <algorithm>
#include <charconv>

#include "shared/domain/record_types.h"
#include "shared/records/planning/joint.h"
#include "shared/records/planning/task_json.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

TaskKey keyOf(const PlacedTask& task) {
    return {std::int64_t{task.row.says.due.time_since_epoch().count()}, task.index};
}
std::string keyText(const TaskKey& key) {
    return std::to_string(key.due) + "." + std::to_string(key.index);
}
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

bool mayRead(const Principal& caller, const records::TaskRow& row) {
    return domain::mayRead(caller.grants, records::kTaskAssigned, row.region, row.site, row.kid == caller.kid);
}

// Other open tasks of the same site that one visit could settle, as far as the caller may read them.
json::array besideOf(const PlacedTask& found, const Principal& caller, StoreReader& reader) {
    json::array out;
    if (!records::isOpen(records::stateOf(found.row))) return out;
    const auto due = found.row.says.due;
    std::size_t looked = 0;
    TaskRows(reader).ofSite(found.row.site, records::firstJoint(due), records::lastJoint(due),
                            [&](const PlacedTask& other) {
                                if (records::mayJoin(found.row, other.row) && mayRead(caller, other.row))
                                    out.emplace_back(other.row.id);
                                return ++looked < kMaxBeside;
                            });
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

Result<TasksQuestion> readTasksQuestion(const AskedWords& words) {
    const auto state =
        askedNamed(words, "state", records::taskStateNamed, "assigned, accepted, declined, cancelled or done");
    if (!state) return fail(state.error());
    auto region = askedRegion(words);
    if (!region) return fail(region.error());
    const auto order = askedText(words, "order");
    if (order != "" && order != "due" && order != "due_down")
        return fail(ErrorKind::malformed, "bad_query", "\"order\" must be due or due_down");
    TasksQuestion out;
    out.latestFirst = order == "due_down";
    out.state = *state;
    out.region = std::move(*region);
    out.site = askedText(words, "site");
    out.person = askedText(words, "person");
    out.draw = askedText(words, "draw");
    return out;
}

json::object listTasks(const TasksQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.limit);
    const TaskChoice choice{question.state, question.draw, question.site, question.latestFirst};
    TaskRows(sources.reader).each(choice, question.after, [&](const PlacedTask& found) {
        const auto& row = found.row;
        const bool wanted = mayRead(caller, row) && row.region.starts_with(question.region) &&
                            (question.person.empty() || row.says.isFor(question.person));
        return page.take(wanted, keyText(keyOf(found)), [&] {
            auto out = toldTask(found, sources);
            if (auto beside = besideOf(found, caller, sources.reader); !beside.empty())
                out["beside"] = std::move(beside);
            return out;
        });
    });
    return std::move(page).answer();
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
