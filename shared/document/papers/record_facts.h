// What every paper says of the record that it prints: number, day, fingerprint, place in the log, the site. The data
// that layouts fill in (PAPERS.md lists the names), taken from the record and from what was published, and from nothing
// else. Pure; any thread.
#pragma once

#include <optional>
#include <string>

#include "shared/record/payload.h"
#include "shared/records/reference/site.h"

namespace plumb::document {

struct RecordSource {
    const record::Payload& payload;
    Sha256 hash;         // of its line
    std::string kid;     // of its author
    std::string author;  // the person's name, as the chain of trust knows it
    std::optional<records::Site> site = {};
    std::string office = {};                  // which heads the paper; nobody's to invent
    std::optional<std::uint64_t> index = {};  // in the log; none: not proved to be there
    std::string certificate = {};             // of the author, as her proved invitation states it
    std::string code = {};                    // what the QR code says (verify_address.h); "" for no code
};

json::object recordFacts(const RecordSource& source);

// By which people call a record: of an order its own number, and of others the like (rectification/act.h).
std::string recordNumber(const record::Payload& payload, const std::string& kid);
// "9f3a c41e …": the first 32 digits in groups of four, as a person compares them.
std::string groupedFingerprint(const Sha256& hash);
// "2026-11-22 08:02", in the instant's own zone.
std::string minuteText(const Instant& at);

}  // namespace plumb::document
