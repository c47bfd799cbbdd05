// Checks on the server: who proposes and who approves, which task is for one, and the list of them.
#include <catch2/catch.hpp>

#include "shared/records/planning/check.h"
#include "shared/records/reference/item_register.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Case {
    World world;
    Author inspector, second, supervisor, head, far;

    Case()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          second(world.enrol(domain::Role::inspector, {"6203"})),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          head(world.enrol(domain::Role::supervisor, {"6203"})),
          far(world.enrol(domain::Role::supervisor, {"63"})) {}

    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    records::PlannedCheck check(const Author& by, bool urgent = false) {
        records::PlannedCheck out;
        out.reason = "年度计划";
        out.basis = "标准化法第三十二条";
        out.checklist = "6a";
        out.planned = parseDay("2026-12-05").value();
        out.team = {person(inspector), person(second)};
        out.person = person(by);
        out.year = {0, 2, true, {}};
        if (urgent) out.urgent = records::Urgent{"连夜举报", {}};
        return out;
    }
    record::Line propose(Author& by, bool urgent = false) {
        return by.say("check.proposed", records::toBody(check(by, urgent)), kSite);
    }
    std::string fate(const record::Line& line, const Author& by) { return world.fate(line, by); }
    std::string decide(Author& by, const record::Line& of, bool approved, std::string who = {}) {
        if (who.empty()) who = person(by);
        const records::CheckDecision says{idOf(of), of.hash(), who, approved, approved ? "" : "已查两次"};
        return fate(by.say(approved ? "check.approved" : "check.refused", records::toBody(says), kSite), by);
    }
    std::string assign(const record::Line& of) {
        records::Task task;
        task.checklist = "6a";
        task.team = {person(inspector), person(second)};
        task.due = parseDay("2026-12-05").value();
        task.asked = parseDay("2026-11-25").value();
        task.check = idOf(of);
        return fate(supervisor.say("task.assigned", records::toBody(task), kSite), supervisor);
    }
    json::array list(const std::string& query, const Author& by) {
        return world.answered(world.get("/v1/query/checks" + query, &by)).at("items").as_array();
    }
};

}  // namespace

TEST_CASE("a check is proposed for inspectors of the site by its author herself") {
    Case c;
    CHECK(c.fate(c.propose(c.inspector), c.inspector) == "accepted");
    CHECK(c.fate(c.propose(c.world.admin()), c.world.admin()) == "accepted");
    auto other = records::toBody(c.check(c.head));
    CHECK(c.fate(c.supervisor.say("check.proposed", other, kSite), c.supervisor) == "wrong_person");
    auto stranger = c.check(c.supervisor);
    stranger.team[1] = c.person(c.head);
    CHECK(c.fate(c.supervisor.say("check.proposed", records::toBody(stranger), kSite), c.supervisor) ==
          "person_not_inspector");
    CHECK(c.fate(c.propose(c.far), c.far) == "wrong_region");
    CHECK(c.fate(c.supervisor.say("check.proposed", records::toBody(c.check(c.supervisor)), {"nowhere", "620321"}),
                 c.supervisor) == "site_unknown");
    auto after = c.check(c.supervisor, true);
    after.urgent->inspection = "0198d2c4-7a10-7c3e-8f21-0000000000a1";
    CHECK(c.fate(c.supervisor.say("check.proposed", records::toBody(after), kSite), c.supervisor) == "of_unknown");
}

TEST_CASE("the head approves what somebody else proposed, once, within her own regions") {
    Case c;
    const auto own = c.propose(c.supervisor);
    REQUIRE(c.fate(own, c.supervisor) == "accepted");
    CHECK(c.decide(c.supervisor, own, true) == "wrong_role");
    CHECK(c.decide(c.supervisor, own, true, c.person(c.head)) == "wrong_role");
    CHECK(c.decide(c.head, own, true, c.person(c.supervisor)) == "wrong_person");
    CHECK(c.decide(c.far, own, true) == "wrong_region");
    CHECK(c.decide(c.inspector, own, true) == "wrong_role");
    CHECK(c.assign(own) == "check_unapproved");
    CHECK(c.decide(c.head, own, false) == "accepted");
    CHECK(c.decide(c.head, own, true) == "check_decided");
    CHECK(c.assign(own) == "check_refused");

    const auto other = c.propose(c.inspector);
    REQUIRE(c.fate(other, c.inspector) == "accepted");
    CHECK(c.decide(c.supervisor, other, true) == "accepted");
    CHECK(c.decide(c.head, other, true) == "check_decided");
    CHECK(c.decide(c.head, other, false) == "check_decided");
    CHECK(c.assign(other) == "accepted");
    CHECK(c.assign(other) == "check_taken");
}

TEST_CASE("a supervisor who is of the team does not approve with her supervisor's key") {
    Case c;
    // The same person with both roles: a second invitation grants it to her key.
    const json::object grant{{"key", c.inspector.kid()},
                             {"grants", json::array{json::object{{"role", "supervisor"}, {"regions", {"62"}}}}}};
    REQUIRE(c.fate(c.world.admin().say("role.granted", grant), c.world.admin()) == "accepted");
    const auto line = c.propose(c.supervisor);
    REQUIRE(c.fate(line, c.supervisor) == "accepted");
    CHECK(c.decide(c.inspector, line, true) == "check_own");
    CHECK(c.decide(c.inspector, line, false) == "check_own");
    CHECK(c.decide(c.head, line, true) == "accepted");
}

TEST_CASE("an urgent check is made before it is approved, and is listed until it is") {
    Case c;
    const auto line = c.propose(c.inspector, true);
    REQUIRE(c.fate(line, c.inspector) == "accepted");
    REQUIRE(c.assign(line) == "accepted");
    const auto listed = c.list("?state=proposed", c.head);
    REQUIRE(listed.size() == 1);
    const auto& one = listed[0].as_object();
    CHECK(textOr(one, "id") == idOf(line));
    auto body = inspectionBody();
    body["task"] = textOr(one, "task");
    body["person"] = c.person(c.inspector);
    REQUIRE(c.fate(c.inspector.say("inspection.submitted", body, kSite), c.inspector) == "accepted");
    CHECK(c.decide(c.head, line, true) == "accepted");
    CHECK(c.list("?state=proposed", c.head).empty());
    const auto approved = c.list("?state=approved&region=6203", c.second);
    REQUIRE(approved.size() == 1);
    CHECK(approved[0].as_object().contains("inspection"));
    CHECK(approved[0].at("decided").at("approved").as_bool());
}

TEST_CASE("the list of checks is paged, newest first, for staff of the region") {
    Case c;
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        const auto line = c.propose(c.inspector);
        REQUIRE(c.fate(line, c.inspector) == "accepted");
        ids.insert(ids.begin(), idOf(line));
    }
    std::vector<std::string> seen;
    std::string after;
    for (;;) {
        const auto page = c.world.answered(c.world.get("/v1/query/checks?limit=1" + after, &c.head));
        for (const auto& one : page.at("items").as_array()) seen.push_back(textOr(one.as_object(), "id"));
        if (!page.at("next").is_string()) break;
        after = "&after=" + std::string(page.at("next").as_string());
    }
    CHECK(seen == ids);
    CHECK(c.list("", c.far).empty());
    CHECK(c.list("", c.world.enrolAt("yongchang-veg")).empty());
    CHECK(c.world.get("/v1/query/checks?state=open", &c.head).status == 400);
    CHECK(c.world.get("/v1/query/checks?after=x", &c.head).status == 400);
}

TEST_CASE("where a register of inspection items holds, a check is for items of it") {
    Case c;
    auto& admin = c.world.admin();
    const auto publish = [&](const char* id, const char* region, const char* from, const char* item) {
        records::ItemRegister says;
        says.id = id;
        says.title = says.source = {"清单", "Register"};
        says.where = "公示系统";
        says.from = parseDay(from).value();
        says.items = {{"1", {item, "Item"}, {"标准化法", "Law"}, {}, {}, {}, {}}};
        return c.fate(admin.say("register.published", records::toBody(says), {"", region}), admin);
    };
    const auto propose = [&](std::vector<std::string> items) {
        auto check = c.check(c.inspector);
        check.items = std::move(items);
        return c.fate(c.inspector.say("check.proposed", records::toBody(check), kSite), c.inspector);
    };
    CHECK(propose({"随便什么"}) == "accepted");  // none is published yet
    CHECK(publish("qinghai", "63", "2026-01-01", "别处的事项") == "accepted");
    CHECK(publish("gansu", "62", "2027-01-01", "明年的事项") == "accepted");
    CHECK(propose({"随便什么"}) == "accepted");  // nor for this place and day
    REQUIRE(publish("gansu", "62", "2026-01-01", "标准实施情况") == "accepted");
    CHECK(propose({"随便什么"}) == "item_unpublished");
    CHECK(propose({}) == "items_unnamed");
    CHECK(propose({"标准实施情况"}) == "accepted");
    CHECK(propose({"1"}) == "accepted");
    CHECK(propose({"别处的事项"}) == "item_unpublished");

    const auto page = c.world.get("/v1/registers?limit=2", &c.far);
    CHECK(page.header("Plumb-More") == "1");
    CHECK_THAT(page.body, Catch::Contains("register.published") && Catch::Contains("\nproof"));
    CHECK(c.world.get("/v1/registers").status == 401);
}

TEST_CASE("an item is inspected at an enterprise as often as its register allows, or for a check that says why") {
    Case c;
    auto& admin = c.world.admin();
    records::ItemRegister says;
    says.id = "gansu";
    says.title = {"清单", "Register"};
    says.source = {"公告", "Notice"};
    says.where = "网站";
    says.from = parseDay("2026-01-01").value();
    records::RegisterItem item;
    item.code = "GS-01";
    item.name = {"标准实施情况", "Standards"};
    item.basis = {"标准化法", "Law"};
    item.most = 1;
    says.items = {item};
    REQUIRE(c.fate(admin.say("register.published", records::toBody(says), {"", "62"}), admin) == "accepted");
    const auto propose = [&](const char* words, const char* over = "", const char* planned = "2026-12-05") {
        auto check = c.check(c.inspector);
        check.items = {words};
        check.itemsOver = over;
        check.planned = parseDay(planned).value();
        return c.inspector.say("check.proposed", records::toBody(check), kSite);
    };
    const auto fate = [&](const record::Line& line) { return c.fate(line, c.inspector); };
    const auto first = propose("标准实施情况"), second = propose("GS-01");
    CHECK(fate(first) == "accepted");
    CHECK(fate(second) == "accepted");  // nothing is approved yet
    CHECK(c.decide(c.head, first, true) == "accepted");
    CHECK(c.decide(c.head, second, true) == "item_cap_reached");
    CHECK(c.decide(c.head, second, false) == "accepted");
    CHECK(fate(propose("GS-01")) == "item_cap_reached");
    CHECK(fate(propose("GS-01", "", "2027-01-05")) == "accepted");  // another year
    const auto why = propose("GS-01", "上级转办，需再核实");
    CHECK(fate(why) == "accepted");
    CHECK(c.decide(c.head, why, true) == "accepted");
    const auto items =
        c.world.answered(c.world.get("/v1/query/visits?year=2026&sites=yongchang-veg&day=2026-12-01", &c.supervisor))
            .at("items")
            .at(0)
            .at("items");
    CHECK(toText(items) == R"([{"register":"gansu","code":"GS-01","most":1,"n":2}])");
    // What was cancelled was not inspected.
    const auto third = propose("GS-01", "", "2027-01-05");
    REQUIRE(fate(third) == "accepted");
    c.world.restart();
    CHECK(fate(propose("GS-01")) == "item_cap_reached");
}
