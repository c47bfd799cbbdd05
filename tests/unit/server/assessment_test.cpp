// Self-assessments: contributions merge, one submission in a round, scored and reviewed as inspections are.
#include <catch2/catch.hpp>

#include "sync-server/projections/assessments/assessment_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Round {
    World world;
    Author first, second, supervisor;

    Round()
        : first((world.publish(), world.enrolAt("yongchang-veg"))),
          second(world.enrolAt("yongchang-veg")),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})) {
        if (open() != "accepted") throw std::runtime_error("the round was refused");
    }
    static json::object checklist() { return inspectionBody().at("checklist").as_object(); }
    std::string open(bool closed = false) {
        json::object body{{"id", "gs-2026"},
                          {"title", {{"zh", "2026 年度自评"}}},
                          {"checklist", checklist()},
                          {"opens", "2026-11-20"},
                          {"closes", "2026-12-05"}};
        if (closed) body["closed"] = true;
        return world.fate(world.admin().say("round.published", body, {"", "62"}), world.admin());
    }
    std::string contribute(Author& by, const char* item, const char* round = "gs-2026") {
        json::object items;
        items[item] = {{"answers", {{"i" + std::string(item), "pass"}}}};
        return world.fate(
            by.say("assessment.contributed", {{"round", round}, {"checklist", checklist()}, {"items", items}}, kSite),
            by);
    }
    [[nodiscard]] std::string person(const Author& of) { return world.services().trust.personId(of.kid()); }
    std::string assign(Author& by, const std::string& person, const char* round = "gs-2026") {
        return world.fate(
            by.say("assessment.assigned",
                   {{"round", round}, {"checklist", checklist()}, {"section", "s1"}, {"person", person}}, kSite),
            by);
    }
    record::Line whole(Author& by, const char* type = "assessment.submitted", json::object more = {}) {
        auto body = inspectionBody();
        body["kind"] = "self";
        body["round"] = "gs-2026";
        body["party"] = {{"absent", "自评"}};
        for (auto& member : more) body[member.key()] = member.value();
        return by.say(type, std::move(body), kSite);
    }
    std::string review(const char* type, const record::Line& of) {
        const auto id = record::parsePayload(of.payload()).value().id;
        return world.fate(supervisor.say(type, {{"of", id}, {"hash", of.hash().hex()}, {"comment", "补充"}}, kSite),
                          supervisor);
    }
};

}  // namespace

TEST_CASE("two people fill, one submits, a supervisor returns it, and contributions go on") {
    Round it;
    CHECK(it.contribute(it.first, "1") == "accepted");
    CHECK(it.contribute(it.second, "2") == "accepted");
    CHECK(it.contribute(it.second, "1") == "accepted");
    const auto list = it.world.answered(it.world.get("/v1/query/assessments?round=gs-2026", &it.supervisor));
    CHECK(list.at("items").at(0).at("answered").to_number<int>() == 2);
    const auto submitted = it.whole(it.first);
    REQUIRE(it.world.fate(submitted, it.first) == "accepted");
    CHECK(it.contribute(it.second, "3") == "round_closed");
    CHECK(it.world.fate(it.whole(it.second), it.second) == "round_submitted");
    REQUIRE(it.review("review.returned", submitted) == "accepted");
    CHECK(it.contribute(it.second, "3") == "accepted");
    const auto id = record::parsePayload(submitted.payload()).value().id;
    const auto amended = it.whole(it.first, "assessment.amended", {{"of", id}, {"reason", "补充"}});
    REQUIRE(it.world.fate(amended, it.first) == "accepted");
    REQUIRE(it.review("review.accepted", submitted) == "accepted");  // of an old version: counts for nothing
    const auto record = it.world.answered(it.world.get("/v1/query/records/" + id, &it.second));
    CHECK(textOr(record, "status") == "submitted");
    CHECK(record.at("contributions").as_array().size() == 4);
    CHECK(record.at("versions").as_array().size() == 2);
    const auto queue =
        it.world.answered(it.world.get("/v1/query/inspections?status=submitted&family=assessment", &it.supervisor));
    CHECK(queue.at("items").as_array().size() == 1);
    CHECK(it.world.answered(it.world.get("/v1/query/inspections?status=submitted", &it.supervisor))
              .at("items")
              .as_array()
              .empty());
}

TEST_CASE("a round that is unknown, of another checklist or closed takes nothing, and a false score is refused") {
    Round it;
    CHECK(it.contribute(it.first, "1", "gs-2027") == "round_unknown");
    auto body = inspectionBody().at("score").as_object();
    body["points"] = body.at("points").as_int64() + 1;
    CHECK(it.world.fate(it.whole(it.first, "assessment.submitted", {{"score", body}}), it.first) == "bad_score");
    auto inspector = it.world.enrol(domain::Role::inspector, {"62"});
    CHECK(it.contribute(inspector, "1") == "wrong_role");
    auto elsewhere = it.world.enrolAt("other-site");
    CHECK(it.contribute(elsewhere, "1") == "wrong_region");
    REQUIRE(it.open(true) == "accepted");
    CHECK(it.contribute(it.first, "1") == "round_closed");
    const auto rounds = it.world.answered(it.world.get("/v1/query/rounds", &it.first));
    CHECK(rounds.at("items").as_array().size() == 1);
    CHECK(rounds.at("checklists").at(0).at("sha256") == rounds.at("items").at(0).at("checklist").at("sha256"));
}

TEST_CASE("a round tells how far each site has come that it covers, and those that have not begun") {
    Round it;
    auto& admin = it.world.admin();
    for (const char* site : {"a-farm", "b-farm"}) {
        const json::object body{{"id", site}, {"name", std::string(site) + "（示例）"}, {"region", "620921"}};
        REQUIRE(it.world.fate(admin.say("site.published", body, {site, "620921"}), admin) == "accepted");
    }
    const json::object away{{"id", "c-farm"}, {"name", "不在内"}, {"region", "630102"}};
    REQUIRE(it.world.fate(admin.say("site.published", away, {"c-farm", "630102"}), admin) == "accepted");
    const auto ask = [&](const std::string& query, const Author& caller) {
        return it.world.answered(it.world.get("/v1/query/rounds/gs-2026/sites?" + query, &caller));
    };
    const auto steps = [](const json::object& answer) {
        std::string out;
        for (const auto& site : answer.at("items").as_array())
            out += std::string(site.at("site").as_string()) + " " + std::string(site.at("step").as_string()) + "; ";
        return out;
    };
    CHECK(steps(ask("today=2026-11-22", it.supervisor)) ==
          "yongchang-veg not_begun; a-farm not_begun; b-farm not_begun; ");
    // Who is to fill what says nothing of what was filled.
    REQUIRE(it.assign(it.first, it.person(it.second)) == "accepted");
    CHECK(steps(ask("step=filling&today=2026-11-22", it.supervisor)).empty());
    REQUIRE(it.contribute(it.first, "1") == "accepted");
    const auto begun = ask("today=2026-11-22", it.supervisor);
    CHECK(steps(begun) == "yongchang-veg filling; a-farm not_begun; b-farm not_begun; ");
    CHECK(begun.at("items").at(0).at("answered").to_number<int>() == 1);
    CHECK(begun.at("counts") == json::value{{"all", 3},
                                            {"late", 0},
                                            {"not_begun", 2},
                                            {"filling", 1},
                                            {"submitted", 0},
                                            {"returned", 0},
                                            {"accepted", 0}});
    const auto submitted = it.whole(it.first);
    REQUIRE(it.world.fate(submitted, it.first) == "accepted");
    // The day after the last one: who has handed nothing in is late, who did before is not.
    const auto over = ask("today=2026-12-06", it.supervisor);
    CHECK(steps(over) == "yongchang-veg submitted; a-farm not_begun; b-farm not_begun; ");
    CHECK(over.at("counts").at("late").to_number<int>() == 2);
    CHECK(!over.at("items").at(0).as_object().contains("late"));
    CHECK(steps(ask("today=2026-12-06&step=late", it.supervisor)) == "a-farm not_begun; b-farm not_begun; ");
    REQUIRE(it.review("review.returned", submitted) == "accepted");
    CHECK(steps(ask("step=returned", it.supervisor)) == "yongchang-veg returned; ");
    const auto page = ask("step=not_begun&limit=1", it.supervisor);
    CHECK(steps(page) == "a-farm not_begun; ");
    CHECK(steps(ask("step=not_begun&limit=1&after=" + std::string(page.at("next").as_string()), it.supervisor)) ==
          "b-farm not_begun; ");
    // An enterprise learns of its own site alone.
    CHECK(steps(ask("", it.first)) == "yongchang-veg returned; ");
    CHECK(steps(ask("today=", it.first)) == "yongchang-veg returned; ");
    CHECK(it.world.get("/v1/query/rounds/gs-2026/sites?today=soon", &it.supervisor).status == 400);
    CHECK(it.world.get("/v1/query/rounds/none/sites", &it.supervisor).status == 404);
    CHECK(it.world.get("/v1/query/rounds/gs-2026/sites?step=lost", &it.supervisor).status == 400);
    // The round of the sites that it lists, one of them not published.
    json::object body{{"id", "gs-2026"},
                      {"title", {{"zh", "2026 年度自评"}}},
                      {"checklist", Round::checklist()},
                      {"opens", "2026-11-20"},
                      {"closes", "2026-12-05"},
                      {"sites", {"b-farm", "nowhere"}}};
    REQUIRE(it.world.fate(admin.say("round.published", body, {"", "62"}), admin) == "accepted");
    CHECK(steps(ask("", it.supervisor)) == "nowhere not_begun; yongchang-veg returned; b-farm not_begun; ");
}

TEST_CASE("what is handed in after the last day is late, whatever becomes of it") {
    Round it;
    it.world.pass(std::chrono::hours(24 * 20));
    const auto submitted = it.whole(it.first);
    REQUIRE(it.world.fate(submitted, it.first) == "accepted");
    REQUIRE(it.review("review.accepted", submitted) == "accepted");
    const auto answer =
        it.world.answered(it.world.get("/v1/query/rounds/gs-2026/sites?today=2026-11-22", &it.supervisor));
    CHECK(answer.at("items").at(0).at("late").as_bool());
    CHECK(answer.at("items").at(0).at("step") == "accepted");
    CHECK(answer.at("counts").at("late").to_number<int>() == 1);
}

TEST_CASE("a section is assigned to somebody of the site's enterprise, the later word holds, and restricts nobody") {
    Round it;
    CHECK(it.assign(it.first, it.person(it.second)) == "accepted");
    CHECK(it.contribute(it.first, "1") == "accepted");
    CHECK(it.assign(it.second, it.person(it.first)) == "accepted");
    const auto elsewhere = it.world.enrolAt("other-site");
    CHECK(it.assign(it.first, it.person(elsewhere)) == "person_unknown");
    CHECK(it.assign(it.first, it.person(it.supervisor)) == "person_unknown");
    CHECK(it.assign(it.first, "nobody knows") == "person_unknown");
    CHECK(it.assign(it.supervisor, "") == "wrong_role");
    CHECK(it.assign(it.first, "", "gs-2027") == "round_unknown");
    const auto row = [&] {
        auto reader = it.world.services().readers.borrow();
        return AssessmentRows(*reader).find({"yongchang-veg", "gs-2026", textOr(Round::checklist(), "id"), {}})->row;
    };
    CHECK(row().assigned.at("s1").person == it.person(it.first));
    CHECK(row().assigned.at("s1").kid == it.second.kid());
    CHECK(it.assign(it.first, "") == "accepted");
    CHECK(row().assigned.at("s1").person.empty());
    const auto submitted = it.whole(it.first);
    REQUIRE(it.world.fate(submitted, it.first) == "accepted");
    CHECK(it.assign(it.first, it.person(it.second)) == "round_closed");
    const auto id = record::parsePayload(submitted.payload()).value().id;
    const auto record = it.world.answered(it.world.get("/v1/query/records/" + id, &it.second));
    CHECK(record.at("contributions").as_array().size() == 4);  // the assignments among them
}

TEST_CASE("what was submitted is amended until it is accepted or its round is closed") {
    Round it;
    const auto submitted = it.whole(it.first);
    REQUIRE(it.world.fate(submitted, it.first) == "accepted");
    const auto id = record::parsePayload(submitted.payload()).value().id;
    const auto amend = [&] { return it.whole(it.first, "assessment.amended", {{"of", id}, {"reason", "更正"}}); };
    const auto amended = amend();
    CHECK(it.world.fate(amended, it.first) == "accepted");
    SECTION("accepted") {
        json::object review{{"of", id}, {"hash", amended.hash().hex()}};
        REQUIRE(it.world.fate(it.supervisor.say("review.accepted", review, kSite), it.supervisor) == "accepted");
        CHECK(it.world.fate(amend(), it.first) == "record_accepted");
    }
    SECTION("closed") {
        REQUIRE(it.open(true) == "accepted");
        CHECK(it.world.fate(amend(), it.first) == "round_closed");
    }
}

TEST_CASE("an amendment is of its own family") {
    Round it;
    const auto submitted = it.whole(it.first);
    REQUIRE(it.world.fate(submitted, it.first) == "accepted");
    auto inspector = it.world.enrol(domain::Role::inspector, {"62"});
    const auto visit = inspector.say("inspection.submitted", inspectionBody(), kSite);
    REQUIRE(it.world.fate(visit, inspector) == "accepted");
    const auto of = record::parsePayload(visit.payload()).value().id;
    CHECK(it.world.fate(it.whole(it.first, "assessment.amended", {{"of", of}, {"reason", "x"}}), it.first) ==
          "wrong_role");
}
