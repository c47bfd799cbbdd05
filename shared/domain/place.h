// Where a device was at a moment, as records state it; or why nobody knows. A place is measured, never guessed: it has
// its accuracy and the instant of its fix, and none that is older than kOldestPlace stands for a moment. As JSON:
//   {"lat":38.2471,"lon":101.9683,"acc":4.2,"at":"2026-11-22T08:15:30.123+08:00","source":"satellite",
//    "satellites":9,"altitude":1502.3,"mocked":true}
// (the last three where they are known, or true), or {"none":"denied"}. Pure; any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <variant>

#include "shared/base/clock.h"
#include "shared/base/json.h"
#include "shared/domain/geodesy.h"

namespace plumb::domain {

// A fix that is older says where the device was, not where it is.
inline constexpr std::chrono::seconds kOldestPlace{60};
// A fix that is less exact than this is of no use to anybody.
inline constexpr double kWorstAccuracy = 100'000;  // metres

enum class PlaceSource { satellite, network, other };

struct Place {
    double latitude = 0, longitude = 0;  // degrees, WGS 84
    double accuracy = 0;                 // metres, the radius within which it lies with 68 %; above 0
    Instant at = {};                     // of the fix, by the device's clock
    PlaceSource source = PlaceSource::other;
    std::optional<int> satellites = {};   // used for the fix
    std::optional<double> altitude = {};  // metres above the sea
    bool mocked = false;                  // the system says that a program made it up

    [[nodiscard]] GeoPoint point() const { return {latitude, longitude}; }
    friend bool operator==(const Place&, const Place&) = default;
};

// Why there is none.
enum class NoPlace {
    off,         // nobody asked for positions, or the person switched them off
    denied,      // the system does not let the app have them
    noReceiver,  // the device has none
    searching,   // no fix yet
    stale,       // the last fix is older than kOldestPlace
};

using Whereabouts = std::variant<Place, NoPlace>;

// "off", "denied", "no_receiver", "searching", "stale".
std::string_view noPlaceName(NoPlace why);
std::optional<NoPlace> noPlaceNamed(std::string_view name);
// "satellite", "network", "other".
std::string_view placeSourceName(PlaceSource source);

// What a record may state of `moment`: the place where it is not older than kOldestPlace, else stale.
Whereabouts asOf(const Whereabouts& where, const Instant& moment);

// Malformed ("bad_place") with the member and what is wrong: NaN or off the globe, an accuracy that is not above 0, a
// place and a reason at once, neither of them.
Result<Whereabouts> readWhereabouts(const json::object& object);
// Degrees to 10⁻⁷, metres to a tenth: no receiver knows more. REQUIRES: what readWhereabouts() takes.
json::object toJson(const Whereabouts& where);

// Whether a receiver's values are a place at all.
bool isSound(const Place& place);

}  // namespace plumb::domain
