#include "sync-server/setup/root_key.h"

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "sync-server/blobs/file_io.h"

namespace plumb::server {
namespace {

std::string identityOf(const std::string& kid) {
    return "root.key " + kid;
}

}  // namespace

void saveRootKey(const std::filesystem::path& file, const crypto::PrivateKey& key, const std::string& passphrase,
                 crypto::PinCost cost) {
    const auto dataKey = crypto::DataKey::generate();
    const json::object out{{"v", 1},
                           {"alg", crypto::suiteName(key.suite())},
                           {"kid", key.kid()},
                           {"key", key.publicKey().jwk()},
                           {"wrapped", toBase64Url(crypto::wrapKey(dataKey, passphrase, cost))},
                           {"sealed", toBase64Url(dataKey.seal(key.secret(), identityOf(key.kid())))}};
    writeWholeFile(file, toText(out) + "\n", true);
}

Result<crypto::PrivateKey> loadRootKey(const std::filesystem::path& file, const std::string& passphrase) {
    const auto text = readWholeFile(file);
    if (!text)
        return fail(ErrorKind::notFound, "root_missing",
                    file.string() + " is not here; bring the root key's file from where it is kept");
    const auto damaged = [&] {
        return fail(ErrorKind::malformed, "data_damaged", file.string() + " is no root key's file");
    };
    const auto value = parseJson(*text, 8);
    if (!value || !value->is_object()) return damaged();
    const auto& object = value->get_object();
    const auto suite = crypto::suiteByName(textOr(object, "alg"));
    const auto wrapped = fromBase64Url(textOr(object, "wrapped")), sealed = fromBase64Url(textOr(object, "sealed"));
    if (!suite || !wrapped || !sealed) return damaged();
    const auto dataKey = crypto::unwrapKey(*wrapped, passphrase);
    if (!dataKey) return fail(ErrorKind::badSignature, "bad_passphrase", "this is not the root key's passphrase");
    const auto secret = dataKey->open(*sealed, identityOf(textOr(object, "kid")));
    if (!secret) return damaged();
    return crypto::PrivateKey::fromSecret(*suite, *secret);
}

}  // namespace plumb::server
