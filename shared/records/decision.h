// What one person decides about what another one proposed, whatever it is: a check (planning/check.h), a plan
// (planning/plan.h), a list of cases to dispose of (disposal/disposal.h). Pure; any thread.
#pragma once

#include <string>

#include "shared/records/body_reader.h"

namespace plumb::records {

struct Decision {
    std::string of;
    Sha256 version;      // line hash of what was read
    std::string person;  // who decides: the author herself (planning/persons.h)
    bool approved = false;
    std::string reason;  // of a refusal; of an approval what she adds, or ""

    friend bool operator==(const Decision&, const Decision&) = default;
};

// The type of the line says which of the two it is.
inline Decision decisionIn(BodyReader& read, bool approved) {
    Decision out{read.recordId("of"), read.hash("version"), read.text("person"), approved, {}};
    out.reason = approved ? read.textIf("reason") : read.text("reason");
    return out;
}

inline json::object toBody(const Decision& decision) {
    json::object out{{"of", decision.of}, {"version", decision.version.hex()}, {"person", decision.person}};
    if (!decision.reason.empty()) out["reason"] = decision.reason;
    return out;
}

}  // namespace plumb::records
