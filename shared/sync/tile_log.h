// A log as its tiles give it (C2SP tlog-tiles), read by anybody without an account. Every hash that is given out was
// traced to the root of one signed tree: a tile whose hashes do not add up to the hash above it is refused, and with it
// whatever rests on it. One thread.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>

#include "shared/crypto/checkpoint.h"
#include "shared/crypto/merkle.h"
#include "shared/crypto/tile_path.h"
#include "shared/sync/http.h"

namespace plumb::sync {

class TileLog {
  public:
    // Verified tiles as they come, "tile/0/000", for whoever keeps them.
    using Keep = std::function<Result<void>(const std::string& path, ByteView bytes)>;
    // How a server that asks for patience (429, 503 with Retry-After) is waited for.
    using Wait = std::function<void(std::chrono::seconds)>;

    // `prefix`: what stands before "/checkpoint" in the address, "/log". Borrows `http`.
    TileLog(HttpCaller& http, std::string prefix, Wait wait, Keep keep = {});

    // The newest note, as it came. offline; notFound "no_log" where the address has none.
    Result<std::string> checkpoint();

    // From now on the tiles of this tree; fetches those at its right edge. badSignature "tile_wrong" where they are not
    // the tree's, notFound "tile_missing" where one is not there, offline.
    Result<void> open(const crypto::TreeHead& head);
    // REQUIRES for all below: open() was good. The same errors.
    // The root that the tree had when it had so many entries. REQUIRES: at most those of its head.
    Result<Sha256> rootAt(std::uint64_t size);
    // RFC 6962 §2.1.2.
    Result<std::vector<Sha256>> consistency(std::uint64_t from);
    // Looks at every full tile of level 0 from this one on, and at those above them; `walked` is told how many of level
    // 0 have been looked at. The tiles at the right edge open() has looked at.
    Result<void> walk(std::uint64_t from, const std::function<Result<void>(std::uint64_t walked)>& walked);

    [[nodiscard]] std::uint64_t fullTiles() const { return m_head.size >> crypto::kTileHeight; }
    [[nodiscard]] std::uint64_t tilesFetched() const { return m_fetched; }

  private:
    using Hashes = std::vector<Sha256>;
    struct Kept {
        std::uint64_t index = 0;
        Hashes hashes;
    };
    Result<std::string> get(const std::string& path, std::size_t limit, bool& missing);
    Result<Hashes> fetch(crypto::TileId tile);
    Result<void> keep(const crypto::TileId& tile, const Hashes& hashes);
    Result<const Hashes*> tile(int level, std::uint64_t index);
    [[nodiscard]] std::uint64_t hashesAt(int level) const { return m_head.size >> (crypto::kTileHeight * level); }
    // Throws the Error of a tile that could not be had.
    Sha256 node(crypto::NodeId id);
    template <class Work>
    auto tried(Work work) -> Result<decltype(work())>;

    HttpCaller& m_http;
    std::string m_prefix;
    Wait m_wait;
    Keep m_keep;
    crypto::TreeHead m_head;
    std::map<int, Hashes> m_edge;  // of each level the tile that is not full
    std::map<int, Kept> m_last;    // of each level the full tile that was looked at last
    std::uint64_t m_fetched = 0;
};

}  // namespace plumb::sync
