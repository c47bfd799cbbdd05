#include "sync-server/blobs/blob_store.h"

#include <vector>

#include "shared/crypto/hash.h"

namespace plumb::server {
namespace {

constexpr std::size_t kChunk = 256 * 1024;

template <class Source>
Sha256 hashAll(Source& source) {
    crypto::Sha256Stream stream;
    std::vector<std::uint8_t> chunk(kChunk);
    for (std::uint64_t at = 0;;) {
        const auto got = source.read(at, chunk);
        if (got == 0) return stream.finish();
        stream.add(ByteView(chunk).first(got));
        at += got;
    }
}

}  // namespace

std::optional<std::string> BlobStore::read(const Sha256& sha256, std::uint64_t atMost) const {
    const auto file = open(sha256);
    if (!file || file->size() > atMost) return std::nullopt;
    return wholeOf(*file);
}

bool BlobStore::isWhole(const Sha256& sha256) const {
    const auto file = open(sha256);
    return file && hashOf(*file) == sha256;
}

Sha256 hashOf(BlobReader& file) {
    return hashAll(file);
}

Sha256 hashOfFile(const std::filesystem::path& path) {
    const auto file = File::openToRead(path);
    if (!file) throw std::runtime_error("a file's bytes are gone");
    return hashAll(*file);
}

}  // namespace plumb::server
