#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/log/proofs.h"
#include "sync-server/log/tiles.h"
#include "sync-server/query/entry_rights.h"
#include "sync-server/witness/cosigned_heads.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kAnySize = std::uint64_t{1} << 62;
// Anybody may keep a tile for ever, and read it from a page of her own.
constexpr std::string_view kForever = "public, max-age=31536000, immutable";
// As long as a checkpoint may be handed on by whoever stands between.
constexpr std::string_view kSeconds = "public, max-age=2";

Response forAnybody(Response response, std::string_view cached) {
    std::erase_if(response.headers, [](const auto& one) { return one.first == "Cache-Control"; });
    return std::move(response.with("Cache-Control", std::string(cached)).with("Access-Control-Allow-Origin", "*"));
}

Error beyond(std::uint64_t size) {
    return {ErrorKind::conflict, "log_smaller", "this log has only " + std::to_string(size) + " lines"};
}

}  // namespace

Response getCheckpoint(const Request& request, Services& services) {
    const auto have = request.number("have", 0, kAnySize);
    if (!have) return problem(have.error());
    const auto head = services.head.get();
    const auto reader = services.readers.borrow();
    auto proof = consistencyOf(*have, head->size, nodesOf(*reader));
    if (!proof) return problem(proof.error());
    return jsonResponse(
        json::object{{"checkpoint", services.cosigned.noteOf(*head)}, {"consistency", std::move(*proof)}});
}

Response proveInclusion(const Request& request, Services& services) {
    const auto head = services.head.get();
    const auto size = request.number("size", head->size, kAnySize, 1);
    if (!size) return problem(size.error());
    if (*size > head->size) return problem(beyond(head->size));
    const auto reader = services.readers.borrow();
    std::optional<Entry> entry;
    if (const auto hash = request.query.find("hash"); hash != request.query.end()) {
        const auto sha256 = Sha256::fromHex(hash->second);
        if (!sha256)
            return problem(
                {ErrorKind::malformed, "bad_query", "\"hash\" must be a line hash of 64 lower-case hex digits"});
        entry = reader->entryByHash(*sha256);
    } else if (request.query.contains("index")) {
        const auto index = request.number("index", 0, kAnySize);
        if (!index) return problem(index.error());
        entry = reader->entry(*index);
    } else {
        return problem({ErrorKind::malformed, "bad_query", "tell the line by \"hash\" or \"index\""});
    }
    if (!entry || entry->index >= head->size)
        return problem({ErrorKind::notFound, "record_unknown", "no such line is in this log"});
    const auto nodes = nodesOf(*reader);
    auto proof = inclusionOf(entry->index, *size, nodes);
    if (!proof) return problem(proof.error());
    const auto leaf = nodes({0, entry->index});
    return jsonResponse(json::object{
        {"index", entry->index}, {"size", *size}, {"leaf", toBase64(leaf.view())}, {"hashes", std::move(*proof)}});
}

Response proveConsistency(const Request& request, Services& services) {
    const auto head = services.head.get();
    const auto from = request.number("from", 0, kAnySize), to = request.number("to", head->size, kAnySize);
    if (!from) return problem(from.error());
    if (!to) return problem(to.error());
    if (*to > head->size) return problem(beyond(head->size));
    if (*from > *to) return problem({ErrorKind::malformed, "bad_query", "\"from\" must not be larger than \"to\""});
    const auto reader = services.readers.borrow();
    auto proof = consistencyOf(*from, *to, nodesOf(*reader));
    if (!proof) return problem(proof.error());
    return jsonResponse(json::object{{"from", *from}, {"to", *to}, {"hashes", std::move(*proof)}});
}

Response getLogCheckpoint(const Request&, Services& services) {
    const auto note = services.cosigned.published(*services.head.get(), services.clock().utc);
    auto response = textResponse(note, "text/plain; charset=utf-8");
    return forAnybody(std::move(response.with("X-Content-Type-Options", "nosniff")), kSeconds);
}

Response getTile(const Request& request, Services& services) {
    const auto tile = parseTilePath(request.captures.front());
    if (!tile) return problem(tile.error());
    const auto reader = services.readers.borrow();
    auto bytes = tileBytes(*tile, services.head.get()->size, nodesOf(*reader));
    if (!bytes) return problem(bytes.error());
    Response response;
    response.body = std::move(*bytes);
    response.compressible = false;
    // A tile never changes: a partial one has its width in its name.
    return forAnybody(std::move(response.with("Content-Type", "application/octet-stream")), kForever);
}

// Entries are lines with people's names in them: a bundle is for whoever may read every line of it, and lies in no
// cache.
Response getEntries(const Request& request, Services& services) {
    const auto place = crypto::parseEntriesPath(request.captures.front());
    if (!place) return problem(place.error());
    if (const auto there = haveEntries(*place, services.head.get()->size); !there) return problem(there.error());
    const auto reader = services.readers.borrow();
    Response response;
    for (unsigned i = 0; i < place->width; ++i) {
        const auto index = place->index * crypto::kTileWidth + i;
        const auto entry = reader->entry(index);
        if (!entry || !mayReadEntry(*request.caller, *entry, *reader))
            return problem(
                {ErrorKind::forbidden, "wrong_role",
                 "an entry bundle is for whoever may read every line in it; take the lines that you may read "
                 "from /v1/records"});
        const auto line = reader->line(index);
        if (!line) return problem({ErrorKind::notFound, "tile_unknown", "the log is not so large yet"});
        if (const auto added = addToBundle(response.body, *line); !added) return problem(added.error());
    }
    return response.with("Content-Type", "application/octet-stream").with("Cache-Control", "private, no-store");
}

}  // namespace plumb::server
