// What an inspector proposes about a published site (site.proposed), and a supervisor's answer that declines it
// (site.declined; RECORDS.md). It is taken up by a site.published that names it. The site itself changes by that
// publication alone. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "shared/base/sha256.h"
#include "shared/domain/boundary_walk.h"
#include "shared/records/believed.h"
#include "shared/records/reference/boundary.h"

namespace plumb::records {

inline constexpr std::string_view kSiteProposed = "site.proposed", kSiteDeclined = "site.declined";

// How a boundary was measured.
struct WalkSummary {
    domain::WalkWay way = domain::WalkWay::corners;
    Instant begun, finished;
    std::int64_t fixes = 0;  // that it rests on
    domain::WalkLeft left;
    double best = 0, median = 0, worst = 0;  // metres: how exact the fixes were
    double tolerance = 0;                    // metres; 0 by corners
    Sha256 track;                            // of the file with role "track"
    bool mocked = false;                     // a fix of it came from a program

    friend bool operator==(const WalkSummary&, const WalkSummary&) = default;
};

struct SiteProposal {
    Sha256 base;                               // line hash of the publication that the author had before her
    std::map<std::string, std::string> texts;  // name, code, address, contact: what is otherwise
    std::optional<GeoPoint> point = {};
    Ring boundary = {};
    std::string reason;
    std::optional<domain::Place> measured = {};  // of the point
    std::optional<WalkSummary> walk = {};        // of the boundary

    friend bool operator==(const SiteProposal&, const SiteProposal&) = default;
};

// bad_payload with the member's path.
Result<SiteProposal> readProposal(const json::object& body);
json::object toBody(const SiteProposal& proposal);

struct ProposalDeclined {
    std::string of, reason;

    friend bool operator==(const ProposalDeclined&, const ProposalDeclined&) = default;
};
Result<ProposalDeclined> readDeclined(const json::object& body);
json::object toBody(const ProposalDeclined& declined);

enum class ProposalState { open, accepted, declined };

struct ProposalRow {
    std::string id, site, region, kid;
    Instant at;
    SiteProposal says;
    domain::LogPlace place;
    ProposalState state = ProposalState::open;
    std::string answer, answeredBy;  // record id and key of the line that answered it
    Instant answeredAt;
    std::string reason;  // why it was declined

    friend bool operator==(const ProposalRow&, const ProposalRow&) = default;
};

// Whether a line is one that foldProposal() may take.
bool speaksOfProposals(const record::Payload& payload);
// The id of the proposal that the line is, declines or takes up; "" for any other.
std::string proposalOf(const record::Payload& payload);
// The first answer counts; others change nothing. True where the row is another now.
bool foldProposal(std::optional<ProposalRow>& row, const BelievedLine& line);
// Whether this line may answer: codes proposal_unknown (there is none, or of another site), proposal_answered. No row:
// none is known.
Result<void> mayAnswer(const std::optional<ProposalRow>& row, const record::Payload& payload);

}  // namespace plumb::records
