// Ratings of visits at the server: by the visit's code, once, counted in tens, read above; and what a forger finds.
#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/domain/complaint_rights.h"
#include "shared/records/inspection/visit_code.h"
#include "shared/records/voice/rating.h"
#include "sync-server/intake/work.h"
#include "sync-server/store/rating_box.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Market {
    World world;
    Author inspector, county, prefecture, auditor;

    Market()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"620321"}))),
          county(world.enrol(domain::Role::supervisor, {"620321"})),
          prefecture(world.enrol(domain::Role::supervisor, {"6203"})),
          auditor(world.enrol(domain::Role::auditor, {"620321"})) {
        world.openIntake();
    }

    // The code that the visit leaves.
    std::string visit() {
        const auto rating = records::newVisitCode(inspector.key());
        auto body = inspectionBody();
        body["rating"] = json::object{{"salt", rating.salt}, {"code", rating.hash.hex()}};
        REQUIRE(world.fate(inspector.say("inspection.submitted", body, kSite), inspector) == "accepted");
        return records::visitCode(inspector.key(), rating.salt);
    }
    std::string worked(const std::string& body) {
        const auto told = world.answered(world.get("/v1/public/ratings/challenge"));
        const auto challenge = textOr(told, "challenge");
        const auto bits = told.at("bits").to_number<int>();
        const auto begun = "plumb-work-v1." + challenge + "." + crypto::sha256(body).hex() + ".";
        for (std::uint64_t counter = 0;; ++counter) {
            const auto text = std::to_string(counter);
            if (zeroBits(crypto::sha256(begun + text)) >= bits) return challenge + ":" + text;
        }
    }
    static json::object rating(const std::string& code, int mark = 5, const char* text = "") {
        json::object answers;
        for (const auto question : records::kRatingQuestions) answers[question] = mark;
        json::object out{{"code", code}, {"answers", answers}};
        if (*text) out["text"] = text;
        return out;
    }
    Response send(const json::object& says, const std::string& peer = "10.0.0.1") {
        const auto body = toText(says);
        return world.call({Method::post, "/v1/public/ratings", body, {{"plumb-work", worked(body)}}, peer});
    }
    std::string refusal(const json::object& says) {
        return textOr(parseJson(send(says).body).value().as_object(), "code");
    }
    Response ask(const std::string& code) {
        return world.call({Method::post, "/v1/public/ratings/visit", toText(json::object{{"code", code}})});
    }
    // So many of an office wait already.
    void fill(const RatingPlace& place, int count, const char* text = "") {
        world.stop();
        {
            RatingBox box(world.folder().ratings());
            for (int i = 0; i < count; ++i)
                REQUIRE(box.put(crypto::sha256(place.office + std::to_string(++filled)), place, {"44444", text}));
        }
        world.restart();
    }
    json::object figures(const Author& by, const std::string& more = "") {
        return world.answered(world.get("/v1/query/ratings?year=2026" + more, &by));
    }
    json::array texts(const Author& by) {
        return world.answered(world.get("/v1/query/ratings/texts", &by)).at("items").as_array();
    }
    int filled = 0;
};

}  // namespace

TEST_CASE("no ratings are taken where no intake was opened") {
    World world;
    CHECK(world.get("/v1/public/ratings/challenge").status == 404);
    CHECK(world.call({Method::post, "/v1/public/ratings", "{}"}).status == 404);
    CHECK(world.call({Method::post, "/v1/public/ratings/visit", "{}"}).status == 404);
}

TEST_CASE("a visit is rated by its code, once") {
    Market m;
    const auto code = m.visit();
    auto told = m.world.answered(m.ask(code));
    CHECK(textOr(told, "state") == "open");
    CHECK(textOr(told, "office") == "620321");
    CHECK(textOr(told, "day") == "2026-11-22");
    CHECK(told.at("texts").as_bool());
    CHECK(textOr(told, "inspector") == m.inspector.kid());
    CHECK(m.send(Market::rating(code)).status == 201);
    CHECK(textOr(m.world.answered(m.ask(code)), "state") == "used");
    CHECK(m.refusal(Market::rating(code, 1)) == "code_used");
    CHECK(m.refusal(Market::rating("0000-0000-0000-0000-0000")) == "code_unknown");
    CHECK(m.refusal(Market::rating("guess")) == "code_unknown");
    // Small letters and blanks, as people type it.
    auto typed = m.visit();
    for (auto& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    CHECK(m.send(Market::rating(typed)).status == 201);
}

TEST_CASE("what is no rating is told where, and costs its work") {
    Market m;
    const auto code = m.visit();
    auto lacking = Market::rating(code);
    lacking["answers"].as_object().erase("light");
    auto beyond = Market::rating(code);
    beyond["answers"].as_object()["fair"] = 6;
    auto more = Market::rating(code);
    more["name"] = "x";
    auto dark = Market::rating(code, 5, "a\u202eb");
    auto large = Market::rating(code);
    large["text"] = std::string(records::kMostSaidBytes + 1, 'x');
    for (const auto& bad : {lacking, beyond, more, dark, large}) CHECK(m.refusal(bad) == "bad_request");
    const auto body = toText(Market::rating(code));
    CHECK(m.world.call({Method::post, "/v1/public/ratings", body}).status == 422);
    CHECK(textOr(m.world.answered(m.ask(code)), "state") == "open");
}

TEST_CASE("a visit is rated within ninety days") {
    Market m;
    const auto code = m.visit();
    m.world.pass(std::chrono::hours(24 * 90));
    CHECK(textOr(m.world.answered(m.ask(code)), "state") == "open");
    m.world.pass(std::chrono::hours(24));
    CHECK(textOr(m.world.answered(m.ask(code)), "state") == "late");
    CHECK(m.refusal(Market::rating(code)) == "rating_late");
}

TEST_CASE("nine ratings are told to nobody; with the tenth, how often each answer was given, and the texts above") {
    Market m;
    m.fill({"620321", "2026Q4"}, 8, "讲得清楚");
    const auto before = m.world.services().head.get()->size;
    CHECK(m.send(Market::rating(m.visit(), 2, "来得太急")).status == 201);
    for (const auto* reader : {&m.county, &m.prefecture, &m.auditor}) {
        CHECK(m.figures(*reader).at("items").as_array().empty());
        CHECK_FALSE(m.figures(*reader).contains("total"));
    }
    CHECK(m.texts(m.prefecture).empty());
    CHECK(m.world.services().head.get()->size == before + 1);  // the visit alone

    CHECK(m.send(Market::rating(m.visit(), 1)).status == 201);
    const auto told = m.figures(m.county);
    REQUIRE(told.at("items").as_array().size() == 1);
    const auto& cell = told.at("items").as_array().front().as_object();
    CHECK(textOr(cell, "region") == "620321");
    CHECK(textOr(cell, "quarter") == "2026Q4");
    CHECK(cell.at("ratings").to_number<int>() == 10);
    const auto& fair = cell.at("answers").at("fair").as_object();
    CHECK(toText(fair.at("counts").as_array()) == "[1,1,0,8,0]");
    CHECK(fair.at("mean").to_number<int>() == 3500);
    CHECK(fair.at("deviation").to_number<int>() == 1080);
    CHECK(told.at("total").at("ratings").to_number<int>() == 10);
    CHECK(m.figures(m.county, "&region=62").at("items").as_array().size() == 1);
    CHECK(m.figures(m.county, "&region=63").at("items").as_array().empty());
    for (const auto* bad : {"/v1/query/ratings?year=2026&region=63x", "/v1/query/ratings/texts?region=gansu"})
        CHECK(m.world.get(bad, &m.county).status == 400);

    // As a table it is the same batch, a row a question, and nothing of a single rating.
    const auto table = m.world.get("/v1/export/ratings.csv?year=2026&lang=en", &m.county).body;
    CHECK_THAT(table,
               Catch::Contains("620321") && Catch::Contains("2026Q4,10,\"fair, with reasons\",3.5,1.08,1,1,0,8,0"));
    CHECK(std::count(table.begin(), table.end(), '\n') == 6);
    CHECK_THAT(m.world.get("/v1/export/ratings?year=2026", &m.county).body, Catch::Contains("\"rows\":5"));
    CHECK(m.world.get("/v1/export/ratings.csv?year=2026&region=63", &m.county).body.find("2026Q4") ==
          std::string::npos);
    CHECK(m.world.get("/v1/export/ratings.csv?year=2026", &m.inspector).status == 200);
    for (const auto* bad : {"", "?year=26", "?year=x", "?year=2026&region=63x", "?year=2026&text=x"})
        CHECK(m.world.get(std::string("/v1/export/ratings.csv") + bad, &m.county).status == 400);

    // The office rated reads no text, an office above does.
    CHECK(m.texts(m.county).empty());
    CHECK(m.texts(m.auditor).empty());
    const auto texts = m.texts(m.prefecture);
    REQUIRE(texts.size() == 1);
    CHECK(textOr(texts.front().as_object(), "about") == "620321");
    CHECK(texts.front().as_object().at("texts").as_array().size() == 9);
    for (const auto* reader : {&m.county, &m.auditor, &m.inspector}) {
        const auto feed = m.world.get("/v1/records?after=0&limit=1000", reader).body;
        CHECK(feed.find("来得太急") == std::string::npos);
    }
    CHECK(m.world.get("/v1/records?after=0&limit=1000", &m.prefecture).body.find("来得太急") != std::string::npos);

    // One more changes nothing that is told.
    CHECK(m.send(Market::rating(m.visit(), 1)).status == 201);
    CHECK(m.figures(m.county) == told);
}

TEST_CASE("what a quarter leaves is counted with the region above, at the topmost with the next quarter") {
    Market m;
    m.fill({"620321", "2026Q3"}, 6);
    m.fill({"620302", "2026Q3"}, 5);
    m.fill({"6208", "2026Q3"}, 3);
    m.fill({"63", "2026Q3"}, 9);
    CHECK(m.send(Market::rating(m.visit())).status == 201);
    auto items = m.figures(m.prefecture).at("items").as_array();
    REQUIRE(items.size() == 1);  // 620321 and 620302 together
    CHECK(textOr(items.front().as_object(), "region") == "6203");
    CHECK(textOr(items.front().as_object(), "quarter") == "2026Q3");
    CHECK(items.front().as_object().at("ratings").to_number<int>() == 11);
    const auto root = m.world.enrol(domain::Role::auditor, {""});
    CHECK(m.figures(root).at("items").as_array().size() == 1);
    m.fill({"63", "2026Q4"}, 1);
    CHECK(m.send(Market::rating(m.visit())).status == 201);
    items = m.figures(root).at("items").as_array();
    REQUIRE(items.size() == 2);
    CHECK(textOr(items.back().as_object(), "region") == "63");
    CHECK(textOr(items.back().as_object(), "quarter") == "2026Q4");
    CHECK(items.back().as_object().at("ratings").to_number<int>() == 10);
}

TEST_CASE("what many offices leave of a quarter is counted in batches that a line holds") {
    Market m;
    for (const char* office : {"620302", "620321", "620322", "620323", "620324"}) m.fill({office, "2026Q3"}, 9, "好");
    CHECK(m.send(Market::rating(m.visit())).status == 201);
    const auto above = m.world.enrol(domain::Role::supervisor, {"62"});
    CHECK(m.figures(above).at("total").at("ratings").to_number<int>() == 36);
    const auto said = m.texts(above);
    REQUIRE(said.size() == 2);
    for (const auto& one : said) CHECK(one.as_object().at("texts").as_array().size() == 18);
}

TEST_CASE("a rating is taken though what waits cannot be counted now") {
    Market m;
    m.fill({"620302", "of no quarter"}, 10);  // as a damaged row
    const auto code = m.visit();
    CHECK(m.send(Market::rating(code)).status == 201);
    CHECK(m.refusal(Market::rating(code)) == "code_used");
}

TEST_CASE("a batch that the log did not take is said later, once") {
    Market m;
    m.fill({"620321", "2026Q4"}, 10);
    m.world.stop();
    {
        RatingBox box(m.world.folder().ratings());
        box.close({"620321", "2026Q4"}, "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f", "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e10");
    }
    m.world.restart();
    CHECK(m.send(Market::rating(m.visit())).status == 201);
    CHECK(m.send(Market::rating(m.visit())).status == 201);
    CHECK(m.figures(m.county).at("total").at("ratings").to_number<int>() == 10);
}

TEST_CASE("of an office with none above, ratings are counted and no text is kept") {
    Market m;
    auto province = m.world.enrol(domain::Role::inspector, {"62"});
    const auto rating = records::newVisitCode(province.key());
    auto body = inspectionBody();
    body["rating"] = json::object{{"salt", rating.salt}, {"code", rating.hash.hex()}};
    REQUIRE(m.world.fate(province.say("inspection.submitted", body, kSite), province) == "accepted");
    const auto code = records::visitCode(province.key(), rating.salt);
    CHECK_FALSE(m.world.answered(m.ask(code)).at("texts").as_bool());
    m.fill({"62", "2026Q4"}, 9);
    CHECK(m.send(Market::rating(code, 3, "省里来的")).status == 201);
    const auto root = m.world.enrol(domain::Role::supervisor, {""});
    CHECK(m.figures(root).at("total").at("ratings").to_number<int>() == 10);
    CHECK(m.texts(root).empty());
}

TEST_CASE("ratings are the intake's to say, and nobody else's") {
    Market m;
    const json::object counted = records::toBody([] {
        records::RatingCounted out{{2026, 4}, 10, {}};
        for (auto& counts : out.answers) counts[4] = 10;
        return out;
    }());
    CHECK(m.world.fate(m.auditor.say("rating.counted", counted, {"", "620321"}), m.auditor) == "intake_only");
    CHECK(m.world.fate(m.county.say("rating.counted", counted, {"", "620321"}), m.county) == "wrong_role");
    const json::object said{{"quarter", "2026Q4"}, {"about", "620321"}, {"texts", json::array{"好"}}};
    auto above = m.world.enrol(domain::Role::auditor, {"6203"});
    CHECK(m.world.fate(above.say("rating.said", said, {"", "6203"}), above) == "intake_only");
}
