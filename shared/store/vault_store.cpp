#include "shared/store/vault_store.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/base/uuid.h"
#include "shared/store/durable_file.h"
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

TimePoint waitUntil(int failures, TimePoint now) {
    if (failures < kFreeAttempts) return {};
    return now + kFirstWait * (1 << std::min(failures - kFreeAttempts, kMostDoublings));
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
        person.lastUse = TimePoint(std::chrono::milliseconds(numberOr(*vault, "last_used", 0)));
        person.enrolled = !person.kid.empty();
        person.failures = static_cast<int>(numberOr(*vault, "failures", 0));
        person.notBefore = TimePoint(std::chrono::milliseconds(numberOr(*vault, "not_before", 0)));
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
    fs::create_directories(folder / "files");
    fs::permissions(folder, fs::perms::owner_all);
    auto key = crypto::DataKey::generate();
    const json::object vault{
        {"v", 1}, {"wrapped", toBase64(crypto::wrapKey(key, pin, cost))}, {"failures", 0}, {"not_before", 0}};
    if (auto done = writeVault(folder, vault); !done) return fail(done.error());
    return NewVault{folder, std::move(key)};
}

Result<void> nameVault(const fs::path& folder, const std::string& name, const std::string& role,
                       const std::string& kid) {
    auto vault = readVault(folder);
    if (!vault) return fail(vault.error());
    (*vault)["name"] = name;
    (*vault)["role"] = role;
    (*vault)["kid"] = kid;
    return writeVault(folder, *vault);
}

Result<void> nameDevice(const fs::path& folder, const std::string& device) {
    auto vault = readVault(folder);
    if (!vault) return fail(vault.error());
    if (textOr(*vault, "device") == device) return {};
    (*vault)["device"] = device;
    return writeVault(folder, *vault);
}

Result<crypto::DataKey> unlock(const fs::path& folder, std::string_view pin, const Instant& now) {
    auto vault = readVault(folder);
    if (!vault) return fail(vault.error());
    const auto wrapped = fromBase64(textOr(*vault, "wrapped"));
    if (!wrapped)
        return fail(ErrorKind::broken, "vault_broken",
                    "the vault's key is damaged; nothing was deleted. Restore it from a backup");
    const int failures = static_cast<int>(numberOr(*vault, "failures", 0));
    const TimePoint notBefore{std::chrono::milliseconds(numberOr(*vault, "not_before", 0))};
    // A clock that was set back cannot stretch the wait beyond the longest one.
    if (now.utc < notBefore && notBefore - now.utc <= kFirstWait * (1 << kMostDoublings)) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(notBefore - now.utc).count();
        return fail(ErrorKind::refused, "pin_wait",
                    "too many wrong PINs: wait " + std::to_string(seconds) + " seconds and try again");
    }
    (*vault)["failures"] = failures + 1;
    (*vault)["not_before"] = waitUntil(failures + 1, now.utc).time_since_epoch().count();
    if (auto done = writeVault(folder, *vault); !done && done.error().kind != ErrorKind::full)
        return fail(done.error());
    auto key = crypto::unwrapKey(*wrapped, pin);
    if (!key) return fail(key.error());
    (*vault)["failures"] = 0;
    (*vault)["not_before"] = 0;
    (*vault)["last_used"] = now.utc.time_since_epoch().count();
    if (auto done = writeVault(folder, *vault); !done && done.error().kind != ErrorKind::full)
        return fail(done.error());
    return key;
}

Result<void> changePin(const fs::path& folder, std::string_view oldPin, std::string_view newPin, const Instant& now) {
    if (auto good = checkPinForm(newPin); !good) return good;
    const auto key = unlock(folder, oldPin, now);
    if (!key) return fail(key.error());
    auto vault = readVault(folder);
    if (!vault) return fail(vault.error());
    (*vault)["wrapped"] = toBase64(crypto::wrapKey(*key, newPin));
    return writeVault(folder, *vault);
}

}  // namespace plumb::store
