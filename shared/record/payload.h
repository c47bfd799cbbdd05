// The members that every payload has (RECORDS.md, "Common members"), read from and written to JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/record/photo_origin.h"

namespace plumb::record {

struct Seen {
    std::uint64_t size = 0;
    Sha256 root;
};

struct FileRef {
    Sha256 sha256;
    std::uint64_t size = 0;
    std::string type;                       // media type
    std::string role;                       // evidence, marks, shown, signature, checklist …
    std::string item;                       // checklist item, or empty
    std::optional<Sha256> of = {};          // the file that this one belongs to: of marks, and of a picture to be shown
    std::optional<PhotoOrigin> photo = {};  // of a photo, since there is the app that says so
};

// What the author knew of their own clock's error when signing: `offset` added to `at` is the log's time, as exactly as
// `within`, measured when the log, `size` entries large, signed that it was `time`.
struct ClockError {
    std::chrono::milliseconds offset{0}, within{0};
    std::uint64_t size = 0;
    Instant time;
};

struct Payload {
    std::string id;
    std::string type;
    std::uint64_t seq = 0;
    std::optional<Sha256> prev;  // absent for seq 1
    Instant at;
    std::optional<ClockError> clock;  // absent where the clock counted as right, or was never measured
    std::optional<Seen> seen;
    std::string site;
    std::string region;
    std::vector<FileRef> files;
    json::object body;
};

// bad_payload with the member's path where something is missing or wrong. Unknown members are ignored here and kept in
// the line.
Result<Payload> parsePayload(std::string_view text);
std::string formatPayload(const Payload& payload);

// As exactly as anybody's clock counts as right.
inline constexpr std::chrono::minutes kClocksDiffer{2};
// `at`, corrected by what the author said of their clock.
TimePoint correctedAt(const Payload& payload);

json::array filesToJson(const std::vector<FileRef>& files);

}  // namespace plumb::record
