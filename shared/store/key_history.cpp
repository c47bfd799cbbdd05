#include "shared/store/key_history.h"

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/base/uuid.h"
#include "shared/store/durable_file.h"
#include "shared/store/folder_lock.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

std::filesystem::path fileOf(const std::filesystem::path& folder) {
    return folder / "key.json";
}

// The folder's name is a UUIDv7 (vault_store.h), whose first 48 bits are the time.
std::optional<Instant> begunAt(const std::filesystem::path& folder) {
    const std::string name = folder.filename().string();
    if (!isUuid(name)) return std::nullopt;
    const auto bytes = fromHex(name.substr(0, 8) + name.substr(9, 4));
    if (!bytes) return std::nullopt;
    std::int64_t ms = 0;
    for (const auto byte : *bytes) ms = ms << 8 | byte;
    return Instant{TimePoint(std::chrono::milliseconds(ms)), {}};
}

std::optional<Instant> instantAt(const json::object& object, std::string_view name) {
    const auto at = parseInstant(textOr(object, name));
    return at ? std::optional(*at) : std::nullopt;
}

std::size_t countAt(const json::object& object, std::string_view name) {
    const auto count = integerAt(object, name);
    return count && *count > 0 ? static_cast<std::size_t>(*count) : 0;
}

KeyHistory historyFrom(const std::filesystem::path& folder, const Result<Bytes>& bytes) {
    KeyHistory out;
    out.enrolled = begunAt(folder);
    const auto value = bytes ? parseJson(asText(*bytes)) : Result<json::value>(fail(bytes.error()));
    if (!value || !value->is_object()) return out;
    const auto& object = value->get_object();
    out.device = textOr(object, "device");
    if (const auto at = instantAt(object, "enrolled")) out.enrolled = at;
    out.revoked = instantAt(object, "revoked");
    out.revokedAt = instantAt(object, "revoked_at");
    out.revokedBy = textOr(object, "revoked_by");
    out.unsentRecords = countAt(object, "unsent_records");
    out.unsentFiles = countAt(object, "unsent_files");
    return out;
}

// To be changed and written again: what cannot be read now is not written over.
Result<KeyHistory> historyToChange(const std::filesystem::path& folder) {
    const auto bytes = readWhole(fileOf(folder), kMostKeyFileBytes);
    if (!bytes && bytes.error().kind == ErrorKind::broken) return fail(bytes.error());
    return historyFrom(folder, bytes);
}

Result<void> write(const std::filesystem::path& folder, const KeyHistory& history) {
    json::object out{
        {"device", history.device}, {"unsent_records", history.unsentRecords}, {"unsent_files", history.unsentFiles}};
    if (history.enrolled) out["enrolled"] = formatInstant(*history.enrolled);
    if (history.revoked) out["revoked"] = formatInstant(*history.revoked);
    if (history.revokedAt) out["revoked_at"] = formatInstant(*history.revokedAt);
    if (!history.revokedBy.empty()) out["revoked_by"] = history.revokedBy;
    return writeDurably(fileOf(folder), asBytes(toText(out)));
}

}  // namespace

KeyHistory keyHistory(const std::filesystem::path& folder) {
    return historyFrom(folder, readWhole(fileOf(folder), kMostKeyFileBytes));
}

Result<void> noteEnrolled(const std::filesystem::path& folder, const std::string& device, const Instant& at) {
    const auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    auto history = historyToChange(folder);
    if (!history) return fail(history.error());
    history->device = device;
    history->enrolled = at;
    return write(folder, *history);
}

Result<void> noteTaken(const std::filesystem::path& folder) {
    auto history = historyToChange(folder);
    if (!history) return fail(history.error());
    if (!history->revoked) return {};
    history->revoked.reset();
    history->revokedAt.reset();
    history->revokedBy.clear();
    history->unsentRecords = history->unsentFiles = 0;
    return write(folder, *history);
}

Result<void> noteRevoked(const std::filesystem::path& folder, const Instant& at, std::size_t records, std::size_t files,
                         const RevokedBy& by) {
    const auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    auto history = historyToChange(folder);
    if (!history) return fail(history.error());
    if (!history->revoked) history->revoked = at;
    if (by.at) history->revokedAt = by.at;
    if (!by.person.empty()) history->revokedBy = by.person;
    history->unsentRecords = records;
    history->unsentFiles = files;
    return write(folder, *history);
}

}  // namespace plumb::store
