#include "shared/records/json_parts.h"

#include <stdexcept>

namespace plumb::records {

json::object toJson(const std::map<std::string, std::string>& texts) {
    json::object out;
    for (const auto& [name, text] : texts) out[name] = text;
    return out;
}

Sha256 hashFromJson(const json::object& object, std::string_view name) {
    const auto hash = Sha256::fromHex(textOr(object, name));
    if (!hash) throw std::runtime_error("a kept row has no hash \"" + std::string(name) + "\"");
    return *hash;
}

json::object toJson(const Standing& standing) {
    json::object out{{"id", standing.id},
                     {"kid", standing.kid},
                     {"newest", standing.newest.hex()},
                     {"status", statusName(standing.status)},
                     {"version", standing.version}};
    if (standing.assessment) out["assessment"] = true;
    if (standing.cosigned) out["cosigned"] = standing.cosigned->hex();
    if (standing.veto) out["veto"] = true;
    if (standing.agreed)
        out["agreed"] = json::object{{"line", standing.agreed->line.hex()}, {"person", standing.agreed->person}};
    return out;
}

Standing standingFromJson(const json::object& object) {
    Standing out{textOr(object, "id"), textOr(object, "kid"), hashFromJson(object, "newest")};
    const auto status = textOr(object, "status");
    for (const auto one : {InspectionStatus::submitted, InspectionStatus::returned, InspectionStatus::accepted,
                           InspectionStatus::incomplete, InspectionStatus::test}) {
        if (statusName(one) == status) out.status = one;
    }
    out.version = static_cast<int>(object.at("version").as_int64());
    out.assessment = object.contains("assessment");
    if (object.contains("cosigned")) out.cosigned = hashFromJson(object, "cosigned");
    out.veto = object.contains("veto");
    if (const auto* agreed = object.if_contains("agreed"))
        out.agreed = Agreement{hashFromJson(agreed->as_object(), "line"), textOr(agreed->as_object(), "person")};
    return out;
}

json::object toJson(const ChecklistRef& checklist) {
    return {{"id", checklist.id}, {"version", checklist.version}, {"sha256", checklist.sha256.hex()}};
}

ChecklistRef checklistRefFromJson(const json::object& object) {
    return {textOr(object, "id"), textOr(object, "version"), hashFromJson(object, "sha256")};
}

}  // namespace plumb::records
