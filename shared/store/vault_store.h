// The people of one tablet (or of one command-line home): a folder each, with a vault that their PIN opens.
//
//   HOME/people/<folder>/vault.json   name, role, key id and device for the picker, the wrapped data key
//   HOME/people/<folder>/attempts     PIN tries and the last use (pin_record.h), and the same once more in
//   HOME/attempts/<folder>
//   HOME/people/<folder>/key.json     key_history.h
//   HOME/people/<folder>/store.db     tablet_store.h
//   HOME/people/<folder>/files/       file_vault.h
//   HOME/people/<folder>/derived/     derived/snapshot.h
//
// All of it is its owner's alone: folders 0700, files 0600.
//
// What lies there unsealed, since it is needed before the PIN is known or to find and order what is sealed:
//   - the person's name, first role, device, key id and last use; the number and time of PIN tries;
//   - key.json: the device, when the key was enrolled and revoked, how much was unsent then;
//   - store.db: of a record its id, hash, key, number, type, site, region, the record that it is about, time, place in
//     the log (also in one that was lost), why and how often the server refused it or why it is not believed; of a
//     draft its site, checklist and times, and which items are filled in; of a file its size, type and how far it was
//     sent; the log's checkpoints; names of settings;
//   - how many files there are, how large each is, and when it was written.
// Sealed are contents: lines, answers, notes, files, settings, the device's key. Which file is which photo is not told
// either: files are named by a keyed hash (file_vault.h).
//
// PIN tries are counted by the rule of pin_attempts.h; where the count cannot be written the PIN is not tried. One
// process at a time works on a vault (folder_lock.h), so that tries at the same moment are counted one by one.
// Functions are blocking (scrypt takes about 100 ms): worker thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/crypto/vault.h"

namespace plumb::store {

struct Person {
    std::filesystem::path folder;
    std::string name;  // empty until enrolled
    std::string role;
    std::string kid;
    std::string device;   // as it was enrolled; empty until it was opened by a program that writes it down
    TimePoint lastUse{};  // when the vault was last opened; zero where it never was
    bool enrolled = false;
    int failures = 0;       // wrong PINs since the last right one
    int unjudged = 0;       // tries since then that were cut off before a verdict
    TimePoint notBefore{};  // no attempt is taken before
};

// In order of name. A folder whose vault cannot be read is left out of the list, never deleted.
std::vector<Person> peopleOf(const std::filesystem::path& home);

// Four to twelve digits or any longer phrase; weak_pin otherwise.
Result<void> checkPinForm(std::string_view pin);

// Makes a folder with a vault for a person who is about to enrol.
struct NewVault {
    std::filesystem::path folder;
    crypto::DataKey key;
};
Result<NewVault> createVault(const std::filesystem::path& home, std::string_view pin, const Instant& now,
                             crypto::PinCost cost = {});
// What createVault() made, when the enrolment was refused.
void removeVault(const std::filesystem::path& folder);

// After enrolment: what the picker shows.
Result<void> nameVault(const std::filesystem::path& folder, const std::string& name, const std::string& role,
                       const std::string& kid);

// What tells two people of one name apart in the picker. Does nothing where it stands there already.
Result<void> nameDevice(const std::filesystem::path& folder, const std::string& device);

// Error badSignature "wrong_pin", refused "pin_wait" (detail says how long; Person.notBefore says when), full
// "pin_uncounted" (the PIN was not tried), refused "vault_busy".
Result<crypto::DataKey> unlock(const std::filesystem::path& folder, std::string_view pin, const Instant& now);

Result<void> changePin(const std::filesystem::path& folder, std::string_view oldPin, std::string_view newPin,
                       const Instant& now);

}  // namespace plumb::store
