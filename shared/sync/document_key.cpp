#include "shared/sync/document_key.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/jws.h"

namespace plumb::sync {
namespace {

constexpr std::chrono::hours kLeastLeft{30 * 24};

tl::unexpected<Error> strange(const char* what) {
    return fail(ErrorKind::badSignature, "bad_certificate",
                std::string("the server's answer is no certificate for this key: ") + what);
}

Result<crypto::Certificate> certificateAt(const json::object& object, std::string_view name) {
    const auto der = fromBase64(textOr(object, name));
    auto out = der ? crypto::Certificate::fromDer(*der) : Result<crypto::Certificate>(fail(der.error()));
    if (!out) return strange("it cannot be read");
    return out;
}

// The root's word on this authority, as the trust lines here have it; none where the root did not name it.
std::optional<std::string> wordOn(const crypto::Certificate& authority, const store::TabletStore& store) {
    const auto named = store::documentAuthorities(store);
    if (!named) return std::nullopt;
    for (const auto& [certificate, line] : *named) {
        if (certificate == authority) return line;
    }
    return std::nullopt;
}

}  // namespace

Result<store::DocumentKey> documentKey(store::TabletStore& store, ServerLink& link) {
    const auto now = store.now().utc;
    if (auto kept = store::documentKeyOf(store);
        kept && kept->certificate.until() > now + kLeastLeft && wordOn(kept->authority, store))
        return std::move(*kept);
    const auto own = store.deviceKey();
    if (!own) return fail(own.error());
    auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto proof =
        crypto::signDetached(key, domain::kDocumentKeyTyp, domain::documentKeyText(own->kid(), key.kid()));
    const auto answer = link.certifyDocumentKey({{"key", key.publicKey().jwk()}, {"proof", proof}});
    if (!answer) return fail(answer.error());
    auto certificate = certificateAt(*answer, "certificate"), authority = certificateAt(*answer, "authority");
    if (!certificate) return fail(certificate.error());
    if (!authority) return fail(authority.error());
    const auto line = wordOn(*authority, store);
    if (!line) return strange("the root did not name its authority, as far as this device knows");
    if (!certificate->isFor(key.publicKey())) return strange("it is for another key");
    if (certificate->holder() != own->kid()) return strange("it is for another person");
    store::DocumentKey out{std::move(key), std::move(*certificate), std::move(*authority), *line};
    if (auto saved = store::saveDocumentKey(store, out); !saved) return fail(saved.error());
    return out;
}

Result<std::string> issuingOffice(ServerLink& link) {
    const auto response = link.http().call({.path = "/v1/public/issuer"});
    if (!response) return fail(response.error());
    if (response->status != 200) return fail(problemOf(*response));
    const auto value = parseJson(response->body);
    if (!value || !value->is_object()) return fail(ErrorKind::malformed, "bad_answer", "the server names no issuer");
    return textOr(value->get_object(), "office");
}

}  // namespace plumb::sync
