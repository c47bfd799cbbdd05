// Records for the tests of what shows them: one that was filled and signed here, one that came from another tablet.
#pragma once

#include <memory>
#include <vector>

#include "shared/record/payload.h"
#include "tests/unit/mobile/kit.h"

namespace plumb::test {

// A connection of the test's own to the store that `bench` unlocked.
std::unique_ptr<store::TabletStore> connect(Bench& bench);

// The small checklist (publish it before): a conforms, b and d fail, the inspected party refuses to sign. Gives the
// record's id.
QString signSmall(Bench& bench, bool test = false);

// An inspection that was signed on another tablet and pulled, as entry `index` of the log. Gives the record's id.
QString pullInspection(Bench& bench, std::uint64_t index, const std::vector<record::FileRef>& files, json::object body);

// A line about the site that a colleague signed on another tablet, pulled as entry `index`. Gives the record's id.
QString pullByColleague(Bench& bench, std::uint64_t index, const std::string& type, json::object body,
                        const std::vector<record::FileRef>& files = {});
// The same by a key that nobody here is known by.
QString pullByStranger(Bench& bench, std::uint64_t index, const std::string& type, json::object body);

}  // namespace plumb::test
