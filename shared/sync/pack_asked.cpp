#include "shared/sync/pack_asked.h"

#include "shared/base/encoding.h"

namespace plumb::sync {
namespace {

constexpr const char* kAsked = "packs_asked";

json::array readAll(const store::TabletStore& store) {
    const auto value = parseJson(store.setting(kAsked, "[]"));
    return value && value->is_array() ? value->get_array() : json::array();
}

}  // namespace

Result<void> rememberAsked(store::TabletStore& store, const AskedPack& asked) {
    auto all = readAll(store);
    all.emplace_back(json::object{{"id", asked.id},
                                  {"nonce", asked.nonce},
                                  {"have", asked.have},
                                  {"secret", toBase64Url(asked.opening.secret())}});
    if (all.size() > kPacksRemembered) all.erase(all.begin());
    return store.setSetting(kAsked, toText(all));
}

std::optional<AskedPack> askedPack(const store::TabletStore& store, const std::string& id) {
    for (const auto& value : readAll(store)) {
        if (!value.is_object() || textOr(value.get_object(), "id") != id) continue;
        const auto& object = value.get_object();
        const auto secret = fromBase64Url(textOr(object, "secret"));
        const auto have = integerAt(object, "have");
        if (!secret || !have || *have < 0) return std::nullopt;
        auto key = crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, *secret);
        if (!key) return std::nullopt;
        return AskedPack{id, textOr(object, "nonce"), static_cast<std::uint64_t>(*have), std::move(*key)};
    }
    return std::nullopt;
}

}  // namespace plumb::sync
