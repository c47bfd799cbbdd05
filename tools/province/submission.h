// What a visit's tablet signs: photos taken, the party's signature, the trail, the record itself.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// What photos at an item show.
const std::vector<std::string>& scenesOf(const Visit& visit, const std::string& item);
// Takes a photo for an item of the visit that is under way and puts it among its files.
const record::FileRef& photograph(World& world, Visit& visit, const std::string& item, Random& random);

// The photo alone, on somebody's device.
record::FileRef photographBy(World& world, Member& member, const Visit& visit, const std::string& item, Random& random);

// inspection.submitted or assessment.submitted, with what `visit` holds; it waits on the tablet.
void signSubmission(World& world, Visit& visit, Random& random);
// The amendment of it: `items` are what the review wished to know more about.
void signAmendment(World& world, Visit& visit, const std::string& reason, const std::vector<std::string>& items,
                   Random& random);

}  // namespace plumb::province
