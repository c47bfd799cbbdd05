// The body of inspection.cosigned: a second inspector's own line over what the first one signed (RECORDS.md). It names
// the first line by its hash and, apart from it, the digest of exactly the bytes that both saw, so that the two
// signatures can be held against one content without any of the first's own. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/domain/place.h"
#include "shared/records/inspection/standing.h"

namespace plumb::records {

struct Cosignature {
    std::string of;  // id of the submission
    Sha256 hash;     // line hash of the version that is co-signed
    Sha256 content;  // contentDigest() of that line's payload
    // Where that version names a task (planning/task.h): the same, and the id of who signs here. Both or neither.
    std::string task = {}, person = {};
    // Where it was signed, or why nobody knows; none where nobody asked.
    std::optional<domain::Whereabouts> place = {};

    friend bool operator==(const Cosignature&, const Cosignature&) = default;
};

// SHA-256 of a payload's exact bytes: what its author signed, without the signature.
Sha256 contentDigest(std::string_view payload);

// bad_payload with the member's path.
Result<Cosignature> readCosignature(const json::object& body);
json::object toBody(const Cosignature& said);

// Whether the newest version still waits for, or may have, this second signature; asked by the server, by whoever signs
// and by every fold. Keys are compared here, persons where rights are judged (domain/trust.h). Refused: not_cosignable,
// version_old, already_cosigned, own_signature.
Result<void> mayCosign(const Standing& standing, const Cosignature& said, std::string_view kid);
// That the digest is the line's own; asked wherever the co-signed line is at hand. Refused: content_differs.
Result<void> checkContent(const Cosignature& said, std::string_view payload);

}  // namespace plumb::records
