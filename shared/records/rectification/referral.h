// What followed a failed item under its kind of supervision (domain/supervision.h): who was written to, with which
// paper (finding.referred), and what came back (referral.answered); RECORDS.md. A mandatory clause goes to enforcement
// (移送执法), a recommended one becomes advice to improve (改进建议), an association's standard goes to the association
// (社会团体), an enterprise's to what that declared of itself (自我声明公开). It closes no finding: that is said by
// acts (act.h). Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/domain/supervision.h"
#include "shared/records/believed.h"
#include "shared/records/rectification/case.h"

namespace plumb::records {

inline constexpr std::string_view kFindingReferred = "finding.referred", kReferralAnswered = "referral.answered";
bool isReferral(std::string_view type);
inline constexpr std::size_t kMostReferralBytes = 3'000;  // of each text
inline constexpr std::size_t kMostReferredItems = 200;

struct Referral {
    std::string of;                                               // the inspection whose findings these are
    Sha256 hash;                                                  // line hash of the version that states them
    std::vector<std::string> items;                               // one at least, each once
    domain::Supervision kind = domain::Supervision::improvement;  // of each of them
    std::string to;         // the office, association or enterprise that was written to
    std::string number;     // of the paper
    Day day{};              // of the paper
    std::string person;     // who says so: the author herself (planning/persons.h)
    std::string text = {};  // what else is to be said, or ""

    friend bool operator==(const Referral&, const Referral&) = default;
};
// bad_payload with the member's path.
Result<Referral> readReferral(const json::object& body);
json::object toBody(const Referral& said);

enum class ReferralState { referred, received, concluded, declined };
std::string_view referralStateName(ReferralState state);
std::optional<ReferralState> referralStateNamed(std::string_view name);
// An answer is still to come.
bool isOpen(ReferralState state);

struct ReferralAnswer {
    std::string of;                              // record id of finding.referred
    ReferralState as = ReferralState::received;  // received, concluded or declined
    Day day{};                                   // on which it came, or was decided
    std::string person;                          // who says so: the author herself
    std::string text;                            // the outcome, or why it was declined; "" only of received
    std::string number = {};                     // of their paper, or ""

    friend bool operator==(const ReferralAnswer&, const ReferralAnswer&) = default;
};
Result<ReferralAnswer> readReferralAnswer(const json::object& body);
json::object toBody(const ReferralAnswer& said);

struct AnsweredReferral {
    std::string id, kid;
    ReferralAnswer says;
    Instant at;

    friend bool operator==(const AnsweredReferral&, const AnsweredReferral&) = default;
};

struct ReferralRow {
    std::string id, site, region;
    Referral says;
    std::string kid;
    Instant at;
    std::vector<AnsweredReferral> answers;  // in log order

    friend bool operator==(const ReferralRow&, const ReferralRow&) = default;
};
ReferralState stateOf(const ReferralRow& row);

// The referral that a line is about; "": none.
std::string referralOf(const record::Payload& payload);
// Codes: referral_unknown, referral_over (it was concluded or declined), not_its_turn (it is received already),
// referral_day (a day that has not come, or before the paper's).
Result<void> mayChangeReferral(const std::optional<ReferralRow>& row, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldReferral(std::optional<ReferralRow>& row, const BelievedLine& line);

json::object toJson(const ReferralRow& row);
// Takes what toJson() gave; throws for anything else.
ReferralRow referralFromJson(const json::object& object);

// Under which kind an item of the case's checklist falls; none where the checklist has no such item.
using SupervisionOf = std::function<std::optional<domain::Supervision>(std::string_view item)>;
// Whether these findings of the case may be referred so. `known`: the referrals of the case. Refused: not_cosigned,
// not_reviewable, version_old, finding_unknown, supervision_differs, referral_twice, referral_day.
Result<void> mayRefer(const CaseRow& row, const Referral& said, std::span<const ReferralRow> known,
                      const SupervisionOf& supervisionOf);

}  // namespace plumb::records
