// Bodies of acts: what they must say, and that what was read is what is written.
#include "shared/records/rectification/act.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::records;

namespace {

const char* const kOrder =
    R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","hash":"00000000000000000000000000000000000000000000000000000000000000aa",
  "office":"永昌县市场监督管理局","contact":"0935-0000000","remedies":"可在六十日内申请行政复议","count":"working",
  "delivery":{"how":"in_person","name":"负责人","signature":"00000000000000000000000000000000000000000000000000000000000000bb"},
  "findings":[{"item":"2","facts":"标签未标注安全间隔期","requirement":"补齐标签","due":"2026-11-24",
               "clause":{"standard":"NY/T 1430-2007","clause":"4.2","force":"recommended","status":"in_force"}}]})";

std::string wrong(ActKind kind, std::string_view text) {
    const auto act = readAct(kind, parseJson(text)->as_object());
    return act ? "" : act.error().detail;
}

}  // namespace

TEST_CASE("an order reads and writes the same") {
    const auto body = parseJson(kOrder)->as_object();
    const auto act = readAct(ActKind::ordered, body);
    REQUIRE(act);
    CHECK(act->delivery->atOnce());
    CHECK(act->counted == domain::DayCount::working);
    CHECK(toBody(*act) == body);
}

TEST_CASE("an act reads and writes where it was signed, or why nobody knows") {
    auto body = parseJson(kOrder)->as_object();
    CHECK_FALSE(readAct(ActKind::ordered, body)->place);
    body["place"] = json::object{{"none", "denied"}};
    CHECK(readAct(ActKind::ordered, body)->place == domain::Whereabouts(domain::NoPlace::denied));
    CHECK(toBody(*readAct(ActKind::ordered, body)) == body);
    body["place"] =
        json::object{{"lat", 38.2471},        {"lon", 101.9683}, {"acc", 4.2}, {"at", "2026-11-22T08:15:30.123+08:00"},
                     {"source", "satellite"}, {"satellites", 9}};
    CHECK(toBody(*readAct(ActKind::ordered, body)) == body);
}

TEST_CASE("what an act lacks is named") {
    CHECK(
        wrong(
            ActKind::reported,
            R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","order":"0198d2c4-7a10-7c3e-8f21-000000000011","findings":[]})")
            .find("body.findings") != std::string::npos);
    CHECK(wrong(ActKind::reported,
                R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","findings":[{"item":"2","done":"x"}]})")
              .find("order") != std::string::npos);
    CHECK(
        wrong(
            ActKind::reported,
            R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","order":"0198d2c4-7a10-7c3e-8f21-000000000011","findings":[{"item":"2"}]})")
            .find("findings[0].done") != std::string::npos);
    CHECK(
        wrong(
            ActKind::reported,
            R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","order":"0198d2c4-7a10-7c3e-8f21-000000000011","findings":[{"item":"2","done":"x"},{"item":"2","done":"y"}]})")
            .find("a second time") != std::string::npos);
    CHECK(
        wrong(
            ActKind::rejected,
            R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","order":"0198d2c4-7a10-7c3e-8f21-000000000011","findings":[{"item":"2","reason":"x","due":"soon"}]})")
            .find("findings[0].due") != std::string::npos);
    CHECK(
        wrong(
            ActKind::handedOver,
            R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","order":"0198d2c4-7a10-7c3e-8f21-000000000011","findings":[{"item":"2","reason":"x"}]})")
            .find("to") != std::string::npos);
    CHECK(wrong(ActKind::ended,
                R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","why":"bored","findings":[{"item":"2","reason":"x"}]})")
              .find("why") != std::string::npos);
    CHECK(
        wrong(
            ActKind::delivered,
            R"({"of":"0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f","order":"0198d2c4-7a10-7c3e-8f21-000000000011","delivery":{"how":"refused"},"findings":[{"item":"2"}]})")
            .find("witness") != std::string::npos);
}

TEST_CASE("orders of two tablets never have one number") {
    const Instant at{TimePoint(parseDay("2026-11-10").value()), std::chrono::hours(8)};
    const auto number = orderNumber("620321", at, "TIhyrg8tQq2HRMO5aekI48OwqU7adYtbVt7RJdrOsMU", 42);
    CHECK(number.size() == std::string("620321-2026-K7M2QX-42").size());
    CHECK(number.substr(0, 12) == "620321-2026-");
    CHECK(number != orderNumber("620321", at, "another key", 42));
    CHECK(number != orderNumber("620321", at, "TIhyrg8tQq2HRMO5aekI48OwqU7adYtbVt7RJdrOsMU", 43));
}
