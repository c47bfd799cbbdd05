// Who certifies document keys, as the root's lines name it (documents.certified, record/RECORDS.md), and by what a
// document key is asked to be certified (sync/PROTOCOL.md): one reading for device and server. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/crypto/certificate.h"
#include "shared/domain/trust.h"

namespace plumb::domain {

struct NamedAuthority {
    crypto::Certificate certificate;
    std::string line;  // the root's word
};
// Of lines that a book of trust took in (TrustBook::documentAuthorities), in their order. What is no certificate is
// left out: the root signed it, and nobody can be certified by it.
std::vector<NamedAuthority> namedAuthorities(const std::vector<TrustLine>& lines);

// The typ of the signature by which a document key shows that it belongs to whoever asks, and what it is over.
inline constexpr std::string_view kDocumentKeyTyp = "plumb+document-key";
std::string documentKeyText(const std::string& callerKid, const std::string& documentKid);

}  // namespace plumb::domain
