// What acts of a rectification have in common here: a matter (findings of one order that go the same way), and the
// signing of an act about it.
#pragma once

#include "shared/records/rectification/act.h"
#include "tools/province/world.h"

namespace plumb::province {

// Signs an act on the member's device now and sends it; files name their items.
Device::Said signAct(World& world, Member& member, const Visit& visit, records::Act act,
                     std::vector<record::FileRef> files = {});

// An act of this kind about all findings of the matter, each with this text and day.
records::Act actAbout(const Matter& matter, records::ActKind kind, const std::string& text = {},
                      std::optional<Day> day = std::nullopt);

// Photos of each item of the matter, taken now on the member's device.
std::vector<record::FileRef> photosAfter(World& world, Member& member, const Matter& matter, Random& random);

// Who acts for the bureau in this matter: the inspector while her tablet counts, else the supervisor of the place.
Member& officerOf(World& world, const Visit& visit, bool supervisor);

// Some office days later, in office hours.
TimePoint inOfficeDays(const World& world, int days, Random& random);

}  // namespace plumb::province
