#include "shared/domain/document_authority.h"

#include "shared/domain/trust_body.h"

namespace plumb::domain {

std::vector<NamedAuthority> namedAuthorities(const std::vector<TrustLine>& lines) {
    std::vector<NamedAuthority> out;
    for (const auto& trusted : lines) {
        const auto line = record::Line::parse(trusted.text);
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(Error{}));
        const auto said = payload ? readAuthorityBody(payload->body) : Result<AuthorityBody>(fail(Error{}));
        auto certificate =
            said ? crypto::Certificate::fromDer(said->certificate) : Result<crypto::Certificate>(fail(Error{}));
        if (certificate) out.push_back({std::move(*certificate), trusted.text});
    }
    return out;
}

std::string documentKeyText(const std::string& callerKid, const std::string& documentKid) {
    return "plumb-document-key-v1\n" + callerKid + "\n" + documentKid;
}

}  // namespace plumb::domain
