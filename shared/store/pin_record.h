// The count of PIN tries on disk (pin_attempts.h), in two places: FOLDER/attempts in the person's own folder, and
// HOME/attempts/<folder> beside all of them. The greater generation holds, so that neither vault.json nor the whole
// folder, copied back, sets the count back.
//
// Each file has two slots of fixed size, written in turn, in place and with a checksum: a full disk can still be
// counted on, and a cut in the middle of a write leaves the other slot. A file once made is never renamed.
//
// REQUIRES: the folder's lock is held (folder_lock.h) while it is written.
#pragma once

#include <filesystem>
#include <optional>

#include "shared/base/result.h"
#include "shared/store/pin_attempts.h"

namespace plumb::store {

// None where both places hold no count; throws where one is there and the disk does not give it.
std::optional<PinAttempts> readAttempts(const std::filesystem::path& folder);
// On disk in both places when it returns; a place that is missing is made. Error full "pin_uncounted" where it cannot
// be written for want of space.
Result<void> writeAttempts(const std::filesystem::path& folder, const PinAttempts& attempts);
// Of a folder that was removed.
void forgetAttempts(const std::filesystem::path& folder);

}  // namespace plumb::store
