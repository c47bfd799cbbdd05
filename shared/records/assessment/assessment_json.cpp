#include "shared/records/assessment/assessment_json.h"

#include "shared/records/json_parts.h"

namespace plumb::records {
namespace {

std::map<std::string, std::string> textsFromJson(const json::object& object, std::string_view name) {
    std::map<std::string, std::string> out;
    if (const auto* texts = object.if_contains(name)) {
        for (const auto& member : texts->as_object()) out.emplace(member.key(), member.value().as_string());
    }
    return out;
}

json::array hashesJson(const std::vector<Sha256>& hashes) {
    json::array out;
    for (const auto& hash : hashes) out.emplace_back(hash.hex());
    return out;
}

std::vector<Sha256> hashesFromJson(const json::object& object, std::string_view name) {
    std::vector<Sha256> out;
    if (const auto* hashes = object.if_contains(name)) {
        for (const auto& hash : hashes->as_array()) out.push_back(Sha256::fromHex(hash.as_string()).value());
    }
    return out;
}

json::object answeredJson(const AnsweredItem& item) {
    auto out = toJson(item.content);
    out["by"] = item.by.hex();
    out["kid"] = item.kid;
    out["at"] = formatInstant(item.at);
    if (item.place) out["place"] = static_cast<std::int64_t>(*item.place);
    if (!item.before.empty()) out["before"] = hashesJson(item.before);
    return out;
}

AnsweredItem answeredFromJson(const json::object& object) {
    AnsweredItem out;
    out.content = {textsFromJson(object, "answers"), textOr(object, "na"), textOr(object, "note")};
    out.by = hashFromJson(object, "by");
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    if (const auto* place = object.if_contains("place")) out.place = static_cast<std::uint64_t>(place->as_int64());
    out.before = hashesFromJson(object, "before");
    return out;
}

json::object assignedJson(const AssignedSection& section) {
    json::object out{{"by", section.by.hex()}, {"kid", section.kid}, {"at", formatInstant(section.at)}};
    if (!section.person.empty()) out["person"] = section.person;
    if (section.place) out["place"] = static_cast<std::int64_t>(*section.place);
    return out;
}

AssignedSection assignedFromJson(const json::object& object) {
    AssignedSection out;
    out.person = textOr(object, "person");
    out.by = hashFromJson(object, "by");
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    if (const auto* place = object.if_contains("place")) out.place = static_cast<std::uint64_t>(place->as_int64());
    return out;
}

}  // namespace

json::object toJson(const AssessmentRow& row) {
    json::object items;
    for (const auto& [id, item] : row.items) items[id] = answeredJson(item);
    json::object out{{"site", row.site},
                     {"region", row.region},
                     {"round", row.round},
                     {"checklist", row.checklist},
                     {"items", std::move(items)}};
    if (!row.facts.empty()) out["facts"] = toJson(row.facts);
    if (!row.assigned.empty()) {
        json::object assigned;
        for (const auto& [id, section] : row.assigned) assigned[id] = assignedJson(section);
        out["assigned"] = std::move(assigned);
    }
    if (row.submitted) out["submitted"] = toJson(*row.submitted);
    if (!row.tooLate.empty()) out["too_late"] = hashesJson(row.tooLate);
    return out;
}

AssessmentRow assessmentFromJson(const json::object& object) {
    AssessmentRow out;
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    out.round = textOr(object, "round");
    out.checklist = textOr(object, "checklist");
    for (const auto& member : object.at("items").as_object())
        out.items.emplace(member.key(), answeredFromJson(member.value().as_object()));
    out.facts = textsFromJson(object, "facts");
    if (const auto* assigned = object.if_contains("assigned")) {
        for (const auto& member : assigned->as_object())
            out.assigned.emplace(member.key(), assignedFromJson(member.value().as_object()));
    }
    if (const auto* submitted = object.if_contains("submitted"))
        out.submitted = standingFromJson(submitted->as_object());
    out.tooLate = hashesFromJson(object, "too_late");
    return out;
}

}  // namespace plumb::records
