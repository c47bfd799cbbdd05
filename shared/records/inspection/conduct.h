// How the visit was conducted, as an inspection states it beside its answers: that the credential was shown before the
// check, and how its result was left with the inspected party. Both may be absent (older programs, self-assessments).
//   "credential":{"at":"<instant>","place":{<whereabouts>}} or {"none":"<why it was not shown>"}
//   "result":{"way":"paper" | "sent" | "refused" | "later","at":"<instant>","to":"email" | "message" | "platform" |
//   "other"}
// `at` of a credential lies between a day before `started` and `finished`, of a result between `started` and
// `finished`; only what was sent says to what kind of address, and no record holds the address itself. Values only; any
// thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/place.h"
#include "shared/records/body_reader.h"

namespace plumb::records {

struct CredentialShown {
    std::optional<Instant> at = {};                 // none where it was not shown
    std::optional<domain::Whereabouts> place = {};  // of that moment, as the device knew it; none where nobody asked
    std::string none = {};                          // why it was not shown

    friend bool operator==(const CredentialShown&, const CredentialShown&) = default;
};

enum class ResultWay { paper, sent, refused, later };
inline constexpr std::array<std::string_view, 4> kResultWays{"paper", "sent", "refused", "later"};
// Kinds of address to which a result is sent.
inline constexpr std::array<std::string_view, 4> kResultAddresses{"email", "message", "platform", "other"};

struct ResultLeft {
    ResultWay way = ResultWay::paper;
    Instant at = {};
    std::string to = {};  // of kResultAddresses; "" where it was not sent

    friend bool operator==(const ResultLeft&, const ResultLeft&) = default;
};

// Shown longer before a check, it was shown for another.
inline constexpr std::chrono::hours kCredentialHolds{24};

// The members "credential" and "result" of the body; faults go to the reader.
std::optional<CredentialShown> credentialFrom(BodyReader& body, const Instant& started, const Instant& finished);
std::optional<ResultLeft> resultFrom(BodyReader& body, const Instant& started, const Instant& finished);
// What a draft keeps, with no record's times to hold it against. "bad_payload".
Result<CredentialShown> readCredential(const json::object& object);
json::object toJson(const CredentialShown& shown);
json::object toJson(const ResultLeft& result);
std::string_view resultWayName(ResultWay way);
// None where it is no such word.
std::optional<ResultWay> resultWayNamed(std::string_view name);

}  // namespace plumb::records
