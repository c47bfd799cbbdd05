// Signing the acts of a rectification (records/rectification/act.h): whether an act may happen is asked of the case as
// this device has it, by the rule that the server and every reader ask, before anything is signed. Same thread as the
// store.
#pragma once

#include <string>
#include <vector>

#include "shared/checklist/model/standards.h"
#include "shared/records/rectification/case.h"
#include "shared/store/attached_file.h"
#include "shared/store/inspection_draft.h"

namespace plumb::store {

// What signAct() would say, of an act signed now: the codes of records::mayHappen; notFound "no_record"; malformed
// bad_payload, bad_value (a text that is too long or no text); "wrong_role", "wrong_region", "wrong_site".
Result<void> checkAct(const TabletStore& store, const records::Act& act);

// Signs and stores, in one transaction with the check, and ends the draft. The drawn signature of a delivery is named
// by the act itself; a place that is not of this moment any more is stated as stale. Photos are named with the marks
// over them. As checkAct, and "no_file".
Result<record::Line> signAct(TabletStore& store, records::Act act, const std::vector<AttachedFile>& files = {},
                             const std::string& endsDraft = "", const std::vector<Photo>& photos = {});

// An order for these findings of the newest version, as a person goes on to edit it: the facts as the inspection states
// them, the item's own words as the requirement, the clause that it cites as it stands today by `table`, and the days
// that the checklist gives, counted in working days where the calendar knows all of them. Empty `items`: every finding
// for which an order may be given. Where the checklist's document is not on this device: what the inspection itself
// says. notFound "no_record".
Result<records::Act> offeredOrder(TabletStore& store, const std::string& inspection,
                                  const std::vector<std::string>& items = {},
                                  const checklist::StandardTable& table = {});

}  // namespace plumb::store
