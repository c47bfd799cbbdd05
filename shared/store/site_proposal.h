// Proposing what is otherwise about a site (records/reference/proposal.h): a draft that holds texts, a point and the
// fixes of a walk, sealed as other drafts are, a small entry for each fix; signed with the track as a file of the
// record. One draft a site. Same thread as the store.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/records/reference/proposal.h"
#include "shared/records/reference/site.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

inline constexpr const char* kTrackRole = "track";
inline constexpr const char* kTrackType = "application/geo+json";

struct ProposalDraft {
    DraftRow row;
    // "reason", and of name, code, address, contact those that were written; what is as it is published is no change.
    std::map<std::string, std::string> texts;
    std::optional<domain::Place> point;  // where one arrives, as it was measured
    domain::BoundaryWalk walk;
    bool closed = false;  // the person said that she came around
    bool mocked = false;  // a fix of the walk came from a program
};

// The open one, or none.
std::optional<DraftRow> openProposal(const TabletStore& store, const std::string& site);
// The open one of this site, or a new one. notFound "no_site".
Result<DraftRow> beginProposal(TabletStore& store, const std::string& site);
// notFound "no_draft", broken "store_broken".
Result<ProposalDraft> loadProposal(const TabletStore& store, const std::string& draft);

// Each is on disk when it returns. "" takes a text away, nothing a point.
Result<void> putProposalText(TabletStore& store, const std::string& draft, const std::string& name,
                             const std::string& text);
Result<void> putProposalPoint(TabletStore& store, const std::string& draft, const std::optional<domain::Place>& point);
// The walk as it stands, of which `kept` fixes are on disk already, as they are in `walk`: those after them are
// written, `gone` that stood behind the end are taken away.
Result<void> putProposalWalk(TabletStore& store, const std::string& draft, const domain::BoundaryWalk& walk,
                             bool closed, bool mocked, std::size_t kept, std::size_t gone);

// What it would propose about the site as it is published now; what does not differ is left out. Refused
// "nothing_proposed" (nothing differs), "reason_missing", "walk_open" (fixes that are no closed outline, or one whose
// sides cross). notFound "no_site", "no_draft".
Result<records::SiteProposal> proposalFrom(const TabletStore& store, const ProposalDraft& draft);
// Signs it; the draft ends in the same transaction. As proposalFrom, and what the rights say.
Result<record::Line> signProposal(TabletStore& store, const std::string& draft);

// All that were made about the site, by whom ever, the newest first.
Result<std::vector<records::ProposalRow>> proposalsAbout(const TabletStore& store, const std::string& site);

}  // namespace plumb::store
