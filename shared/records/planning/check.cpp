#include "shared/records/planning/check.h"

#include <algorithm>
#include <array>

#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 2> kModes{"on_site", "remote"};
constexpr std::array<std::string_view, 3> kStates{"proposed", "approved", "refused"};
// 行政处罚法 42 and the rules on inspection alike: two officers at least; these two go.
constexpr std::size_t kTeam = 2;

void readTeam(BodyReader& read, PlannedCheck& check) {
    check.team = read.textsIf("team");
    const auto& team = check.team;
    if (team.size() != kTeam || team[0].empty() || team[1].empty() || team[0] == team[1])
        read.fault("team", "must name two different persons by their ids");
}

void readYear(BodyReader& read, PlannedCheck& check) {
    auto& year = check.year;
    (void)read.object("year", [&](BodyReader& in) {
        year.made = in.integer("made");
        year.most = in.integerIf("most");
        if (year.made < 0) in.fault("made", "must not be negative");
        if (year.most && *year.most < 1) in.fault("most", "must be at least 1");
        year.counted = in.flagIf("counted");
        if (!in.members().contains("counted")) in.fault("counted", "must be true or false");
        if (!year.counted && check.kind != TaskKind::special)
            in.fault("counted", "must be true: only a special check that was ordered from above does not count");
        const bool over = year.counted && year.most && year.made >= *year.most;
        if (over) year.over = in.text("over");
        if (!over && in.members().contains("over")) in.fault("over", "stands where the cap is reached");
    });
}

tl::unexpected<Error> refusedBecause(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

tl::unexpected<Error> unknownCheck(const std::string& of) {
    return refusedBecause("check_unknown", "no check " + of.substr(0, 40) +
                                               " of this site and version is in this log; it has to be proposed first");
}

Result<CheckDecision> readDecision(const json::object& body, bool approved) {
    BodyReader read(body);
    auto out = decisionIn(read, approved);
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

Result<void> mayDecide(const CheckRow& row, const record::Payload& payload) {
    const auto said = payload.type == kCheckApproved ? readApproval(payload.body) : readCheckRefusal(payload.body);
    if (!said) return fail(said.error());
    if (row.decided)
        return refusedBecause("check_decided",
                              "check " + row.id + " was " + std::string(checkStateName(stateOf(row))) + " already");
    if (said->version != row.hash) return unknownCheck(row.id);
    if (said->person == row.says.person || row.says.isFor(said->person))
        return fail(ErrorKind::forbidden, "check_own",
                    "who proposed a check, or goes there, does not decide about it; somebody else has to");
    return {};
}

Result<void> mayBeTaken(const CheckRow& row, const record::Payload& payload) {
    const auto task = readTask(payload.body);
    if (!task) return fail(task.error());
    const auto state = stateOf(row);
    if (state == CheckState::refused)
        return refusedBecause("check_refused", "check " + row.id + " was refused; it is not made");
    if (state == CheckState::proposed && !row.says.urgent)
        return refusedBecause("check_unapproved", "check " + row.id + " waits for the approval of its head");
    if (!row.task.empty() && row.task != taskOf(payload))
        return refusedBecause("check_taken", "task " + row.task + " is for check " + row.id + " already");
    const bool same =
        task->kind == row.says.kind && task->checklist == row.says.checklist && task->programme == row.says.programme &&
        std::all_of(task->team.begin(), task->team.end(), [&](const auto& person) { return row.says.isFor(person); });
    if (!same)
        return refusedBecause(
            "check_differs",
            "check " + row.id + " is for another kind, checklist or team than this task; propose anew");
    return {};
}

}  // namespace

std::string_view checkModeName(CheckMode mode) {
    return kModes[static_cast<std::size_t>(mode)];
}
std::optional<CheckMode> checkModeNamed(std::string_view name) {
    const auto found = std::find(kModes.begin(), kModes.end(), name);
    if (found == kModes.end()) return std::nullopt;
    return static_cast<CheckMode>(found - kModes.begin());
}
std::string_view checkStateName(CheckState state) {
    return kStates[static_cast<std::size_t>(state)];
}
std::optional<CheckState> checkStateNamed(std::string_view name) {
    const auto found = std::find(kStates.begin(), kStates.end(), name);
    if (found == kStates.end()) return std::nullopt;
    return static_cast<CheckState>(found - kStates.begin());
}

bool PlannedCheck::isFor(std::string_view who) const {
    return std::find(team.begin(), team.end(), who) != team.end();
}

Result<PlannedCheck> readCheck(const json::object& body) {
    BodyReader read(body);
    PlannedCheck out;
    const auto kind = taskKindNamed(read.text("kind"));
    if (!kind) read.fault("kind", "must be routine, individual or special");
    out.kind = kind.value_or(TaskKind::routine);
    out.reason = read.text("reason");
    out.basis = read.text("basis");
    out.checklist = read.textIf("checklist");
    out.programme = read.textIf("programme");
    if (out.checklist.empty() && out.programme.empty())
        read.fault("checklist", "must be there, or \"programme\": by what is checked");
    out.items = read.textsIf("items");
    if (std::find(out.items.begin(), out.items.end(), "") != out.items.end())
        read.fault("items", "must name published items of inspection");
    const auto mode = checkModeNamed(read.text("mode"));
    if (!mode) read.fault("mode", "must be on_site or remote");
    out.mode = mode.value_or(CheckMode::onSite);
    out.planned = read.day("planned");
    readTeam(read, out);
    out.person = read.text("person");
    readYear(read, out);
    if (body.contains("items_over")) out.itemsOver = read.text("items_over");
    if (!out.itemsOver.empty() && out.items.empty()) read.fault("items_over", "stands where \"items\" are named");
    (void)read.objectIf("urgent", [&](BodyReader& urgent) {
        out.urgent = Urgent{urgent.text("reason"), {}};
        if (urgent.members().contains("inspection")) out.urgent->inspection = urgent.recordId("inspection");
    });
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const PlannedCheck& check) {
    json::object year{{"made", check.year.made}, {"counted", check.year.counted}};
    if (check.year.most) year["most"] = *check.year.most;
    if (!check.year.over.empty()) year["over"] = check.year.over;
    json::object out{{"kind", taskKindName(check.kind)},
                     {"reason", check.reason},
                     {"basis", check.basis},
                     {"mode", checkModeName(check.mode)},
                     {"planned", dayText(check.planned)},
                     {"team", json::array(check.team.begin(), check.team.end())},
                     {"person", check.person},
                     {"year", std::move(year)}};
    if (!check.checklist.empty()) out["checklist"] = check.checklist;
    if (!check.programme.empty()) out["programme"] = check.programme;
    if (!check.items.empty()) out["items"] = json::array(check.items.begin(), check.items.end());
    if (!check.itemsOver.empty()) out["items_over"] = check.itemsOver;
    if (check.urgent) {
        json::object urgent{{"reason", check.urgent->reason}};
        if (!check.urgent->inspection.empty()) urgent["inspection"] = check.urgent->inspection;
        out["urgent"] = std::move(urgent);
    }
    return out;
}

Result<CheckDecision> readApproval(const json::object& body) {
    return readDecision(body, true);
}
Result<CheckDecision> readCheckRefusal(const json::object& body) {
    return readDecision(body, false);
}

CheckState stateOf(const CheckRow& row) {
    if (!row.decided) return CheckState::proposed;
    return row.decided->says.approved ? CheckState::approved : CheckState::refused;
}

std::string checkOf(const record::Payload& payload) {
    if (payload.type == kCheckProposed) return payload.id;
    if (payload.type == kCheckApproved || payload.type == kCheckRefused) return textOr(payload.body, "of");
    if (payload.type == kTaskAssigned) return textOr(payload.body, "check");
    return {};
}

Result<void> mayChangeCheck(const std::optional<CheckRow>& row, const record::Payload& payload) {
    const auto of = checkOf(payload);
    if (payload.type == kCheckProposed) {
        if (row) return refusedBecause("check_decided", "check " + of.substr(0, 40) + " was proposed already");
        return {};
    }
    if (!row || row->id != of || row->site != payload.site) return unknownCheck(of);
    return payload.type == kTaskAssigned ? mayBeTaken(*row, payload) : mayDecide(*row, payload);
}

bool foldCheck(std::optional<CheckRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (checkOf(payload).empty() || !mayChangeCheck(row, payload)) return false;
    if (payload.type == kCheckProposed) {
        auto says = readCheck(payload.body);
        if (!says) return false;
        row.emplace();
        row->id = payload.id;
        row->site = payload.site;
        row->region = payload.region;
        row->says = std::move(*says);
        row->hash = line.hash;
        row->kid = line.kid;
        row->at = payload.at;
        return true;
    }
    if (payload.type == kTaskAssigned) {
        const auto task = taskOf(payload);
        if (row->task == task) return false;
        row->task = task;
        return true;
    }
    auto says = payload.type == kCheckApproved ? readApproval(payload.body) : readCheckRefusal(payload.body);
    if (!says) return false;
    row->decided = Decided{payload.id, std::string(line.kid), std::move(*says), payload.at};
    return true;
}

}  // namespace plumb::records
