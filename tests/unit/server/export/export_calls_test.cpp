// GET /v1/export/…: what is in the file, who may have which rows, what is refused before the first byte.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/record/payload.h"
#include "sync-server/http/respond.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/export/read_csv.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Case {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"6203"});

    std::string submit(json::object body = inspectionBody(), const Said& said = {"yongchang-veg", "620321"}) {
        const auto line = inspector.say("inspection.submitted", std::move(body), said);
        const auto fate = world.fate(line, inspector);
        if (fate != "accepted") throw std::runtime_error("refused: " + fate);
        return record::parsePayload(line.payload()).value().id;
    }
    void accept(const std::string& id) {
        const auto row = InspectionRows(*world.services().readers.borrow()).find(id).value();
        const auto line = supervisor.say(
            "review.accepted", {{"of", id}, {"hash", row.hash.hex()}, {"comment", ""}, {"items", json::array{}}},
            {"yongchang-veg", "620321"});
        if (world.fate(line, supervisor) != "accepted") throw std::runtime_error("refused");
    }
    void publishElsewhere() {
        auto& admin = world.admin();
        if (world.fate(
                admin.say("site.published", siteBody("elsewhere", "=E\n\"x\"", "620422"), {"elsewhere", "620422"}),
                admin) != "accepted")
            throw std::runtime_error("refused");
    }
    std::vector<Cells> csv(const std::string& query, const Author* caller = nullptr) {
        const auto response = world.get("/v1/export/" + query, caller ? caller : &supervisor);
        INFO(response.body);
        REQUIRE(response.status == 200);
        return readCsv(response.body);
    }
    // The code of a refusal.
    std::string refusal(const std::string& query) {
        const auto response = world.get("/v1/export/" + query, &supervisor);
        INFO(query);
        REQUIRE(response.status >= 400);
        CHECK_FALSE(textOr(parseJson(response.body).value().get_object(), "detail").empty());
        return textOr(parseJson(response.body).value().get_object(), "code");
    }
};

std::string checklistHash() {
    return crypto::sha256(checklistDocument()).hex();
}

}  // namespace

TEST_CASE("a row says what the inspection says, in the zone that was chosen") {
    Case c;
    const auto id = c.submit();
    const auto rows = c.csv("inspections.csv?zone=Asia/Shanghai&lang=en");
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].size() == rows[0].size());
    CHECK(cell(rows, 1, "Record id") == id);
    CHECK(cell(rows, 1, "State") == "To review");
    CHECK(cell(rows, 1, "Site") == "Yongchang");
    CHECK(cell(rows, 1, "Region code") == "620321");
    CHECK(cell(rows, 1, "Started (Asia/Shanghai)") == "2026-11-22T08:00:00.000+08:00");
    const auto place = std::stoull(cell(rows, 1, "Log index"));
    const auto logged = c.world.services().readers.borrow()->receivedAt(place).value();
    CHECK(cell(rows, 1, "Logged (Asia/Shanghai)") == formatInstant({logged, std::chrono::hours(8)}));
    CHECK(cell(rows, 1, "Points") == "100");
    CHECK(cell(rows, 1, "Max points") == "100");
    CHECK_THAT(cell(rows, 1, "Submitted by"), Catch::StartsWith("person "));
    CHECK(cell(rows, 1, "Team") == "inspector");
    const auto utc = c.csv("inspections.csv?lang=en");
    CHECK(cell(utc, 1, "Started (UTC)") == "2026-11-22T00:00:00.000+00:00");
    const auto zh = c.csv("inspections.csv?zone=Asia/Shanghai&lang=zh");
    CHECK(cell(zh, 1, "状态") == "待审核");
    CHECK(cell(zh, 1, "行政区划") == "甘肃省金昌市永昌县");
    CHECK(cell(zh, 1, "开始时间（Asia/Shanghai）") == "2026-11-22T08:00:00.000+08:00");
}

TEST_CASE("answers stand in a group of columns for each item, as people read them") {
    Case c;
    auto body = inspectionBody(600);
    c.submit(body);
    const auto rows = c.csv("inspections.csv?lang=zh&answers=1&checklist=" + checklistHash());
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].size() == rows[0].size());
    const auto checklist = c.world.services().exports.checklists().find(crypto::sha256(checklistDocument())).value();
    const auto answers = checklist::Answers::fromJson(body).value();
    const std::map<std::string, std::string> words{
        {"pass", "符合"}, {"part", "部分符合"}, {"fail", "不符合"}, {"na", "不适用"}, {"unanswered", "未填"}};
    std::map<std::string, std::string> verdicts;
    for (const auto& item : body.at("score").at("items").get_array())
        verdicts[textOr(item.get_object(), "id")] = words.at(textOr(item.get_object(), "verdict"));
    std::size_t told = 0, notes = 0;
    for (const auto& item : checklist->items) {
        const auto no = item.no.empty() ? item.id : item.no;
        CHECK(cell(rows, 1, no + " 判定") == (verdicts.contains(item.id) ? verdicts.at(item.id) : ""));
        CHECK(cell(rows, 1, no + " 不适用原因") == (answers.na.contains(item.id) ? answers.na.at(item.id) : ""));
        if (answers.notes.contains(item.id)) {
            CHECK(cell(rows, 1, no + " 说明") == answers.notes.at(item.id));
            ++notes;
        }
        if (cell(rows, 1, no + " 满分").empty()) continue;
        CHECK(cell(rows, 1, no + " 得分") == cell(rows, 1, no + " 满分"));
        ++told;
    }
    CHECK(notes == answers.notes.size());
    CHECK(notes > 0);
    CHECK(told > 10);
    // Choices by their labels, not by their names.
    const auto& first = checklist->items.at(0);
    const auto& question = checklist->questions.at(first.questions.at(0));
    REQUIRE_FALSE(question.choices.empty());
    const auto* choice = question.choice(answers.values.at(question.id));
    REQUIRE(choice);
    const auto at = column(rows, (first.no.empty() ? first.id : first.no) + " 判定");
    CHECK(rows[1].at(at - first.questions.size()) == choice->label.in("zh"));
}

TEST_CASE("the filters that stand on the list stand on the file") {
    Case c;
    c.publishElsewhere();
    std::vector<std::string> ids;
    for (int i = 0; i < 4; ++i) ids.push_back(c.submit());
    c.accept(ids[1]);
    const auto count = [&](const std::string& query) {
        return c.csv("inspections.csv?" + query, &c.inspector).size() - 1;
    };
    c.submit(inspectionBody(), {"elsewhere", "620422"});
    CHECK(count("") == 5);
    CHECK(count("status=submitted") == 4);
    CHECK(count("status=accepted") == 1);
    CHECK(count("status=returned") == 0);
    CHECK(count("region=6203") == 4);
    CHECK(count("region=620422&status=submitted") == 1);
    CHECK(count("site=elsewhere") == 1);
    CHECK(count("checklist=" + checklistHash()) == 5);
    CHECK(count("checklist=" + std::string(64, '0')) == 0);
    CHECK(count("status=") == 5);
    // And is told before.
    const auto told = c.world.answered(c.world.get("/v1/export/inspections?region=6203", &c.inspector));
    CHECK(told.at("rows") == 4u);
    CHECK(told.at("checklists").get_array().at(0).at("rows") == 4u);
    CHECK(textOr(told.at("checklists").get_array().at(0).get_object(), "sha256") == checklistHash());
}

TEST_CASE("a reader has the rows of her regions and no others") {
    Case c;
    c.publishElsewhere();
    const auto here = c.submit();
    c.submit(inspectionBody(), {"elsewhere", "620422"});
    const auto other = c.world.enrol(domain::Role::supervisor, {"6204"});
    const auto far = c.world.enrol(domain::Role::supervisor, {"63"});
    const auto mine = c.csv("inspections.csv?lang=en");
    REQUIRE(mine.size() == 2);
    CHECK(cell(mine, 1, "Record id") == here);
    CHECK(c.csv("inspections.csv?region=6204").size() == 1);
    CHECK(c.csv("inspections.csv?answers=1&checklist=" + checklistHash()).size() == 2);
    const auto theirs = c.csv("inspections.csv?lang=en", &other);
    REQUIRE(theirs.size() == 2);
    CHECK(cell(theirs, 1, "Site") == "=E\n\"x\"");
    CHECK(c.csv("inspections.csv", &far).size() == 1);
    CHECK(c.world.answered(c.world.get("/v1/export/inspections", &far)).at("rows") == 0u);
    CHECK(c.world.get("/v1/export/inspections.csv").status == 401);
}

TEST_CASE("sites are taken away as they were published last") {
    Case c;
    c.publishElsewhere();
    auto& admin = c.world.admin();
    auto body = siteBody("yongchang-veg", "永昌（示例）", "620321");
    body["point"] = {{"lat", 38.2471}, {"lon", 101.9683}};
    REQUIRE(c.world.fate(admin.say("site.published", body, {"yongchang-veg", "620321"}), admin) == "accepted");
    const auto rows = c.csv("sites.csv?lang=en&region=6203");
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "Name") == "永昌（示例）");
    CHECK(cell(rows, 1, "Latitude") == "38.2471");
    CHECK(c.csv("sites.csv").size() == 3);
    CHECK(c.csv("sites.csv?text=YONGCHANG").size() == 2);
    CHECK(c.csv("sites.csv?text=%E6%B0%B8%E6%98%8C").size() == 2);
    CHECK(c.csv("sites.csv?text=nowhere").size() == 1);
    const auto map = parseJson(c.world.get("/v1/export/sites.geojson?zone=Asia/Shanghai", &c.supervisor).body).value();
    CHECK(map.at("export").at("zone") == "Asia/Shanghai");
    const auto& features = map.at("features").get_array();
    REQUIRE(features.size() == 2);
    CHECK(features[0].at("geometry").is_null());
    CHECK(features[1].at("geometry").at("coordinates") == parseJson("[101.9683,38.2471]").value());
    CHECK(c.world.answered(c.world.get("/v1/export/sites", &c.supervisor)).at("rows") == 2u);
}

TEST_CASE("a site's boundary is the map's geometry, and its measures have columns") {
    Case c;
    auto& admin = c.world.admin();
    auto body = siteBody("yongchang-veg", "永昌（示例）", "620321");
    body["point"] = {{"lat", 38.2471}, {"lon", 101.9683}};
    // Clockwise, as many write it.
    body["boundary"] = parseJson(R"({"type":"Polygon","coordinates":
        [[[101.9,38.2],[101.9,38.21],[101.91,38.21],[101.91,38.2],[101.9,38.2]]]})")
                           .value();
    body["altitude"] = 1560;
    body["scale"] = {{"value", 12.5}, {"unit", "=公顷"}};
    body["products"] = {"番茄", "辣椒"};
    body["risk_grade"] = "B";
    body["level"] = "省级";
    body["programme_id"] = "gs";
    REQUIRE(c.world.fate(admin.say("site.published", body, {"yongchang-veg", "620321"}), admin) == "accepted");
    const auto rows = c.csv("sites.csv?lang=en");
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "Boundary (WKT)") ==
          "POLYGON ((101.9 38.2, 101.91 38.2, 101.91 38.21, 101.9 38.21, 101.9 38.2))");
    CHECK(cell(rows, 1, "Area of the boundary (ha)") == "97.22");
    CHECK(cell(rows, 1, "Altitude (m)") == "1560");
    CHECK(cell(rows, 1, "Scale") == "12.5");
    CHECK(cell(rows, 1, "Scale unit") == "=公顷");
    CHECK(cell(rows, 1, "Products") == "番茄, 辣椒");
    CHECK(cell(rows, 1, "Risk grade") == "B");
    const auto map = parseJson(c.world.get("/v1/export/sites.geojson", &c.supervisor).body).value();
    const auto& feature = map.at("features").get_array().at(0);
    CHECK(feature.at("geometry") == parseJson(R"({"type":"Polygon","coordinates":
              [[[101.9,38.2],[101.91,38.2],[101.91,38.21],[101.9,38.21],[101.9,38.2]]]})")
                                        .value());
    CHECK_FALSE(feature.at("properties").get_object().contains("boundary"));
    CHECK(feature.at("properties").at("latitude") == 38.2471);
    // What is about a site is a point of it.
    c.submit();
    const auto visits = parseJson(c.world.get("/v1/export/inspections.geojson", &c.supervisor).body).value();
    CHECK(visits.at("features").get_array().at(0).at("geometry").at("type") == "Point");
}

TEST_CASE("what cannot be made is refused with a sentence, before the first byte") {
    Case c;
    c.submit();
    CHECK(c.refusal("inspections.csv?zone=Asia/Nowhere") == "bad_query");
    CHECK(c.refusal("inspections.csv?zone=../../etc/passwd") == "bad_query");
    CHECK(c.refusal("inspections.csv?lang=fr") == "bad_query");
    CHECK(c.refusal("inspections.csv?status=lost") == "bad_query");
    CHECK(c.refusal("inspections.csv?colour=red") == "bad_query");
    CHECK(c.refusal("sites.csv?status=submitted") == "bad_query");
    CHECK(c.refusal("inspections.csv?region=62%25") == "bad_query");
    CHECK(c.refusal("inspections.csv?checklist=12") == "bad_query");
    CHECK(c.refusal("inspections.csv?answers=yes") == "bad_query");
    CHECK(c.refusal("inspections.csv?answers=1") == "bad_query");
    CHECK(c.refusal("inspections.geojson?answers=1") == "bad_query");
    CHECK(c.refusal("inspections.csv?answers=1&checklist=" + std::string(64, '0')) == "checklist_unknown");
    CHECK(c.refusal("inspections.pdf") == "not_found");
    CHECK(c.refusal("people.csv") == "not_found");
    CHECK(c.world.services().exports.taken() == 0);
}

TEST_CASE("the file has a name for people, and one for old programs") {
    Case c;
    c.submit();
    const auto name = [&](const std::string& query) {
        return std::string(c.world.get("/v1/export/" + query, &c.supervisor).header("Content-Disposition"));
    };
    CHECK(name("inspections.csv?zone=Asia/Shanghai") ==
          "attachment; filename=\"inspections-20261122.csv\"; "
          "filename*=UTF-8''%E6%A3%80%E6%9F%A5%E8%AE%B0%E5%BD%95-20261122.csv");
    CHECK_THAT(name("sites.xlsx?lang=en"), Catch::EndsWith("filename*=UTF-8''sites-20261122.xlsx"));
    // The day is that of the zone.
    c.world.pass(std::chrono::hours(15));
    CHECK_THAT(name("inspections.csv?zone=UTC"), Catch::Contains("inspections-20261122.csv"));
    CHECK_THAT(name("inspections.csv?zone=Pacific/Auckland"), Catch::Contains("inspections-20261123.csv"));
}

namespace {

// The source of an answer, to be pulled by hand.
struct Pulling {
    Pulling(World& world, const Author& caller, const std::string& target) {
        REQUIRE(readTarget(target, request));
        request.headers.emplace_back("authorization", "Bearer " + world.token(caller));
        admission = admit(request, 0, world.services());
        REQUIRE(admission.route);
        response = respond(request, *admission.route, world.services());
    }
    Pulled pull() {
        std::string piece;
        auto pulled = pullFrom(*response.source, piece, *admission.route);
        body += piece;
        return pulled;
    }
    Request request;
    Admission admission;
    Response response;
    std::string body;
};

}  // namespace

TEST_CASE("so many lists are made at once and no more; one that is cut gives its place back") {
    Case c;
    c.submit();
    std::vector<std::unique_ptr<Pulling>> open;
    for (unsigned i = 0; i < kMostExports; ++i)
        open.push_back(std::make_unique<Pulling>(c.world, c.supervisor, "/v1/export/inspections.xlsx"));
    CHECK(c.world.services().exports.taken() == kMostExports);
    const auto refused = c.world.get("/v1/export/inspections.csv", &c.supervisor);
    CHECK(refused.status == 503);
    CHECK(refused.header("Retry-After") == "5");
    open.pop_back();
    CHECK(c.world.get("/v1/export/inspections.csv", &c.supervisor).status == 200);
    open.clear();
    CHECK(c.world.services().exports.taken() == 0);
}

TEST_CASE("a key that is revoked while its list is on the way gets no further piece") {
    Case c;
    c.submit();
    auto& admin = c.world.admin();
    Pulling pulling(c.world, c.supervisor, "/v1/export/inspections.csv");
    REQUIRE(c.world.fate(admin.say("key.revoked", {{"key", c.supervisor.kid()}, {"reason", "lost"}}), admin) ==
            "accepted");
    const auto pulled = pulling.pull();
    REQUIRE(pulled.refusal);
    CHECK(pulled.refusal->status == 403);
    CHECK(pulling.body.empty());
}

TEST_CASE("what comes into the log while a list is on the way is not in it") {
    Case c;
    c.submit();
    Pulling pulling(c.world, c.supervisor, "/v1/export/inspections.csv");
    c.submit();
    while (pulling.pull().more) {
    }
    CHECK(readCsv(pulling.body).size() == 2);
}

TEST_CASE("a list longer than a piece comes in several, whole") {
    Case c;
    for (int i = 0; i < 120; ++i) c.submit(inspectionBody(6000));
    Pulling pulling(c.world, c.supervisor, "/v1/export/inspections.csv?answers=1&checklist=" + checklistHash());
    int pieces = 1;
    for (; pulling.pull().more; ++pieces) CHECK(pulling.body.size() < pieces * kExportPiece * 2);
    CHECK(pieces > 2);
    CHECK(readCsv(pulling.body).size() == 121);
}

TEST_CASE("what waits for a review is taken away under the filters of its list, and in its order") {
    Case c;
    const auto clean = c.submit(), vetoed = c.submit(vetoedBody()), accepted = c.submit();
    c.accept(accepted);
    const auto ids = [&](const std::string& query) {
        std::vector<std::string> out;
        auto rows = c.csv("reviews.csv?" + query);
        for (std::size_t i = 1; i < rows.size(); ++i) out.push_back(rows[i][0]);
        return out;
    };
    CHECK(ids("") == std::vector{clean, vetoed});
    CHECK(ids("veto=1") == std::vector{vetoed});
    CHECK(ids("family=assessment").empty());
    const auto told = c.world.answered(c.world.get("/v1/export/reviews?veto=1", &c.supervisor));
    CHECK(told.at("rows").to_number<int>() == 1);
    CHECK(c.refusal("reviews.csv?veto=maybe") == "bad_query");
    CHECK(c.refusal("reviews.csv?answers=1") == "bad_query");
    auto elsewhere = c.world.enrol(domain::Role::supervisor, {"63"});
    CHECK(c.csv("reviews.csv", &elsewhere).size() == 1);
}
