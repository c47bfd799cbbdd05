// What an order to rectify says on paper, as the data that its layout fills in (PAPERS.md). Pure; any thread.
#pragma once

#include "shared/checklist/model/model.h"
#include "shared/document/papers/record_facts.h"
#include "shared/records/rectification/act.h"

namespace plumb::document {

struct OrderSource {
    RecordSource record;
    const records::Act& act;
    const checklist::Checklist& checklist;  // of the inspection
    std::string inspection;                 // its number
};

// How it was delivered: `{"in_person":true,"name",…}`, empty where nothing was said.
json::object deliveryFacts(const std::optional<records::Delivery>& delivery);

// REQUIRES: act.kind is ordered.
json::object orderFacts(const OrderSource& source);

}  // namespace plumb::document
