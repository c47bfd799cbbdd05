// What a record may say of where it was made: places with bounds, or why none; nothing between.
#include "shared/domain/place.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace plumb;
using namespace plumb::domain;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:15:30.123+08:00").value();

Result<Whereabouts> read(const std::string& text) {
    return readWhereabouts(parseJson(text)->as_object());
}

std::string with(const std::string& member, const std::string& value) {
    json::object out{
        {"lat", 38.2471}, {"lon", 101.9683}, {"acc", 4.2}, {"at", formatInstant(kNow)}, {"source", "satellite"}};
    out[member] = parseJson(value).value();
    return toText(out);
}

Place good() {
    Place out;
    out.latitude = 38.2471;
    out.longitude = 101.9683;
    out.accuracy = 4.2;
    out.at = kNow;
    out.source = PlaceSource::satellite;
    return out;
}

}  // namespace

TEST_CASE("a place reads as it was written, with all that it says") {
    auto place = good();
    CHECK(readWhereabouts(toJson(place)) == Whereabouts(place));
    place.satellites = 9;
    place.altitude = 1502.3;
    place.mocked = true;
    CHECK(readWhereabouts(toJson(place)) == Whereabouts(place));
    CHECK(toText(toJson(place)) ==
          R"({"lat":3.82471E1,"lon":1.019683E2,"acc":4.2E0,"at":"2026-11-22T08:15:30.123+08:00","source":"satellite",)"
          R"("satellites":9,"altitude":1.5023E3,"mocked":true})");
    // No receiver knows more than a centimetre; and what rounds to nothing is no accuracy.
    place.latitude = 38.24710000001;
    place.accuracy = 0.01;
    CHECK(std::get<Place>(*readWhereabouts(toJson(place))).accuracy == 0.1);
    CHECK(std::get<Place>(*readWhereabouts(toJson(place))).latitude == 38.2471);
}

TEST_CASE("every reason for having none has its name") {
    for (const auto why : {NoPlace::off, NoPlace::denied, NoPlace::noReceiver, NoPlace::searching, NoPlace::stale}) {
        CHECK(noPlaceNamed(noPlaceName(why)) == why);
        CHECK(readWhereabouts(toJson(why)) == Whereabouts(why));
    }
    CHECK(read(R"({"none":"no_receiver"})") == Whereabouts(NoPlace::noReceiver));
}

TEST_CASE("what is no place is refused with the member that is wrong") {
    const std::vector<std::pair<std::string, std::string>> refused{
        {"lat", "91"},         {"lat", "-90.1"},         {"lat", "\"38\""},     {"lat", "null"},
        {"lon", "180.01"},     {"lon", "[1]"},           {"acc", "0"},          {"acc", "-4"},
        {"acc", "100001"},     {"at", "\"now\""},        {"at", "7"},           {"source", "\"\""},
        {"source", "\"gps\""}, {"satellites", "-1"},     {"satellites", "4.5"}, {"satellites", "1000"},
        {"altitude", "20001"}, {"altitude", "\"high\""}, {"mocked", "1"},
    };
    for (const auto& [member, value] : refused) {
        CAPTURE(member, value);
        const auto place = read(with(member, value));
        REQUIRE_FALSE(place);
        CHECK(place.error().code == "bad_place");
        CHECK(place.error().detail.find("\"" + member + "\"") != std::string::npos);
    }
    CHECK_FALSE(read("{}"));
    CHECK_FALSE(read(R"({"none":"lost"})"));
    CHECK_FALSE(read(R"({"none":7})"));
    CHECK_FALSE(read(with("none", "\"off\"")));
    json::object nan = toJson(good());
    nan["lat"] = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(readWhereabouts(nan));
    nan = toJson(good());
    nan["acc"] = std::numeric_limits<double>::infinity();
    CHECK_FALSE(readWhereabouts(nan));
}

TEST_CASE("a receiver's nonsense is no place") {
    CHECK(isSound(good()));
    auto place = good();
    place.latitude = std::nan("");
    CHECK_FALSE(isSound(place));
    place = good();
    place.accuracy = std::nan("");
    CHECK_FALSE(isSound(place));
    place.accuracy = 0;
    CHECK_FALSE(isSound(place));
    place = good();
    place.longitude = 181;
    CHECK_FALSE(isSound(place));
    place = good();
    place.altitude = std::nan("");
    CHECK_FALSE(isSound(place));
}

TEST_CASE("a place stands for a moment that it is near to, and for no other") {
    auto later = kNow;
    later.utc += kOldestPlace;
    CHECK(asOf(good(), later) == Whereabouts(good()));
    later.utc += std::chrono::milliseconds(1);
    CHECK(asOf(good(), later) == Whereabouts(NoPlace::stale));
    auto earlier = kNow;
    earlier.utc -= std::chrono::hours(2);
    CHECK(asOf(good(), earlier) == Whereabouts(NoPlace::stale));
    CHECK(asOf(NoPlace::denied, kNow) == Whereabouts(NoPlace::denied));
}
