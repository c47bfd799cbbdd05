#include "sync-server/blobs/blob_store.h"

#include <vector>

#include "shared/crypto/hash.h"

namespace plumb::server {
namespace {
constexpr std::size_t kChunk = 256 * 1024;
}

BlobStore::BlobStore(std::filesystem::path folder) : m_folder(std::move(folder)) {
    std::filesystem::create_directories(m_folder);
}

std::filesystem::path BlobStore::pathOf(const Sha256& sha256) const {
    const std::string name = sha256.hex();
    return m_folder / name.substr(0, 2) / name;
}

std::optional<std::uint64_t> BlobStore::sizeOf(const Sha256& sha256) const {
    std::error_code error;
    const auto size = std::filesystem::file_size(pathOf(sha256), error);
    if (error) return std::nullopt;
    return size;
}

std::optional<File> BlobStore::open(const Sha256& sha256) const {
    return File::openToRead(pathOf(sha256));
}

std::optional<std::string> BlobStore::read(const Sha256& sha256, std::uint64_t atMost) const {
    const auto size = sizeOf(sha256);
    if (!size || *size > atMost) return std::nullopt;
    return readWholeFile(pathOf(sha256));
}

bool BlobStore::isWhole(const Sha256& sha256) const {
    return sizeOf(sha256) && hashOfFile(pathOf(sha256)) == sha256;
}

void BlobStore::setAside(const Sha256& sha256) {
    const auto from = pathOf(sha256);
    std::filesystem::rename(from, from.string() + ".damaged");
    syncFolder(from.parent_path());
}

void BlobStore::removeDamaged(const Sha256& sha256) {
    std::filesystem::remove(pathOf(sha256).string() + ".damaged");
}

std::filesystem::path BlobStore::asideOf(const Sha256& sha256) const {
    return pathOf(sha256).string() + ".going";
}

bool BlobStore::takeAside(const Sha256& sha256) {
    std::error_code error;
    std::filesystem::rename(pathOf(sha256), asideOf(sha256), error);
    return std::filesystem::exists(asideOf(sha256));
}

void BlobStore::putBack(const Sha256& sha256) {
    if (std::filesystem::exists(pathOf(sha256))) return removeAside(sha256);
    std::error_code nothingAside;
    std::filesystem::rename(asideOf(sha256), pathOf(sha256), nothingAside);
}

void BlobStore::removeAside(const Sha256& sha256) {
    std::filesystem::remove(asideOf(sha256));
}

void BlobStore::adopt(const std::filesystem::path& from, const Sha256& sha256) {
    const auto to = pathOf(sha256);
    makeDurableFolder(to.parent_path());
    std::filesystem::rename(from, to);
    try {
        syncFolder(to.parent_path());
    } catch (...) {
        // Where a power cut could still take it, it is not here yet.
        std::filesystem::rename(to, from);
        throw;
    }
}

Sha256 hashOfFile(const std::filesystem::path& path) {
    crypto::Sha256Stream stream;
    const auto file = File::openToRead(path);
    if (!file) throw std::runtime_error("a file's bytes are gone");
    std::vector<std::uint8_t> chunk(kChunk);
    for (std::uint64_t at = 0;;) {
        const auto got = file->read(at, chunk);
        if (got == 0) return stream.finish();
        stream.add(ByteView(chunk).first(got));
        at += got;
    }
}

}  // namespace plumb::server
