// What becomes of findings: orders, their delivery, what enterprises report, ask for and object to, how it is verified,
// and the file that is closed in the end. A matter moves by events of its own; what has not happened when the year ends
// is open, and perhaps overdue.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// Minor findings that were put right while the inspector looked on: stated in the submission itself.
void correctOnTheSpot(World& world, Visit& visit, Random& random);
// An order before the inspector leaves, for some of the visits. The submission is signed, and sent by this.
void orderOnTheSpot(World& world, Visit& visit);
// The inspection was accepted: what is still without an order gets one, and in time the case is filed away.
void goOnAfterAcceptance(World& world, Visit& visit);

// The order came to the enterprise, or is to be answered anew: something will happen, mostly (responses.cpp).
void planResponse(World& world, Matter& matter);
// Nothing comes by the day that is due.
void planSilence(World& world, Matter& matter);
// Reports, requests and objections get an answer (verdicts.cpp).
void planVerdict(World& world, Matter& matter);
void planAnswerToRequest(World& world, Matter& matter, std::string request, Day asked);
void planAnswerToObjection(World& world, Matter& matter);

}  // namespace plumb::province
