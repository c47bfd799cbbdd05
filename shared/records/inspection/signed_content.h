// What a person on the spot signs with her hand: the content of the inspection as it stood before her, apart from what
// is only settled when the line is sealed (times, places, the signatures themselves). Its digest stands with the drawn
// strokes, so that strokes lifted into another record, or a content that changed after the hand had signed, show to
// whoever holds the line alone: tablet, server, console and `plumb verify` ask this one rule.
//
// The digest is the SHA-256 of one canonical text of the record's site and of those of the body's members "answers",
// "checklist", "day", "facts", "findings", "kind", "na", "notes", "of", "order", "score", "started" and "zone" that are
// there, as one object, written as bencode writes it: a text as <bytes>:<text>, a whole number as i<number>e, a list as
// l…e, an object as d…e with its names in the order of their bytes; true, false and null are t, f and n. No number with
// a fraction, nor one beyond 2^53 − 1, can be signed so. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/record/payload.h"

namespace plumb::records {

// bad_payload where a member holds what the canonical text cannot say.
Result<Sha256> signedContent(std::string_view site, const json::object& body);

// Whether every drawn signature of the body is over this very content; bodies without one are none of its business.
// REQUIRES: the body is one of a version (readVersion() takes it). Refused "signature_lifted".
Result<void> checkDrawn(const record::Payload& payload);

}  // namespace plumb::records
