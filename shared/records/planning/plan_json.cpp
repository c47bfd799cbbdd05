#include "shared/records/planning/plan_json.h"

#include <stdexcept>

#include "shared/records/json_parts.h"

namespace plumb::records {
namespace {

template <class T>
T kept(Result<T> read) {
    if (!read) throw std::runtime_error("a kept plan can not be read: " + read.error().detail);
    return std::move(*read);
}

json::object toJson(const PlanVersion& version) {
    json::object out{{"id", version.id},
                     {"state", planStateName(stateOf(version))},
                     {"says", toBody(version.says)},
                     {"hash", version.hash.hex()},
                     {"kid", version.kid},
                     {"at", formatInstant(version.at)}};
    if (version.decided) {
        out["decided"] = {{"id", version.decided->id},
                          {"kid", version.decided->kid},
                          {"says", toBody(version.decided->says)},
                          {"approved", version.decided->says.approved},
                          {"at", formatInstant(version.decided->at)}};
        if (version.decided->place) out["decided"].as_object()["index"] = *version.decided->place;
    }
    if (version.published) {
        out["published"] = {{"id", version.published->id},
                            {"kid", version.published->kid},
                            {"says", toBody(version.published->says)},
                            {"at", formatInstant(version.published->at)}};
        if (version.published->place) out["published"].as_object()["index"] = *version.published->place;
    }
    return out;
}

PlanVersion versionFrom(const json::object& object) {
    PlanVersion out;
    out.id = textOr(object, "id");
    out.says = kept(readPlan(object.at("says").as_object()));
    out.hash = hashFromJson(object, "hash");
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    if (const auto* value = object.if_contains("decided")) {
        const auto& decided = value->as_object();
        const auto& body = decided.at("says").as_object();
        out.decided =
            PlanDecided{textOr(decided, "id"),
                        textOr(decided, "kid"),
                        kept(decided.at("approved").as_bool() ? readPlanApproval(body) : readPlanRefusal(body)),
                        parseInstant(textOr(decided, "at")).value(),
                        {}};
        if (const auto* place = decided.if_contains("index")) out.decided->place = place->to_number<std::uint64_t>();
    }
    if (const auto* value = object.if_contains("published")) {
        const auto& shown = value->as_object();
        out.published = PlanShown{textOr(shown, "id"),
                                  textOr(shown, "kid"),
                                  kept(readPlanPublished(shown.at("says").as_object())),
                                  parseInstant(textOr(shown, "at")).value(),
                                  {}};
        if (const auto* place = shown.if_contains("index")) out.published->place = place->to_number<std::uint64_t>();
    }
    return out;
}

}  // namespace

json::object toJson(const PlanRow& row) {
    json::array versions;
    for (const auto& one : row.versions) versions.push_back(toJson(one));
    return {{"id", row.id},
            {"region", row.region},
            {"state", planStateName(stateOf(row))},
            {"versions", std::move(versions)}};
}

PlanRow planFromJson(const json::object& object) {
    PlanRow out{textOr(object, "id"), textOr(object, "region"), {}};
    for (const auto& one : object.at("versions").as_array()) out.versions.push_back(versionFrom(one.as_object()));
    if (out.versions.empty()) throw std::runtime_error("a kept plan has no version");
    return out;
}

}  // namespace plumb::records
