#include "shared/checklist/model/answers.h"

#include "shared/base/civil_date.h"

namespace plumb::checklist {
namespace {

Result<std::map<std::string, std::string>> texts(const json::object& object, std::string_view member) {
    std::map<std::string, std::string> out;
    const auto* value = object.if_contains(member);
    if (!value) return out;
    if (!value->is_object())
        return fail(ErrorKind::malformed, "bad_answers", "\"" + std::string(member) + "\" must be an object");
    for (const auto& entry : value->get_object()) {
        if (!entry.value().is_string()) {
            return fail(
                ErrorKind::malformed, "bad_answers",
                "\"" + std::string(member) + "." + std::string(entry.key()) + "\" must be text, in quotation marks");
        }
        out.emplace(entry.key(), entry.value().get_string());
    }
    return out;
}

json::object object(const std::map<std::string, std::string>& texts) {
    json::object out;
    for (const auto& [name, text] : texts) out[name] = text;
    return out;
}

}  // namespace

Result<std::optional<LocalDay>> localDayOf(const json::object& object) {
    const auto* zone = object.if_contains("zone");
    const auto* day = object.if_contains("day");
    std::optional<LocalDay> out;
    if (!zone && !day) return out;
    const auto read =
        zone && zone->is_string()
            ? parseZone(std::string_view(zone->get_string()))
            : Result<std::chrono::minutes>(fail(ErrorKind::malformed, "bad_zone",
                                                "\"zone\" must be text like \"+08:00\", and stand beside \"day\""));
    if (!read) return fail(ErrorKind::malformed, "bad_answers", read.error().detail);
    out = LocalDay{*read, {}};
    if (!day) return out;
    out->day = day->is_string() ? parseDay(std::string_view(day->get_string())) : std::nullopt;
    if (!out->day) return fail(ErrorKind::malformed, "bad_answers", "\"day\" must be text like \"2026-11-22\"");
    return out;
}

Result<Answers> Answers::fromJson(const json::object& object) {
    Answers out;
    for (auto [member, target] : {std::pair{"answers", &out.values}, std::pair{"na", &out.na},
                                  std::pair{"notes", &out.notes}, std::pair{"facts", &out.facts}}) {
        auto read = texts(object, member);
        if (!read) return fail(read.error());
        *target = std::move(*read);
    }
    auto local = localDayOf(object);
    if (!local) return fail(local.error());
    out.local = *local;
    return out;
}

json::object Answers::toJson() const {
    json::object out{{"answers", object(values)}, {"na", object(na)}, {"notes", object(notes)}};
    if (!facts.empty()) out["facts"] = object(facts);
    if (local) out["zone"] = zoneText(local->zone);
    if (local && local->day) out["day"] = dayText(*local->day);
    return out;
}

}  // namespace plumb::checklist
