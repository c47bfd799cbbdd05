// A record in which an item with a veto failed (一票否决) is accepted by two persons, each of whom may review it and
// neither of whom made the visit: the first acceptance leaves it waiting for the second. Returning it takes one. Asked
// by the server at the line's place and by whoever signs; folds (inspection/standing.h) keep who agreed first, compare
// the persons that bodies name, and take the log's word for the rest. Pure; any thread.
#pragma once

#include <span>

#include "shared/records/inspection/standing.h"
#include "shared/records/review/body.h"

namespace plumb::records {

// `visitors`: ids of the inspector and of the colleague who signed second; "" for one whom nobody knows. Nothing is
// asked of what decides nothing, nor where one person is enough. Refused: person_missing, own_record, agreed_already.
Result<void> mayAgree(const Standing& standing, std::string_view type, const ReviewBody& said,
                      std::span<const std::string> visitors);

}  // namespace plumb::records
