// From a filled draft to a signed record: what lacks is refused with its list, the score is computed, the body composed
// (RECORDS.md, inspection.submitted / inspection.amended), and the line appended in one transaction that ends the
// draft. A re-check states its order; a self-assessment is submitted by assessment_sign.h.
#pragma once

#include "shared/store/inspection_draft.h"

namespace plumb::store {

// Files that are answers themselves and no pictures: recordings, documents.
constexpr const char* kAnswerRole = "answer";

using records::Party;

struct SignRequest {
    std::string draft;
    std::string kind = "supervision";
    std::vector<std::string> team;  // names; the signer's own first
    Party party;
    std::string reason;                              // amendments: why
    std::optional<records::Whereabouts> where = {};  // of the device when it is signed; none where nobody asks
    std::string notShown = {};                      // why the credential was not shown, where the draft does not say so
    std::optional<records::ResultWay> result = {};  // how the result was left; none where nobody asks
    std::string resultTo = {};                      // of kResultAddresses, where it is sent
};

// The body as it will be signed; also what the person reads before. Errors: refused "incomplete" (a sentence per line
// for what lacks), "party_missing", "reason_missing", "content_changed" (what was drawn on glass was drawn before
// another content), forbidden "certificate_over" (signInspection: of who signs, on the day of the check); malformed
// "bad_value" (a name, a reason or a finding that is too long or no text), tooLarge "line_too_long" (all of it
// together).
Result<records::InspectionBody> composeInspection(TabletStore& store, const SignRequest& request);
Result<record::Line> signInspection(TabletStore& store, const SignRequest& request);

// The same without a party yet, for showing the report before signing; what lacks is not an error here.
Result<records::InspectionBody> previewInspection(TabletStore& store, const std::string& draft,
                                                  const std::string& kind);

// The digest of the content as the person before the glass sees it (records/inspection/signed_content.h), for the
// strokes that she draws. What lacks is not an error here.
Result<Sha256> contentToSign(TabletStore& store, const std::string& draft, const std::string& kind);
// The same as the payload of a record that is not signed, with the files that it would name (but for the trail), for
// looking at its papers.
Result<record::Payload> previewPayload(TabletStore& store, const std::string& draft, const std::string& kind);

// The first 16 hex digits of a line hash in groups of four, as people compare them.
std::string shortFingerprint(const Sha256& hash);

}  // namespace plumb::store
