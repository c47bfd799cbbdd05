#include "shared/records/planning/task.h"

#include <algorithm>
#include <array>

#include "shared/records/body_reader.h"
#include "shared/records/inspection/standing.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 3> kKinds{"routine", "individual", "special"};
constexpr std::array<std::string_view, 5> kStates{"assigned", "accepted", "declined", "cancelled", "done"};
constexpr std::size_t kMostOfTeam = 2;
constexpr std::array<std::string_view, 7> kVisitFaults{
    "", "task_unknown", "other_site", "person_unstated", "not_of_team", "waits", "second_not_of_team"};
constexpr std::string_view kInspected = "inspection.submitted", kCosigned = "inspection.cosigned";

template <class Enum, std::size_t n>
std::optional<Enum> named(const std::array<std::string_view, n>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

void readTeam(BodyReader& read, Task& task) {
    if (task.team.empty() || task.team.size() > kMostOfTeam) read.fault("team", "must name one or two persons");
    if (std::any_of(task.team.begin(), task.team.end(), [](const auto& person) { return person.empty(); }))
        read.fault("team", "must name persons by their ids");
    if (task.team.size() == kMostOfTeam && task.team[0] == task.team[1])
        read.fault("team", "must name two different persons");
}

void readAvoidance(BodyReader& read, Task& task) {
    (void)read.object("avoidance", [&](BodyReader& avoidance) {
        task.asked = avoidance.day("asked");
        (void)avoidance.eachIf("stepped_back", [&](BodyReader& one) {
            task.steppedBack.push_back({one.text("person"), one.text("reason")});
            if (task.isFor(task.steppedBack.back().person))
                one.fault("person", "must not be of the team: who has an interest does not go");
        });
    });
}

bool isVisit(const record::Payload& payload) {
    return payload.type == kInspected || payload.type == kCosigned;
}

// A check of a site by its author; of two inspectors it waits for the other one.
VisitFault faultOfFirst(const TaskRow& row, const record::Payload& payload) {
    if (payload.site != row.site) return VisitFault::otherSite;
    const auto person = textOr(payload.body, "person");
    if (person.empty()) return VisitFault::personUnstated;
    if (!row.says.isFor(person)) return VisitFault::notOfTeam;
    return firstStatus(payload.body) == InspectionStatus::incomplete ? VisitFault::waits : VisitFault::none;
}

// Whoever signs second is one of a team of two; one who was sent alone brings whom she wants.
VisitFault faultOfSecond(const TaskRow& row, const TaskVisit& visit, const record::Payload& payload) {
    if (visit.fault != VisitFault::waits && visit.fault != VisitFault::secondNotOfTeam) return visit.fault;
    const auto person = textOr(payload.body, "person");
    if (person.empty()) return VisitFault::personUnstated;
    if (row.says.team.size() == kMostOfTeam && (!row.says.isFor(person) || person == visit.person))
        return VisitFault::secondNotOfTeam;
    return VisitFault::none;
}

bool takeVisit(TaskRow& row, const record::Payload& payload) {
    if (!row.inspection.empty()) return false;
    const bool second = payload.type == kCosigned;
    const auto inspection = second ? textOr(payload.body, "of") : payload.id;
    const auto* known = row.visitOf(inspection);
    if (second != (known != nullptr)) return false;
    const auto fault = second ? faultOfSecond(row, *known, payload) : faultOfFirst(row, payload);
    if (fault == VisitFault::none) {
        std::erase_if(row.visits, [&](const auto& visit) { return visit.inspection == inspection; });
        row.inspection = inspection;
        return true;
    }
    if (second) {
        if (known->fault == fault) return false;
        row.visits[static_cast<std::size_t>(known - row.visits.data())].fault = fault;
        return true;
    }
    // What was made elsewhere is no matter of this site's list.
    if (fault == VisitFault::otherSite) return false;
    if (fault != VisitFault::waits && row.visits.size() >= kMostVisits) return false;
    row.visits.push_back({inspection, textOr(payload.body, "person"), fault});
    return true;
}

tl::unexpected<Error> unknownTask(const std::string& of) {
    return fail(ErrorKind::refused, "task_unknown",
                "no task " + of.substr(0, 40) + " of this site is in this log; it has to be assigned first");
}

tl::unexpected<Error> overtaken(const std::string& of) {
    return fail(ErrorKind::refused, "task_overtaken",
                "task " + of.substr(0, 40) + " was assigned anew meanwhile; look at its newest version");
}

}  // namespace

std::string_view taskKindName(TaskKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}
std::optional<TaskKind> taskKindNamed(std::string_view name) {
    return named<TaskKind>(kKinds, name);
}
std::string_view taskStateName(TaskState state) {
    return kStates[static_cast<std::size_t>(state)];
}
std::optional<TaskState> taskStateNamed(std::string_view name) {
    return named<TaskState>(kStates, name);
}

std::string_view visitFaultName(VisitFault fault) {
    return kVisitFaults[static_cast<std::size_t>(fault)];
}
std::optional<VisitFault> visitFaultNamed(std::string_view name) {
    return named<VisitFault>(kVisitFaults, name);
}

bool Task::isFor(std::string_view person) const {
    return std::find(team.begin(), team.end(), person) != team.end();
}

Result<Task> readTask(const json::object& body) {
    BodyReader read(body);
    Task out;
    const auto kind = taskKindNamed(read.text("kind"));
    if (!kind) read.fault("kind", "must be routine, individual or special");
    out.kind = kind.value_or(TaskKind::routine);
    out.checklist = read.textIf("checklist");
    out.programme = read.textIf("programme");
    if (out.checklist.empty() && out.programme.empty())
        read.fault("checklist", "must be there, or \"programme\": by what is checked");
    out.team = read.textsIf("team");
    readTeam(read, out);
    out.due = read.day("due");
    out.instructions = read.textIf("instructions");
    readAvoidance(read, out);
    (void)read.objectIf("draw", [&](BodyReader& draw) {
        out.draw = {draw.recordId("of"), draw.integer("number")};
        if (out.draw->number < 1) draw.fault("number", "must be at least 1");
    });
    if (body.contains("check")) out.check = read.recordId("check");
    if (body.contains("of")) out.of = read.recordId("of");
    out.previous = read.hashIf("previous");
    if (out.of.empty() == out.previous.has_value())
        read.fault("previous", "stands beside \"of\", and \"of\" beside it");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const Task& task) {
    json::object avoidance{{"asked", dayText(task.asked)}};
    json::array back;
    for (const auto& one : task.steppedBack)
        back.push_back(json::object{{"person", one.person}, {"reason", one.reason}});
    if (!back.empty()) avoidance["stepped_back"] = std::move(back);
    json::object out{{"kind", taskKindName(task.kind)},
                     {"team", json::array(task.team.begin(), task.team.end())},
                     {"due", dayText(task.due)},
                     {"avoidance", std::move(avoidance)}};
    for (const auto& [name, text] :
         {std::pair{"checklist", &task.checklist}, std::pair{"programme", &task.programme},
          std::pair{"instructions", &task.instructions}, std::pair{"check", &task.check}, std::pair{"of", &task.of}}) {
        if (!text->empty()) out[name] = *text;
    }
    if (task.draw) out["draw"] = {{"of", task.draw->draw}, {"number", task.draw->number}};
    if (task.previous) out["previous"] = task.previous->hex();
    return out;
}

Result<TaskAnswer> readTaskAnswer(const json::object& body) {
    BodyReader read(body);
    TaskAnswer out{read.recordId("of"), read.hash("version"), read.text("person"), false, {}};
    const auto answer = read.text("answer");
    out.accepted = answer == "accepted";
    if (!out.accepted && answer != "declined") read.fault("answer", "must be accepted or declined");
    if (!out.accepted) out.reason = read.text("reason");
    if (out.accepted && body.contains("reason")) read.fault("reason", "stands in an answer that declines");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const TaskAnswer& answer) {
    json::object out{{"of", answer.of},
                     {"version", answer.version.hex()},
                     {"person", answer.person},
                     {"answer", answer.accepted ? "accepted" : "declined"}};
    if (!answer.accepted) out["reason"] = answer.reason;
    return out;
}

Result<TaskCancelled> readTaskCancelled(const json::object& body) {
    BodyReader read(body);
    TaskCancelled out{read.recordId("of"), read.text("reason")};
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const TaskCancelled& cancelled) {
    return {{"of", cancelled.of}, {"reason", cancelled.reason}};
}

const GivenAnswer* TaskRow::answerOf(std::string_view person) const {
    const auto found =
        std::find_if(answers.begin(), answers.end(), [&](const auto& answer) { return answer.person == person; });
    return found == answers.end() ? nullptr : &*found;
}

const TaskVisit* TaskRow::visitOf(std::string_view of) const {
    const auto found =
        std::find_if(visits.begin(), visits.end(), [&](const auto& visit) { return visit.inspection == of; });
    return found == visits.end() ? nullptr : &*found;
}

TaskState stateOf(const TaskRow& row) {
    if (!row.inspection.empty()) return TaskState::done;
    if (!row.cancelled.empty()) return TaskState::cancelled;
    if (std::any_of(row.answers.begin(), row.answers.end(), [](const auto& answer) { return !answer.accepted; }))
        return TaskState::declined;
    return row.answers.size() == row.says.team.size() ? TaskState::accepted : TaskState::assigned;
}

std::string taskOf(const record::Payload& payload) {
    if (payload.type == kTaskAssigned) {
        const auto of = textOr(payload.body, "of");
        return of.empty() ? payload.id : of;
    }
    if (payload.type == kTaskAnswered || payload.type == kTaskCancelled) return textOr(payload.body, "of");
    if (isVisit(payload)) return textOr(payload.body, "task");
    return {};
}

Result<void> mayChangeTask(const std::optional<TaskRow>& row, const record::Payload& payload) {
    const auto of = taskOf(payload);
    if (payload.type == kTaskAssigned && of == payload.id) {
        if (row) return overtaken(of);
        return {};
    }
    if (isVisit(payload)) return {};
    if (!row || of != row->id || payload.site != row->site) return unknownTask(of);
    if (!isOpen(stateOf(*row)))
        return fail(
            ErrorKind::refused, "task_over",
            "task " + of.substr(0, 40) + (row->inspection.empty() ? " was cancelled" : " was done") + " already");
    if (payload.type == kTaskAssigned) {
        const auto previous = Sha256::fromHex(textOr(payload.body, "previous"));
        if (previous != row->hash) return overtaken(of);
    } else if (payload.type == kTaskAnswered) {
        const auto answer = readTaskAnswer(payload.body);
        if (!answer) return fail(answer.error());
        if (answer->version != row->hash) return overtaken(of);
        if (!row->says.isFor(answer->person))
            return fail(ErrorKind::forbidden, "task_not_yours",
                        "task " + of.substr(0, 40) + " is not assigned to this person");
    }
    return {};
}

VisitFault visitFault(const std::optional<TaskRow>& row, const record::Payload& payload) {
    if (!row || taskOf(payload) != row->id) return VisitFault::taskUnknown;
    if (payload.type != kCosigned) return faultOfFirst(*row, payload);
    const auto of = textOr(payload.body, "of");
    if (of == row->inspection) return VisitFault::none;
    const auto* known = row->visitOf(of);
    return known ? faultOfSecond(*row, *known, payload) : VisitFault::taskUnknown;
}

bool foldTask(std::optional<TaskRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (taskOf(payload).empty() || !mayChangeTask(row, payload)) return false;
    if (isVisit(payload)) return row && taskOf(payload) == row->id && takeVisit(*row, payload);
    if (payload.type == kTaskAssigned) {
        auto says = readTask(payload.body);
        if (!says) return false;
        if (!row) {
            row.emplace();
            row->version = 0;
            row->id = payload.id;
            row->site = payload.site;
            row->region = payload.region;
        }
        row->says = std::move(*says);
        row->hash = line.hash;
        row->kid = line.kid;
        row->at = payload.at;
        ++row->version;
        row->answers.clear();
        return true;
    }
    if (payload.type == kTaskAnswered) {
        auto answer = readTaskAnswer(payload.body);
        if (!answer) return false;
        std::erase_if(row->answers, [&](const auto& one) { return one.person == answer->person; });
        row->answers.push_back({answer->person, answer->accepted, answer->reason, payload.at});
        return true;
    }
    if (payload.type == kTaskCancelled) {
        row->cancelled = payload.id;
        row->cancelReason = textOr(payload.body, "reason");
        return true;
    }
    return false;
}

}  // namespace plumb::records
