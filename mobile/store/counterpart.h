// What stands beside an inspection, and beside a self-assessment: the newest of the other kind at the same site, under
// the same checklist (any version). Blocking; on the vault thread.
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

// As the newest version says it, reviewed or not. None where there is none on this device.
Result<std::optional<Counterpart>> newestAssessment(LocalStore& store, const std::string& site,
                                                    const std::string& checklist);
Result<std::optional<Counterpart>> newestInspection(LocalStore& store, const std::string& site,
                                                    const std::string& checklist);

}  // namespace plumb::mobile
