// The inspected party's name as its licence has it, which the inspector read on the spot, beside the name under which
// the site was published when she signed (RECORDS.md, "inspection.submitted"):
//   "inspected":{"name":"…"}                                       the licence has the published name
//   "inspected":{"name":"…","published":"…","reason":"…"}          it has another, and why
// Absent in records from before it was asked, in self-assessments, and where nobody looked. Values only; any thread.
#pragma once

#include <optional>
#include <string>

#include "shared/records/body_reader.h"

namespace plumb::records {

struct InspectedName {
    std::string name;            // as on the licence
    std::string published = {};  // of the site, where it is another; "" else
    std::string reason = {};     // why they differ; stated where they do

    friend bool operator==(const InspectedName&, const InspectedName&) = default;
};

// The member "inspected" of the body; faults go to the reader.
std::optional<InspectedName> inspectedFrom(BodyReader& body);
// What a draft keeps: a reason may still lack. "bad_payload".
Result<InspectedName> readKeptInspected(const json::object& object);
json::object toJson(const InspectedName& inspected);

}  // namespace plumb::records
