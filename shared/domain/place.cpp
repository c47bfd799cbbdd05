#include "shared/domain/place.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb::domain {
namespace {

constexpr std::array<std::string_view, 5> kReasons{"off", "denied", "no_receiver", "searching", "stale"};
constexpr std::array<std::string_view, 3> kSources{"satellite", "network", "other"};
constexpr double kLowest = -1'000, kHighest = 20'000;  // metres above the sea
constexpr int kMostSatellites = 200;

tl::unexpected<Error> bad(std::string_view member, std::string_view what) {
    return fail(ErrorKind::malformed, "bad_place", "\"" + std::string(member) + "\" " + std::string(what));
}

// A finite number there.
std::optional<double> numberAt(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    const auto number = value->to_number<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool within(double value, double most) {
    return std::isfinite(value) && std::abs(value) <= most;
}

// As it was written where it is whole.
json::value rounded(double value, double steps) {
    const double out = std::round(value * steps) / steps;
    return std::trunc(out) == out ? json::value(static_cast<std::int64_t>(out)) : json::value(out);
}

}  // namespace

std::string_view noPlaceName(NoPlace why) {
    return kReasons.at(static_cast<std::size_t>(why));
}

std::optional<NoPlace> noPlaceNamed(std::string_view name) {
    const auto found = std::find(kReasons.begin(), kReasons.end(), name);
    if (found == kReasons.end()) return std::nullopt;
    return static_cast<NoPlace>(found - kReasons.begin());
}

std::string_view placeSourceName(PlaceSource source) {
    return kSources.at(static_cast<std::size_t>(source));
}

bool isSound(const Place& place) {
    return within(place.latitude, 90) && within(place.longitude, 180) && std::isfinite(place.accuracy) &&
           place.accuracy > 0 && place.accuracy <= kWorstAccuracy &&
           (!place.altitude || (*place.altitude >= kLowest && *place.altitude <= kHighest)) &&
           (!place.satellites || (*place.satellites >= 0 && *place.satellites <= kMostSatellites));
}

Whereabouts asOf(const Whereabouts& where, const Instant& moment) {
    const auto* place = std::get_if<Place>(&where);
    if (place && std::chrono::abs(moment.utc - place->at.utc) > kOldestPlace) return NoPlace::stale;
    return where;
}

Result<Whereabouts> readWhereabouts(const json::object& object) {
    if (const auto* none = object.if_contains("none")) {
        const auto why = none->is_string() ? noPlaceNamed(std::string_view(none->get_string())) : std::nullopt;
        if (!why) return bad("none", "must be off, denied, no_receiver, searching or stale");
        if (object.contains("lat") || object.contains("lon")) return bad("none", "must not stand beside a place");
        return Whereabouts(*why);
    }
    Place out;
    const auto lat = numberAt(object, "lat"), lon = numberAt(object, "lon"), acc = numberAt(object, "acc");
    if (!lat || !within(*lat, 90)) return bad("lat", "must be degrees, −90…90");
    if (!lon || !within(*lon, 180)) return bad("lon", "must be degrees, −180…180");
    if (!acc || *acc <= 0 || *acc > kWorstAccuracy) return bad("acc", "must be metres, above 0 and at most 100000");
    out.latitude = *lat;
    out.longitude = *lon;
    out.accuracy = *acc;
    const auto at = parseInstant(textOr(object, "at"));
    if (!at) return bad("at", "must be an instant like \"2026-11-22T08:15:30.123+08:00\"");
    out.at = *at;
    const auto source = std::find(kSources.begin(), kSources.end(), textOr(object, "source"));
    if (source == kSources.end()) return bad("source", "must be satellite, network or other");
    out.source = static_cast<PlaceSource>(source - kSources.begin());
    if (const auto* satellites = object.if_contains("satellites")) {
        if (!satellites->is_int64() || satellites->get_int64() < 0 || satellites->get_int64() > kMostSatellites)
            return bad("satellites", "must be a whole number, 0…200");
        out.satellites = static_cast<int>(satellites->get_int64());
    }
    if (object.contains("altitude")) {
        const auto altitude = numberAt(object, "altitude");
        if (!altitude || *altitude < kLowest || *altitude > kHighest)
            return bad("altitude", "must be metres above the sea, −1000…20000");
        out.altitude = altitude;
    }
    if (const auto* mocked = object.if_contains("mocked")) {
        if (!mocked->is_bool()) return bad("mocked", "must be true or false");
        out.mocked = mocked->get_bool();
    }
    return Whereabouts(out);
}

json::object toJson(const Whereabouts& where) {
    if (const auto* why = std::get_if<NoPlace>(&where)) return {{"none", noPlaceName(*why)}};
    const auto& place = std::get<Place>(where);
    json::object out{{"lat", rounded(place.latitude, 1e7)},
                     {"lon", rounded(place.longitude, 1e7)},
                     {"acc", rounded(std::max(0.1, place.accuracy), 10)},
                     {"at", formatInstant(place.at)},
                     {"source", placeSourceName(place.source)}};
    if (place.satellites) out["satellites"] = *place.satellites;
    if (place.altitude) out["altitude"] = rounded(*place.altitude, 10);
    if (place.mocked) out["mocked"] = true;
    return out;
}

}  // namespace plumb::domain
