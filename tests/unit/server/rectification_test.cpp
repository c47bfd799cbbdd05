// Findings ordered, reported, judged and closed: what the log takes, what it refuses with a sentence, and what queries
// tell of it.
#include <catch2/catch.hpp>

#include "shared/base/uuid.h"
#include "shared/records/rectification/case_json.h"
#include "sync-server/projections/cases/case_rows.h"
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

json::object finding(const char* item, const char* severity) {
    return {{"item", item}, {"severity", severity}, {"text", "标签未标注"}, {"due", "2026-12-06"}};
}

json::array only(const char* item, json::object more) {
    more["item"] = item;
    return {json::value(more)};
}

struct Visit {
    World world;
    Author inspector, supervisor, enterprise;
    record::Line submission;
    std::string id, order;

    Visit()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          enterprise(world.enrolAt("yongchang-veg")),
          submission(inspector.say("inspection.submitted", body(), kSite)),
          id(idOf(submission)) {
        if (world.fate(submission, inspector) != "accepted") throw std::runtime_error("the submission was refused");
    }
    static json::object body() {
        auto out = inspectionBody();
        auto corrected = finding("7", "minor");
        corrected["corrected"] = {{"done", "当场补贴标签"}};
        corrected["due"] = "";
        out["findings"] = {finding("2", "major"), finding("5", "minor"), corrected};
        return out;
    }
    std::string accept() {
        return world.fate(
            supervisor.say("review.accepted", {{"of", id}, {"hash", submission.hash().hex()}, {"comment", ""}}, kSite),
            supervisor);
    }
    std::string day(int after) const {
        return dayText(std::chrono::floor<std::chrono::days>(world.now()) + std::chrono::days(after));
    }
    std::string act(Author& by, const std::string& what, json::array findings, json::object more = {}) {
        json::object said{{"of", id}, {"findings", std::move(findings)}};
        if (what == "ordered") {
            said["hash"] = submission.hash().hex();
            said["office"] = "永昌县市场监督管理局";
            said["count"] = "calendar";
            said["delivery"] = {{"how", "electronic"}};
        } else if (what != "ended") {
            said["order"] = order.empty() ? id : order;
        }
        for (auto& member : more) said[member.key()] = member.value();
        const auto line = by.say("rectification." + what, std::move(said), kSite);
        last = idOf(line);
        return world.fate(line, by);
    }
    std::string orderItem(Author& by, const char* item, int due) {
        const auto fate =
            act(by, "ordered", only(item, {{"facts", "标签未标注"}, {"requirement", "补齐"}, {"due", day(due)}}));
        if (fate == "accepted") order = last;
        return fate;
    }
    std::string stateOf(const char* item) {
        const auto row = CaseRows(*world.services().readers.borrow()).find(id).value().row;
        return std::string(records::stateName(row.finding(item)->state));
    }
    json::object board(const std::string& query) {
        return world.answered(world.get("/v1/query/findings?" + query, &supervisor));
    }
    std::string last;
};

}  // namespace

TEST_CASE("ordered, delivered, reported, more time, again, passed, archived") {
    Visit it;
    CHECK(it.stateOf("7") == "corrected");
    REQUIRE(it.accept() == "accepted");
    CHECK(it.board("column=to_order").at("items").as_array().size() == 2);
    REQUIRE(it.orderItem(it.supervisor, "2", 14) == "accepted");
    CHECK(it.act(it.enterprise, "delivered", only("2", {}), {{"delivery", {{"how", "electronic"}}}}) == "accepted");
    CHECK(it.act(it.enterprise, "extension_requested", only("2", {{"reason", "配件未到"}, {"until", it.day(30)}})) ==
          "accepted");
    const auto request = it.last;
    CHECK(it.act(it.inspector, "extended", only("2", {{"until", it.day(20)}}), {{"about", request}}) == "accepted");
    CHECK(it.act(it.enterprise, "reported", only("2", {{"done", "已补齐"}})) == "accepted");
    CHECK(it.board("column=reported").at("items").as_array().size() == 1);
    CHECK(it.act(it.inspector, "rejected", only("2", {{"reason", "看不清"}, {"due", it.day(25)}})) == "accepted");
    CHECK(it.stateOf("2") == "rejected");
    CHECK(it.act(it.enterprise, "reported", only("2", {{"done", "已重贴"}})) == "accepted");
    CHECK(it.act(it.supervisor, "verified", only("2", {})) == "accepted");
    CHECK(it.stateOf("2") == "passed");
    json::object filed{{"of", it.id}, {"term", "10"}};
    const auto archive = [&] {
        return it.world.fate(it.supervisor.say("rectification.archived", filed, kSite), it.supervisor);
    };
    CHECK(archive() == "case_open");  // item 5 was never ordered
    REQUIRE(it.act(it.supervisor, "ended", only("5", {{"reason", "基地已注销"}}), {{"why", "closed_down"}}) ==
            "accepted");
    CHECK(archive() == "accepted");
    const auto record = it.world.answered(it.world.get("/v1/query/records/" + it.id, &it.enterprise));
    CHECK(record.at("acts").as_array().size() == 10);
    CHECK(textOr(record.at("case").as_object(), "state") == "archived");
    const auto cases = it.world.answered(it.world.get("/v1/query/cases?state=archived", &it.supervisor));
    CHECK(cases.at("items").as_array().size() == 1);
    CHECK(it.board("column=closed").at("counts").at("closed").at("all").as_int64() == 3);
    // The rows can be made again from the log as they are.
    it.world.restart();
    CHECK(it.stateOf("2") == "passed");
}

TEST_CASE(
    "days to close are counted by the programme of the site as it is published now, and of few no days are told") {
    Visit it;
    REQUIRE(it.accept() == "accepted");
    REQUIRE(it.orderItem(it.supervisor, "2", 14) == "accepted");
    REQUIRE(it.act(it.enterprise, "delivered", only("2", {}), {{"delivery", {{"how", "electronic"}}}}) == "accepted");
    REQUIRE(it.act(it.enterprise, "reported", only("2", {{"done", "已补齐"}})) == "accepted");
    REQUIRE(it.act(it.supervisor, "verified", only("2", {})) == "accepted");
    const auto counts = [&] {
        return CaseRows(*it.world.services().readers.borrow()).closingsByProgramme("2026", "62");
    };
    const auto move = [&](const char* programme) {
        auto body = siteBody("yongchang-veg", "Yongchang", "620321");
        body["programme"] = programme;
        auto& admin = it.world.admin();
        REQUIRE(it.world.fate(admin.say("site.published", body, kSite), admin) == "accepted");
    };
    move("示范区");
    REQUIRE(counts().size() == 1);
    CHECK(counts().at("示范区").n == 1);
    move("服务业试点");
    REQUIRE(counts().size() == 1);
    CHECK(counts().at("服务业试点").n == 1);
    {
        const auto reader = it.world.services().readers.borrow();
        CaseRows rows(*reader);
        CHECK(rows.closings("2026", "620321", std::string("服务业试点")).n == 1);
        CHECK(rows.closings("2026", "620321", std::string("示范区")).n == 0);
        CHECK(rows.closings("2026", "63", std::nullopt).n == 0);
    }
    const auto told =
        it.world.answered(it.world.get("/v1/query/statistics?year=2026&today=2026-12-01", &it.supervisor));
    const auto& closing = told.at("closing").as_object();
    CHECK(closing.at("n") == 1);
    CHECK(closing.at("shown") == "few");
    CHECK(closing.at("programmes").at(0).at("value") == "服务业试点");
    CHECK_FALSE(closing.at("programmes").at(0).as_object().contains("days"));
    it.world.restart();
    CHECK(counts().at("服务业试点").n == 1);
}

TEST_CASE("what is not a case's next act is refused by name, and changes nothing") {
    Visit it;
    CHECK(it.orderItem(it.supervisor, "3", 14) == "finding_unknown");
    CHECK(it.orderItem(it.supervisor, "2", -1) == "due_past");
    CHECK(it.orderItem(it.enterprise, "2", 14) == "wrong_role");
    REQUIRE(it.orderItem(it.inspector, "2", 14) == "accepted");  // on the spot
    CHECK(it.orderItem(it.supervisor, "2", 14) == "not_its_turn");
    auto elsewhere = it.world.enrolAt("other-site");
    CHECK(it.act(elsewhere, "reported", only("2", {{"done", "x"}})) == "wrong_region");
    CHECK(it.act(it.inspector, "reported", only("2", {{"done", "x"}})) == "wrong_role");
    CHECK(it.act(it.supervisor, "verified", only("2", {})) == "not_its_turn");
    it.order = makeUuid7(it.world.now());
    CHECK(it.act(it.enterprise, "reported", only("2", {{"done", "x"}})) == "order_unknown");
    it.id = makeUuid7(it.world.now());
    CHECK(it.orderItem(it.supervisor, "2", 14) == "of_unknown");
}

TEST_CASE("a report of what is still to be done, and a place of another moment, are taken by no log") {
    Visit it;
    REQUIRE(it.accept() == "accepted");
    REQUIRE(it.orderItem(it.inspector, "2", 10) == "accepted");
    const auto before = it.stateOf("2");
    const auto report = [&](int day, json::object more = {}) {
        return it.act(it.enterprise, "reported", only("2", {{"done", "已补齐"}, {"day", it.day(day)}}),
                      std::move(more));
    };
    // The kit's days are of UTC, and its lines of China's clock, which is a day ahead for a third of it.
    CHECK(report(2) == "done_ahead");
    CHECK(report(-1, {{"place", {{"none", "lost"}}}}) == "bad_payload");
    CHECK(report(-1, {{"place",
                       {{"lat", 38.2},
                        {"lon", 101.9},
                        {"acc", 4},
                        {"at", "2026-01-01T00:00:00.000+08:00"},
                        {"source", "satellite"}}}}) == "bad_payload");
    CHECK(it.stateOf("2") == before);
    CHECK(report(-1, {{"place", {{"none", "denied"}}}}) == "accepted");
}

TEST_CASE("a re-check opens no case, and is taken only for an order of its site and for findings of its case") {
    Visit it;
    REQUIRE(it.accept() == "accepted");
    REQUIRE(it.orderItem(it.supervisor, "2", 14) == "accepted");
    const auto recheck = [&](json::array findings, const std::string& order, const Said& at = kSite) {
        auto body = inspectionBody();
        body["kind"] = "recheck";
        body["order"] = order;
        body["findings"] = std::move(findings);
        return it.inspector.say("inspection.submitted", std::move(body), at);
    };
    const auto fate = [&](const record::Line& line) { return it.world.fate(line, it.inspector); };
    CHECK(fate(recheck({finding("2", "major"), finding("3", "minor")}, it.order)) == "finding_new");
    CHECK(fate(recheck({}, makeUuid7(it.world.now()))) == "order_unknown");
    CHECK(fate(recheck({}, it.id)) == "order_unknown");  // a record, and no order
    const Said elsewhere{"other-site", "620321"};
    auto& admin = it.world.admin();
    REQUIRE(it.world.fate(admin.say("site.published", siteBody("other-site", "Other", "620321"), elsewhere), admin) ==
            "accepted");
    CHECK(fate(recheck({}, it.order, elsewhere)) == "order_unknown");

    const auto again = recheck({finding("2", "major"), finding("7", "minor")}, it.order);
    REQUIRE(fate(again) == "accepted");
    const auto id = idOf(again);
    const auto opened = [&] { return CaseRows(*it.world.services().readers.borrow()).find(id).has_value(); };
    CHECK_FALSE(opened());
    CHECK(it.board("column=to_order").at("items").as_array().size() == 1);  // item 5 of the inspection itself
    CHECK(it.board("column=with_enterprise").at("items").as_array().size() == 1);
    // What it found is said about the case of the order.
    CHECK(it.act(it.inspector, "rejected", only("2", {{"reason", "仍未标注"}, {"due", it.day(20)}}),
                 {{"inspection", id}}) == "accepted");
    CHECK(it.stateOf("2") == "rejected");
    json::object filed{{"of", id}, {"term", "10"}};
    CHECK(it.world.fate(it.supervisor.say("rectification.archived", filed, kSite), it.supervisor) == "of_unknown");

    const auto amend = [&](json::array findings, const std::string& order, const std::string& of) {
        auto body = inspectionBody();
        body["of"] = of;
        body["reason"] = "补充";
        if (!order.empty()) body["order"] = order;
        body["findings"] = std::move(findings);
        return fate(it.inspector.say("inspection.amended", std::move(body), kSite));
    };
    CHECK(amend({finding("2", "major")}, "", id) == "order_unknown");
    CHECK(amend({finding("3", "minor")}, it.order, id) == "finding_new");
    CHECK(amend({finding("2", "major")}, it.order, id) == "accepted");
    CHECK_FALSE(opened());

    // Whoever reads it is handed what it looks at again.
    const auto record = it.world.answered(it.world.get("/v1/query/records/" + id, &it.enterprise));
    CHECK_FALSE(record.contains("case"));
    std::vector<std::string> context;
    for (const auto& line : record.at("context").as_array()) {
        const auto parsed = record::Line::parse(textOr(line.as_object(), "line")).value();
        context.push_back(record::parsePayload(parsed.payload()).value().type);
    }
    CHECK(context == std::vector<std::string>{"checklist.published", "site.published", "inspection.submitted",
                                              "rectification.ordered"});
    it.world.restart();
    CHECK_FALSE(opened());
}

TEST_CASE("an inspection that was no re-check when it was submitted is none when it is amended") {
    Visit it;
    REQUIRE(it.orderItem(it.inspector, "2", 14) == "accepted");
    auto body = Visit::body();
    body["of"] = it.id;
    body["reason"] = "补充";
    body["order"] = it.order;
    CHECK(it.world.fate(it.inspector.say("inspection.amended", std::move(body), kSite), it.inspector) ==
          "order_unknown");
}

TEST_CASE("the board is paged by key, overdue first, and counts what its reader may read") {
    Visit it;
    REQUIRE(it.orderItem(it.inspector, "2", 3) == "accepted");
    REQUIRE(it.orderItem(it.inspector, "5", 1) == "accepted");
    const auto first = it.board("column=with_enterprise&limit=1&today=" + it.day(2));
    CHECK(textOr(first.at("items").at(0).as_object(), "item") == "5");
    CHECK(first.at("counts").at("with_enterprise").at("all").as_int64() == 2);
    CHECK(first.at("counts").at("with_enterprise").at("overdue").as_int64() == 1);
    const auto next = std::string(first.at("next").as_string());
    const auto second = it.board("column=with_enterprise&limit=1&after=" + next);
    CHECK(textOr(second.at("items").at(0).as_object(), "item") == "2");
    CHECK(second.at("next").is_null());
    CHECK(it.board("column=with_enterprise&overdue=1&today=" + it.day(2)).at("items").as_array().size() == 1);
    CHECK(it.board("column=closed&overdue=1&today=" + it.day(2)).at("items").as_array().empty());
    const auto elsewhere = it.board("column=with_enterprise&region=6204");
    CHECK(elsewhere.at("items").as_array().empty());
    CHECK(elsewhere.at("counts").at("with_enterprise").at("all").as_int64() == 0);
    const auto here = it.board("column=closed&region=62&inspector=" +
                               std::string(textOr(first.at("items").at(0).as_object(), "inspector_kid")));
    CHECK(here.at("counts").at("with_enterprise").at("all").as_int64() == 2);
    const auto minor = it.board("column=with_enterprise&severity=minor");
    CHECK(minor.at("items").as_array().size() == 1);
    CHECK(minor.at("counts").at("with_enterprise").at("all").as_int64() == 1);
    const auto soon = it.board("column=with_enterprise&due_before=" + it.day(2) + "&today=" + it.day(0));
    CHECK(soon.at("counts").at("with_enterprise").at("all").as_int64() == 1);
    CHECK(soon.at("counts").at("closed").at("all").as_int64() == 0);
    auto stranger = it.world.enrol(domain::Role::supervisor, {"63"});
    const auto none = it.world.answered(it.world.get("/v1/query/findings?column=with_enterprise", &stranger));
    CHECK(none.at("items").as_array().empty());
    CHECK(none.at("counts").at("with_enterprise").at("all").as_int64() == 0);
    for (const char* wrong :
         {"column=mine", "column=closed&after=x", "column=closed&today=now", "column=closed&limit=0", "column=waits"})
        CHECK(it.world.get(std::string("/v1/query/findings?") + wrong, &it.supervisor).status == 400);
}
