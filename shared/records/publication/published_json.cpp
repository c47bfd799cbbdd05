#include "shared/records/publication/published_json.h"

#include <stdexcept>

#include "shared/records/json_parts.h"

namespace plumb::records {

json::object toJson(const PublicationRow& row) {
    json::object out{{"inspection", row.inspection},
                     {"state", publicationStateName(row.state)},
                     {"site", row.site},
                     {"region", row.region},
                     {"id", row.id},
                     {"kid", row.kid},
                     {"hash", row.hash.hex()},
                     {"at", formatInstant(row.at)},
                     {"first", formatInstant(row.first)},
                     {"says", toBody(row.says)},
                     {"version", row.version}};
    if (!row.reason.empty()) out["reason"] = row.reason;
    return out;
}

PublicationRow publicationFromJson(const json::object& object) {
    const auto& body = object.at("says").as_object();
    auto says = body.contains("previous") ? readCorrection(body) : readPublication(body);
    if (!says) throw std::runtime_error("a kept publication can not be read: " + says.error().detail);
    PublicationRow out;
    out.inspection = textOr(object, "inspection");
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    out.id = textOr(object, "id");
    out.kid = textOr(object, "kid");
    out.hash = hashFromJson(object, "hash");
    out.at = parseInstant(textOr(object, "at")).value();
    out.first = parseInstant(textOr(object, "first")).value();
    out.says = std::move(*says);
    out.version = static_cast<int>(object.at("version").as_int64());
    out.state = textOr(object, "state") == publicationStateName(PublicationState::withdrawn)
                    ? PublicationState::withdrawn
                    : PublicationState::published;
    out.reason = textOr(object, "reason");
    return out;
}

}  // namespace plumb::records
