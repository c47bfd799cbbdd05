// What becomes of a task: its team answers, it is assigned anew, cancelled, or ended by an inspection; in whatever
// order lines that may not follow stand in the log, they change nothing.
#include "shared/records/planning/task.h"

#include <catch2/catch.hpp>
#include <random>

#include "shared/records/planning/task_json.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

Sha256 hashOf(int number) {
    Sha256 out;
    out.bytes[0] = static_cast<unsigned char>(number);
    return out;
}

record::Payload payload(std::string_view type, const std::string& id, json::object body, const char* site = "veg") {
    record::Payload out;
    out.type = type;
    out.id = id;
    out.site = site;
    out.region = "620321";
    out.at = parseInstant("2026-11-22T10:00:00.000+08:00").value();
    out.body = std::move(body);
    return out;
}

const std::string kTask = "0198d2c4-7a10-7c3e-8f21-0000000000b1";

Task task(std::vector<std::string> team = {"wang", "li"}) {
    Task out;
    out.checklist = "6a";
    out.team = std::move(team);
    out.due = parseDay("2026-12-05").value();
    out.asked = parseDay("2026-11-25").value();
    return out;
}

record::Payload assigned() {
    return payload(kTaskAssigned, kTask, toBody(task()));
}
record::Payload again(int previous, std::vector<std::string> team) {
    auto out = task(std::move(team));
    out.of = kTask;
    out.previous = hashOf(previous);
    return payload(kTaskAssigned, "again-" + std::to_string(previous), toBody(out));
}
record::Payload answered(int version, const char* person, bool accepted) {
    return payload(kTaskAnswered, "answer",
                   toBody(TaskAnswer{kTask, hashOf(version), person, accepted, accepted ? "" : "出差"}));
}
record::Payload cancelled() {
    return payload(kTaskCancelled, "cancel", toBody(TaskCancelled{kTask, "企业已注销"}));
}
record::Payload inspected(const char* id = "visit", const char* site = "veg", const char* person = "wang",
                          int signers = 1) {
    json::object body{{"task", kTask}, {"person", person}};
    if (signers > 1) body["signers"] = signers;
    return payload("inspection.submitted", id, std::move(body), site);
}
record::Payload cosigned(const char* of, const char* person) {
    return payload("inspection.cosigned", std::string("by-") + person,
                   {{"of", of}, {"task", kTask}, {"person", person}});
}

struct Fold {
    std::optional<TaskRow> row;
    bool operator()(const record::Payload& payload, int hash) {
        return foldTask(row, {payload, hashOf(hash), "kid", static_cast<std::uint64_t>(hash)});
    }
    std::string code(const record::Payload& payload) const {
        const auto may = mayChangeTask(row, payload);
        return may ? std::string() : may.error().code;
    }
};

}  // namespace

TEST_CASE("a task is accepted when its whole team has, and declined when one has") {
    Fold fold;
    REQUIRE(fold(assigned(), 1));
    CHECK(stateOf(*fold.row) == TaskState::assigned);
    REQUIRE(fold(answered(1, "wang", true), 2));
    CHECK(stateOf(*fold.row) == TaskState::assigned);
    REQUIRE(fold(answered(1, "li", false), 3));
    CHECK(stateOf(*fold.row) == TaskState::declined);
    CHECK(fold.row->answerOf("li")->reason == "出差");
    REQUIRE(fold(answered(1, "li", true), 4));  // her last word counts
    CHECK(stateOf(*fold.row) == TaskState::accepted);
    CHECK(fold.row->answers.size() == 2);
    CHECK(fold.code(answered(1, "zhao", true)) == "task_not_yours");
    CHECK(fold.code(answered(7, "li", true)) == "task_overtaken");
}

TEST_CASE("who is assigned anew answers anew, and of two the first in the log counts") {
    Fold fold;
    REQUIRE(fold(assigned(), 1));
    REQUIRE(fold(answered(1, "wang", false), 2));
    REQUIRE(fold(again(1, {"zhao"}), 3));
    CHECK(stateOf(*fold.row) == TaskState::assigned);
    CHECK(fold.row->version == 2);
    CHECK(fold.row->id == kTask);
    CHECK(fold.code(again(1, {"sun"})) == "task_overtaken");
    CHECK_FALSE(fold(again(1, {"sun"}), 4));
    CHECK_FALSE(fold(answered(1, "wang", true), 5));
    REQUIRE(fold(answered(3, "zhao", true), 6));
    CHECK(stateOf(*fold.row) == TaskState::accepted);
}

TEST_CASE("a task ends once; the check that was made counts, whatever was decided meanwhile") {
    Fold fold;
    REQUIRE(fold(assigned(), 1));
    REQUIRE(fold(cancelled(), 2));
    CHECK(stateOf(*fold.row) == TaskState::cancelled);
    CHECK(fold.row->cancelReason == "企业已注销");
    for (const auto& late : {answered(1, "wang", true), cancelled(), again(1, {"zhao"})})
        CHECK(fold.code(late) == "task_over");
    REQUIRE(fold(inspected(), 3));
    CHECK(stateOf(*fold.row) == TaskState::done);
    CHECK_FALSE(fold(inspected("second"), 4));
    CHECK(fold.row->inspection == "visit");
}

TEST_CASE(
    "a check ends the task that it names where its team made it at its site; else the task goes on and says why") {
    Fold fold;
    REQUIRE(fold(assigned(), 1));
    CHECK(visitFault(fold.row, inspected("far", "other")) == VisitFault::otherSite);
    CHECK_FALSE(fold(inspected("far", "other"), 2));
    CHECK(visitFault(fold.row, inspected("strange", "veg", "zhao")) == VisitFault::notOfTeam);
    REQUIRE(fold(inspected("strange", "veg", "zhao"), 3));
    CHECK_FALSE(fold(inspected("strange", "veg", "zhao"), 4));
    REQUIRE(fold(inspected("unsaid", "veg", ""), 5));
    CHECK(fold.row->visitOf("strange")->fault == VisitFault::notOfTeam);
    CHECK(fold.row->visitOf("unsaid")->fault == VisitFault::personUnstated);
    CHECK(stateOf(*fold.row) == TaskState::assigned);
    // Who was not of the team when she signed has not ended it when she joins.
    REQUIRE(fold(again(1, {"zhao", "li"}), 6));
    CHECK(stateOf(*fold.row) == TaskState::assigned);
    REQUIRE(fold(inspected("visit", "veg", "zhao"), 7));
    CHECK(stateOf(*fold.row) == TaskState::done);
    CHECK(fold.row->inspection == "visit");
    CHECK(fold.row->visits.size() == 2);
}

TEST_CASE("a check of two ends its task with the second signature of its team; nobody's flood hides it") {
    Fold fold;
    REQUIRE(fold(assigned(), 1));
    CHECK_FALSE(fold(cosigned("visit", "li"), 2));
    CHECK(visitFault(fold.row, cosigned("visit", "li")) == VisitFault::taskUnknown);
    for (int n = 0; n < 40; ++n) (void)fold(inspected(("flood-" + std::to_string(n)).c_str(), "veg", "zhao"), 3 + n);
    CHECK(fold.row->visits.size() == kMostVisits);
    CHECK(visitFault(fold.row, inspected("visit", "veg", "wang", 2)) == VisitFault::waits);
    REQUIRE(fold(inspected("visit", "veg", "wang", 2), 50));
    CHECK(stateOf(*fold.row) == TaskState::assigned);
    CHECK(visitFault(fold.row, cosigned("visit", "zhao")) == VisitFault::secondNotOfTeam);
    REQUIRE(fold(cosigned("visit", "zhao"), 51));
    CHECK_FALSE(fold(cosigned("visit", "zhao"), 52));
    CHECK_FALSE(fold(cosigned("visit", "wang"), 53));
    CHECK(fold.row->visitOf("visit")->fault == VisitFault::secondNotOfTeam);
    CHECK(fold.row->inspection.empty());
    // A returned version is signed anew by both.
    CHECK(visitFault(fold.row, cosigned("visit", "li")) == VisitFault::none);
    REQUIRE(fold(cosigned("visit", "li"), 54));
    CHECK(fold.row->inspection == "visit");
    CHECK(visitFault(fold.row, cosigned("visit", "li")) == VisitFault::none);
    CHECK_FALSE(fold.row->visitOf("visit"));
    // One who is sent alone brings whom she wants.
    Fold alone;
    REQUIRE(alone(payload(kTaskAssigned, kTask, toBody(task({"wang"}))), 1));
    REQUIRE(alone(inspected("visit", "veg", "wang", 2), 2));
    REQUIRE(alone(cosigned("visit", "zhao"), 3));
    CHECK(stateOf(*alone.row) == TaskState::done);
}

TEST_CASE("nothing follows from a task that is not there") {
    Fold fold;
    for (const auto& line : {answered(1, "wang", true), cancelled(), again(1, {"zhao"})}) {
        CHECK(fold.code(line) == "task_unknown");
        CHECK_FALSE(fold(line, 5));
    }
    CHECK(visitFault(fold.row, inspected()) == VisitFault::taskUnknown);
    CHECK_FALSE(fold(inspected(), 5));
    CHECK_FALSE(fold.row);
    CHECK(taskOf(payload("inspection.submitted", "x", {})).empty());
    CHECK(taskOf(payload("review.accepted", "x", {{"of", kTask}})).empty());
}

TEST_CASE("random histories: a row says no more than its lines allow, and is read again from its table as it was") {
    std::mt19937 random(7);
    std::size_t seen[5] = {};
    for (int round = 0; round < 2000; ++round) {
        Fold fold;
        REQUIRE(fold(assigned(), 1));
        int newest = 1;
        bool over = false;
        for (int hash = 2; hash < 12; ++hash) {
            const int version = static_cast<int>(1 + random() % static_cast<unsigned>(newest));
            const char* const person = std::array{"wang", "li", "zhao"}[random() % 3];
            const auto line = [&] {
                switch (random() % 8) {
                    case 0:
                        return again(version, {"wang", "zhao"});
                    case 1:
                        return again(version, {"li"});
                    case 2:
                        return random() % 3 == 0 ? cancelled() : answered(version, person, true);
                    case 3:
                        if (random() % 3 == 0) return inspected("visit", "veg", person, 1 + random() % 2);
                        return random() % 2 ? cosigned("visit", person) : answered(version, person, true);
                    case 4:
                        return answered(version, person, false);
                    default:
                        return answered(newest, person, true);
                }
            }();
            const auto before = fold.row;
            const bool may = mayChangeTask(fold.row, line).has_value();
            const bool changed = fold(line, hash);
            if (!may) CHECK_FALSE(changed);
            if (!changed) CHECK(fold.row == before);
            if (changed && line.type == kTaskAssigned) newest = hash;
            if (over) CHECK((!changed || line.type.starts_with("inspection.")));
            over = !isOpen(stateOf(*fold.row));
            for (const auto& answer : fold.row->answers) CHECK(fold.row->says.isFor(answer.person));
            CHECK(fold.row->hash == hashOf(newest));
            CHECK(taskFromJson(parseJson(toText(toJson(*fold.row))).value().as_object()) == *fold.row);
        }
        ++seen[static_cast<int>(stateOf(*fold.row))];
    }
    for (const auto count : seen) CHECK(count > 50);
}
