#include "sync-server/log/tiles.h"

#include <charconv>

namespace plumb::server {
namespace {

constexpr int kHeight = 8;
constexpr unsigned kFullWidth = 1u << kHeight;
constexpr int kMaxLevel = 63 / kHeight;

tl::unexpected<Error> bad() {
    return fail(ErrorKind::notFound, "tile_unknown", "a tile is named /log/tile/<L>/<N> or /log/tile/<L>/<N>.p/<W>");
}

// Decimal without leading zeros.
bool plainNumber(std::string_view text, unsigned& out) {
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

bool threeDigits(std::string_view text, unsigned& out) {
    if (text.size() != 3) return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 3, out);
    return error == std::errc() && end == text.data() + 3;
}

}  // namespace

Result<TileId> parseTilePath(std::string_view path) {
    TileId tile;
    const auto slash = path.find('/');
    unsigned level = 0;
    if (slash == std::string_view::npos || !plainNumber(path.substr(0, slash), level) || level > kMaxLevel)
        return bad();
    tile.level = static_cast<int>(level);
    path.remove_prefix(slash + 1);
    if (const auto partial = path.find(".p/"); partial != std::string_view::npos) {
        if (!plainNumber(path.substr(partial + 3), tile.width) || tile.width == 0 || tile.width >= kFullWidth)
            return bad();
        path = path.substr(0, partial);
    }
    bool first = true;
    for (;;) {
        const bool more = path.starts_with('x');
        if (more) path.remove_prefix(1);
        unsigned part = 0;
        if (!threeDigits(path.substr(0, 3), part) || tile.index > (1ULL << 50)) return bad();
        if (first && more && part == 0) return bad();
        first = false;
        tile.index = tile.index * 1000 + part;
        path.remove_prefix(3);
        if (!more) break;
        if (!path.starts_with('/')) return bad();
        path.remove_prefix(1);
    }
    if (!path.empty()) return bad();
    return tile;
}

Result<std::string> tileBytes(const TileId& tile, std::uint64_t size, const crypto::NodeReader& nodes) {
    const std::uint64_t available = size >> (kHeight * tile.level);
    const std::uint64_t first = tile.index * kFullWidth;
    if (first + tile.width > available) return fail(ErrorKind::notFound, "tile_unknown", "the log is not so large yet");
    std::string out;
    out.reserve(std::size_t{tile.width} * 32);
    for (unsigned i = 0; i < tile.width; ++i) out.append(asText(nodes({kHeight * tile.level, first + i}).view()));
    return out;
}

}  // namespace plumb::server
