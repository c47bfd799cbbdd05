// log.recovered: an administrator's signed word that the server lost its log beyond a place, and that the log begins
// again there, from a backup. The line itself is the first entry after what was kept. Pure functions; any thread.
//
// What makes it good for one loss only, and not for a server that wants to go back once more: it names the entries that
// are kept by their root and stands right after them, and whoever follows the log that it opened holds checkpoints that
// are all later than `opened` (the server signs none earlier, ingest/recovery.h).
#pragma once

#include "shared/crypto/checkpoint.h"
#include "shared/domain/trust.h"

namespace plumb::domain {

inline constexpr std::string_view kLogRecovered = "log.recovered";

struct Recovery {
    crypto::Checkpoint lost;  // the lost log's last state that the administrator's device holds
    std::uint64_t kept = 0;   // entries that are kept, and their root
    Sha256 root;
    Instant opened;  // by the administrator's clock, corrected as far as the log corrects it
    std::string reason;
};

json::object recoveryBody(const std::string& lostNote, const crypto::Checkpoint& kept, const Instant& opened,
                          const std::string& reason);
// Whether the body has its members, for readers that do not know the log's key: bad_payload.
Result<void> checkRecoveryForm(const json::object& body);
// bad_payload; bad_checkpoint where the lost log's note is not one that this log's key signed.
// Only an administrator whom the root itself invited may say it (TrustBook::invitedByRoot).
Result<Recovery> readRecovery(const json::object& body, const crypto::NoteKey& logKey);

}  // namespace plumb::domain
