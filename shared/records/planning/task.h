// A task: a check that somebody is to make at a site until a day (task.assigned), what each of its team answered
// (task.answered), and its end without a check (task.cancelled); RECORDS.md. It is known by the id of the line that
// assigned it first; who assigns it anew says which version she had before her. An inspection that names it ends it,
// where it was made at its site by its team. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/records/believed.h"

namespace plumb::records {

inline constexpr std::string_view kTaskAssigned = "task.assigned", kTaskAnswered = "task.answered",
                                  kTaskCancelled = "task.cancelled";

// What the letters on inspections of enterprises tell apart (Ministry of Justice on 国办发〔2024〕54号): 日常, 个案,
// 专项.
enum class TaskKind { routine, individual, special };
std::string_view taskKindName(TaskKind kind);
std::optional<TaskKind> taskKindNamed(std::string_view name);

// Somebody who does not go because of an interest in the matter (回避).
struct SteppedBack {
    std::string person, reason;

    friend bool operator==(const SteppedBack&, const SteppedBack&) = default;
};

// Where a task comes from, other than somebody's hand: a place on the list of a draw.
struct FromDraw {
    std::string draw;  // id of draw.committed
    std::int64_t number = 0;

    friend bool operator==(const FromDraw&, const FromDraw&) = default;
};

struct Task {
    TaskKind kind = TaskKind::routine;
    std::string checklist, programme;  // ids; one at least
    std::vector<std::string> team;     // ids of one or two persons
    Day due{};
    std::string instructions;
    Day asked{};  // when the team was asked for interests in the matter
    std::vector<SteppedBack> steppedBack;
    std::optional<FromDraw> draw;    // none: by hand
    std::string check;               // id of the check that its head approved (check.h); ""
    std::string of;                  // the task that is assigned anew; "": a new one
    std::optional<Sha256> previous;  // the version that this one takes the place of

    [[nodiscard]] bool isFor(std::string_view person) const;

    friend bool operator==(const Task&, const Task&) = default;
};
// bad_payload with the member's path.
Result<Task> readTask(const json::object& body);
json::object toBody(const Task& task);

struct TaskAnswer {
    std::string of;
    Sha256 version;      // line hash of what is answered
    std::string person;  // who answers: the author herself (persons.h)
    bool accepted = false;
    std::string reason;  // of declining

    friend bool operator==(const TaskAnswer&, const TaskAnswer&) = default;
};
Result<TaskAnswer> readTaskAnswer(const json::object& body);
json::object toBody(const TaskAnswer& answer);

struct TaskCancelled {
    std::string of, reason;

    friend bool operator==(const TaskCancelled&, const TaskCancelled&) = default;
};
Result<TaskCancelled> readTaskCancelled(const json::object& body);
json::object toBody(const TaskCancelled& cancelled);

enum class TaskState { assigned, accepted, declined, cancelled, done };
std::string_view taskStateName(TaskState state);
std::optional<TaskState> taskStateNamed(std::string_view name);

struct GivenAnswer {
    std::string person;
    bool accepted = false;
    std::string reason;
    Instant at;

    friend bool operator==(const GivenAnswer&, const GivenAnswer&) = default;
};

// Why a check does not end the task that it names. It counts as a record all the same: what was seen was seen.
enum class VisitFault {
    none,             // it ends it
    taskUnknown,      // there is no such task
    otherSite,        // it was made elsewhere
    personUnstated,   // by a program that did not say whose it is
    notOfTeam,        // its author is not of the team
    waits,            // two inspectors are asked, and the second has not signed
    secondNotOfTeam,  // who signed second is not of the team of two
};
std::string_view visitFaultName(VisitFault fault);
std::optional<VisitFault> visitFaultNamed(std::string_view name);

// A check that names the task and did not end it (yet).
struct TaskVisit {
    std::string inspection;  // record id
    std::string person;      // whose it is
    VisitFault fault = VisitFault::none;

    friend bool operator==(const TaskVisit&, const TaskVisit&) = default;
};

struct TaskRow {
    std::string id, site, region;
    Task says;        // the newest version that counts
    Sha256 hash;      // its line
    std::string kid;  // its author
    Instant at;       // of it
    int version = 1;
    std::vector<GivenAnswer> answers;     // to the newest version, the last of each person
    std::string cancelled, cancelReason;  // record id, and why
    std::string inspection;               // that ended it: the first
    std::vector<TaskVisit> visits = {};   // that did not, in their order; at most kMostVisits besides those that wait

    [[nodiscard]] const GivenAnswer* answerOf(std::string_view person) const;
    // Of those that did not end it, by record id.
    [[nodiscard]] const TaskVisit* visitOf(std::string_view inspection) const;

    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

// Nobody hides a check by signing many others for the same task.
inline constexpr std::size_t kMostVisits = 16;

// A check that was made ends a task, also one that was cancelled while nobody on the way could know; one who declines
// leaves it to be assigned anew; it is accepted when the whole team has.
TaskState stateOf(const TaskRow& row);
inline bool isOpen(TaskState state) {
    return state != TaskState::cancelled && state != TaskState::done;
}

// The task that a line is about: the id of its first assignment; "": none.
std::string taskOf(const record::Payload& payload);
// Whether the line may change the task now. No row: none is known under that id. Codes: task_unknown (no such task, or
// one of another site), task_overtaken (another version is the newest), task_over, task_not_yours. Nothing is asked of
// a check: it is taken whatever task it names, and visitFault() says whether it ends it.
Result<void> mayChangeTask(const std::optional<TaskRow>& row, const record::Payload& payload);
// Of a check, or of the second signature under one. REQUIRES: `person` in its body is its author's (persons.h).
VisitFault visitFault(const std::optional<TaskRow>& row, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldTask(std::optional<TaskRow>& row, const BelievedLine& line);

}  // namespace plumb::records
