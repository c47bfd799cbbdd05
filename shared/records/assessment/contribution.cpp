#include "shared/records/assessment/contribution.h"

#include "shared/records/body_reader.h"
#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/read_parts.h"
#include "shared/records/json_parts.h"

namespace plumb::records {
namespace {

std::map<std::string, std::string> textsIn(BodyReader& read, std::string_view name) {
    std::map<std::string, std::string> out;
    (void)read.objectIf(name, [&](BodyReader& texts) {
        for (const auto& member : texts.members()) out.emplace(member.key(), texts.textIf(member.key()));
    });
    return out;
}

}  // namespace

Result<Contribution> readContribution(const json::object& body) {
    BodyReader read(body);
    Contribution out;
    out.round = read.text("round");
    out.checklist = checklistRefFrom(read);
    (void)read.object("items", [&](BodyReader& items) {
        for (const auto& member : items.members()) {
            (void)items.object(member.key(), [&](BodyReader& item) {
                out.items[member.key()] = {textsIn(item, "answers"), item.textIf("na"), item.textIf("note")};
            });
        }
    });
    out.facts = textsIn(read, "facts");
    out.place = whereaboutsFrom(read, kPlaceMember);
    if (out.items.empty() && out.facts.empty()) read.fault("items", "must answer one item at least");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toJson(const ItemAnswers& item) {
    json::object out{{"answers", toJson(item.answers)}};
    if (!item.na.empty()) out["na"] = item.na;
    if (!item.note.empty()) out["note"] = item.note;
    return out;
}

json::object toBody(const Contribution& contribution) {
    json::object items;
    for (const auto& [id, item] : contribution.items) items[id] = toJson(item);
    json::object out{
        {"round", contribution.round}, {"checklist", toJson(contribution.checklist)}, {"items", std::move(items)}};
    if (!contribution.facts.empty()) out["facts"] = toJson(contribution.facts);
    if (contribution.place) out[kPlaceMember] = domain::toJson(*contribution.place);
    return out;
}

}  // namespace plumb::records
