#include "shared/store/key_story.h"

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/base/uuid.h"
#include "shared/store/durable_file.h"

namespace plumb::store {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;

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

Result<void> write(const std::filesystem::path& folder, const KeyStory& story) {
    json::object out{
        {"device", story.device}, {"unsent_records", story.unsentRecords}, {"unsent_files", story.unsentFiles}};
    if (story.enrolled) out["enrolled"] = formatInstant(*story.enrolled);
    if (story.revoked) out["revoked"] = formatInstant(*story.revoked);
    return writeDurably(fileOf(folder), asBytes(toText(out)));
}

}  // namespace

KeyStory keyStory(const std::filesystem::path& folder) {
    KeyStory out;
    out.enrolled = begunAt(folder);
    const auto bytes = readWhole(fileOf(folder), kMostBytes);
    const auto value = bytes ? parseJson(asText(*bytes)) : Result<json::value>(fail(bytes.error()));
    if (!value || !value->is_object()) return out;
    const auto& object = value->get_object();
    out.device = textOr(object, "device");
    if (const auto at = instantAt(object, "enrolled")) out.enrolled = at;
    out.revoked = instantAt(object, "revoked");
    out.unsentRecords = countAt(object, "unsent_records");
    out.unsentFiles = countAt(object, "unsent_files");
    return out;
}

Result<void> noteEnrolled(const std::filesystem::path& folder, const std::string& device, const Instant& at) {
    auto story = keyStory(folder);
    story.device = device;
    story.enrolled = at;
    return write(folder, story);
}

Result<void> noteRevoked(const std::filesystem::path& folder, const Instant& at, std::size_t records,
                         std::size_t files) {
    auto story = keyStory(folder);
    if (!story.revoked) story.revoked = at;
    story.unsentRecords = records;
    story.unsentFiles = files;
    return write(folder, story);
}

}  // namespace plumb::store
