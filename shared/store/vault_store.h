// The people of one tablet (or of one command-line home): a folder each, with a vault that their PIN opens.
//
//   HOME/people/<folder>/vault.json   name, role, device and last use for the picker, the wrapped data key, failed
//                                     attempts
//   HOME/people/<folder>/store.db     tablet_store.h
//   HOME/people/<folder>/files/       file_vault.h
//
// Wrong PINs are counted on disk *before* the PIN is tried, so that switching the device off buys no attempt. After
// three failures each further one doubles the wait. Functions are blocking (scrypt takes about 100 ms): worker thread.
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
    int failures = 0;
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
// After enrolment: what the picker shows.
Result<void> nameVault(const std::filesystem::path& folder, const std::string& name, const std::string& role,
                       const std::string& kid);

// What tells two people of one name apart in the picker. Does nothing where it stands there already.
Result<void> nameDevice(const std::filesystem::path& folder, const std::string& device);

// Error badSignature "wrong_pin", refused "pin_wait" (detail says how long; Person.notBefore says when).
Result<crypto::DataKey> unlock(const std::filesystem::path& folder, std::string_view pin, const Instant& now);

Result<void> changePin(const std::filesystem::path& folder, std::string_view oldPin, std::string_view newPin,
                       const Instant& now);

}  // namespace plumb::store
