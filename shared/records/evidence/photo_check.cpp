#include "shared/records/evidence/photo_check.h"

#include <algorithm>

namespace plumb::records {
namespace {

// "2026-11-22 08:52:13" in a zone.
std::optional<TimePoint> momentOf(const record::CameraSaid& said, std::chrono::minutes tablet) {
    if (said.taken.size() != 19) return std::nullopt;
    std::string text = said.taken;
    text[10] = 'T';
    const auto instant = parseInstant(text + (said.zone.empty() ? "Z" : said.zone));
    if (!instant) return std::nullopt;
    return said.zone.empty() ? instant->utc - tablet : instant->utc;
}

GeoPoint pointOf(const record::PhotoSpot& spot) {
    return {spot.latitude, spot.longitude};
}

}  // namespace

bool PhotoCheck::asks() const {
    return std::any_of(differences.begin(), differences.end(), [](PhotoDifference one) {
        return one != PhotoDifference::noCamera && one != PhotoDifference::noTime;
    });
}

PhotoCheck checkPhoto(const record::PhotoOrigin& origin, const std::optional<TimePoint>& began, const Ring& boundary,
                      const PhotoLimits& limits) {
    PhotoCheck out;
    const auto add = [&](PhotoDifference what) { out.differences.push_back(what); };
    const auto moment = origin.camera ? momentOf(*origin.camera, origin.at.offset) : std::nullopt;
    if (!origin.camera) add(PhotoDifference::noCamera);
    if (origin.camera && !moment) add(PhotoDifference::noTime);
    if (moment) {
        out.clock = std::chrono::duration_cast<std::chrono::seconds>(*moment - origin.at.utc);
        if (*out.clock > limits.clock)
            add(PhotoDifference::future);
        else if (origin.way == record::PhotoOrigin::Way::camera && *out.clock < -limits.clock)
            add(PhotoDifference::clock);
        else if (began && *moment < *began - limits.clock)
            add(PhotoDifference::before);
    }
    const auto& taken = origin.camera ? origin.camera->place : origin.place;
    // A shot of this app has no other place than the tablet's.
    const auto& place = taken ? taken : origin.place;
    if (place && boundary.size() > 3) {
        out.inside = domain::contains(boundary, pointOf(*place));
        if (!*out.inside) add(PhotoDifference::outside);
    }
    if (origin.camera && origin.camera->place && origin.place) {
        out.metres = domain::metresBetween(pointOf(*origin.camera->place), pointOf(*origin.place));
        const double unsure = origin.place->within.value_or(0);
        if (*out.metres > limits.metres + unsure) add(PhotoDifference::apart);
    }
    return out;
}

}  // namespace plumb::records
