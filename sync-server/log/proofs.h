// Proofs in the form in which answers carry them: arrays of standard base64 (PROTOCOL.md). Refuses what lies outside
// the log with `log_smaller` (conflict) or `bad_query` (malformed).
#pragma once

#include "shared/base/json.h"
#include "sync-server/log/head.h"
#include "sync-server/store/store.h"

namespace plumb::server {

json::array hashesToJson(const std::vector<Sha256>& hashes);

Result<json::array> inclusionOf(std::uint64_t index, std::uint64_t size, const crypto::NodeReader& nodes);

// The proof that the log of `from` leaves is a prefix of that of `to`. Empty for from = 0.
Result<json::array> consistencyOf(std::uint64_t from, std::uint64_t to, const crypto::NodeReader& nodes);

}  // namespace plumb::server
