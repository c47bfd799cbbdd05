// Panels of experts at the server: who may be asked, by which rule; and that no sheet is known before the panel is
// over.
#include <catch2/catch.hpp>

#include "shared/records/panel/panel.h"
#include "sync-server/hooks/batch.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};
constexpr const char* kOpinion = "对照田不足";

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

json::object ruleOf(int experts) {
    return {{"experts", experts},
            {"least", 2},
            {"method", "mean"},
            {"limit", 15000},
            {"criteria", json::array{json::object{{"id", "a"}, {"title", {{"zh", "成效"}}}, {"points", 100000}}}}};
}

struct Acceptance {
    World world;
    Author inspector, head, one, two, three, other;
    std::string inspection;

    Acceptance()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"620321"}))),
          head(world.enrol(domain::Role::supervisor, {"6203"})),
          one(world.enrol(domain::Role::auditor, {"62"})),
          two(world.enrol(domain::Role::auditor, {"6203"})),
          three(world.enrol(domain::Role::inspector, {"620321"})),
          other(world.enrol(domain::Role::auditor, {"63"})) {
        auto& admin = world.admin();
        const json::object programme{{"id", "zones"}, {"title", {{"zh", "示范区"}}}, {"panel", ruleOf(3)}};
        REQUIRE(world.fate(admin.say("programme.published", programme), admin) == "accepted");
        const auto line = inspector.say("inspection.submitted", inspectionBody(), kSite);
        inspection = idOf(line);
        REQUIRE(world.fate(line, inspector) == "accepted");
    }
    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    json::object panelBody(json::object rule = ruleOf(3)) {
        return {{"of", inspection},        {"programme", "zones"},
                {"rule", std::move(rule)}, {"experts", json::array{person(one), person(two), person(three)}},
                {"until", "2026-12-20"},   {"person", person(head)}};
    }
    std::string assigned() {
        const auto line = head.say("panel.assigned", panelBody(), kSite);
        REQUIRE(world.fate(line, head) == "accepted");
        return idOf(line);
    }
    std::string score(Author& by, const std::string& panel, std::int64_t points) {
        const json::object body{{"of", panel},
                                {"person", person(by)},
                                {"points", json::array{json::object{{"id", "a"}, {"points", points}}}},
                                {"opinion", kOpinion}};
        const auto line = by.say("panel.scored", body, kSite);
        last = idOf(line);
        return world.fate(line, by);
    }
    std::string fate(const json::object& body) { return world.fate(head.say("panel.assigned", body, kSite), head); }
    json::object list(const Author& by, const std::string& more = "") {
        const auto items = world.answered(world.get("/v1/query/panels?of=" + inspection + more, &by)).at("items");
        return items.as_array().empty() ? json::object() : items.as_array().front().as_object();
    }
    std::string about(const Author& by, const std::string& panel) {
        return world.get("/v1/about?of=" + panel, &by).body;
    }
    std::string last;
};

}  // namespace

TEST_CASE("no sheet is told before all are in, to anybody but its author") {
    Acceptance a;
    const auto panel = a.assigned();
    CHECK(a.score(a.one, panel, 80000) == "accepted");
    const auto sheet = a.last;
    const auto calls = {"/v1/records?after=0&limit=1000", "/v1/query/panels?", "/v1/places?after=0"};
    for (auto* reader : {&a.head, &a.two, &a.three, &a.world.admin()}) {
        for (const auto* call : calls) CHECK(a.world.get(call, reader).body.find(kOpinion) == std::string::npos);
        CHECK(a.world.get("/v1/query/records/" + sheet, reader).status == 404);
        CHECK(a.about(*reader, panel).find(kOpinion) == std::string::npos);
        const auto told = a.list(*reader);
        CHECK_FALSE(told.contains("result"));
        CHECK(told.at("sheets").as_array().empty());
        CHECK(told.at("experts").as_array()[0].at("handed_in").as_bool());
        CHECK_FALSE(told.at("experts").as_array()[1].at("handed_in").as_bool());
    }
    const auto chain = a.world.get("/v1/query/chains/" + a.one.kid(), &a.world.admin());
    CHECK(chain.body.find("panel.scored") == std::string::npos);
    CHECK(a.list(a.one).at("sheets").as_array().size() == 1);
    CHECK(a.about(a.one, panel).find(kOpinion) != std::string::npos);

    CHECK(a.score(a.one, panel, 90000) == "panel_scored");
    CHECK(a.score(a.two, panel, 90000) == "accepted");
    CHECK(a.score(a.three, panel, 99999) == "accepted");
    for (auto* reader : {&a.head, &a.two}) {
        const auto told = a.list(*reader);
        CHECK(told.at("over").as_bool());
        CHECK(told.at("sheets").as_array().size() == 3);
        const auto& result = told.at("result").as_object();
        CHECK(result.at("points").to_number<int>() == 90000);
        CHECK(result.at("range").to_number<int>() == 19999);
        CHECK(result.at("wide").as_bool());
        CHECK(a.world.get("/v1/query/records/" + sheet, reader).status == 200);
        const auto lines = a.about(*reader, panel);
        CHECK(lines.find(kOpinion) != std::string::npos);
        CHECK(lines.find("inspection.submitted") != std::string::npos);
        CHECK(lines.find("site.published") != std::string::npos);
    }
    CHECK(a.score(a.two, panel, 1) == "panel_over");
}

TEST_CASE("a receiver is told once that a sheet came, before it may be read, and of nothing in it") {
    Acceptance a;
    const auto panel = a.assigned();
    REQUIRE(a.score(a.one, panel, 80000) == "accepted");
    auto& services = a.world.services();
    const auto reader = services.readers.borrow();
    Hook hook;
    hook.region = "62";
    hook.types = {"panel.scored"};
    hook.owner = a.world.admin().kid();
    const auto owner = hookOwner(hook, services.trust).value();
    const auto told = readStretch(hook, owner, {0, services.head.get()->size}, *reader).records;
    REQUIRE(told.size() == 1);
    const auto body = hookBody(hook, {}, told, "test/log", *reader);
    CHECK_THAT(body, Catch::Contains(panel));
    CHECK_THAT(body, !Catch::Contains(a.person(a.one)) && !Catch::Contains(kOpinion) && !Catch::Contains("80000"));
    CHECK(a.world.get("/v1/query/records/" + a.last, &a.world.admin()).status == 404);
}

TEST_CASE("a panel that is closed waits for nobody, and has no result of too few sheets") {
    Acceptance a;
    const auto panel = a.assigned();
    CHECK(a.score(a.two, panel, 80000) == "accepted");
    const json::object closed{{"of", panel}, {"person", a.person(a.head)}, {"reason", "两名专家不能来"}};
    CHECK(a.world.fate(a.one.say("panel.closed", closed, kSite), a.one) == "wrong_role");
    CHECK(a.world.fate(a.head.say("panel.closed", closed, kSite), a.head) == "accepted");
    const auto told = a.list(a.head, "&over=true");
    CHECK(told.at("sheets").as_array().size() == 1);
    CHECK_FALSE(told.at("result").as_object().contains("points"));
    CHECK(a.score(a.one, panel, 80000) == "panel_over");
    CHECK(a.list(a.head, "&over=false").empty());
}

TEST_CASE("a panel repeats its programme's rule, and asks whoever may read and did not sign") {
    Acceptance a;
    CHECK(a.fate(a.panelBody(ruleOf(3))) == "accepted");
    auto rule = ruleOf(3);
    rule["limit"] = 99999;
    CHECK(a.fate(a.panelBody(rule)) == "panel_rule");
    auto unknown = a.panelBody();
    unknown["programme"] = "others";
    CHECK(a.fate(unknown) == "panel_rule");
    auto own = a.panelBody();
    own["experts"] = json::array{a.person(a.one), a.person(a.two), a.person(a.inspector)};
    CHECK(a.fate(own) == "panel_own");
    auto stranger = a.panelBody();
    stranger["experts"] = json::array{a.person(a.one), a.person(a.two), a.person(a.other)};
    CHECK(a.fate(stranger) == "person_not_expert");
    auto forged = a.panelBody();
    forged["person"] = a.person(a.one);
    forged["experts"] = json::array{a.person(a.two), a.person(a.three), a.person(a.head)};
    CHECK(a.fate(forged) == "wrong_person");
    auto nowhere = a.panelBody();
    nowhere["of"] = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";
    CHECK(a.fate(nowhere) == "of_unknown");
    CHECK(a.world.fate(a.one.say("panel.assigned", a.panelBody(), kSite), a.one) == "wrong_role");
}

TEST_CASE("who is no expert of the panel scores nothing, and the list is of those that one reads") {
    Acceptance a;
    const auto panel = a.assigned();
    CHECK(a.score(a.inspector, panel, 1) == "panel_not_yours");
    CHECK(a.score(a.other, panel, 1) == "wrong_region");
    CHECK(a.score(a.one, "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f", 1) == "of_unknown");
    CHECK(a.score(a.one, panel, 100001) == "panel_points");
    CHECK(a.list(a.other).empty());
    CHECK(a.list(a.inspector, "&mine=true").empty());
    CHECK_FALSE(a.list(a.three, "&mine=true").empty());
    CHECK(a.world.get("/v1/query/panels?over=perhaps", &a.head).status == 400);
    CHECK(a.world.get("/v1/query/panels?region=62x", &a.head).status == 400);
    CHECK(a.world.get("/v1/about", &a.head).status == 400);
}
