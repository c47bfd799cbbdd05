// What a person on the spot signs with her hand: the content of the inspection as it stood before her, apart from what
// is only settled when the line is sealed (times, places, the signatures themselves). Its digest stands with the drawn
// strokes, so that strokes lifted into another record, or a content that changed after the hand had signed, show to
// whoever holds the line alone: tablet, server, console and `plumb verify` ask this one rule.
//
// The digest is the SHA-256 of one canonical text of one object, written as bencode writes it: a text as
// <bytes>:<text>, a whole number as i<number>e, a list as l…e, an object as d…e with its names in the order of their
// bytes; true, false and null are t, f and n. No number with a fraction, nor one beyond 2^53 − 1, can be signed so. The
// object holds, by the digest's form, which stands with the strokes:
//   1 (unnamed): "site", and those of the body's members "answers", "checklist", "day", "facts", "findings", "kind",
//     "na", "notes", "of", "order", "score", "started" and "zone" that are there. Records from before form 2.
//   2: the same, those of the body's members "inspected" and "test" that are there, the number 2 as "form", and as
//     "files" what the record shows: of each file of the roles of kShownRoles its "role", "sha256", "type", and those
//     of "item", "of", "caption" and "reason" that it has; the entries in the order of the bytes of their texts.
// Since "form" stands in the one and never in the other, no digest is one of both forms. Pure; any thread.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/strokes.h"

namespace plumb::records {

// What lies before the eyes of whoever signs. Signatures, the trail, and what shows a refusal are made by signing.
inline constexpr std::array<std::string_view, 5> kShownRoles{"answer", "document", "evidence", "marks", "shown"};

// Of form 2, as records are signed now. bad_payload where a member holds what the canonical text cannot say.
Result<Sha256> signedContent(std::string_view site, const json::object& body,
                             const std::vector<record::FileRef>& files);
// Of form 1. Likewise.
Result<Sha256> earlierSignedContent(std::string_view site, const json::object& body);
// Of the form that strokes state.
Result<Sha256> contentFor(StrokesForm form, const record::Payload& payload);

// Whether every drawn signature of the body is over this very content; bodies without one are none of its business.
// REQUIRES: the body is one of a version (readVersion() takes it). Refused "signature_lifted".
Result<void> checkDrawn(const record::Payload& payload);

}  // namespace plumb::records
