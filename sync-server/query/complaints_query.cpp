#include "sync-server/query/complaints_query.h"

#include "shared/domain/complaint_rights.h"
#include "shared/records/voice/complaint_json.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/projections/tasks/task_rows.h"
#include "sync-server/query/told.h"
#include "sync-server/query/working_calendar.h"

namespace plumb::server {
namespace {

void addAuthor(json::value& act, const QuerySources& sources) {
    auto& object = act.as_object();
    object["author"] = authorName(sources, textOr(object, "kid"));
}

json::object told(const PlacedComplaint& found, const std::optional<domain::Deadline>& due,
                  const QuerySources& sources) {
    const auto& row = found.row;
    auto out = records::toJson(row);
    out["index"] = found.index;
    out["author"] = authorName(sources, row.kid);
    if (!row.site.empty()) out["site_name"] = SiteRows(sources.reader).name(row.site);
    if (!row.says.person.empty()) out["person_name"] = sources.trust.nameOfPerson(row.says.person);
    if (due) out["due"] = {{"day", dayText(due->day)}, {"counted", domain::dayCountName(due->counted)}};
    for (auto& act : out["tasks"].as_array()) {
        addAuthor(act, sources);
        const auto task = TaskRows(sources.reader).find(textOr(act.at("says").as_object(), "task"));
        if (task) act.as_object()["state"] = records::taskStateName(records::stateOf(task->row));
        if (task && !task->row.inspection.empty()) act.as_object()["inspection"] = task->row.inspection;
    }
    for (const char* name : {"classified", "answered"}) {
        if (auto* act = out.if_contains(name)) addAuthor(*act, sources);
    }
    return out;
}

}  // namespace

Result<ComplaintsQuestion> readComplaintsQuestion(const AskedWords& words) {
    const auto today = askedDay(words, "today");
    if (!today) return fail(today.error());
    const auto state =
        askedNamed(words, "state", records::complaintStateNamed, "received, accepted, not_accepted or answered");
    if (!state) return fail(state.error());
    const auto as = askedNamed(words, "class", records::complaintClassNamed,
                               "quality, process, standards, environment, safety, conduct or other");
    if (!as) return fail(as.error());
    const auto overdue = askedFlag(words, "overdue");
    if (!overdue) return fail(overdue.error());
    auto region = askedRegion(words);
    if (!region) return fail(region.error());
    return ComplaintsQuestion{*state, *as, std::move(*region), askedText(words, "site"), *today, *overdue, {}};
}

json::object listComplaints(const ComplaintsQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    const auto calendar = calendarOf(sources.reader);
    ComplaintRows(sources.reader).each(question.state, question.page.before(), [&](const PlacedComplaint& found) {
        const auto& row = found.row;
        const auto due = records::dueOf(row, calendar);
        const bool readable = domain::mayReadComplaint(
            {caller.grants, caller.personId},
            {domain::kComplaintReceived, row.region, row.site, row.says.person, row.kid == caller.kid});
        const bool wanted = readable && row.region.starts_with(question.region) &&
                            (question.site.empty() || question.site == row.site) &&
                            (!question.as || (row.classified && row.classified->says.as == *question.as)) &&
                            (!question.overdue || (due && due->day < question.today));
        return page.take(wanted, std::to_string(found.index), [&] {
            auto out = told(found, due, sources);
            if (due) out["overdue"] = due->day < question.today;
            return out;
        });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
