// The receiver runs while somebody wants it; what it gives is stated while it is fresh, and never afterwards; and NMEA
// sentences from a file come through Qt's plugin.
#include "mobile/position/position_source.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "mobile/position/qt_receiver.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/position/receiver_double.h"

using namespace plumb;
using namespace plumb::mobile;
using domain::NoPlace;
using domain::Place;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

struct Held {
    Instant now = parseInstant("2026-11-22T08:15:30.123+08:00").value();
    milliseconds ticks{5'000};
    test::ReceiverDouble* receiver = new test::ReceiverDouble;
    PositionSource source{std::unique_ptr<Receiver>(receiver), [this] { return now; }, nullptr,
                          [this] { return ticks; }};

    void pass(milliseconds time) {
        ticks += time;
        now.utc += time;
    }
};

}  // namespace

TEST_CASE("the receiver runs while somebody wants positions") {
    Held held;
    CHECK_FALSE(held.receiver->running);
    CHECK(held.source.reason() == "off");
    held.source.want("map", true);
    held.source.want("check", true);
    held.source.want("map", true);
    CHECK(held.receiver->running);
    CHECK(held.source.reason() == "searching");
    held.source.want("map", false);
    CHECK(held.receiver->running);
    held.source.want("check", false);
    CHECK_FALSE(held.receiver->running);
    held.source.setAllowed(false);
    held.source.want("map", true);
    CHECK_FALSE(held.receiver->running);
    CHECK(held.source.reason() == "off");
    held.source.setAllowed(true);
    CHECK(held.receiver->running);
}

TEST_CASE("a place is stated with its age, and not when it is too old") {
    Held held;
    int moves = 0;
    QObject::connect(&held.source, &PositionSource::moved, &held.source, [&] { ++moves; });
    held.receiver->fix(38.2471, 101.9683);
    CHECK(moves == 0);  // it was not asked for
    held.source.want("check", true);
    held.receiver->fix(38.2471, 101.9683);
    CHECK(moves == 1);
    const auto fixedAt = held.now;
    held.pass(seconds(60));
    const auto place = std::get<Place>(held.source.now());
    CHECK(place.at == fixedAt);
    CHECK(held.source.age() == 60);
    held.pass(milliseconds(1));
    CHECK(held.source.now() == domain::Whereabouts(NoPlace::stale));
    CHECK(held.source.wasKnown());
    CHECK(held.source.latitude() == 38.2471);
    held.receiver->refuse(NoPlace::denied);
    CHECK(held.source.reason() == "denied");
    held.receiver->fix(38.2472, 101.9683);
    CHECK(held.source.isKnown());
    CHECK(held.source.reason().isEmpty());
}

TEST_CASE("a clock that is set makes no place younger or older") {
    Held held;
    held.source.want("check", true);
    held.receiver->fix(38.2471, 101.9683);
    held.ticks += seconds(30);
    held.now.utc += std::chrono::hours(48);
    const auto place = std::get<Place>(held.source.now());
    CHECK(held.now.utc - place.at.utc == seconds(30));
    held.ticks += seconds(31);
    held.now.utc -= std::chrono::hours(48);
    CHECK_FALSE(held.source.isKnown());
}

TEST_CASE("what is no place is not taken for one") {
    Held held;
    held.source.want("check", true);
    held.receiver->fix(std::nan(""), 101.9683);
    held.receiver->fix(38.2471, 300);
    held.receiver->fix(38.2471, 101.9683, 0);
    CHECK_FALSE(held.source.wasKnown());
    CHECK(held.source.reason() == "searching");
}

TEST_CASE("origins of positions, by their form") {
    for (const char* good : {"", "off", "nmea:/tmp/a.nmea", "nmea:socket://localhost:2947", "nmea:serial:/dev/ttyUSB0"})
        CHECK(QtReceiver::isOrigin(good));
    for (const char* bad : {"nmea:", "gps", "on", "nmea"}) CHECK_FALSE(QtReceiver::isOrigin(bad));
}

TEST_CASE("sentences from a file become places, and are said to be played") {
    QtReceiver* receiver = new QtReceiver(QStringLiteral("nmea:" PLUMB_SOURCE_DIR "/tests/nmea/yongchang.nmea"));
    PositionSource source(std::unique_ptr<Receiver>(receiver), systemNow);
    source.want("check", true);
    test::waitFor([&] { return source.isKnown(); });
    const auto place = std::get<Place>(source.now());
    CHECK(place.latitude == Approx(38.2471).margin(0.01));
    CHECK(place.longitude == Approx(101.9683).margin(0.01));
    CHECK(place.accuracy > 0);
    CHECK(place.accuracy < 50);
    CHECK(place.mocked);
    CHECK(place.source == domain::PlaceSource::satellite);
}

TEST_CASE("no receiver, no file, or switched off: said, and no place") {
    PositionSource off(std::make_unique<QtReceiver>("off"), systemNow);
    off.want("check", true);
    CHECK(off.reason() == "no_receiver");
    PositionSource gone(std::make_unique<QtReceiver>("nmea:/nowhere/at/all.nmea"), systemNow);
    gone.want("check", true);
    test::waitFor([&] { return gone.reason() != "searching"; });
    CHECK_FALSE(gone.isKnown());
}
