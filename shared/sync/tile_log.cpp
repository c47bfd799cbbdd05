#include "shared/sync/tile_log.h"

#include <charconv>

namespace plumb::sync {
namespace {

using crypto::kTileHeight;
using crypto::kTileWidth;

constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kMostNoteBytes = 64 * 1024;
constexpr int kMostWaits = 20;
constexpr std::chrono::seconds kLongestWait{60}, kUsualWait{2};

struct TileFault {
    Error error;
};

// Of 2^k neighbours.
Sha256 rootOfFull(std::vector<Sha256> hashes) {
    for (; hashes.size() > 1; hashes.resize(hashes.size() / 2)) {
        for (std::size_t i = 0; i < hashes.size() / 2; ++i)
            hashes[i] = crypto::nodeHash(hashes[2 * i], hashes[2 * i + 1]);
    }
    return hashes.front();
}

std::chrono::seconds askedWait(const HttpResponse& response) {
    const auto text = response.header("retry-after");
    unsigned seconds = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), seconds).ec != std::errc()) return kUsualWait;
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(1), kLongestWait);
}

}  // namespace

TileLog::TileLog(HttpCaller& http, std::string prefix, Wait wait, Keep keep)
    : m_http(http), m_prefix(std::move(prefix)), m_wait(std::move(wait)), m_keep(std::move(keep)) {}

Result<std::string> TileLog::get(const std::string& path, std::size_t limit, bool& missing) {
    HttpRequest request;
    request.path = m_prefix + "/" + path;
    for (int i = 0;; ++i) {
        const auto answer = m_http.call(request, limit);
        if (!answer) {
            if (answer.error().kind != ErrorKind::offline) return fail(answer.error());
            return fail(ErrorKind::offline, "offline",
                        "the log cannot be reached; what was looked at stands in the state file");
        }
        if (answer->status == 200) return answer->body;
        missing = answer->status == 404 || answer->status == 410;
        if (missing) return fail(ErrorKind::notFound, "tile_missing", m_prefix + "/" + path + " is not there");
        if ((answer->status != 429 && answer->status != 503) || i == kMostWaits) return fail(problemOf(*answer));
        m_wait(askedWait(*answer));
    }
}

Result<std::string> TileLog::checkpoint() {
    bool missing = false;
    auto note = get("checkpoint", kMostNoteBytes, missing);
    if (missing)
        return fail(ErrorKind::notFound, "no_log",
                    "there is no log at this address: " + m_prefix + "/checkpoint is not there");
    return note;
}

Result<TileLog::Hashes> TileLog::fetch(crypto::TileId tile) {
    const unsigned wanted = tile.width;
    bool missing = false;
    auto body = get("tile/" + crypto::formatTilePath(tile), kTileWidth * kHashBytes, missing);
    // A log may let go of a tile that is not full once the full one is there.
    if (!body && missing && tile.width < kTileWidth) {
        tile.width = kTileWidth;
        body = get("tile/" + crypto::formatTilePath(tile), kTileWidth * kHashBytes, missing);
        tile.width = wanted;
    }
    if (!body && body.error().code == "tile_missing")
        return fail(ErrorKind::notFound, "tile_missing",
                    "the log does not hand out tile " + crypto::formatTilePath(tile) +
                        ", which its signed checkpoint of " + std::to_string(m_head.size) + " entries needs");
    if (!body) return fail(body.error());
    ++m_fetched;
    const auto bytes = asBytes(*body);
    if (bytes.size() != wanted * kHashBytes && bytes.size() != kTileWidth * kHashBytes)
        return fail(ErrorKind::badSignature, "tile_wrong",
                    "tile " + crypto::formatTilePath(tile) + " has " + std::to_string(bytes.size()) + " bytes, not " +
                        std::to_string(wanted * kHashBytes));
    Hashes out;
    for (unsigned i = 0; i < wanted; ++i)
        out.push_back(Sha256::fromView(bytes.subspan(i * kHashBytes, kHashBytes)).value());
    return out;
}

Result<void> TileLog::keep(const crypto::TileId& tile, const Hashes& hashes) {
    if (!m_keep) return {};
    Bytes bytes;
    for (const auto& hash : hashes) bytes.insert(bytes.end(), hash.bytes.begin(), hash.bytes.end());
    return m_keep("tile/" + crypto::formatTilePath(tile), bytes);
}

Result<const TileLog::Hashes*> TileLog::tile(int level, std::uint64_t index) {
    if ((index + 1) * kTileWidth > hashesAt(level)) return &m_edge.at(level);
    if (const auto last = m_last.find(level); last != m_last.end() && last->second.index == index)
        return &last->second.hashes;
    const auto above = tile(level + 1, index / kTileWidth);
    if (!above) return fail(above.error());
    const auto wanted = (**above)[index % kTileWidth];
    const crypto::TileId id{level, index, kTileWidth};
    auto hashes = fetch(id);
    if (!hashes) return fail(hashes.error());
    if (rootOfFull(*hashes) != wanted)
        return fail(
            ErrorKind::badSignature, "tile_wrong",
            "tile " + crypto::formatTilePath(id) + " is not the log's: its hashes do not give the hash above it");
    if (auto kept = keep(id, *hashes); !kept) return fail(kept.error());
    auto& place = m_last[level];
    place = {index, std::move(*hashes)};
    return &place.hashes;
}

Sha256 TileLog::node(crypto::NodeId id) {
    const int level = id.level / kTileHeight, within = id.level % kTileHeight;
    const auto first = id.index << within;
    const auto hashes = tile(level, first / kTileWidth);
    if (!hashes) throw TileFault{hashes.error()};
    const auto begin = (*hashes)->begin() + static_cast<std::ptrdiff_t>(first % kTileWidth);
    return rootOfFull(Hashes(begin, begin + (1 << within)));
}

template <class Work>
auto TileLog::tried(Work work) -> Result<decltype(work())> {
    try {
        return work();
    } catch (const TileFault& fault) {
        return fail(fault.error);
    }
}

Result<void> TileLog::open(const crypto::TreeHead& head) {
    m_head = head;
    m_edge.clear();
    m_last.clear();
    for (int level = 0; hashesAt(level) > 0; ++level) {
        const auto width = static_cast<unsigned>(hashesAt(level) % kTileWidth);
        if (width == 0) continue;
        auto hashes = fetch({level, hashesAt(level) / kTileWidth, width});
        if (!hashes) return fail(hashes.error());
        m_edge[level] = std::move(*hashes);
    }
    const auto root = rootAt(head.size);
    if (!root) return fail(root.error());
    if (*root != head.root)
        return fail(ErrorKind::badSignature, "tile_wrong",
                    "the tiles at the log's end do not give the root that its checkpoint of " +
                        std::to_string(head.size) + " entries signs");
    for (const auto& [level, hashes] : m_edge) {
        const crypto::TileId id{level, hashesAt(level) / kTileWidth, static_cast<unsigned>(hashes.size())};
        if (auto kept = keep(id, hashes); !kept) return kept;
    }
    return {};
}

Result<Sha256> TileLog::rootAt(std::uint64_t size) {
    return tried([&] { return crypto::rootOf(size, [this](crypto::NodeId id) { return node(id); }); });
}

Result<std::vector<Sha256>> TileLog::consistency(std::uint64_t from) {
    return tried(
        [&] { return crypto::consistencyProof(from, m_head.size, [this](crypto::NodeId id) { return node(id); }); });
}

Result<void> TileLog::walk(std::uint64_t from, const std::function<Result<void>(std::uint64_t)>& walked) {
    for (auto index = from; index < fullTiles(); ++index) {
        if (const auto good = tile(0, index); !good) return fail(good.error());
        if (auto told = walked(index + 1); !told) return told;
    }
    return {};
}

}  // namespace plumb::sync
