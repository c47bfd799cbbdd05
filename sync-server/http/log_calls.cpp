#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/log/proofs.h"
#include "sync-server/log/tiles.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kAnySize = std::uint64_t{1} << 62;
constexpr std::string_view kForever = "public, max-age=31536000, immutable";

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
    return jsonResponse(json::object{{"checkpoint", head->note}, {"consistency", std::move(*proof)}});
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
    auto response = textResponse(services.head.get()->note, "text/plain; charset=utf-8");
    return response.with("X-Content-Type-Options", "nosniff");
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
    return response.with("Content-Type", "application/octet-stream").with("Cache-Control", std::string(kForever));
}

}  // namespace plumb::server
