// Where an inspection or a self-assessment was made, as its body's member `places` states it: when it was begun, when
// it was signed, and when each photo was taken in. What is not stated was not asked for (older programs); what could
// not be told is stated as such, with the reason. Pure; any thread.
#pragma once

#include <map>
#include <optional>

#include "shared/records/evidence/signed_place.h"

namespace plumb::records {

struct InspectionPlaces {
    std::optional<Whereabouts> begun = {}, signedAt = {};
    std::map<Sha256, Whereabouts> files = {};  // of those that the record names

    [[nodiscard]] bool empty() const { return !begun && !signedAt && files.empty(); }
    friend bool operator==(const InspectionPlaces&, const InspectionPlaces&) = default;
};

// Faults go to the reader; a place is of its moment, or it is refused: none stands for `started` or `finished` that is
// older or newer than domain::kOldestPlace.
InspectionPlaces placesFrom(BodyReader& read, const Instant& started, const Instant& finished);
json::object toJson(const InspectionPlaces& places);

}  // namespace plumb::records
