#include "shared/document/sign/authority_line.h"

#include "shared/domain/trust.h"
#include "shared/domain/trust_body.h"
#include "shared/record/line.h"

namespace plumb::document {

Result<crypto::Certificate> readAuthority(const std::string& text, const std::string& rootKid) {
    const auto bad = [](const std::string& why) {
        return fail(ErrorKind::badSignature, "authority_unknown",
                    "the root that is trusted here does not name the authority of this signature: " + why);
    };
    const auto line = record::Line::parse(text);
    if (!line) return bad(line.error().detail);
    const auto payload = record::parsePayload(line->payload());
    if (!payload) return bad(payload.error().detail);
    if (payload->type != domain::kDocumentsCertified) return bad("the line is a " + payload->type);
    const auto said = domain::readAuthorityBody(payload->body);
    if (!said) return bad(said.error().detail);
    if (line->kid() != rootKid || said->root.kid() != rootKid) return bad("another key signed the line");
    if (const auto good = line->verify(said->root); !good) return bad(good.error().detail);
    auto certificate = crypto::Certificate::fromDer(said->certificate);
    if (!certificate) return bad(certificate.error().detail);
    return certificate;
}

Result<SignedPdf> verifyUnderRoot(std::string_view pdf, const std::string& rootKid) {
    const auto first = verifySigned(pdf, {});
    if (!first) return first;
    std::vector<crypto::Certificate> authorities;
    for (const auto& signature : first->signatures) {
        if (auto authority = readAuthority(signature.authorityLine, rootKid))
            authorities.push_back(std::move(*authority));
    }
    return verifySigned(pdf, authorities);
}

}  // namespace plumb::document
