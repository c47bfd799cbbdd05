// Checks that wait for their head's approval, on this device: proposing and deciding about them. What may follow is
// asked of records::mayChangeCheck, of the check as the lines here give it. The store's thread.
#pragma once

#include <optional>
#include <string>

#include "shared/records/planning/check.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// As the lines on this device give it; none where no such check counts here. `before`: a line that is not folded, nor
// what stands behind it.
std::optional<records::CheckRow> checkAt(const TabletStore& store, const std::string& check,
                                         const Sha256* before = nullptr);
// Of one site ("": of all), newest first.
std::vector<records::CheckRow> checksAt(const TabletStore& store, const std::string& site = "");

// Signs check.proposed for the site; `check.person` is the person of this device. notFound "no_site", "no_checklist";
// what the rights and the book of trust say.
Result<record::Line> proposeCheck(TabletStore& store, const std::string& site, records::PlannedCheck check);
// Signs check.approved or check.refused. notFound "check_unknown"; as records::mayChangeCheck.
Result<record::Line> decideCheck(TabletStore& store, const std::string& check, bool approved,
                                 const std::string& reason = "");

}  // namespace plumb::store
