#include "shared/record/payload.h"

#include <catch2/catch.hpp>

#include "shared/base/uuid.h"

using namespace plumb;
using namespace plumb::record;

namespace {
std::string with(const char* member, json::value value) {
    json::object object{
        {"v", 1},     {"id", "0198a1b2-0000-7000-8000-000000000001"}, {"type", "x"},           {"seq", 1},
        {"prev", ""}, {"at", "2026-11-22T08:15:30.123+08:00"},        {"body", json::object{}}};
    if (value.is_null()) {
        object.erase(member);
    } else {
        object[member] = std::move(value);
    }
    return toText(object);
}
}  // namespace

TEST_CASE("a payload is written and read back") {
    Payload payload;
    payload.id = makeUuid7(TimePoint{});
    payload.type = "inspection.submitted";
    payload.seq = 42;
    payload.prev = Sha256{{1, 2, 3}};
    payload.at = parseInstant("2026-11-22T08:15:30.123+08:00").value();
    payload.seen = Seen{18211, Sha256{{9}}};
    payload.site = "yongchang";
    payload.region = "620321";
    payload.files.push_back({Sha256{{7}}, 183422, "image/jpeg", "evidence", "b3"});
    payload.body = {{"a", 1}};
    const auto read = parsePayload(formatPayload(payload)).value();
    CHECK(read.id == payload.id);
    CHECK(read.seq == 42);
    CHECK(read.prev == payload.prev);
    CHECK(read.at == payload.at);
    CHECK(read.seen->size == 18211);
    CHECK(read.files[0].item == "b3");
    CHECK(formatPayload(read) == formatPayload(payload));
}

TEST_CASE("a file says to which it belongs, and a photo how it came; both are judged") {
    const std::string hash(64, 'a');
    const auto fileWith = [&](const char* member, json::value value) {
        json::object file{{"sha256", hash}, {"size", 1}, {"type", "image/jpeg"}, {"role", "evidence"}};
        file[member] = std::move(value);
        return parsePayload(with("files", json::array{std::move(file)}));
    };
    CHECK(fileWith("of", hash.c_str()).value().files[0].of == Sha256::fromHex(hash).value());
    CHECK_FALSE(fileWith("of", "aa"));
    CHECK_FALSE(fileWith("of", 5));
    const json::object photo{{"way", "import"},
                             {"at", "2026-11-22T08:52:16.000+08:00"},
                             {"noPlace", "平板没有定位"},
                             {"camera", {{"taken", "2026-11-22 08:52:13"}, {"place", {{"lat", 38.2}, {"lon", 101.9}}}}},
                             {"caption", "门虚掩"},
                             {"reason", "相机没有对时"}};
    const auto read = fileWith("photo", photo);
    REQUIRE(read);
    CHECK(read->files[0].photo->camera->place->latitude == Approx(38.2));
    CHECK(toJson(*read->files[0].photo) == photo);
    CHECK(parsePayload(formatPayload(*read)).value().files[0].photo == read->files[0].photo);
    for (const auto& [member, value] :
         std::vector<std::pair<const char*, json::value>>{{"way", "post"},
                                                          {"at", "2026-11-22"},
                                                          {"caption", 5},
                                                          {"camera", "x"},
                                                          {"place", json::object{{"lat", 91}, {"lon", 0}}}}) {
        auto bad = photo;
        bad[member] = value;
        INFO(member);
        CHECK_FALSE(fileWith("photo", bad));
    }
}

TEST_CASE("unknown members and types are no reason to refuse") {
    CHECK(parsePayload(with("future", json::object{{"x", 1}})));
    CHECK(parsePayload(with("type", "weather.observed")));
}

TEST_CASE("what every payload must have is checked member by member") {
    const std::pair<const char*, json::value> table[] = {
        {"v", 2},
        {"v", nullptr},
        {"id", "1"},
        {"id", nullptr},
        {"type", ""},
        {"type", 5},
        {"type", json::value(std::string(65, 'x'))},
        {"seq", 0},
        {"seq", -1},
        {"seq", "1"},
        {"seq", 2},
        {"prev", json::value(std::string(64, 'a'))},
        {"prev", "zz"},
        {"at", "yesterday"},
        {"body", json::array{}},
        {"body", nullptr},
        {"seen", 1},
        {"seen", json::object{{"size", 1}}},
        {"seen", json::object{{"size", -1}, {"root", ""}}},
        {"files", "x"},
        {"files", json::array{1}},
        {"files", json::array{json::object{{"sha256", "ab"}, {"size", 1}}}},
        {"files", json::array{json::object{{"sha256", std::string(64, 'a')}, {"size", -1}}}}};
    for (const auto& [member, value] : table) {
        CAPTURE(member, toText(value));
        const auto parsed = parsePayload(with(member, value));
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == "bad_payload");
    }
    CHECK_FALSE(parsePayload("[]"));
    CHECK_FALSE(parsePayload("{"));
    CHECK_FALSE(parsePayload(""));
}

TEST_CASE("a time is written in one way only") {
    const auto refused = [](const char* at) {
        const auto parsed = parsePayload(with("at", at));
        return !parsed && parsed.error().code == "bad_payload";
    };
    CHECK_FALSE(refused("2026-11-22T00:15:30.123+00:00"));
    CHECK_FALSE(refused("2026-11-22T08:15:30.000-11:30"));
    CHECK(refused("2026-11-22T08:15:30+08:00"));
    CHECK(refused("2026-11-22T08:15:30.1+08:00"));
    CHECK(refused("2026-11-22T08:15:30.123456+08:00"));
    CHECK(refused("2026-11-22T08:15:30.123Z"));
    CHECK(refused("2026-11-22T08:15:30.123-00:00"));
}

TEST_CASE("a member that stands twice is refused, wherever it stands") {
    const std::string good =
        with("body", json::object{{"a", "b\":c:"}, {"list", json::array{1, json::object{{"x", 1}}}}});
    REQUIRE(parsePayload(good));
    const auto twice = [&](const std::string& where, const std::string& more) {
        auto text = good;
        text.insert(text.find(where) + where.size(), more);
        const auto parsed = parsePayload(text);
        REQUIRE_FALSE(parsed);
        return parsed.error().code == "bad_payload" && parsed.error().detail.find("twice") != std::string::npos;
    };
    CHECK(twice("{", R"("v":1,)"));
    CHECK(twice("{", R"("type":"other",)"));
    CHECK(twice(R"("body":{)", R"("a":"other",)"));
    CHECK(twice(R"({"x":1)", R"(,"x":1)"));
    // The same name, written in two ways.
    CHECK(twice(R"("body":{)", R"("\u0061":"other",)"));
    // Behind texts that end in backslashes and hold quotes.
    for (const char* odd : {R"("\\")", R"("\\\\")", R"("\"")", R"("\\\"")", R"("\\\":\"\\")", R"("")"}) {
        INFO(odd);
        CHECK(parsePayload(with("body", json::object{{"q", parseJson(odd).value()}})));
        CHECK(twice(R"("body":{)", R"("q":)" + std::string(odd) + R"(,"a":1,)"));
    }
}

TEST_CASE("the type and the names of the common members are written without escapes; texts are free to use them") {
    const std::string good = with("type", "a.b");
    const auto written = [&](const std::string& from, const std::string& to) {
        auto text = good;
        text.replace(text.find(from), from.size(), to);
        return parsePayload(text).has_value();
    };
    CHECK(written(R"("a.b")", R"("a.b")"));
    CHECK_FALSE(written(R"("a.b")", R"("a\u002eb")"));
    CHECK_FALSE(written(R"("type")", R"("typ\u0065")"));
    CHECK_FALSE(written(R"("body")", R"("b\u006fdy")"));
    CHECK(written(R"("body":{})", R"("body":{"type":"\u0061","\u0061":"\\\""})"));
    // A text that is named "type" elsewhere than at the top, or that says so, is a text.
    CHECK(written(R"("body":{})", R"("body":{"x":["type","a\u002eb"]})"));
}
