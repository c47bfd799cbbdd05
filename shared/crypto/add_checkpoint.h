// The question that is put to a witness, C2SP tlog-witness: "old <size>", the hashes of the consistency proof from
// there, one a line in base64, an empty line, and the checkpoint's note. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/sha256.h"

namespace plumb::crypto {

inline constexpr std::size_t kMostProofHashes = 63;
// A note of kMostCheckpointBytes and as many hashes as there may be.
inline constexpr std::size_t kMostAddCheckpointBytes = 20 * 1024;

struct AddCheckpoint {
    std::uint64_t old = 0;
    std::vector<Sha256> proof;
    std::string note;  // as it came; nothing of it is verified
};

std::string formatAddCheckpoint(const AddCheckpoint& asked);
// malformed "bad_add_checkpoint".
Result<AddCheckpoint> parseAddCheckpoint(std::string_view text);

}  // namespace plumb::crypto
