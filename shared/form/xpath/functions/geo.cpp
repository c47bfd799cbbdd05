// Places on the earth, taken as a sphere of the radius that ODK's clients use. Distances follow the spherical law of
// cosines, areas the spherical excess of the lines' trapezoids; both in metres, to the centimetre.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "shared/form/xpath/functions.h"

namespace plumb::form::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kRadius = 6'378'100;

struct Place {
    double latitude, longitude;  // degrees
};

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

double toCentimetres(double metres) {
    return std::fabs(std::round(metres * 100) / 100);
}

// "latitude longitude [altitude [accuracy]]"
std::optional<Place> readPlace(std::string_view text) {
    std::array<double, 4> numbers{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto from = text.find_first_not_of(" \t\r\n", i);
        if (from == std::string_view::npos) break;
        const auto to = std::min(text.find_first_of(" \t\r\n", from), text.size());
        if (count == numbers.size()) return std::nullopt;
        numbers[count++] = numberOf(text.substr(from, to - from));
        i = to;
    }
    if (count < 2 || !(std::fabs(numbers[0]) <= 90) || !(std::fabs(numbers[1]) <= 180)) return std::nullopt;
    return Place{numbers[0], numbers[1]};
}

// Places with ';' between; the last may have one after it. False where one of them is none.
bool readPlaces(std::string_view text, std::vector<Place>& places) {
    for (;;) {
        const auto end = std::min(text.find(';'), text.size());
        const auto one = text.substr(0, end);
        const bool isLast = end == text.size();
        if (isLast && !places.empty() && one.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;
        const auto place = readPlace(one);
        if (!place) return false;
        places.push_back(*place);
        if (isLast) return true;
        text.remove_prefix(end + 1);
    }
}

// Of all arguments, and of all nodes of each; a blank is no place; none at all where a text is something else.
std::optional<std::vector<Place>> placesOf(const Call& call) {
    std::vector<Place> all;
    const auto take = [&](const std::string& text) {
        std::vector<Place> some;
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) return true;
        if (!readPlaces(text, some)) return false;
        all.insert(all.end(), some.begin(), some.end());
        return true;
    };
    for (std::size_t i = 0; i < call.size(); ++i) {
        const auto value = call.value(i);
        if (value.kind != Value::Kind::nodes) {
            if (!take(textOf(value))) return std::nullopt;
            continue;
        }
        for (const auto& node : value.nodes) {
            if (!take(node.tree->stringValue(node.node))) return std::nullopt;
        }
    }
    return all;
}

double metresBetween(const Place& a, const Place& b) {
    const double cosine =
        std::sin(radians(a.latitude)) * std::sin(radians(b.latitude)) +
        std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * std::cos(radians(a.longitude - b.longitude));
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * kRadius;
}

Value distance(const Call& call) {
    const auto places = placesOf(call);
    if (!places) return Value::ofNumber(kNaN);
    double total = 0;
    for (std::size_t i = 1; i < places->size(); ++i) total += metresBetween((*places)[i - 1], (*places)[i]);
    return Value::ofNumber(toCentimetres(total));
}

Value area(const Call& call) {
    const auto places = placesOf(call);
    if (!places) return Value::ofNumber(kNaN);
    if (places->size() < 3) return Value::ofNumber(0);
    double total = 0;
    for (std::size_t i = 0; i < places->size(); ++i) {
        const auto& from = (*places)[i];
        const auto& to = (*places)[(i + 1) % places->size()];
        total += radians(to.longitude - from.longitude) *
                 (2 + std::sin(radians(to.latitude)) + std::sin(radians(from.latitude)));
    }
    return Value::ofNumber(toCentimetres(total * kRadius * kRadius / 2));
}

// Whether a place is inside a shape: how often a line from it to the east crosses the border, odd or even.
Value geofence(const Call& call) {
    const auto point = call.text(0), shape = call.text(1);
    if (point.empty() || shape.empty()) return Value::ofBoolean(false);
    const auto place = readPlace(point);
    if (!place) call.fail("\"" + point.substr(0, 60) + "\" is no place like 29.87 121.55");
    std::vector<Place> corners;
    if (!readPlaces(shape, corners)) call.fail("the second argument must be places with ; between");
    bool inside = false;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto& a = corners[i];
        const auto& b = corners[(i + 1) % corners.size()];
        if ((a.latitude > place->latitude) == (b.latitude > place->latitude)) continue;
        const double crossing =
            (a.longitude - b.longitude) * (place->latitude - b.latitude) / (a.latitude - b.latitude);
        if (place->longitude < crossing + b.longitude) inside = !inside;
    }
    return Value::ofBoolean(inside);
}

constexpr bool onlyOne(std::size_t, std::size_t count) {
    return count == 1;
}

constexpr std::array kFunctions{
    Function{"distance", distance, 1, kAny, true, onlyOne},
    Function{"area", area, 1, 1, true},
    Function{"enclosed-area", area, 1, 1, true},
    Function{"geofence", geofence, 2, 2},
};

}  // namespace

std::span<const Function> geoFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
