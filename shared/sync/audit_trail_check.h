// Whether the trail of answers that a record states is the one that goes with it, and leads to what was signed. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/inspection/body.h"

namespace plumb::sync {

// A file of the record with role "trail", its content as it came.
struct TrailFile {
    Sha256 sha256;
    std::string content;
};

struct TrailCheck {
    bool good = false;
    std::string detail;  // a sentence for whoever verifies
};

// None where the record states no trail.
std::optional<TrailCheck> checkTrail(const records::InspectionBody& inspection, const std::vector<TrailFile>& files);

}  // namespace plumb::sync
