// Where a photo comes from, as a record's file entry states it (RECORDS.md, "Photos"): when and where the tablet was
// as it took the picture in, beside what the camera wrote into it. The signer says so; nobody proves it. Pure values;
// any thread.
#pragma once

#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/json.h"

namespace plumb::record {

struct PhotoSpot {
    double latitude = 0, longitude = 0;  // degrees, WGS 84
    std::optional<double> within = {};   // metres; none where it was not said

    friend bool operator==(const PhotoSpot&, const PhotoSpot&) = default;
};

// What the camera wrote (EXIF), as it wrote it.
struct CameraSaid {
    std::string taken = {};  // "2026-11-22 08:52:13" by its clock, or ""
    std::string zone = {};   // of that time, "+08:00", or ""
    std::optional<PhotoSpot> place = {};

    friend bool operator==(const CameraSaid&, const CameraSaid&) = default;
};

struct PhotoOrigin {
    enum class Way { camera, import };
    Way way = Way::import;                  // taken by this app, or taken in as a file
    Instant at = {};                        // the tablet's time, corrected as far as it is known
    std::optional<PhotoSpot> place = {};    // of the tablet
    std::string noPlace = {};               // why it has none
    std::optional<CameraSaid> camera = {};  // none: there was no EXIF
    std::string caption = {};
    std::string reason = {};  // what the inspector says of a difference

    friend bool operator==(const PhotoOrigin&, const PhotoOrigin&) = default;
};

// Malformed "bad_payload" with the member's path.
Result<PhotoOrigin> readPhotoOrigin(const json::object& object, const std::string& path);
json::object toJson(const PhotoOrigin& origin);

}  // namespace plumb::record
