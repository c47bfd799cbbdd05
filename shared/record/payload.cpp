#include "shared/record/payload.h"

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "shared/record/payload_form.h"

namespace plumb::record {
namespace {

constexpr std::size_t kMaxFiles = 2000;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}
tl::unexpected<Error> bad(const Error& error) {
    return bad(error.detail);
}

Result<Seen> parseSeen(const json::value& value) {
    if (!value.is_object()) return bad("\"seen\" must be an object");
    const auto size = integerAt(value.get_object(), "size", "seen");
    const auto root = textAt(value.get_object(), "root", "seen");
    if (!size || !root) return bad(size ? root.error() : size.error());
    const auto bytes = fromBase64(*root);
    const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
    if (!hash || *size < 0) return bad("\"seen\" must hold a size and a root hash in base64");
    return Seen{static_cast<std::uint64_t>(*size), *hash};
}

// More than a clock can be wrong by; what is beyond is no measure.
constexpr std::int64_t kMostOffset = 200LL * 365 * 24 * 3600 * 1000;

Result<ClockError> parseClock(const json::value& value) {
    if (!value.is_object()) return bad("\"clock\" must be an object");
    const auto& object = value.get_object();
    const auto offset = integerAt(object, "offset", "clock"), within = integerAt(object, "within", "clock"),
               size = integerAt(object, "size", "clock");
    for (const auto* member : {&offset, &within, &size}) {
        if (!*member) return bad(member->error());
    }
    const auto time = parseInstant(textOr(object, "time"));
    if (!time) return bad("\"clock.time\": " + time.error().detail);
    if (*offset > kMostOffset || *offset < -kMostOffset || *within < 0 || *within > kMostOffset || *size < 0)
        return bad("\"clock\" holds a number that no clock has");
    return ClockError{std::chrono::milliseconds(*offset), std::chrono::milliseconds(*within),
                      static_cast<std::uint64_t>(*size), *time};
}

Result<std::vector<FileRef>> parseFiles(const json::value& value) {
    if (!value.is_array() || value.get_array().size() > kMaxFiles)
        return bad("\"files\" must be an array of at most 2000");
    std::vector<FileRef> files;
    for (const auto& entry : value.get_array()) {
        const std::string path = "files[" + std::to_string(files.size()) + "]";
        if (!entry.is_object()) return bad("\"" + path + "\" must be an object");
        const auto& object = entry.get_object();
        const auto hash = textAt(object, "sha256", path);
        const auto size = integerAt(object, "size", path);
        if (!hash || !size) return bad(hash ? size.error() : hash.error());
        const auto sha = Sha256::fromHex(*hash);
        if (!sha) return bad("\"" + path + ".sha256\" must be 64 lower-case hex digits");
        if (*size < 0) return bad("\"" + path + ".size\" must not be negative");
        FileRef file{*sha, static_cast<std::uint64_t>(*size), textOr(object, "type"), textOr(object, "role"),
                     textOr(object, "item")};
        if (const auto* of = object.if_contains("of")) {
            const auto original = Sha256::fromHex(of->is_string() ? std::string_view(of->get_string()) : "");
            if (!original) return bad("\"" + path + ".of\" must be 64 lower-case hex digits");
            file.of = *original;
        }
        if (const auto* photo = object.if_contains("photo")) {
            if (!photo->is_object()) return bad("\"" + path + ".photo\" must be an object");
            auto origin = readPhotoOrigin(photo->get_object(), path + ".photo");
            if (!origin) return fail(origin.error());
            file.photo = std::move(*origin);
        }
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace

Result<Payload> parsePayload(std::string_view text) {
    auto value = parseJson(text);
    if (!value) return bad("the payload is not JSON: " + value.error().detail);
    if (!value->is_object()) return bad("the payload must be a JSON object");
    if (auto good = checkPayloadForm(text, *value); !good) return fail(good.error());
    const auto& object = value->get_object();
    const auto version = integerAt(object, "v");
    if (!version) return bad(version.error());
    if (*version != 1)
        return fail(ErrorKind::unsupported, "bad_payload",
                    "\"v\" is " + std::to_string(*version) + "; this version reads 1");
    Payload out;
    auto id = textAt(object, "id"), type = textAt(object, "type"), prev = textAt(object, "prev"),
         at = textAt(object, "at");
    const auto seq = integerAt(object, "seq");
    const auto body = objectAt(object, "body");
    for (const auto* member : {&id, &type, &prev, &at}) {
        if (!*member) return bad(member->error());
    }
    if (!seq) return bad(seq.error());
    if (!body) return bad(body.error());
    if (!isUuid(*id)) return bad("\"id\" must be a lower-case UUID");
    if (type->empty() || type->size() > 64) return bad("\"type\" must have 1 to 64 characters");
    if (*seq < 1) return bad("\"seq\" must be 1 or more");
    if (prev->empty() != (*seq == 1))
        return bad("\"prev\" must be empty for seq 1 and the hash of the line before for any other");
    if (!prev->empty()) {
        const auto hash = Sha256::fromHex(*prev);
        if (!hash) return bad("\"prev\" must be 64 lower-case hex digits");
        out.prev = *hash;
    }
    const auto instant = parseInstant(*at);
    if (!instant) return bad("\"at\": " + instant.error().detail);
    // One way to write it, so that texts sort and compare as the times do.
    if (formatInstant(*instant) != *at)
        return bad(
            "\"at\" must be written with three decimals and a numeric offset, like 2026-11-22T08:15:30.123+08:00");
    if (const auto* clock = object.if_contains("clock")) {
        auto parsed = parseClock(*clock);
        if (!parsed) return fail(parsed.error());
        out.clock = *parsed;
    }
    if (const auto* seen = object.if_contains("seen")) {
        auto parsed = parseSeen(*seen);
        if (!parsed) return fail(parsed.error());
        out.seen = *parsed;
    }
    if (const auto* files = object.if_contains("files")) {
        auto parsed = parseFiles(*files);
        if (!parsed) return fail(parsed.error());
        out.files = std::move(*parsed);
    }
    out.id = std::move(*id);
    out.type = std::move(*type);
    out.seq = static_cast<std::uint64_t>(*seq);
    out.at = *instant;
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    out.body = std::move(value->get_object().at("body").get_object());
    return out;
}

json::array filesToJson(const std::vector<FileRef>& files) {
    json::array out;
    for (const auto& file : files) {
        json::object entry{
            {"sha256", file.sha256.hex()}, {"size", file.size}, {"type", file.type}, {"role", file.role}};
        if (!file.item.empty()) entry["item"] = file.item;
        if (file.of) entry["of"] = file.of->hex();
        if (file.photo) entry["photo"] = toJson(*file.photo);
        out.push_back(std::move(entry));
    }
    return out;
}

TimePoint correctedAt(const Payload& payload) {
    return payload.clock ? payload.at.utc + payload.clock->offset : payload.at.utc;
}

std::string formatPayload(const Payload& payload) {
    json::object out{{"v", 1},
                     {"id", payload.id},
                     {"type", payload.type},
                     {"seq", payload.seq},
                     {"prev", payload.prev ? payload.prev->hex() : std::string()},
                     {"at", formatInstant(payload.at)}};
    if (payload.clock) {
        out["clock"] = {{"offset", payload.clock->offset.count()},
                        {"within", payload.clock->within.count()},
                        {"size", payload.clock->size},
                        {"time", formatInstant(payload.clock->time)}};
    }
    if (payload.seen) out["seen"] = {{"size", payload.seen->size}, {"root", toBase64(payload.seen->root.view())}};
    if (!payload.site.empty()) out["site"] = payload.site;
    if (!payload.region.empty()) out["region"] = payload.region;
    if (!payload.files.empty()) out["files"] = filesToJson(payload.files);
    out["body"] = payload.body;
    return toText(out);
}

}  // namespace plumb::record
