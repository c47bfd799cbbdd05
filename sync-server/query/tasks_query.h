// Tasks as far as the caller may read them, by the day that is due; pages by key.
#pragma once

#include "sync-server/projections/tasks/task_rows.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct TasksQuestion {
    std::optional<records::TaskState> state;
    std::string region, site, person, draw;  // "" = any; a region and what lies in it; a person of the team
    std::optional<TaskKey> after;
    std::size_t limit = 50;
    bool latestFirst = false;  // by the day that is due
};

// "DUE.INDEX", as "next" gives it. bad_query.
Result<TaskKey> readTaskKey(std::string_view text);

// "state", "region", "site", "person", "draw", "order"; all but the page. bad_query.
Result<TasksQuestion> readTasksQuestion(const AskedWords& words);

json::object listTasks(const TasksQuestion& question, const Principal& caller, const QuerySources& sources);
// Persons whom a task at this place may be assigned to: {"items":[{"id","name"}]}, in the order of their names.
// forbidden "wrong_region" where the caller's own grants do not cover it.
Result<json::object> listInspectors(const std::string& region, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
