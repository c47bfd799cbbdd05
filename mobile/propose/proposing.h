// A site's own page and what is proposed about it, as the store has them. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "mobile/store/local_store.h"
#include "shared/store/site_proposal.h"

namespace plumb::mobile {

struct ProposalInfo {
    records::ProposalRow row;
    QString by, answeredBy;  // names of people; "" where they are not known
    bool own = false;        // by whoever is signed in
    bool waits = false;      // it is not in the log yet
};

struct SiteInfo {
    store::Site site;
    std::vector<ProposalInfo> proposals;  // newest first
    std::optional<store::ProposalDraft> draft;
    bool mayPropose = false;
};
// notFound "no_site".
Result<SiteInfo> readSiteInfo(LocalStore& store, const std::string& site);

// Each begins a draft where there is none.
Result<void> keepText(LocalStore& store, const std::string& site, const std::string& name, const std::string& text);
Result<void> keepPoint(LocalStore& store, const std::string& site, const std::optional<domain::Place>& point);
Result<void> keepWalk(LocalStore& store, const std::string& site, const domain::BoundaryWalk& walk, bool closed,
                      bool mocked, std::size_t kept, std::size_t gone);
Result<void> dropProposal(LocalStore& store, const std::string& site);
// The id of the record. Refused: "wrong_pin", "pin_wait", and what store::signProposal() refuses.
Result<QString> signProposal(LocalStore& store, const std::string& site, const QString& pin);

}  // namespace plumb::mobile
