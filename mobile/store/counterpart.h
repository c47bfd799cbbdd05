// What stands beside an inspection, and beside a self-assessment: of the other kind at the same site, under the same
// checklist (any version), the newest that had begun before this one was submitted (DerivedTables, "what stands
// beside"). Blocking; on the vault thread.
#pragma once

#include <optional>
#include <string>

#include "mobile/store/local_store.h"
#include "shared/records/inspection/body.h"

namespace plumb::mobile {

struct Counterpart {
    std::string id;   // of the submission
    std::string kid;  // its author
    Instant at;       // of the newest version, its author's clock
    records::InspectionBody says;
};

// As the newest version says it, reviewed or not. None where there is none on this device. `inspection`, `assessment`:
// the id of the record beside which it is to stand; "": one that is not signed yet.
Result<std::optional<Counterpart>> assessmentBeside(LocalStore& store, const std::string& site,
                                                    const std::string& checklist, const std::string& inspection);
Result<std::optional<Counterpart>> inspectionBeside(LocalStore& store, const std::string& site,
                                                    const std::string& checklist, const std::string& assessment);

}  // namespace plumb::mobile
