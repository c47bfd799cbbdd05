#include "shared/sync/audit_trail_check.h"

#include <algorithm>

#include "shared/checklist/session/audit_trail.h"
#include "shared/crypto/hash.h"

namespace plumb::sync {

std::optional<TrailCheck> checkTrail(const records::InspectionBody& inspection, const std::vector<TrailFile>& files) {
    if (!inspection.trail) return std::nullopt;
    const auto file =
        std::find_if(files.begin(), files.end(), [&](const TrailFile& one) { return one.sha256 == *inspection.trail; });
    if (file == files.end())
        return TrailCheck{false, "the trail of answers that the record states is not among its files"};
    if (crypto::sha256(file->content) != file->sha256)
        return TrailCheck{false, "the trail was changed after it was signed"};
    const auto trail = checklist::AuditTrail::parse(file->content);
    if (!trail) return TrailCheck{false, trail.error().detail};
    if (trail->replayed() != inspection.answers)
        return TrailCheck{false, "the trail does not lead to the answers that were signed"};
    return TrailCheck{true,
                      "the " + std::to_string(trail->entries().size()) + " entries of the trail lead to the answers"};
}

}  // namespace plumb::sync
