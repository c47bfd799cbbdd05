#include "shared/records/inspection/result_delivery.h"

#include <algorithm>

#include "shared/records/body_reader.h"
#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::records {
Result<ResultDelivery> readResultDelivery(const json::object& body) {
    BodyReader read(body);
    ResultDelivery out{read.recordId("of"), read.hash("hash")};
    const auto way = resultDeliveryWayNamed(read.text("way"));
    if (!way) read.fault("way", "must be paper, left or sent");
    out.way = way.value_or(ResultDeliveryWay::paper);
    out.at = read.instant("at");
    out.to = read.textIf("to");
    out.name = read.textIf("name");
    out.note = read.textIf("note");
    out.place = whereaboutsFrom(read, kPlaceMember);
    const bool known = std::ranges::find(kResultAddressesLater, out.to) != kResultAddressesLater.end();
    if (out.way == ResultDeliveryWay::sent && !known)
        read.fault("to", "must be post, email, message, platform or other");
    if (out.way != ResultDeliveryWay::sent && !out.to.empty()) read.fault("to", "must not be there: nothing was sent");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const ResultDelivery& said) {
    json::object out{{"of", said.of},
                     {"hash", said.hash.hex()},
                     {"way", resultDeliveryWayName(said.way)},
                     {"at", formatInstant(said.at)}};
    if (!said.to.empty()) out["to"] = said.to;
    if (!said.name.empty()) out["name"] = said.name;
    if (!said.note.empty()) out["note"] = said.note;
    if (said.place) out[kPlaceMember] = domain::toJson(*said.place);
    return out;
}

std::string_view resultDeliveryWayName(ResultDeliveryWay way) {
    return kResultDeliveryWays.at(static_cast<std::size_t>(way));
}

std::optional<ResultDeliveryWay> resultDeliveryWayNamed(std::string_view name) {
    const auto found = std::ranges::find(kResultDeliveryWays, name);
    if (found == kResultDeliveryWays.end()) return std::nullopt;
    return static_cast<ResultDeliveryWay>(found - kResultDeliveryWays.begin());
}

Result<void> mayDeliverResult(const Standing& standing, const ResultDelivery& said) {
    if (auto may = mayFollow(standing.status); !may) return may;
    if (standing.assessment)
        return fail(ErrorKind::refused, "not_deliverable", "a self-assessment has no result that is delivered");
    if (standing.status == InspectionStatus::incomplete)
        return fail(ErrorKind::refused, "not_cosigned",
                    "the inspection waits for the second inspector's signature; there is no result to deliver yet");
    if (said.hash != standing.newest)
        return fail(ErrorKind::refused, "version_old", "another version than the newest is named");
    return {};
}

Result<void> checkDelivered(const record::Payload& payload) {
    if (!isDelivery(payload.type)) return {};
    const auto said = readResultDelivery(payload.body);
    if (!said) return fail(said.error());
    if (said->at.utc - record::kClocksDiffer <= record::correctedAt(payload)) return {};
    return fail(ErrorKind::malformed, "bad_payload", "\"body.at\" must not be later than the record itself");
}

}  // namespace plumb::records
