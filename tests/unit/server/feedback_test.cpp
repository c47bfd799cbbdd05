// What was said about standards, as the server hands it out: proved, and to who may read it.
#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/records/voice/feedback.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// Lines of a page of the feed.
std::ptrdiff_t linesOf(const std::string& body) {
    std::ptrdiff_t out = 0;
    for (std::size_t at = 0; (at = body.find("standard.feedback", at)) != std::string::npos; ++at) ++out;
    return out;
}

}  // namespace

TEST_CASE("what was said about standards is handed out in log order, proved, a page at a time, to who may read it") {
    World world;
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto supervisor = world.enrol(domain::Role::supervisor, {"62"});
    auto elsewhere = world.enrol(domain::Role::supervisor, {"63"});
    const auto say = [&](const std::string& text) {
        return world.fate(
            inspector.say("standard.feedback", {{"text", text}, {"standard", "NY/T 3445"}}, {"", "620321"}), inspector);
    };
    const auto seen = [&](const Author& by, const std::string& rest = "") {
        const auto answer = world.get("/v1/feedback" + rest, &by);
        CHECK(answer.status == 200);
        return linesOf(answer.body);
    };
    CHECK(seen(supervisor) == 0);
    for (const auto* text : {"一", "二", "三"}) REQUIRE(say(text) == "accepted");
    CHECK(say("") == "bad_payload");
    CHECK(seen(supervisor) == 3);
    CHECK(seen(elsewhere) == 0);
    const auto page = world.get("/v1/feedback?limit=2", &supervisor);
    CHECK(linesOf(page.body) == 2);
    CHECK(page.body.find("proof") != std::string::npos);
    CHECK(world.get("/v1/feedback?size=100000", &supervisor).status == 409);
    CHECK(world.get("/v1/feedback", nullptr).status == 401);
    world.restart();
    CHECK(seen(supervisor) == 3);
}

TEST_CASE("feedback is answered by whoever oversees its region, for herself, and comes back to who said it") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto supervisor = world.enrol(domain::Role::supervisor, {"6203"});
    auto elsewhere = world.enrol(domain::Role::supervisor, {"63"});
    auto enterprise = world.enrolAt("yongchang-veg");
    const Said at{"yongchang-veg", "620321"};
    const auto said = enterprise.say("standard.feedback", {{"text", "期限不一致"}, {"standard", "NY/T 3445"}}, at);
    REQUIRE(world.fate(said, enterprise) == "accepted");
    const auto id = record::parsePayload(said.payload()).value().id;
    const auto body = [&](const Author& by, const std::string& of) {
        const auto person = world.services().trust.personId(by.kid());
        return records::toBody(
            records::FeedbackAnswered{of, person, records::FeedbackClass::unclear, "以国家标准为准"});
    };
    const auto answer = [&](Author& by, const json::object& says) {
        return world.fate(by.say("feedback.answered", says, at), by);
    };
    CHECK(answer(inspector, body(inspector, id)) == "wrong_role");
    CHECK(answer(elsewhere, body(elsewhere, id)) == "wrong_region");
    CHECK(answer(supervisor, body(inspector, id)) == "wrong_person");
    const auto visit = inspector.say("inspection.submitted", inspectionBody(), at);
    REQUIRE(world.fate(visit, inspector) == "accepted");
    CHECK(answer(supervisor, body(supervisor, record::parsePayload(visit.payload()).value().id)) == "of_unknown");
    CHECK(answer(supervisor, body(supervisor, id)) == "accepted");
    const auto reads = [&](const Author& by, const char* call) {
        return world.get(call, &by).body.find("以国家标准为准") != std::string::npos;
    };
    for (const auto* by : {&enterprise, &inspector, &supervisor}) {
        CHECK(reads(*by, "/v1/records?after=0&limit=1000"));
        CHECK(reads(*by, "/v1/feedback?after=0"));
    }
    CHECK_FALSE(reads(elsewhere, "/v1/records?after=0&limit=1000"));
}
