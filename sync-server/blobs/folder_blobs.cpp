#include "sync-server/blobs/folder_blobs.h"

namespace plumb::server {
namespace {

class FileReader final : public BlobReader {
  public:
    explicit FileReader(File file) : m_file(std::move(file)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_file.size(); }
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> out) override { return m_file.read(offset, out); }

  private:
    File m_file;
};

}  // namespace

FolderBlobs::FolderBlobs(std::filesystem::path folder) : m_folder(std::move(folder)) {
    std::filesystem::create_directories(m_folder);
}

std::filesystem::path FolderBlobs::pathOf(const Sha256& sha256) const {
    const std::string name = sha256.hex();
    return m_folder / name.substr(0, 2) / name;
}

std::optional<std::uint64_t> FolderBlobs::sizeOf(const Sha256& sha256) const {
    std::error_code error;
    const auto size = std::filesystem::file_size(pathOf(sha256), error);
    if (error) return std::nullopt;
    return size;
}

std::unique_ptr<BlobReader> FolderBlobs::open(const Sha256& sha256) const {
    auto file = File::openToRead(pathOf(sha256));
    return file ? std::make_unique<FileReader>(std::move(*file)) : nullptr;
}

std::optional<std::filesystem::path> FolderBlobs::localCopy(const Sha256& sha256) const {
    return sizeOf(sha256) ? std::optional(pathOf(sha256)) : std::nullopt;
}

void FolderBlobs::each(const std::function<void(const Sha256&)>& take) const {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder)) {
        if (!entry.is_regular_file()) continue;
        if (const auto sha256 = Sha256::fromHex(entry.path().filename().string())) take(*sha256);
    }
}

std::string FolderBlobs::placeOf(const Sha256& sha256) const {
    return pathOf(sha256).string();
}

void FolderBlobs::setAside(const Sha256& sha256) {
    const auto from = pathOf(sha256);
    std::filesystem::rename(from, from.string() + ".damaged");
    syncFolder(from.parent_path());
}

void FolderBlobs::removeDamaged(const Sha256& sha256) {
    std::filesystem::remove(pathOf(sha256).string() + ".damaged");
}

std::filesystem::path FolderBlobs::asideOf(const Sha256& sha256) const {
    return pathOf(sha256).string() + ".going";
}

bool FolderBlobs::takeAside(const Sha256& sha256) {
    std::error_code error;
    std::filesystem::rename(pathOf(sha256), asideOf(sha256), error);
    return std::filesystem::exists(asideOf(sha256));
}

void FolderBlobs::putBack(const Sha256& sha256) {
    if (std::filesystem::exists(pathOf(sha256))) return removeAside(sha256);
    std::error_code nothingAside;
    std::filesystem::rename(asideOf(sha256), pathOf(sha256), nothingAside);
}

void FolderBlobs::removeAside(const Sha256& sha256) {
    std::filesystem::remove(asideOf(sha256));
}

void FolderBlobs::adopt(const std::filesystem::path& from, const Sha256& sha256) {
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

}  // namespace plumb::server
