#include "shared/record/photo_origin.h"

#include <cmath>

namespace plumb::record {
namespace {

tl::unexpected<Error> bad(const std::string& path, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_payload", "\"" + path + "\" " + why);
}

std::optional<double> numberAt(const json::object& object, std::string_view name, double most) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    const auto number = value->to_number<double>();
    return std::isfinite(number) && std::abs(number) <= most ? std::optional(number) : std::nullopt;
}

Result<std::optional<PhotoSpot>> spotAt(const json::object& object, const std::string& path) {
    constexpr double kMostMetres = 1e7;
    const auto* value = object.if_contains("place");
    if (!value) return std::optional<PhotoSpot>();
    const auto* place = value->if_object();
    const auto latitude = place ? numberAt(*place, "lat", 90) : std::nullopt,
               longitude = place ? numberAt(*place, "lon", 180) : std::nullopt;
    if (!latitude || !longitude) return bad(path + ".place", "must hold lat and lon in degrees");
    PhotoSpot out{*latitude, *longitude, {}};
    if (place->contains("within")) {
        out.within = numberAt(*place, "within", kMostMetres);
        if (!out.within || *out.within < 0) return bad(path + ".place.within", "must be metres");
    }
    return std::optional(out);
}

// Optional texts: absent, or texts.
Result<void> textsAt(const json::object& object, const std::string& path,
                     std::initializer_list<std::pair<const char*, std::string*>> members) {
    for (const auto& [name, to] : members) {
        const auto* value = object.if_contains(name);
        if (!value) continue;
        if (!value->is_string()) return bad(path + "." + name, "must be text");
        *to = std::string(value->get_string());
    }
    return {};
}

json::object toJson(const PhotoSpot& spot) {
    json::object out{{"lat", spot.latitude}, {"lon", spot.longitude}};
    if (spot.within) out["within"] = *spot.within;
    return out;
}

}  // namespace

Result<PhotoOrigin> readPhotoOrigin(const json::object& object, const std::string& path) {
    PhotoOrigin out;
    const auto way = textOr(object, "way");
    if (way != "camera" && way != "import") return bad(path + ".way", "must be \"camera\" or \"import\"");
    out.way = way == "camera" ? PhotoOrigin::Way::camera : PhotoOrigin::Way::import;
    const auto at = textOr(object, "at");
    const auto instant = parseInstant(at);
    if (!instant || formatInstant(*instant) != at)
        return bad(path + ".at", "must be a time like 2026-11-22T08:15:30.123+08:00");
    out.at = *instant;
    auto place = spotAt(object, path);
    if (!place) return fail(place.error());
    out.place = *place;
    if (auto texts =
            textsAt(object, path, {{"noPlace", &out.noPlace}, {"caption", &out.caption}, {"reason", &out.reason}});
        !texts)
        return fail(texts.error());
    const auto* camera = object.if_contains("camera");
    if (!camera) return out;
    if (!camera->is_object()) return bad(path + ".camera", "must be an object");
    CameraSaid said;
    const auto& from = camera->get_object();
    auto taken = spotAt(from, path + ".camera");
    if (!taken) return fail(taken.error());
    said.place = *taken;
    if (auto texts = textsAt(from, path + ".camera", {{"taken", &said.taken}, {"zone", &said.zone}}); !texts)
        return fail(texts.error());
    out.camera = std::move(said);
    return out;
}

json::object toJson(const PhotoOrigin& origin) {
    json::object out{{"way", origin.way == PhotoOrigin::Way::camera ? "camera" : "import"},
                     {"at", formatInstant(origin.at)}};
    if (origin.place) out["place"] = toJson(*origin.place);
    if (!origin.noPlace.empty()) out["noPlace"] = origin.noPlace;
    if (origin.camera) {
        json::object camera;
        if (!origin.camera->taken.empty()) camera["taken"] = origin.camera->taken;
        if (!origin.camera->zone.empty()) camera["zone"] = origin.camera->zone;
        if (origin.camera->place) camera["place"] = toJson(*origin.camera->place);
        out["camera"] = std::move(camera);
    }
    if (!origin.caption.empty()) out["caption"] = origin.caption;
    if (!origin.reason.empty()) out["reason"] = origin.reason;
    return out;
}

}  // namespace plumb::record
