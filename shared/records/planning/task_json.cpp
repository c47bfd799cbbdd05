#include "shared/records/planning/task_json.h"

#include <stdexcept>

#include "shared/records/json_parts.h"

namespace plumb::records {

json::object toJson(const TaskRow& row) {
    json::array answers;
    for (const auto& answer : row.answers) {
        json::object one{{"person", answer.person}, {"accepted", answer.accepted}, {"at", formatInstant(answer.at)}};
        if (!answer.reason.empty()) one["reason"] = answer.reason;
        answers.push_back(std::move(one));
    }
    json::object out{{"id", row.id},
                     {"state", taskStateName(stateOf(row))},
                     {"site", row.site},
                     {"region", row.region},
                     {"says", toBody(row.says)},
                     {"hash", row.hash.hex()},
                     {"kid", row.kid},
                     {"at", formatInstant(row.at)},
                     {"version", row.version},
                     {"answers", std::move(answers)}};
    if (!row.cancelled.empty()) out["cancelled"] = {{"id", row.cancelled}, {"reason", row.cancelReason}};
    if (!row.inspection.empty()) out["inspection"] = row.inspection;
    json::array visits;
    for (const auto& visit : row.visits)
        visits.push_back(json::object{
            {"inspection", visit.inspection}, {"person", visit.person}, {"fault", visitFaultName(visit.fault)}});
    if (!visits.empty()) out["visits"] = std::move(visits);
    return out;
}

TaskRow taskFromJson(const json::object& object) {
    TaskRow out;
    out.id = textOr(object, "id");
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    auto says = readTask(object.at("says").as_object());
    if (!says) throw std::runtime_error("a kept task can not be read: " + says.error().detail);
    out.says = std::move(*says);
    out.hash = hashFromJson(object, "hash");
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    out.version = static_cast<int>(object.at("version").as_int64());
    for (const auto& value : object.at("answers").as_array()) {
        const auto& one = value.as_object();
        out.answers.push_back({textOr(one, "person"), one.at("accepted").as_bool(), textOr(one, "reason"),
                               parseInstant(textOr(one, "at")).value()});
    }
    if (const auto* cancelled = object.if_contains("cancelled")) {
        out.cancelled = textOr(cancelled->as_object(), "id");
        out.cancelReason = textOr(cancelled->as_object(), "reason");
    }
    out.inspection = textOr(object, "inspection");
    if (const auto* visits = object.if_contains("visits")) {
        for (const auto& value : visits->as_array()) {
            const auto& one = value.as_object();
            out.visits.push_back(
                {textOr(one, "inspection"), textOr(one, "person"), visitFaultNamed(textOr(one, "fault")).value()});
        }
    }
    return out;
}

}  // namespace plumb::records
