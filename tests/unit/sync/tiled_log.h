// A log in memory that serves its tiles as static files would, and may lie: for what looks at logs from outside.
#pragma once

#include <map>

#include "shared/base/encoding.h"
#include "shared/crypto/checkpoint.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/merkle.h"
#include "shared/crypto/tile_path.h"
#include "shared/sync/http.h"

namespace plumb::sync::kit {

class TiledLog : public HttpCaller {
  public:
    explicit TiledLog(std::string name = "log.test/a", std::uint8_t seed = 1)
        : m_name(std::move(name)),
          m_key(crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, Bytes(32, seed)).value()) {}

    // `salt` makes other leaves.
    void grow(std::uint64_t to, const std::string& salt = "") {
        while (m_tree.size() < to) {
            const auto leaf = crypto::leafHash(asBytes(salt + std::to_string(m_tree.size())));
            for (const auto& made : m_tree.append(leaf)) m_nodes[{made.id.level, made.id.index}] = made.hash;
        }
        m_shown = to;
    }
    // What the log shows of itself from now on.
    void show(std::uint64_t size) { m_shown = size; }
    [[nodiscard]] crypto::NodeReader nodes() const {
        return [this](crypto::NodeId id) { return m_nodes.at({id.level, id.index}); };
    }
    [[nodiscard]] Sha256 rootAt(std::uint64_t size) const { return crypto::rootOf(size, nodes()); }
    [[nodiscard]] std::string noteAt(std::uint64_t size) const {
        const std::string body = m_name + "\n" + std::to_string(size) + "\n" + toBase64(rootAt(size).view()) + "\n";
        return crypto::signNote(body, m_name, m_key);
    }
    [[nodiscard]] crypto::TreeHead headAt(std::uint64_t size) const { return {m_name, size, rootAt(size)}; }
    [[nodiscard]] crypto::NoteKey key() const { return {m_name, m_key.publicKey()}; }

    using HttpCaller::call;
    Result<HttpResponse> call(const HttpRequest& request, std::size_t) override {
        ++asked[request.path];
        if (dead) return fail(ErrorKind::offline, "offline", "no network");
        if (busy > 0) {
            --busy;
            return HttpResponse{429, {{"retry-after", "3"}}, ""};
        }
        if (request.path == "/log/checkpoint") return HttpResponse{200, {}, noteAt(m_shown) + more};
        const std::string tiles = "/log/tile/";
        if (!request.path.starts_with(tiles)) return HttpResponse{404, {}, ""};
        if (const auto other = instead.find(request.path); other != instead.end()) {
            if (other->second.empty()) return HttpResponse{404, {}, ""};
            return HttpResponse{200, {}, other->second};
        }
        const auto tile = crypto::parseTilePath(request.path.substr(tiles.size()));
        if (!tile || tile->index * 256 + tile->width > m_tree.size() >> (8 * tile->level))
            return HttpResponse{404, {}, ""};
        return HttpResponse{200, {}, bytesOf(*tile)};
    }
    [[nodiscard]] std::string bytesOf(const crypto::TileId& tile) const {
        std::string out;
        for (unsigned i = 0; i < tile.width; ++i)
            out += asText(m_nodes.at({8 * tile.level, tile.index * 256 + i}).view());
        return out;
    }
    void cancel() override {}
    void resume() override {}
    [[nodiscard]] HttpTraffic traffic() const override { return {}; }

    std::map<std::string, std::string> instead;  // what is answered at a path; "": nothing is there
    std::map<std::string, int> asked;
    std::string more;  // further signature lines
    bool dead = false;
    int busy = 0;

  private:
    std::string m_name;
    crypto::PrivateKey m_key;
    crypto::CompactRange m_tree;
    std::map<std::pair<int, std::uint64_t>, Sha256> m_nodes;
    std::uint64_t m_shown = 0;
};

}  // namespace plumb::sync::kit
