// Interfaces for other programs: sites as features and tables, inspections as tables, behind the caller's rights; pages
// go on until all was told, and what is not offered is refused.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "shared/base/encoding.h"
#include "sync-server/query/feature_box.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Province {
    World world;
    Author gansu, qinghai, inspector;

    Province()
        : gansu((world.publish(), world.enrol(domain::Role::supervisor, {"62"}))),
          qinghai(world.enrol(domain::Role::supervisor, {"63"})),
          inspector(world.enrol(domain::Role::inspector, {"62"})) {
        for (int i = 0; i < 5; ++i) {
            auto body = siteBody("g" + std::to_string(i), "甘 " + std::to_string(i), "620702");
            body["point"] = json::object{{"lat", 38.0 + i}, {"lon", 100.0 + i}};
            body["contact"] = "马国栋";
            publish(body, "620702");
        }
        auto body = siteBody("q", "青", "630106");
        body["point"] = json::object{{"lat", 36.5}, {"lon", 101.5}};
        publish(body, "630106");
    }
    void publish(const json::object& body, const std::string& region) {
        const auto line = world.admin().say("site.published", body, {textOr(body, "id"), region});
        REQUIRE(world.fate(line, world.admin()) == "accepted");
    }
    json::object get(const std::string& target, const Author& by, int status = 200) {
        return world.answered(world.get(target, &by), status);
    }
    json::array rows(const std::string& query, const Author& by) {
        return get("/v1/odata/" + query, by).at("value").as_array();
    }
    // The path of an absolute link.
    static std::string pathOf(const json::value& link) {
        const std::string whole(link.as_string());
        return whole.substr(whole.find("/v1/"));
    }
};

}  // namespace

TEST_CASE("a box holds what lies in it, across the antimeridian too, and anything else is no box") {
    const auto box = parseFeatureBox("100,37,102.5,40").value();
    CHECK(box.holds(38, 101));
    CHECK_FALSE(box.holds(101, 38));
    CHECK_FALSE(box.holds(41, 101));
    const auto across = parseFeatureBox("170,-10,0,-170,10,100").value();
    CHECK(across.holds(0, 175));
    CHECK(across.holds(0, -175));
    CHECK_FALSE(across.holds(0, 0));
    for (const auto* bad : {"", ",", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,b,c,d", "1,2,3,4,", "1 ,2,3,4",
                            "nan,0,1,1", "0,0,inf,1", "-181,0,1,1", "0,-91,1,1", "0,5,1,4", "1e1,0,20,1", "0,0,1,1\n"})
        CHECK_FALSE(parseFeatureBox(bad));
}

TEST_CASE("features are those that the caller may read, longitude first, without a contact") {
    Province p;
    const auto items = p.get("/v1/ogc/collections/sites/items?region=6207", p.gansu);
    REQUIRE(items.at("features").as_array().size() == 5);
    const auto& first = items.at("features").at(0);
    CHECK(first.at("geometry").at("coordinates").at(0).to_number<double>() == 100.0);
    CHECK(first.at("geometry").at("coordinates").at(1).to_number<double>() == 38.0);
    CHECK(toText(items).find("马国栋") == std::string::npos);
    const auto far = p.get("/v1/ogc/collections/sites/items?bbox=101,36,102,37", p.qinghai);
    REQUIRE(far.at("features").as_array().size() == 1);
    CHECK(far.at("features").at(0).at("id").as_string() == "q");
    CHECK(p.get("/v1/ogc/collections/sites/items/g3", p.gansu).at("properties").at("name").as_string() == "甘 3");
    CHECK(p.world.get("/v1/ogc/collections/sites/items/none", &p.gansu).status == 404);
    CHECK(p.world.get("/v1/ogc/collections/lakes/items", &p.gansu).status == 404);
    CHECK(p.world.get("/v1/ogc/collections/sites/items").status == 401);
    CHECK(p.world.get("/v1/ogc/collections/sites/items?bbox=1,2,3", &p.gansu).status == 400);
    CHECK(p.world.get("/v1/ogc/collections/sites/items?colour=red", &p.gansu).status == 400);
}

TEST_CASE("pages of features lead through all of them, each once, with the same box") {
    Province p;
    std::vector<std::string> seen;
    std::string at = "/v1/ogc/collections/sites/items?limit=2&bbox=99,37,110,50";
    while (!at.empty()) {
        const auto page = p.get(at, p.gansu);
        for (const auto& feature : page.at("features").as_array()) seen.emplace_back(feature.at("id").as_string());
        at.clear();
        for (const auto& link : page.at("links").as_array())
            if (link.at("rel").as_string() == "next") at = Province::pathOf(link.at("href"));
        REQUIRE(seen.size() <= 5);
    }
    CHECK(seen == std::vector<std::string>{"g0", "g1", "g2", "g3", "g4"});
}

TEST_CASE("entity sets are filtered, chosen from and paged") {
    Province p;
    CHECK(p.rows("Sites?$filter=" + percentEncode("startswith(Name,'甘') and Latitude ge 40"), p.gansu).size() == 3);
    const auto chosen = p.rows("Sites?$select=Name,Region&$filter=" + percentEncode("Id eq 'g1'"), p.gansu);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0].as_object() == json::object{{"Name", "甘 1"}, {"Region", "620702"}});
    CHECK(p.rows("Sites?$top=2&$skip=1&$orderby=Id", p.gansu).size() == 2);
    CHECK(p.rows("Sites?$skip=1&$top=1&$filter=" + percentEncode("Region eq '620702'"), p.gansu)[0]
              .at("Id")
              .as_string() == "g1");
    CHECK(p.get("/v1/odata/Sites('g2')", p.gansu).at("Name").as_string() == "甘 2");
    CHECK(p.world.get("/v1/odata/Sites('none')", &p.gansu).status == 404);

    const auto whole = p.get("/v1/odata/Sites?$top=3", p.gansu);
    CHECK(whole.at("value").as_array().size() == 3);
    CHECK_FALSE(whole.contains("@odata.nextLink"));

    // More than one page holds.
    for (int i = 0; i < 120; ++i) {
        const auto id = "m" + std::to_string(1000 + i);
        p.publish(siteBody(id, "多", "620921"), "620921");
    }
    std::size_t seen = 0;
    std::string at = "/v1/odata/Sites?$skip=5&$filter=" + percentEncode("Name eq '多'");
    while (!at.empty()) {
        const auto page = p.get(at, p.gansu);
        seen += page.at("value").as_array().size();
        at = page.contains("@odata.nextLink") ? Province::pathOf(page.at("@odata.nextLink")) : std::string();
        REQUIRE(seen <= 115);
    }
    CHECK(seen == 115);
}

TEST_CASE("inspections are told with what their newest version says, to who may read them") {
    Province p;
    const auto line = p.inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
    REQUIRE(p.world.fate(line, p.inspector) == "accepted");
    const auto id = record::parsePayload(line.payload()).value().id;
    const auto rows =
        p.rows("Inspections?$filter=" + percentEncode("Site eq 'yongchang-veg' and At ge 2026-11-01"), p.gansu);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at("Id").as_string() == id);
    CHECK(rows[0].at("Status").as_string() == "submitted");
    CHECK(p.rows("Inspections", p.qinghai).empty());
    CHECK(p.world.get("/v1/odata/Inspections('" + id + "')", &p.qinghai).status == 404);
    CHECK(p.get("/v1/odata/Inspections('" + id + "')", p.gansu).at("Checklist").as_string() == "6a");
    CHECK(p.rows("Inspections?$filter=" + percentEncode("Site eq 'other'"), p.gansu).empty());
}

TEST_CASE("a set is counted by its tallies, as far as the caller may read, and never by reading all of it") {
    Province p;
    for (int i = 0; i < 3; ++i) {
        const auto line = p.inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
        REQUIRE(p.world.fate(line, p.inspector) == "accepted");
    }
    const auto counted = [&](const std::string& set, const Author& by, const std::string& filter = {}) {
        const auto asked = filter.empty() ? std::string() : "$filter=" + percentEncode(filter);
        const auto answer = p.world.get("/v1/odata/" + set + "/$count?" + asked, &by);
        REQUIRE(answer.status == 200);
        // Beside a page of any size it is the same.
        const auto page = p.get("/v1/odata/" + set + "?$count=true&$top=1&" + asked, by);
        CHECK(std::to_string(page.at("@odata.count").to_number<std::uint64_t>()) == answer.body);
        CHECK(page.at("value").as_array().size() <= 1);
        return std::stoi(answer.body);
    };
    CHECK(counted("Inspections", p.gansu) == 3);
    CHECK(counted("Inspections", p.qinghai) == 0);
    CHECK(counted("Inspections", p.gansu, "Status eq 'submitted' and startswith(Region,'6203')") == 3);
    CHECK(counted("Inspections", p.gansu, "not (Site eq 'yongchang-veg')") == 0);
    CHECK(counted("Sites", p.gansu) == 7);
    CHECK(counted("Sites", p.gansu, "Region eq '620702' or Id eq 'q'") == 6);
    CHECK(counted("Cases", p.gansu) == 3);
    CHECK(counted("Cases", p.gansu, "State eq 'submitted'") == 3);
    CHECK(counted("Cases", p.gansu, "State eq 'closed'") == 0);
    CHECK(counted("Findings", p.gansu) == 0);
    const auto refusal = p.get("/v1/odata/Inspections/$count?$filter=" + percentEncode("Findings gt 1"), p.gansu, 501);
    CHECK(refusal.at("detail").as_string().find("Status, Region, Site") != std::string::npos);
    CHECK(p.world.get("/v1/odata/Inspections/$count?$top=1", &p.gansu).status == 400);
    CHECK(p.world.get("/v1/odata/Lakes/$count", &p.gansu).status == 404);
    CHECK(p.world.get("/v1/odata/Sites/$count").status == 401);
}

TEST_CASE("each order leads through all of a set, each entity once, and back") {
    Province p;
    for (int i = 0; i < 7; ++i) {
        auto body = inspectionBody();
        // Alike in pairs: the key then decides.
        p.world.pass(std::chrono::milliseconds(i % 2));
        const auto line = p.inspector.say("inspection.submitted", std::move(body), {"yongchang-veg", "620321"});
        REQUIRE(p.world.fate(line, p.inspector) == "accepted");
    }
    const auto through = [&](const std::string& set, const std::string& order) {
        std::vector<std::string> ids;
        std::string at = "/v1/odata/" + set + "?$skip=0&$top=1000&$orderby=" + percentEncode(order);
        const auto whole = p.get(at, p.gansu).at("value").as_array();
        // The same in small steps: what a page left is where the next begins.
        for (std::size_t i = 0; i < whole.size(); ++i) {
            INFO(set << " by " << order << ", " << i);
            const auto page =
                p.get("/v1/odata/" + set + "?$top=1&$orderby=" + percentEncode(order) + "&$skip=" + std::to_string(i),
                      p.gansu);
            REQUIRE(page.at("value").as_array().size() == 1);
            CHECK(page.at("value").at(0) == whole[i]);
        }
        for (const auto& one : whole) ids.emplace_back(one.at("Id").as_string());
        return ids;
    };
    for (const auto& [set, orders] : std::vector<std::pair<std::string, std::vector<std::string>>>{
             {"Sites", {"Id", "LogIndex"}}, {"Inspections", {"LogIndex", "At"}}, {"Cases", {"LogIndex"}}}) {
        for (const auto& order : orders) {
            const auto up = through(set, order), plain = through(set, order + " asc");
            auto down = through(set, order + " desc");
            CHECK(up.size() >= 7);
            CHECK(up == plain);
            std::reverse(down.begin(), down.end());
            CHECK(down == up);
        }
    }
}

TEST_CASE("pages in an order that was asked for go on where they ended") {
    Province p;
    for (int i = 0; i < 250; ++i) p.publish(siteBody("m" + std::to_string(1000 + i), "多", "620921"), "620921");
    for (const auto* order : {"Id desc", "LogIndex", "LogIndex desc"}) {
        std::vector<std::string> seen;
        std::string at = "/v1/odata/Sites?$orderby=" + percentEncode(order);
        while (!at.empty()) {
            const auto page = p.get(at, p.gansu);
            for (const auto& one : page.at("value").as_array()) seen.emplace_back(one.at("Id").as_string());
            at = page.contains("@odata.nextLink") ? Province::pathOf(page.at("@odata.nextLink")) : std::string();
            REQUIRE(seen.size() <= 257);
        }
        INFO(order);
        CHECK(seen.size() == 257);
        CHECK(std::set(seen.begin(), seen.end()).size() == 257);
    }
    for (const auto* bad : {"$orderby=LogIndex&$skiptoken=m1000", "$orderby=LogIndex%20desc&$skiptoken=-1"})
        CHECK(p.world.get("/v1/odata/Sites?" + std::string(bad), &p.gansu).status == 400);
    for (const auto* bad : {"$orderby=At&$skiptoken=17", "$orderby=At&$skiptoken=x.17", "$orderby=At&$skiptoken=17.x"})
        CHECK(p.world.get("/v1/odata/Inspections?" + std::string(bad), &p.gansu).status == 400);
    CHECK(p.world.get("/v1/odata/Findings?$skiptoken=x", &p.gansu).status == 400);
}

TEST_CASE("cases and findings are told as they stand, and found by their keys") {
    Province p;
    const auto line = p.inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
    REQUIRE(p.world.fate(line, p.inspector) == "accepted");
    const auto id = record::parsePayload(line.payload()).value().id;
    const auto one = p.get("/v1/odata/Cases('" + id + "')", p.gansu);
    CHECK(one.at("State").as_string() == "submitted");
    CHECK(one.at("Site").as_string() == "yongchang-veg");
    CHECK(one.at("OpenFindings") == 0);
    CHECK(p.world.get("/v1/odata/Cases('" + id + "')", &p.qinghai).status == 404);
    CHECK(p.rows("Cases", p.qinghai).empty());
    CHECK(p.world.get("/v1/odata/Findings('" + id + "/1')", &p.gansu).status == 404);
    CHECK(p.world.get("/v1/odata/Findings('" + id + "')", &p.gansu).status == 404);
    CHECK(p.rows("Findings?$filter=" + percentEncode("Due lt 2026-12-01 and Column eq 'to_order'"), p.gansu).empty());
    CHECK(p.world.get("/v1/odata/Findings?$filter=" + percentEncode("Due lt '2026-12-01'"), &p.gansu).status == 400);
}

TEST_CASE("what is not offered is refused by its name, in the standard's own error too") {
    Province p;
    for (const auto* query : {"$expand=Site", "$orderby=Name", "$orderby=Id,Name", "$orderby=Id%20up", "$search=x",
                              "$count=true&$filter=Name%20eq%20'x'", "$apply=aggregate(x)", "$format=xml", "$compute=x",
                              "$filter=tolower(Name)%20eq%20'x'"}) {
        INFO(query);
        const auto answer = p.get("/v1/odata/Sites?" + std::string(query), p.gansu, 501);
        CHECK(answer.at("error").at("code").as_string() == "not_offered");
    }
    for (const auto* query : {"$select=Nobody", "$count=yes", "$count=", "$select=", "$top=-1", "$top=x",
                              "$skip=99999999", "colour=red", "$filter=", "$filter=Id%20eq"}) {
        INFO(query);
        CHECK(p.get("/v1/odata/Sites?" + std::string(query), p.gansu, 400).at("error").at("code").as_string() ==
              "bad_query");
    }
    CHECK(p.world.get("/v1/odata/Inspections?$skiptoken=x", &p.gansu).status == 400);
    CHECK(p.world.get("/v1/odata/Lakes", &p.gansu).status == 404);
    CHECK(p.world.get("/v1/odata/Sites(g1)", &p.gansu).status == 400);
    CHECK(p.world.get("/v1/odata/Sites('g1", &p.gansu).status == 404);
    CHECK(p.world.get("/v1/odata/Sites").status == 401);
}
