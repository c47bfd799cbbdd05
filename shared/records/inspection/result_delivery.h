// The body of inspection.delivered: how the result of a signed inspection came to the inspected party after it was
// sealed (RECORDS.md). What the record itself says ("result") is of the spot; this is said later, as often as it
// happens, and changes no state. Pure; any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/domain/place.h"
#include "shared/records/inspection/standing.h"

namespace plumb::records {

// Of a photo or a receipt among the files of the record.
inline constexpr std::string_view kReceiptRole = "receipt";

enum class ResultDeliveryWay {
    paper,  // handed over
    left,   // left at the party's place, since nobody took it
    sent,   // to an address of some kind
};
inline constexpr std::array<std::string_view, 3> kResultDeliveryWays{"paper", "left", "sent"};
// Kinds of address to which it may be sent; no record holds the address itself.
inline constexpr std::array<std::string_view, 5> kResultAddressesLater{"post", "email", "message", "platform", "other"};

struct ResultDelivery {
    std::string of;  // id of the submission
    Sha256 hash;     // line hash of the version that was delivered
    ResultDeliveryWay way = ResultDeliveryWay::paper;
    Instant at = {};
    std::string to = {};    // of kResultAddressesLater; "" where it was not sent
    std::string name = {};  // who took it, or saw it left there; "" where nobody is named
    std::string note = {};  // where it was left, the number of the consignment
    // Where it was signed that it came, or why nobody knows; none where nobody asked.
    std::optional<domain::Whereabouts> place = {};

    friend bool operator==(const ResultDelivery&, const ResultDelivery&) = default;
};

// bad_payload with the member's path.
Result<ResultDelivery> readResultDelivery(const json::object& body);
json::object toBody(const ResultDelivery& said);
std::string_view resultDeliveryWayName(ResultDeliveryWay way);
// None where it is no such word.
std::optional<ResultDeliveryWay> resultDeliveryWayNamed(std::string_view name);

// Whether the result of this version may be said to have been delivered; asked by the server, by whoever signs and by
// every reader. Refused: not_deliverable (a self-assessment), not_cosigned, version_old.
Result<void> mayDeliverResult(const Standing& standing, const ResultDelivery& said);
// That nothing was delivered later than its author says that she says so. bad_payload.
Result<void> checkDelivered(const record::Payload& payload);

}  // namespace plumb::records
