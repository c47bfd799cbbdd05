#include "shared/records/planning/check_json.h"

#include <stdexcept>

#include "shared/records/json_parts.h"

namespace plumb::records {

json::object toJson(const CheckRow& row) {
    json::object out{{"id", row.id},
                     {"state", checkStateName(stateOf(row))},
                     {"site", row.site},
                     {"region", row.region},
                     {"says", toBody(row.says)},
                     {"hash", row.hash.hex()},
                     {"kid", row.kid},
                     {"at", formatInstant(row.at)}};
    if (row.decided) {
        out["decided"] = {{"id", row.decided->id},
                          {"kid", row.decided->kid},
                          {"says", toBody(row.decided->says)},
                          {"approved", row.decided->says.approved},
                          {"at", formatInstant(row.decided->at)}};
    }
    if (!row.task.empty()) out["task"] = row.task;
    return out;
}

CheckRow checkFromJson(const json::object& object) {
    CheckRow out;
    out.id = textOr(object, "id");
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    auto says = readCheck(object.at("says").as_object());
    if (!says) throw std::runtime_error("a kept check can not be read: " + says.error().detail);
    out.says = std::move(*says);
    out.hash = hashFromJson(object, "hash");
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    if (const auto* value = object.if_contains("decided")) {
        const auto& decided = value->as_object();
        const auto& body = decided.at("says").as_object();
        auto decision = decided.at("approved").as_bool() ? readApproval(body) : readCheckRefusal(body);
        if (!decision) throw std::runtime_error("a kept decision can not be read: " + decision.error().detail);
        out.decided = Decided{textOr(decided, "id"), textOr(decided, "kid"), std::move(*decision),
                              parseInstant(textOr(decided, "at")).value()};
    }
    out.task = textOr(object, "task");
    return out;
}

}  // namespace plumb::records
