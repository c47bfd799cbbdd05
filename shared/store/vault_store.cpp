#include "shared/store/vault_store.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/base/uuid.h"
#include "shared/store/durable_file.h"
#include "shared/store/folder_lock.h"
#include "shared/store/owner_only.h"
#include "shared/store/pin_record.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

fs::path vaultFile(const fs::path& folder) {
    return folder / "vault.json";
}

Result<json::object> readVault(const fs::path& folder) {
    const auto bytes = readWhole(vaultFile(folder), 64 * 1024);
    if (!bytes) return fail(bytes.error());
    const auto value = parseJson(asText(*bytes));
    if (!value || !value->is_object())
        return fail(ErrorKind::broken, "vault_broken",
                    "the vault in " + folder.string() + " is damaged; nothing was deleted. Restore it from a backup");
    return value->get_object();
}

Result<void> writeVault(const fs::path& folder, const json::object& vault) {
    return writeDurably(vaultFile(folder), asBytes(toText(vault)));
}

std::int64_t numberOr(const json::object& object, std::string_view name, std::int64_t otherwise) {
    const auto* value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : otherwise;
}

// The form whose counts stand in files of their own; in the first one they stood in vault.json.
constexpr std::int64_t kForm = 2;

TimePoint timeOr(const json::object& object, std::string_view name) {
    return TimePoint(std::chrono::milliseconds(numberOr(object, name, 0)));
}

std::optional<PinAttempts> attemptsOf(const fs::path& folder, const json::object& vault) {
    if (auto counted = readAttempts(folder)) return counted;
    if (numberOr(vault, "v", 1) >= kForm) return std::nullopt;
    PinAttempts first;
    first.failures = static_cast<int>(numberOr(vault, "failures", 0));
    first.notBefore = timeOr(vault, "not_before");
    first.lastUse = timeOr(vault, "last_used");
    return first;
}

// After the counts were written to their own files: one copied back later is not taken for the first form.
Result<void> leaveFirstForm(const fs::path& folder, json::object& vault) {
    if (numberOr(vault, "v", 1) >= kForm) return {};
    vault["v"] = kForm;
    for (const char* member : {"failures", "not_before", "last_used"}) vault.erase(member);
    auto done = writeVault(folder, vault);
    // The counts hold all the same; the next time will do.
    return !done && done.error().kind == ErrorKind::full ? Result<void>{} : done;
}

template <class Change>
Result<void> changeVault(const fs::path& folder, Change change) {
    const auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    auto vault = readVault(folder);
    if (!vault) return fail(vault.error());
    if (!change(*vault)) return {};
    return writeVault(folder, *vault);
}

Error waitError(std::chrono::milliseconds wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return {ErrorKind::refused, "pin_wait",
            "too many wrong PINs: wait " + std::to_string(seconds) + " seconds and try again"};
}

// REQUIRES: the folder's lock.
Result<crypto::DataKey> tryPin(const fs::path& folder, json::object& vault, std::string_view pin, TimePoint now) {
    const auto wrapped = fromBase64(textOr(vault, "wrapped"));
    if (!wrapped)
        return fail(ErrorKind::broken, "vault_broken",
                    "the vault's key is damaged; nothing was deleted. Restore it from a backup");
    auto attempts = attemptsOf(folder, vault);
    if (!attempts) {
        attempts = lostCount(now);
        if (auto done = writeAttempts(folder, *attempts); !done) return fail(done.error());
    }
    if (const auto wait = waitOf(*attempts, now); wait.count() > 0) return fail(waitError(wait));
    const auto open = noted(*attempts, now);
    if (auto done = writeAttempts(folder, open); !done) return fail(done.error());
    if (auto done = leaveFirstForm(folder, vault); !done) return fail(done.error());
    auto key = crypto::unwrapKey(*wrapped, pin);
    if (!key && key.error().code != "wrong_pin") {
        if (auto done = writeAttempts(folder, takenBack(open, *attempts)); !done) return fail(done.error());
        return key;
    }
    // On disk before it is answered, either way; else the answer would be had for a try that can be taken back.
    if (auto done = writeAttempts(folder, key ? judgedRight(open, now) : judgedWrong(open, now)); !done)
        return fail(done.error());
    return key;
}

}  // namespace

std::vector<Person> peopleOf(const fs::path& home) {
    std::vector<Person> out;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(home / "people", code)) {
        const auto vault = readVault(entry.path());
        if (!vault) continue;
        Person person;
        person.folder = entry.path();
        person.name = textOr(*vault, "name");
        person.role = textOr(*vault, "role");
        person.kid = textOr(*vault, "kid");
        person.device = textOr(*vault, "device");
        person.enrolled = !person.kid.empty();
        try {
            if (const auto attempts = attemptsOf(entry.path(), *vault)) {
                person.lastUse = attempts->lastUse;
                person.failures = attempts->failures;
                person.unjudged = attempts->unjudged;
                person.notBefore = attempts->notBefore;
            }
        } catch (const std::exception&) {
            // One count that the disk does not give hides nobody; opening the vault says what is wrong.
        }
        out.push_back(std::move(person));
    }
    std::sort(out.begin(), out.end(),
              [](const Person& a, const Person& b) { return std::tie(a.name, a.folder) < std::tie(b.name, b.folder); });
    return out;
}

Result<void> checkPinForm(std::string_view pin) {
    if (pin.size() >= 4 && pin.size() <= 128) return {};
    return fail(ErrorKind::refused, "weak_pin", "a PIN has at least 4 digits or characters");
}

Result<NewVault> createVault(const fs::path& home, std::string_view pin, const Instant& now, crypto::PinCost cost) {
    if (auto good = checkPinForm(pin); !good) return fail(good.error());
    const fs::path folder = home / "people" / makeUuid7(now.utc);
    makeOwnersFolder(folder.parent_path());
    makeOwnersFolder(folder);
    makeOwnersFolder(folder / "files");
    auto key = crypto::DataKey::generate();
    PinAttempts first;
    first.generation = 1;
    if (auto done = writeAttempts(folder, first); !done) return fail(done.error());
    // Last: a folder without it is nobody's.
    const json::object vault{{"v", kForm}, {"wrapped", toBase64(crypto::wrapKey(key, pin, cost))}};
    if (auto done = writeVault(folder, vault); !done) return fail(done.error());
    return NewVault{folder, std::move(key)};
}

void removeVault(const fs::path& folder) {
    fs::remove_all(folder);
    forgetAttempts(folder);
}

Result<void> nameVault(const fs::path& folder, const std::string& name, const std::string& role,
                       const std::string& kid) {
    return changeVault(folder, [&](json::object& vault) {
        vault["name"] = name;
        vault["role"] = role;
        vault["kid"] = kid;
        return true;
    });
}

Result<void> nameDevice(const fs::path& folder, const std::string& device) {
    return changeVault(folder, [&](json::object& vault) {
        if (textOr(vault, "device") == device) return false;
        vault["device"] = device;
        return true;
    });
}

Result<crypto::DataKey> unlock(const fs::path& folder, std::string_view pin, const Instant& now) {
    const auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    auto vault = readVault(folder);
    if (!vault) return fail(vault.error());
    makeOwnersVault(folder);
    return tryPin(folder, *vault, pin, now.utc);
}

Result<void> changePin(const fs::path& folder, std::string_view oldPin, std::string_view newPin, const Instant& now) {
    if (auto good = checkPinForm(newPin); !good) return good;
    const auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    auto vault = readVault(folder);
    if (!vault) return fail(vault.error());
    const auto key = tryPin(folder, *vault, oldPin, now.utc);
    if (!key) return fail(key.error());
    (*vault)["wrapped"] = toBase64(crypto::wrapKey(*key, newPin));
    return writeVault(folder, *vault);
}

}  // namespace plumb::store
