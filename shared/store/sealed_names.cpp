#include "shared/store/sealed_names.h"

namespace plumb::store {
namespace {

std::string hashIdentity(const Sha256& name) {
    return "file hash/" + name.hex();
}

}  // namespace

Bytes sealFileHash(const crypto::DataKey& key, const Sha256& name, const Sha256& hash) {
    return key.seal(hash.view(), hashIdentity(name));
}

Result<Sha256> openFileHash(const crypto::DataKey& key, const Sha256& name, ByteView sealed) {
    const auto plain = key.open(sealed, hashIdentity(name));
    if (!plain) return fail(plain.error());
    return Sha256::fromView(*plain);
}

std::string entryRowName(const crypto::DataKey& key, const std::string& kind, const std::string& name) {
    if (kind != "photo" && kind != "document") return name;
    const auto slash = name.rfind('/');
    const auto at = slash == std::string::npos ? 0 : slash + 1;
    return name.substr(0, at) + key.pseudonym(asBytes(std::string_view(name).substr(at)), "draft photo").hex();
}

std::string entryIdentity(const std::string& draft, const std::string& kind, const std::string& rowName) {
    return "draft/" + draft + "/" + kind + "/" + rowName;
}

}  // namespace plumb::store
