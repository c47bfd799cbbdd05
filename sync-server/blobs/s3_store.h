// One bucket of an S3 store: its calls with signature, deadline and repetition. Each body is sent under its own
// SHA-256, which the store checks before it takes it; what the store then shows (size, ETag) is compared with what it
// said when it took it. Every call may be repeated: after a failure of the line or of the store (500, 502, 503, 504,
// 429) it is, some times, after a wait that doubles and differs each time. Thread-safe.
//
// Throws BlobsAway where it still cannot be reached or answers otherwise than it should (with the store's own code),
// StoreFull where it has no space.
#pragma once

#include <functional>
#include <vector>

#include "sync-server/blobs/blob_store.h"
#include "sync-server/blobs/s3_place.h"
#include "sync-server/outgoing/kept_calls.h"

namespace plumb::server {

struct S3Patience {
    int tries = 5;
    std::chrono::milliseconds firstWait{100};  // then twice as long each time, give or take a half
    // Of a call, and as much again for each MiB that it carries: a store that is slower than that is none to wait for.
    std::chrono::milliseconds deadline{15'000}, perMebibyte{1'000};
    std::uint64_t part = std::uint64_t{64} << 20;  // files beyond are sent in parts of so much
};

class S3Store {
  public:
    explicit S3Store(S3Place place, Clock clock = systemNow, S3Patience patience = {});

    // Whether the bucket is there and takes our keys: bad_s3; BlobsAway where it cannot be reached.
    Result<void> check();

    struct Found {
        std::uint64_t size = 0;
        std::string tag;  // ETag
    };
    std::optional<Found> find(const std::string& key);
    // `size` bytes from `from`, which lie within the file; none where it is not there.
    std::optional<std::string> get(const std::string& key, std::uint64_t from, std::uint64_t size);
    // The whole file, under its name when this returns; in parts where it is large. Never half: parts of a file that
    // did not come whole are taken back, as far as the store can be reached.
    void put(const std::string& key, const File& file, const Sha256& sha256);
    // False: there is no such file.
    bool copy(const std::string& from, const std::string& to);
    void remove(const std::string& key);
    // All keys below the prefix, without it, a page after the other.
    void list(const std::function<void(const std::string& key)>& take);

    // "https://…/bucket/key"
    [[nodiscard]] std::string urlOf(const std::string& key) const;
    [[nodiscard]] const S3Place& place() const { return m_place; }

  private:
    struct Asked;
    KeptAnswer call(const Asked& asked);
    Result<KeptAnswer> once(const Asked& asked);
    std::string putOnce(const std::string& key, const File& file, const Sha256& sha256);
    std::string putInParts(const std::string& key, const File& file);
    std::string putPart(const std::string& key, const std::string& upload, int number, const File& file,
                        std::uint64_t from, std::uint64_t size);
    std::string complete(const std::string& key, const std::string& upload, const std::vector<std::string>& tags);

    S3Place m_place;
    Clock m_clock;
    S3Patience m_patience;
    KeptCalls m_calls;
};

}  // namespace plumb::server
