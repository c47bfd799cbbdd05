// Lists of archived cases that are disposed of, on this device: proposing and deciding. What may follow is asked of
// records::mayChangeDisposal and records::mayDispose, of the cases as the lines here give them; the server asks once
// more. The bytes on this device are not touched by it. The store's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/disposal/disposal.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// As the lines on this device give it; none where no such list counts here.
std::optional<records::DisposalRow> disposalAt(const TabletStore& store, const std::string& list);
// All of them, the newest first.
std::vector<records::DisposalRow> disposalsHere(const TabletStore& store);

// The last day of the term of an archived case, by the tables of terms that are here; none: for ever, or it is not
// archived.
std::optional<Day> keptUntilHere(const TabletStore& store, const records::CaseRow& row);

struct DisposalAsked {
    std::string region, reason, disputes;
    std::vector<std::string> cases;  // the inspections that opened them
    std::vector<records::DisposalBox> boxes = {};
};
// Signs disposal.proposed: of each case its archiving, its term and the last day of that. As records::mayDispose; what
// the rights say.
Result<record::Line> proposeDisposal(TabletStore& store, const DisposalAsked& asked);
// Signs disposal.approved or disposal.refused. notFound "disposal_unknown"; as records::mayChangeDisposal, and of an
// approval records::mayDispose once more.
Result<record::Line> decideDisposal(TabletStore& store, const std::string& list, bool approved,
                                    const std::string& reason = "");

}  // namespace plumb::store
