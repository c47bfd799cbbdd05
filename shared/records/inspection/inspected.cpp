#include "shared/records/inspection/inspected.h"

namespace plumb::records {

std::optional<InspectedName> inspectedFrom(BodyReader& body) {
    std::optional<InspectedName> out;
    (void)body.objectIf("inspected", [&](BodyReader& read) {
        out = InspectedName{read.text("name"), read.textIf("published"), read.textIf("reason")};
        if (out->published.empty() != out->reason.empty())
            read.fault(out->reason.empty() ? "reason" : "published",
                       "must be there: the published name, where it is another, and why, stand together");
        else if (!out->published.empty() && out->published == out->name)
            read.fault("published", "must be another name than \"name\", or not be there");
    });
    return out;
}

Result<InspectedName> readKeptInspected(const json::object& object) {
    BodyReader read(object);
    InspectedName out{read.textIf("name"), {}, read.textIf("reason")};
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toJson(const InspectedName& inspected) {
    json::object out{{"name", inspected.name}};
    if (!inspected.published.empty()) out["published"] = inspected.published;
    if (!inspected.reason.empty()) out["reason"] = inspected.reason;
    return out;
}

}  // namespace plumb::records
