#include "shared/store/document_key.h"

#include "shared/base/encoding.h"

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

Result<std::vector<domain::NamedAuthority>> documentAuthorities(const TabletStore& store) {
    const auto book = store.trust();
    if (!book) return fail(book.error());
    return domain::namedAuthorities(book->documentAuthorities());
}

}  // namespace plumb::store
