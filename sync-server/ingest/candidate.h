// A line on its way into the log, and what became of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/body.h"
#include "sync-server/log/head.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

// Once validated: form, signature and score are judged, as far as the log of that moment allowed.
struct Candidate {
    std::optional<record::Line> line;        // none where the form is bad
    std::optional<record::Payload> payload;  // an inspection's without its answers once its score was found good
    Reading reading;                         // of its body, by the verify pool
    std::optional<records::InspectionBody> inspection;  // the whole of it, until its score was found good
    Sha256 leaf;
    std::optional<Error> refusal;
    bool verified = false;  // the signature is that of an enrolled key
    // The refusal may be undone by a line before it in the same group (an enrolment, a checklist): validate again in
    // turn.
    bool mayChange = false;
    // The hash of what came, also where it is no line at all.
    Sha256 hash;
};

enum class Outcome { accepted, known, refused };

struct Decision {
    Outcome outcome = Outcome::refused;
    Sha256 hash;
    std::string id;                       // the record's, where it could be read
    std::uint64_t index = 0;              // accepted, known
    std::vector<std::string_view> notes;  // accepted but odd: gap, fork, clock, seen, task
    Error error;                          // refused
    bool takesPlace = false;              // refused, but its author did sign it: its number is no gap
};

// One push's fate, durable: the head is the first that contains every accepted line.
struct PushOutcome {
    std::vector<Decision> decisions;
    HeadPtr head;
};

std::string_view outcomeName(Outcome outcome);

}  // namespace plumb::server
