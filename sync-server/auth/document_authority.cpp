#include "sync-server/auth/document_authority.h"

#include "shared/domain/trust_body.h"

namespace plumb::server {
namespace {

// The certificate that a line of the trust book names; none where it is no certificate, which only its readers find.
std::optional<crypto::Certificate> certificateOf(const std::string& text) {
    const auto line = record::Line::parse(text);
    const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(Error{}));
    const auto said = payload ? domain::readAuthorityBody(payload->body) : Result<domain::AuthorityBody>(fail(Error{}));
    auto certificate =
        said ? crypto::Certificate::fromDer(said->certificate) : Result<crypto::Certificate>(fail(Error{}));
    return certificate ? std::optional(std::move(*certificate)) : std::nullopt;
}

}  // namespace

std::string documentKeyText(const std::string& callerKid, const std::string& documentKid) {
    return "plumb-document-key-v1\n" + callerKid + "\n" + documentKid;
}

std::optional<std::string> authorityLine(const DocumentAuthority& authority, const Trust& trust) {
    for (auto& line : trust.documentAuthorities()) {
        if (certificateOf(line.text) == authority.certificate) return std::move(line.text);
    }
    return std::nullopt;
}

std::vector<crypto::Certificate> documentAuthorities(const Trust& trust) {
    std::vector<crypto::Certificate> out;
    for (const auto& line : trust.documentAuthorities()) {
        if (auto certificate = certificateOf(line.text)) out.push_back(std::move(*certificate));
    }
    return out;
}

}  // namespace plumb::server
