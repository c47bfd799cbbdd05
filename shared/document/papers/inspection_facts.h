// What papers say of one signed inspection, as the data that layouts fill in (PAPERS.md lists the names): taken from
// the record, its checklist and what was published of the site, and from nothing else; what is computed here is what is
// shown and signed elsewhere. Pure; any thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/checklist/model/model.h"
#include "shared/document/papers/evidence.h"
#include "shared/document/papers/record_facts.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/result_delivery.h"

namespace plumb::document {

struct InspectionSource {
    RecordSource record;
    const records::InspectionBody& body;
    const checklist::Checklist& checklist;
    std::function<PhotoNote(const Sha256&)> photo = {};
    // Of the second inspector who signed the same content: who and when, "" where nobody has.
    std::string cosigner = {};
    Instant cosignedAt = {};
    std::string cosignerCertificate = {};
    std::optional<domain::Whereabouts> cosignedWhere = {};
    std::vector<records::ResultDelivery> deliveries = {};  // after it was sealed, in log order
};

// `language`: "zh" or "en", of the checklist's texts and of the engine's sentences.
json::object inspectionFacts(const InspectionSource& source, const std::string& language);

}  // namespace plumb::document
