#include "shared/store/file_vault.h"

#include "shared/crypto/hash.h"
#include "shared/store/durable_file.h"
#include "shared/store/owner_only.h"

namespace plumb::store {
namespace fs = std::filesystem;

FileVault::FileVault(fs::path folder, crypto::DataKey key) : m_folder(std::move(folder)), m_key(std::move(key)) {}

fs::path FileVault::place(const Sha256& hash) const {
    const std::string name = hash.hex();
    return m_folder / name.substr(0, 2) / name;
}

bool FileVault::has(const Sha256& hash) const {
    return fs::exists(place(hash));
}

Result<Sha256> FileVault::put(ByteView content) {
    if (content.size() > kMaxFileBytes) {
        return fail(ErrorKind::tooLarge, "file_too_large",
                    "the file has " + std::to_string(content.size()) + " bytes, the limit is 64 MiB");
    }
    const Sha256 hash = crypto::sha256(content);
    if (has(hash)) return hash;
    const auto file = place(hash);
    makeOwnersFolder(file.parent_path());
    if (auto done = writeDurably(file, m_key.seal(content, "file/" + hash.hex())); !done) return fail(done.error());
    return hash;
}

Result<Bytes> FileVault::get(const Sha256& hash) const {
    const auto sealed = readWhole(place(hash), kMaxFileBytes + 64);
    if (!sealed)
        return fail(ErrorKind::notFound, "no_file", "the file " + hash.hex().substr(0, 12) + "… is not on this device");
    return m_key.open(*sealed, "file/" + hash.hex());
}

}  // namespace plumb::store
