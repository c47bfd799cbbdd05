#include "shared/records/voice/complaint_json.h"

#include <stdexcept>

namespace plumb::records {
namespace {

template <class Says>
json::object actJson(const ComplaintAct<Says>& act) {
    return {{"id", act.id}, {"kid", act.kid}, {"says", toBody(act.says)}, {"at", formatInstant(act.at)}};
}

template <class Says>
Says kept(Result<Says> says) {
    if (!says) throw std::runtime_error("a kept complaint can not be read: " + says.error().detail);
    return std::move(*says);
}

template <auto read>
auto actFrom(const json::value& value) {
    const auto& object = value.as_object();
    auto says = kept(read(object.at("says").as_object()));
    return ComplaintAct<decltype(says)>{textOr(object, "id"), textOr(object, "kid"), std::move(says),
                                        parseInstant(textOr(object, "at")).value()};
}

}  // namespace

json::object toJson(const ComplaintRow& row) {
    json::object out{{"id", row.id},         {"state", complaintStateName(stateOf(row))},
                     {"region", row.region}, {"says", toBody(row.says)},
                     {"kid", row.kid},       {"at", formatInstant(row.at)}};
    if (!row.site.empty()) out["site"] = row.site;
    json::array photos, tasks;
    for (const auto& photo : row.photos) photos.emplace_back(photo.hex());
    for (const auto& act : row.tasks) tasks.push_back(actJson(act));
    out["photos"] = std::move(photos);
    out["tasks"] = std::move(tasks);
    if (row.classified) out["classified"] = actJson(*row.classified);
    if (row.answered) out["answered"] = actJson(*row.answered);
    return out;
}

ComplaintRow complaintFromJson(const json::object& object) {
    ComplaintRow out;
    out.id = textOr(object, "id");
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    out.says = kept(readComplaint(object.at("says").as_object()));
    for (const auto& photo : object.at("photos").as_array())
        out.photos.push_back(Sha256::fromHex(std::string_view(photo.as_string())).value());
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    for (const auto& task : object.at("tasks").as_array()) out.tasks.push_back(actFrom<readComplaintTasked>(task));
    if (const auto* value = object.if_contains("classified")) out.classified = actFrom<readComplaintClassified>(*value);
    if (const auto* value = object.if_contains("answered")) out.answered = actFrom<readComplaintAnswered>(*value);
    return out;
}

}  // namespace plumb::records
