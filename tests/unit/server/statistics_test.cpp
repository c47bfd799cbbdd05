// Statistics as the server tells them: counted against the records themselves, held back where a cell is small, and
// only of regions that the caller may read.
#include <catch2/catch.hpp>

#include "sync-server/projections/plans/plan_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Office {
    World world;
    Author supervisor, far, inspector, enterprise;

    Office()
        : supervisor((world.publish(), world.enrol(domain::Role::supervisor, {"62"}))),
          far(world.enrol(domain::Role::supervisor, {"63"})),
          inspector(world.enrol(domain::Role::inspector, {"62"})),
          enterprise(world.enrolAt(publishSite("here", "620321", "示范区"))) {
        publishSite("there", "620723", "服务业试点");
    }
    std::string publishSite(const std::string& id, const std::string& region, const std::string& programme,
                            const char* programmeId = "gs") {
        auto body = siteBody(id, id, region);
        body["programme"] = programme;
        body["programme_id"] = programmeId;
        body["level"] = "省级";
        REQUIRE(world.fate(world.admin().say("site.published", body, {id, region}), world.admin()) == "accepted");
        return id;
    }
    record::Line visit(const std::string& site, const std::string& region) {
        auto line = inspector.say("inspection.submitted", inspectionBody(), {site, region});
        REQUIRE(world.fate(line, inspector) == "accepted");
        return line;
    }
    json::object tell(const Author& who, const std::string& more = "", int status = 200) {
        const auto day = parseDay(textOr(inspectionBody(), "day"));
        const auto year = day ? dayText(*day).substr(0, 4) : formatInstant(world.clock()()).substr(0, 4);
        return world.answered(world.get("/v1/query/statistics?today=2026-12-01&year=" + year + more, &who), status);
    }
    json::array records(const Author& who, const std::string& more = "") {
        const auto day = parseDay(textOr(inspectionBody(), "day"));
        const auto year = day ? dayText(*day).substr(0, 4) : formatInstant(world.clock()()).substr(0, 4);
        return world.answered(world.get("/v1/query/statistics/records?year=" + year + more, &who))
            .at("items")
            .as_array();
    }
};

json::object cellOf(const json::object& told, const char* name, const std::string& value) {
    for (const auto& one : told.at(name).as_array()) {
        if (one.at("value") == json::value(value)) return one.as_object();
    }
    return {};
}

}  // namespace

TEST_CASE("statistics count what stands, hold back what is small, and follow a record that is returned") {
    Office office;
    std::vector<record::Line> lines;
    for (int i = 0; i < 12; ++i) lines.push_back(office.visit("here", "620321"));
    auto told = office.tell(office.supervisor);
    CHECK(told.at("checks").at("n") == 12);
    CHECK(told.at("checks").at("judged") == 12);
    CHECK(told.at("checks").at("passed") == 12);  // everything conforms
    CHECK(told.at("items").as_array().size() > 3);
    CHECK(told.at("items").as_array()[0].at("failed") == 0);
    CHECK(cellOf(told, "regions_below", "6203").at("passed") == 12);
    CHECK(told.at("burden").at("times").as_array().size() == 2);
    CHECK(office.records(office.supervisor).size() == 12);

    for (int i = 0; i < 3; ++i) office.visit("there", "620723");
    told = office.tell(office.supervisor);
    CHECK(told.at("checks").at("n") == 15);
    for (const char* name : {"programmes", "regions_below"}) {
        INFO(name);
        // Whoever has the total and the one cell has the other.
        CHECK(told.at(name).as_array().size() == 2);
        for (const auto& cell : told.at(name).as_array()) CHECK_FALSE(cell.as_object().contains("passed"));
    }
    CHECK(cellOf(told, "regions_below", "6207").at("shown") == "few");
    CHECK(cellOf(told, "regions_below", "6203").at("shown") == "beside");
    // A filter gives no more than the answer without it.
    CHECK(office.tell(office.supervisor, "&region=6203").at("withheld") == "beside");
    CHECK(office.tell(office.supervisor, "&region=620723").at("withheld") == "few");
    CHECK(office.tell(office.supervisor, "&programme=示范区").at("withheld") == "beside");
    CHECK_FALSE(office.tell(office.supervisor, "&region=6203").contains("checks"));
    CHECK(office.records(office.supervisor, "&region=620723").size() == 3);

    const json::object back{{"of", idOf(lines[0])}, {"hash", lines[0].hash().hex()}, {"comment", "照片不清"}};
    const auto review = office.supervisor.say("review.returned", back, {"here", "620321"});
    REQUIRE(office.world.fate(review, office.supervisor) == "accepted");
    CHECK(office.tell(office.supervisor).at("checks").at("n") == 14);
    CHECK(office.records(office.supervisor).size() == 14);
    // Whoever was visited was visited, whatever became of the record.
    const auto burden = office.tell(office.supervisor).at("burden");
    CHECK(toText(burden.at("kinds")) ==
          R"([{"what":"returned","n":1,"counts":true},{"what":"supervision","n":14,"counts":true}])");
    CHECK(burden.at("times").at(1).at("n") == 3);
    CHECK(burden.at("times").at(2).at("n") == 12);
    office.world.restart();
    CHECK(office.tell(office.supervisor).at("checks").at("n") == 14);
}

TEST_CASE("statistics are told to staff, of the regions that they may read") {
    Office office;
    for (int i = 0; i < 10; ++i) office.visit("here", "620321");
    CHECK(office.tell(office.far).at("checks").at("n") == 0);
    CHECK(office.records(office.far).empty());
    CHECK(office.tell(office.far, "&region=62", 403).at("code") == "wrong_region");
    CHECK(office.tell(office.enterprise, "", 403).at("code") == "wrong_region");
    CHECK(office.tell(office.inspector).at("checks").at("n") == 10);
    CHECK(office.tell(office.inspector).at("inspectors").is_null());  // who rates whom is her overseers' business
    const auto told = office.tell(office.supervisor);
    CHECK(told.at("inspectors").as_array().at(0).at("people").as_array().at(0).at("n") == 10);
    CHECK(office.tell(office.supervisor, "&region=6x", 400).at("code") == "bad_query");
    CHECK(office.world
              .answered(office.world.get("/v1/query/statistics?year=26&today=2026-01-01", &office.supervisor), 400)
              .at("code") == "bad_query");
}

TEST_CASE("a target is counted where it says what counts for it, and shown with its source alone where it does not") {
    Office office;
    office.visit("here", "620321");
    const auto texts = [](const char* zh) { return json::object{{"zh", zh}, {"en", zh}}; };
    const json::object body{
        {"id", "gs"},
        {"title", texts("示范区")},
        {"source", texts("甘肃省规划")},
        {"region", "62"},
        {"targets",
         json::array{
             json::object{{"title", texts("省级示范区")},
                          {"at_least", 180},
                          {"measure", json::object{{"what", "sites"}, {"level", "省级"}}}},
             json::object{{"title", texts("国家级示范区")},
                          {"at_least", 120},
                          {"measure", json::object{{"what", "sites"}, {"level", "国家级"}}}},
             json::object{
                 {"title", texts("监督检查")}, {"at_least", 2}, {"measure", json::object{{"what", "inspections"}}}},
             json::object{{"title", texts("普及率")}, {"at_least", 50}},
             json::object{{"title", texts("合格率")},
                          {"at_least", 90},
                          {"measure", json::object{{"what", "pass_rate"}}}},
             json::object{{"title", texts("覆盖率")},
                          {"at_least", 100},
                          {"measure", json::object{{"what", "coverage"}}}},
             json::object{
                 {"title", texts("标准")}, {"at_least", 1}, {"measure", json::object{{"what", "standards"}}}}}}};
    const auto line = office.world.admin().say("programme.published", body, {"", "62"});
    REQUIRE(office.world.fate(line, office.world.admin()) == "accepted");
    auto targets = office.tell(office.supervisor).at("targets").as_array();
    REQUIRE(targets.size() == 7);
    CHECK(targets[4].at("actual").is_null());  // one check is no rate
    CHECK(targets[4].at("shown") == "few");
    CHECK(targets[5].at("actual") == 50);  // one of two sites
    CHECK(targets[5].at("of") == 2);
    CHECK(targets[6].at("actual") == 0);
    CHECK(targets[0].at("actual") == 2);
    CHECK(targets[1].at("actual") == 0);
    CHECK(targets[2].at("actual") == 1);
    CHECK(targets[3].at("actual").is_null());
    CHECK(targets[3].at("source").at("zh") == "甘肃省规划");
    CHECK(office.tell(office.far).at("targets").as_array().empty());
    const auto page = office.world.get("/v1/programmes", &office.far);
    CHECK_THAT(page.body, Catch::Contains("programme.published") && Catch::Contains("\nproof"));
    CHECK(office.world.get("/v1/programmes").status == 401);
    for (int i = 0; i < 9; ++i) office.visit("there", "620723");
    const auto standard = office.world.admin().say("standard.published",
                                                   {{"id", "DB62/T 1-2026"}, {"title", texts("地方标准")}}, {"", "62"});
    REQUIRE(office.world.fate(standard, office.world.admin()) == "accepted");
    targets = office.tell(office.supervisor).at("targets").as_array();
    CHECK(targets[4].at("actual") == 100);
    CHECK(targets[4].at("of") == 10);
    CHECK(targets[5].at("actual") == 100);
    CHECK(targets[6].at("actual") == 1);
}

TEST_CASE("a target tells no rate by which another programme's few checks could be worked out") {
    Office office;
    office.publishSite("there", "620723", "服务业试点", "services");
    for (const char* id : {"gs", "services"}) {
        const auto line = office.world.admin().say(
            "programme.published",
            {{"id", id},
             {"title", {{"zh", id}}},
             {"source", {{"zh", "甘肃省规划"}}},
             {"region", "62"},
             {"targets", json::array{json::object{
                             {"title", {{"zh", "合格率"}}}, {"at_least", 90}, {"measure", {{"what", "pass_rate"}}}}}}},
            {"", "62"});
        REQUIRE(office.world.fate(line, office.world.admin()) == "accepted");
    }
    const auto target = [&](const char* id) {
        const auto told = office.tell(office.supervisor);  // outlives the walk
        for (const auto& one : told.at("targets").as_array()) {
            if (one.at("programme") == json::value(id)) return one.as_object();
        }
        return json::object();
    };
    for (int i = 0; i < 12; ++i) office.visit("here", "620321");
    CHECK(target("gs").at("actual") == 100);
    CHECK(target("gs").at("of") == 12);
    CHECK(target("services").at("shown") == "yes");  // there is nothing in it
    for (int i = 0; i < 3; ++i) office.visit("there", "620723");
    CHECK(target("services").at("shown") == "few");
    CHECK(target("gs").at("shown") == "beside");
    for (const char* id : {"gs", "services"}) {
        CHECK(target(id).at("actual").is_null());
        CHECK_FALSE(target(id).contains("of"));
    }
    for (int i = 0; i < 7; ++i) office.visit("there", "620723");
    CHECK(target("services").at("of") == 10);
    CHECK(target("gs").at("of") == 12);
}
