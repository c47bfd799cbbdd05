// What a photo's own time and place (EXIF) say beside those of the tablet that took it in: the same, or what differs.
// Computed by every reader from the record's file entry; nothing of it is ever a reason to refuse. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "shared/record/photo_origin.h"
#include "shared/records/reference/boundary.h"

namespace plumb::records {

enum class PhotoDifference {
    noCamera,  // no EXIF: the picture says nothing of itself
    noTime,    // EXIF without a time
    clock,     // of a shot: the camera's clock and the tablet's are further apart than is allowed
    future,    // taken after it was taken in
    before,    // taken before the visit began
    outside,   // taken outside the site's boundary
    apart,     // the camera's place and the tablet's are far from each other
};

struct PhotoLimits {
    std::chrono::seconds clock{120};
    double metres = 200;  // between two fixes of one spot, among trees and steel
};

struct PhotoCheck {
    std::optional<std::chrono::seconds> clock = {};  // the camera's time less the tablet's
    std::optional<double> metres = {};               // between the camera's place and the tablet's
    std::optional<bool> inside = {};                 // whether the picture's place lies within the boundary
    std::vector<PhotoDifference> differences = {};

    // What asks for a sentence: a picture that says nothing of itself contradicts nothing.
    [[nodiscard]] bool asks() const;
};

// `began`: of the visit; none where nobody knows. `boundary`: empty where it is not known. A camera that states no zone
// is taken to have that of the tablet.
PhotoCheck checkPhoto(const record::PhotoOrigin& origin, const std::optional<TimePoint>& began, const Ring& boundary,
                      const PhotoLimits& limits = {});

}  // namespace plumb::records
