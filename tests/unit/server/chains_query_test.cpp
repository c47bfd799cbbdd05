#include <catch2/catch.hpp>

#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Case {
    World world;
    Author inspector = (world.admin(), world.enrol(domain::Role::inspector, {"620321"}));

    record::Line say(Author& author) { return author.say("standard.feedback", {{"text", "x"}}); }
    void push(const std::vector<record::Line>& lines) {
        const auto answer = world.push(lines, world.admin());
        for (const auto& result : answer.at("results").get_array()) {
            INFO(toText(result));
            REQUIRE(result.at("status") == "accepted");
        }
    }
    json::object list(const Author& caller, const std::string& query = "") {
        return world.answered(world.get("/v1/query/chains" + query, &caller));
    }
    // What the caller is told of the key; empty where nothing.
    json::object told(const Author& caller, const Author& of) {
        const auto all = list(caller);
        for (const auto& item : all.at("items").get_array()) {
            if (textOr(item.get_object(), "kid") == of.kid()) return item.get_object();
        }
        return {};
    }
    std::string text(const json::object& told, const char* member) { return toText(told.at(member)); }
};

}  // namespace

TEST_CASE("a whole chain is told by its length, and when its key last called") {
    Case c;
    CHECK(c.text(c.told(c.world.admin(), c.inspector), "seen") == "null");
    c.push({c.say(c.inspector), c.say(c.inspector)});
    const auto told = c.told(c.world.admin(), c.inspector);
    CHECK(told.at("size").to_number<int>() == 2);
    CHECK(c.text(told, "missing") == "[]");
    CHECK(c.text(told, "doubled") == "[]");
    // Its lines were carried by another device; it has not called itself.
    CHECK(told.at("seen") == told.at("line"));
    c.world.pass(std::chrono::hours(24 * 40));
    c.world.get("/v1/query/me", &c.inspector);
    const auto later = c.told(c.world.admin(), c.inspector);
    CHECK(later.at("line") == told.at("line"));
    CHECK(later.at("seen") != told.at("line"));
    c.world.restart();
    CHECK(c.told(c.world.admin(), c.inspector).at("seen") == later.at("seen"));
}

TEST_CASE("gaps are told by the numbers that are missing, until they come") {
    Case c;
    std::vector<record::Line> lines;
    for (int i = 0; i < 8; ++i) lines.push_back(c.say(c.inspector));
    c.push({lines[1], lines[5], lines[7]});
    CHECK(c.text(c.told(c.world.admin(), c.inspector), "missing") == "[[1,1],[3,5],[7,7]]");
    c.push({lines[0], lines[2], lines[4], lines[3]});
    CHECK(c.text(c.told(c.world.admin(), c.inspector), "missing") == "[[7,7]]");
    c.push({lines[6]});
    CHECK(c.text(c.told(c.world.admin(), c.inspector), "missing") == "[]");
}

TEST_CASE("the number of a refused line is no gap") {
    Case c;
    const auto bad = c.inspector.say("review.accepted", {{"of", "x"}});
    CHECK(c.world.fate(bad, c.inspector) != "accepted");
    const auto later = c.say(c.inspector);
    const auto skipped = c.say(c.inspector);
    c.push({later, c.say(c.inspector)});
    CHECK(c.text(c.told(c.world.admin(), c.inspector), "missing") == "[[3,3]]");
    c.push({skipped});
    CHECK(c.text(c.told(c.world.admin(), c.inspector), "missing") == "[]");
}

TEST_CASE("a fork is told by the number that stands twice, and drawn with both branches") {
    Case c;
    c.push({c.say(c.inspector), c.say(c.inspector)});
    auto clone = c.inspector;
    c.push({c.say(c.inspector), c.say(clone), c.say(clone)});
    const auto told = c.told(c.world.admin(), c.inspector);
    CHECK(c.text(told, "doubled") == "[3]");
    CHECK(told.at("forks").to_number<int>() == 1);
    const auto drawn = c.world.answered(c.world.get("/v1/query/chains/" + c.inspector.kid(), &c.world.admin()));
    const auto& lines = drawn.at("lines").get_array();
    REQUIRE(lines.size() == 5);
    CHECK(lines[2].at("seq") == lines[3].at("seq"));
    CHECK(lines[2].at("prev") == lines[3].at("prev"));
    CHECK(lines[4].at("prev") == lines[3].at("hash"));
    CHECK(lines[4].at("type") == "standard.feedback");
}

TEST_CASE("a long chain is drawn from before its trouble on, a healthy one by its end") {
    Case c;
    std::vector<record::Line> lines;
    for (int i = 0; i < 60; ++i) lines.push_back(c.say(c.inspector));
    c.push(lines);
    const auto drawn = [&] {
        return c.world.answered(c.world.get("/v1/query/chains/" + c.inspector.kid(), &c.world.admin()))
            .at("lines")
            .get_array();
    };
    CHECK(drawn().size() == 24);
    CHECK(drawn().back().at("seq").to_number<int>() == 60);
    c.say(c.inspector);
    c.push({c.say(c.inspector)});
    CHECK(drawn().front().at("seq").to_number<int>() == 57);
}

TEST_CASE("chains are told to whoever administers or audits the key's regions, and to its owner") {
    Case c;
    const auto auditor = c.world.enrol(domain::Role::auditor, {"6203"});
    const auto elsewhere = c.world.enrol(domain::Role::administrator, {"6204"});
    const auto supervisor = c.world.enrol(domain::Role::supervisor, {"62"});
    CHECK_FALSE(c.told(auditor, c.inspector).empty());
    CHECK_FALSE(c.told(c.inspector, c.inspector).empty());
    CHECK(c.list(c.inspector).at("items").get_array().size() == 1);
    CHECK(c.told(elsewhere, c.inspector).empty());
    CHECK(c.told(supervisor, c.inspector).empty());
    for (const auto* caller : {&elsewhere, &supervisor})
        CHECK(c.world.get("/v1/query/chains/" + c.inspector.kid(), caller).status == 404);
    CHECK(c.world.get("/v1/query/chains/" + c.inspector.kid(), &c.inspector).status == 200);
    CHECK(c.world.get("/v1/query/chains/nobody", &c.world.admin()).status == 404);
}

TEST_CASE("chains come in pages") {
    Case c;
    for (int i = 0; i < 4; ++i) c.world.enrol(domain::Role::inspector, {"62"});
    std::size_t count = 0;
    for (std::string after;;) {
        const auto page = c.list(c.world.admin(), "?limit=2&after=" + after);
        count += page.at("items").get_array().size();
        if (page.at("next").is_null()) break;
        after = textOr(page, "next");
    }
    CHECK(count == c.list(c.world.admin()).at("items").get_array().size());
    CHECK(count == 6);
}

TEST_CASE("published sites are handed out by their newest lines, and then only what is new") {
    Case c;
    auto& admin = c.world.admin();
    const auto publish = [&](const std::string& id, const std::string& name) {
        const auto line =
            admin.say("site.published", {{"id", id}, {"name", name}, {"region", "620321"}}, {id, "620321"});
        c.push({line});
        return line;
    };
    const auto old = publish("a", "one"), other = publish("b", "two"), renamed = publish("a", "one, renamed");
    const auto page = c.world.get("/v1/sites?limit=1", &c.inspector);
    CHECK_THAT(page.body, Catch::Contains(other.text()) && Catch::Contains("\nproof"));
    CHECK_THAT(page.body, !Catch::Contains(old.text()) && !Catch::Contains(renamed.text()));
    CHECK(page.header("Plumb-More") == "1");
    const std::string cursor(page.header("Plumb-Cursor"));
    const auto rest = c.world.get("/v1/sites?after=" + cursor, &c.inspector);
    CHECK_THAT(rest.body, Catch::Contains(renamed.text()));
    const auto end = std::string(rest.header("Plumb-Cursor"));
    CHECK(c.world.get("/v1/sites?after=" + end, &c.inspector).body.empty());
    CHECK(c.world.get("/v1/sites?size=100000", &c.inspector).status == 409);
}

TEST_CASE("published years of the calendar are handed out proved, in log order, and then only what is new") {
    Case c;
    auto& admin = c.world.admin();
    const auto publish = [&](const char* day) {
        json::array off;
        off.emplace_back(day);
        const json::object year{{"source", "通知"}, {"off", off}, {"worked", json::array()}};
        const auto line =
            admin.say("calendar.published", {{"id", "working_days"}, {"years", {{"2027", year}}}}, {"", "62"});
        c.push({line});
        return line;
    };
    CHECK(c.world.get("/v1/calendar", &c.inspector).body.empty());
    const auto first = publish("2027-01-01"), second = publish("2027-01-01/2027-01-03");
    const auto page = c.world.get("/v1/calendar?limit=1", &c.inspector);
    CHECK_THAT(page.body, Catch::Contains(first.text()) && Catch::Contains("\nproof"));
    CHECK_THAT(page.body, !Catch::Contains(second.text()));
    CHECK(page.header("Plumb-More") == "1");
    const auto rest = c.world.get("/v1/calendar?after=" + std::string(page.header("Plumb-Cursor")), &c.inspector);
    CHECK_THAT(rest.body, Catch::Contains(second.text()));
    CHECK(c.world.get("/v1/calendar").status == 401);
}
