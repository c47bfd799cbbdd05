// What the acts of a rectification say on paper, as the data that their layouts fill in (PAPERS.md): the proof that an
// order was delivered, the enterprise's report, the opinion after a re-check. Pure; any thread.
#pragma once

#include "shared/document/papers/evidence.h"
#include "shared/document/papers/record_facts.h"
#include "shared/records/rectification/act.h"

namespace plumb::document {

struct ActSource {
    RecordSource record;
    const records::Act& act;
    const checklist::Checklist& checklist;  // of the inspection
    std::string inspection;                 // its number
    // The order: its number and day, and what it demands.
    std::string order, orderDay;
    const records::Act& ordered;
    std::string recheck = {};  // number of the re-check that an opinion rests on; "" for none
    std::function<PhotoNote(const Sha256&)> photo = {};
};

json::object actFacts(const ActSource& source);

}  // namespace plumb::document
