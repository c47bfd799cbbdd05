// Where a line says that it was signed: its body's member `place`, a place or the reason why there is none
// (domain/place.h). Acts of a rectification, second signatures, deliveries of a result and contributions to
// self-assessments have it; what is absent was not asked for (older programs). Inspections and self-assessments list
// several moments and have `places` instead (inspection/places.h). Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "shared/domain/place.h"
#include "shared/record/payload.h"
#include "shared/records/body_reader.h"

namespace plumb::records {

using domain::Whereabouts;

inline constexpr std::string_view kPlaceMember = "place";

// Whether lines of this type may say where they were signed.
bool statesPlace(std::string_view type);

// The place, or the reason why there is none, that a member states; faults go to the reader.
std::optional<Whereabouts> whereaboutsFrom(BodyReader& read, std::string_view name);

// What such a line states; none for other types, and where nobody asked or what stands there is none.
std::optional<Whereabouts> signedPlace(const record::Payload& payload);

// That a stated place is of the moment at which the line was signed: its fix is not further from it than
// domain::kOldestPlace, and the two minutes by which clocks may differ. Good for types and lines that state none.
// Malformed "bad_payload".
Result<void> checkSignedPlace(const record::Payload& payload);

}  // namespace plumb::records
