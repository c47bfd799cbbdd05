// What papers say of one signed inspection, as the data that layouts fill in (PAPERS.md lists the names): taken from
// the record, its checklist and what was published of the site, and from nothing else; what is computed here is what is
// shown and signed elsewhere. Pure; any thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "shared/checklist/model/model.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/body.h"
#include "shared/records/reference/site.h"

namespace plumb::document {

// When and where a photo was taken, by its own account.
struct PhotoNote {
    std::string taken, place;
};

struct InspectionSource {
    const record::Payload& payload;
    Sha256 hash;         // of its line
    std::string kid;     // of its author
    std::string author;  // the person's name, as the chain of trust knows it
    const records::InspectionBody& body;
    const checklist::Checklist& checklist;
    std::optional<records::Site> site = {};
    std::string office = {};                  // which heads the paper; nobody's to invent
    std::optional<std::uint64_t> index = {};  // in the log; none: not proved to be there
    std::string verify = {};                  // the address that the QR code begins with; "" for no code
    bool draft = false;
    std::function<PhotoNote(const Sha256&)> photo = {};
};

// `language`: "zh" or "en", of the checklist's texts and of the engine's sentences.
json::object inspectionFacts(const InspectionSource& source, const std::string& language);

// "9f3a c41e …": the first 32 digits in groups of four, as a person compares them.
std::string groupedFingerprint(const Sha256& hash);

}  // namespace plumb::document
