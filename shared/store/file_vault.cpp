#include "shared/store/file_vault.h"

#include <set>
#include <vector>

#include "shared/crypto/hash.h"
#include "shared/store/database.h"
#include "shared/store/durable_file.h"
#include "shared/store/folder_lock.h"
#include "shared/store/owner_only.h"

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

Result<void> makeFolderFor(const fs::path& file) {
    try {
        makeOwnersFolder(file.parent_path());
    } catch (const fs::filesystem_error& error) {
        if (error.code() == std::errc::no_space_on_device) return fail(diskFull());
        throw;
    }
    return {};
}

}  // namespace

Error fileTooLarge(std::uint64_t bytes) {
    return {ErrorKind::tooLarge, "file_too_large",
            "the file has " + std::to_string(bytes) + " bytes, the limit is 64 MiB"};
}

FileVault::FileVault(fs::path folder, crypto::DataKey key) : m_folder(std::move(folder)), m_key(std::move(key)) {}

Sha256 FileVault::nameOf(const Sha256& hash) const {
    return m_key.pseudonym(hash.view(), "file");
}

fs::path FileVault::place(const Sha256& hash) const {
    const std::string name = nameOf(hash).hex();
    return m_folder / name.substr(0, 2) / (name + ".sealed");
}

bool FileVault::has(const Sha256& hash) const {
    return fs::exists(place(hash));
}

Result<Sha256> FileVault::put(ByteView content) {
    if (content.size() > kMaxFileBytes) return fail(fileTooLarge(content.size()));
    const Sha256 hash = crypto::sha256(content);
    const auto file = place(hash);
    if (has(hash)) {
        // Put before, by someone who may have been cut off before the names were on the disk.
        syncFolder(file.parent_path());
        syncFolder(m_folder);
        return hash;
    }
    if (auto made = makeFolderFor(file); !made) return fail(made.error());
    if (auto done = writeDurably(file, m_key.seal(content, "file/" + hash.hex())); !done) return fail(done.error());
    return hash;
}

Result<void> FileVault::remove(const Sha256& hash) {
    const auto file = place(hash);
    std::error_code code;
    if (!fs::remove(file, code) && !code) return {};
    if (code) return fail(ErrorKind::broken, "file_unwritable", "the file cannot be taken away: " + code.message());
    syncFolder(file.parent_path());
    return {};
}

Result<Bytes> FileVault::get(const Sha256& hash) const {
    const auto sealed = readWhole(place(hash), kMaxFileBytes + 64);
    if (!sealed && sealed.error().kind == ErrorKind::broken) return sealed;
    if (!sealed)
        return fail(ErrorKind::notFound, "no_file", "the file " + hash.hex().substr(0, 12) + "… is not on this device");
    return m_key.open(*sealed, "file/" + hash.hex());
}

Result<void> FileVault::leaveOpenNames() {
    if (!fs::exists(m_folder)) return {};
    // Another process that does the same takes folders away that this one has just listed, or is about to rename into.
    const auto alone = FolderLock::take(m_folder);
    if (!alone) return fail(alone.error());
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(m_folder))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::set<fs::path> changed;
    for (const auto& folder : folders) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
        for (const auto& file : files) {
            // The first form's half-written files: the content was never said to be here.
            const bool cutOff = file.extension() == ".new" && Sha256::fromHex(file.stem().string());
            const auto hash = Sha256::fromHex(file.filename().string());
            if (!hash && !cutOff) continue;
            changed.insert(folder);
            std::error_code code;
            if (cutOff) {
                fs::remove(file, code);
                continue;
            }
            const auto to = place(*hash);
            makeOwnersFile(file);
            if (auto made = makeFolderFor(to); !made) return made;
            changed.insert(to.parent_path());
            fs::rename(file, to, code);
            if (code == std::errc::no_space_on_device) return fail(diskFull());
            if (code) throw fs::filesystem_error("cannot rename", file, to, code);
        }
    }
    for (const auto& folder : changed) syncFolder(folder);
    syncFolder(m_folder);
    // What is empty now is named by the start of a hash.
    for (const auto& folder : folders) {
        std::error_code code;
        if (fs::is_empty(folder, code)) fs::remove(folder, code);
    }
    return {};
}

}  // namespace plumb::store
