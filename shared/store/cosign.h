// A second inspector's signature (records/inspection/cosignature.h): on her own tablet, once the record reached it, or
// on the tablet where the first one signed, from her own store into her own chain. Same thread as the stores.
#pragma once

#include <string>
#include <vector>

#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/cosignature.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// Signs over the newest version of the inspection with the key of this store. `beside`: the lines of the inspection as
// another store on this device holds them, the submission first; each is believed before it counts. Whoever signed this
// version before gets the line that she signed: an interrupted act is taken up again, not repeated. `where`: of this
// tablet now, none where nobody asks; a place that is not of this moment any more is stated as stale.
// Errors: notFound "no_record"; those of records::mayCosign; "wrong_role" (also of the first inspector's own other
// key), "wrong_region", "key_unknown".
Result<record::Line> cosignInspection(TabletStore& store, const std::string& id,
                                      const std::vector<record::Line>& beside = {},
                                      const std::optional<records::Whereabouts>& where = {});

// The lines of an inspection that another person's store needs to co-sign it: the submission, and the newest version.
Result<std::vector<record::Line>> linesToCosign(const TabletStore& store, const std::string& id);

// Whether this store has heard of the colleague's key: asked before she signs, so that no signature is made which
// cannot be carried. Errors: refused "cosigner_unknown".
Result<void> knowsCosigner(const TabletStore& store, const std::string& kid);

// Takes the colleague's signature into the store of whoever signed first, which offers it with its own lines. Believed
// first; refused as above, "cosigner_unknown", and content_differs.
Result<void> carryCosignature(TabletStore& store, const record::Line& line);

}  // namespace plumb::store
