#include "shared/records/evidence/signed_place.h"

#include "shared/records/inspection/summary.h"
#include "shared/records/rectification/act.h"

namespace plumb::records {

bool statesPlace(std::string_view type) {
    return type == "inspection.cosigned" || type == "assessment.contributed" || isDelivery(type) ||
           actKindOf(type).has_value();
}

std::optional<Whereabouts> whereaboutsFrom(BodyReader& read, std::string_view name) {
    std::optional<Whereabouts> out;
    (void)read.objectIf(name, [&](BodyReader& place) {
        auto where = domain::readWhereabouts(place.members());
        if (where)
            out = *where;
        else
            place.fault(where.error());
    });
    return out;
}

std::optional<Whereabouts> signedPlace(const record::Payload& payload) {
    const auto* stated = statesPlace(payload.type) ? payload.body.if_contains(kPlaceMember) : nullptr;
    if (!stated || !stated->is_object()) return std::nullopt;
    auto where = domain::readWhereabouts(stated->get_object());
    return where ? std::optional(std::move(*where)) : std::nullopt;
}

Result<void> checkSignedPlace(const record::Payload& payload) {
    const auto where = signedPlace(payload);
    const auto* place = where ? std::get_if<domain::Place>(&*where) : nullptr;
    constexpr auto kFurthest = domain::kOldestPlace + record::kClocksDiffer;
    if (!place || std::chrono::abs(place->at.utc - record::correctedAt(payload)) <= kFurthest) return {};
    return fail(ErrorKind::malformed, "bad_payload",
                "\"body.place\" must be of the moment of the record: no fix that is further from it stands for it");
}

}  // namespace plumb::records
