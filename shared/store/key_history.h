// What became of a device's key, beside its vault in the open (HOME/people/<folder>/key.json), so that two keys of one
// person can be told apart before any PIN: on which device, since when, revoked when, and what was left unsent then.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "shared/base/clock.h"

namespace plumb::store {

struct KeyHistory {
    std::string device;
    std::optional<Instant> enrolled;
    std::optional<Instant> revoked;                  // when this device first knew so, proved by the log
    std::optional<Instant> revokedAt = {};           // as the line states it
    std::string revokedBy = {};                      // the person; empty: the root, or not known
    std::size_t unsentRecords = 0, unsentFiles = 0;  // then
};

// Of a folder of peopleOf(). One that an older version made has only what its name tells: when it was begun.
KeyHistory keyHistory(const std::filesystem::path& folder);
Result<void> noteEnrolled(const std::filesystem::path& folder, const std::string& device, const Instant& at);
// By whom, and when, as the line says that ends the key.
struct RevokedBy {
    std::optional<Instant> at = {};
    std::string person = {};
};
// The first time counts; what is unsent is noted anew. REQUIRES: the log proves it (own_revocation.h). This file tells
// whoever picks a person; what locks a key is the line in her sealed store.
Result<void> noteRevoked(const std::filesystem::path& folder, const Instant& at, std::size_t records, std::size_t files,
                         const RevokedBy& by = {});
// The server took this key again: what said otherwise was no last word.
Result<void> noteTaken(const std::filesystem::path& folder);

}  // namespace plumb::store
