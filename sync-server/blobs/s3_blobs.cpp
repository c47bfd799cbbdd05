#include "sync-server/blobs/s3_blobs.h"

#include <algorithm>
#include <cstring>

#include "shared/crypto/hash.h"

namespace plumb::server {
namespace {

// What a reader fetches in one call: a photo whole, and of a film what a network carries in a blink.
constexpr std::uint64_t kWindow = std::uint64_t{1} << 20;
// For how long a file that was seen counts as there in lists, and how many are remembered (some 15 MB).
constexpr std::chrono::minutes kSeen{10};
constexpr std::size_t kMostSeen = 200'000;

std::string keyOf(const Sha256& sha256) {
    const auto name = sha256.hex();
    return name.substr(0, 2) + '/' + name;
}
std::string damagedOf(const Sha256& sha256) {
    return keyOf(sha256) + ".damaged";
}
std::string asideOf(const Sha256& sha256) {
    return keyOf(sha256) + ".going";
}

class S3Reader final : public BlobReader {
  public:
    S3Reader(S3Store& store, std::string key, std::uint64_t size)
        : m_store(store), m_key(std::move(key)), m_size(size) {}

    [[nodiscard]] std::uint64_t size() const override { return m_size; }

    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> out) override {
        if (offset >= m_size || out.empty()) return 0;
        if (offset < m_from || offset >= m_from + m_window.size()) {
            auto window = m_store.get(m_key, offset, std::min(kWindow, m_size - offset));
            if (!window) throw BlobsAway("a file left the store while it was read: " + m_store.urlOf(m_key));
            m_window = std::move(*window);
            m_from = offset;
        }
        const auto at = static_cast<std::size_t>(offset - m_from);
        const auto size = std::min(out.size(), m_window.size() - at);
        std::memcpy(out.data(), m_window.data() + at, size);
        return size;
    }

  private:
    S3Store& m_store;
    std::string m_key;
    std::uint64_t m_size, m_from = 0;
    std::string m_window;
};

}  // namespace

std::size_t S3Blobs::Hash::operator()(const Sha256& sha256) const {
    std::size_t out = 0;
    std::memcpy(&out, sha256.bytes.data(), sizeof out);
    return out;
}

S3Blobs::S3Blobs(S3Store& store, std::filesystem::path copies) : m_store(store), m_copies(std::move(copies)) {
    std::filesystem::remove_all(m_copies);
    std::filesystem::create_directories(m_copies);
}

void S3Blobs::saw(const Sha256& sha256, bool there) const {
    const std::lock_guard lock(m_mutex);
    if (!there) {
        m_seen.erase(sha256);
        return;
    }
    if (m_seen.size() >= kMostSeen) m_seen.clear();
    m_seen[sha256] = std::chrono::steady_clock::now();
}

std::optional<std::uint64_t> S3Blobs::sizeOf(const Sha256& sha256) const {
    const auto found = m_store.find(keyOf(sha256));
    saw(sha256, found.has_value());
    return found ? std::optional(found->size) : std::nullopt;
}

bool S3Blobs::seemsThere(const Sha256& sha256) const {
    {
        const std::lock_guard lock(m_mutex);
        const auto seen = m_seen.find(sha256);
        if (seen != m_seen.end() && std::chrono::steady_clock::now() - seen->second < kSeen) return true;
    }
    return sizeOf(sha256).has_value();
}

std::unique_ptr<BlobReader> S3Blobs::open(const Sha256& sha256) const {
    const auto size = sizeOf(sha256);
    return size ? std::make_unique<S3Reader>(m_store, keyOf(sha256), *size) : nullptr;
}

// Under its own name only once it is whole and right.
std::optional<std::filesystem::path> S3Blobs::localCopy(const Sha256& sha256) const {
    const auto path = m_copies / sha256.hex();
    if (std::filesystem::exists(path)) return path;
    const auto file = open(sha256);
    if (!file) return std::nullopt;
    const std::lock_guard lock(m_mutex);
    const auto beside = m_copies / (sha256.hex() + ".new");
    std::filesystem::remove(beside);
    {
        auto copy = File::openToAppend(beside);
        std::vector<std::uint8_t> piece(kWindow);
        for (std::uint64_t at = 0; at < file->size();) {
            const auto got = file->read(at, piece);
            copy.append(ByteView(piece).first(got));
            at += got;
        }
    }
    if (hashOfFile(beside) != sha256) {
        std::filesystem::remove(beside);
        throw std::runtime_error(placeOf(sha256) + " is not the file that its name stands for");
    }
    std::filesystem::rename(beside, path);
    return path;
}

void S3Blobs::each(const std::function<void(const Sha256&)>& take) const {
    m_store.list([&](const std::string& key) {
        const auto sha256 = Sha256::fromHex(key.substr(std::min(key.size(), key.rfind('/') + 1)));
        if (sha256 && key == keyOf(*sha256)) take(*sha256);
    });
}

std::string S3Blobs::placeOf(const Sha256& sha256) const {
    return m_store.urlOf(keyOf(sha256));
}

void S3Blobs::setAside(const Sha256& sha256) {
    if (!m_store.copy(keyOf(sha256), damagedOf(sha256))) return;
    m_store.remove(keyOf(sha256));
    saw(sha256, false);
}

void S3Blobs::removeDamaged(const Sha256& sha256) {
    m_store.remove(damagedOf(sha256));
}

bool S3Blobs::takeAside(const Sha256& sha256) {
    if (m_store.copy(keyOf(sha256), asideOf(sha256))) m_store.remove(keyOf(sha256));
    saw(sha256, false);
    return m_store.find(asideOf(sha256)).has_value();
}

void S3Blobs::putBack(const Sha256& sha256) {
    if (!m_store.find(keyOf(sha256)) && !m_store.copy(asideOf(sha256), keyOf(sha256))) return;
    removeAside(sha256);
}

void S3Blobs::removeAside(const Sha256& sha256) {
    m_store.remove(asideOf(sha256));
}

void S3Blobs::adopt(const std::filesystem::path& from, const Sha256& sha256) {
    {
        const auto file = File::openToRead(from);
        if (!file) throw std::runtime_error("a file that came is not where it was written");
        m_store.put(keyOf(sha256), *file, sha256);
    }
    saw(sha256, true);
    std::filesystem::remove(from);
}

}  // namespace plumb::server
