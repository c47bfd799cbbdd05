#include "shared/store/document_key.h"

#include "shared/base/encoding.h"
#include "shared/domain/trust_body.h"

namespace plumb::store {
namespace {

constexpr const char* kSetting = "document_key";

Result<crypto::Certificate> certificateAt(const json::object& object, std::string_view name) {
    const auto der = fromBase64(textOr(object, name));
    if (!der) return fail(der.error());
    return crypto::Certificate::fromDer(*der);
}

}  // namespace

std::optional<DocumentKey> documentKeyOf(const TabletStore& store) {
    const auto value = parseJson(store.setting(kSetting, "{}"));
    if (!value || !value->is_object()) return std::nullopt;
    const auto& kept = value->get_object();
    const auto secret = fromBase64Url(textOr(kept, "key"));
    auto key = secret ? crypto::PrivateKey::fromSecret(crypto::Suite::es256, *secret)
                      : Result<crypto::PrivateKey>(fail(secret.error()));
    auto certificate = certificateAt(kept, "certificate"), authority = certificateAt(kept, "authority");
    if (!key || !certificate || !authority || !certificate->isFor(key->publicKey())) return std::nullopt;
    return DocumentKey{std::move(*key), std::move(*certificate), std::move(*authority), textOr(kept, "line")};
}

Result<void> saveDocumentKey(TabletStore& store, const DocumentKey& key) {
    return store.setSetting(kSetting, toText(json::object{{"key", toBase64Url(key.key.secret())},
                                                          {"certificate", toBase64(key.certificate.der())},
                                                          {"authority", toBase64(key.authority.der())},
                                                          {"line", key.authorityLine}}));
}

Result<std::vector<std::pair<crypto::Certificate, std::string>>> documentAuthorities(const TabletStore& store) {
    const auto book = store.trust();
    if (!book) return fail(book.error());
    std::vector<std::pair<crypto::Certificate, std::string>> out;
    for (const auto& trusted : book->documentAuthorities()) {
        const auto line = record::Line::parse(trusted.text);
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(Error{}));
        const auto said =
            payload ? domain::readAuthorityBody(payload->body) : Result<domain::AuthorityBody>(fail(Error{}));
        auto certificate =
            said ? crypto::Certificate::fromDer(said->certificate) : Result<crypto::Certificate>(fail(Error{}));
        if (certificate) out.emplace_back(std::move(*certificate), trusted.text);
    }
    return out;
}

}  // namespace plumb::store
