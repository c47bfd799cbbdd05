#include "sync-server/blobs/upload_meta.h"

#include "shared/base/json.h"
#include "shared/crypto/hash.h"

namespace plumb::server {
namespace {

constexpr std::size_t kHashDigits = 64, kCallerDigits = 16;

}  // namespace

std::string uploadId(const std::string& kid, const Sha256& sha256) {
    const std::string hash = sha256.hex();
    return hash + "-" + crypto::sha256(kid + "\n" + hash).hex().substr(0, kCallerDigits);
}

std::optional<Sha256> hashOfUploadId(std::string_view id) {
    if (id.size() != kHashDigits + 1 + kCallerDigits || id[kHashDigits] != '-') return std::nullopt;
    if (!fromHex(id.substr(kHashDigits + 1))) return std::nullopt;
    const auto hash = Sha256::fromHex(id.substr(0, kHashDigits));
    if (!hash) return std::nullopt;
    return *hash;
}

std::string formatUploadMeta(const UploadMeta& meta) {
    return toText(
        json::object{{"sha256", meta.sha256.hex()}, {"length", meta.length}, {"kid", meta.kid}, {"type", meta.type}});
}

Result<UploadMeta> parseUploadMeta(std::string_view text) {
    const auto value = parseJson(text, 4);
    if (!value) return fail(value.error());
    if (!value->is_object()) return fail(ErrorKind::broken, "bad_upload", "an upload's description is damaged");
    const auto& object = value->get_object();
    const auto hash = Sha256::fromHex(textOr(object, "sha256"));
    const auto length = integerAt(object, "length");
    if (!hash || !length || *length < 0)
        return fail(ErrorKind::broken, "bad_upload", "an upload's description is damaged");
    return UploadMeta{*hash, static_cast<std::uint64_t>(*length), textOr(object, "kid"), textOr(object, "type")};
}

}  // namespace plumb::server
