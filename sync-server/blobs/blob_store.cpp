#include "sync-server/blobs/blob_store.h"

namespace plumb::server {

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

void BlobStore::adopt(const std::filesystem::path& from, const Sha256& sha256) {
    const auto to = pathOf(sha256);
    if (std::filesystem::create_directory(to.parent_path())) syncFolder(m_folder);
    std::filesystem::rename(from, to);
    syncFolder(to.parent_path());
}

}  // namespace plumb::server
