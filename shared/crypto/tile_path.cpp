#include "shared/crypto/tile_path.h"

#include <charconv>

namespace plumb::crypto {
namespace {

constexpr int kMaxLevel = 63 / kTileHeight;
constexpr std::uint64_t kMaxIndex = std::uint64_t{1} << 55;  // × 256 entries is the largest tree that is counted

tl::unexpected<Error> bad() {
    return fail(ErrorKind::notFound, "tile_unknown", "a tile is named tile/<L>/<N> or tile/<L>/<N>.p/<W>");
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

// "<N>[.p/<W>]"
Result<TileId> parsePlace(std::string_view path) {
    TileId tile;
    if (const auto partial = path.find(".p/"); partial != std::string_view::npos) {
        if (!plainNumber(path.substr(partial + 3), tile.width) || tile.width == 0 || tile.width >= kTileWidth)
            return bad();
        path = path.substr(0, partial);
    }
    bool first = true;
    for (;;) {
        const bool more = path.starts_with('x');
        if (more) path.remove_prefix(1);
        unsigned part = 0;
        if (!threeDigits(path.substr(0, 3), part)) return bad();
        if (first && more && part == 0) return bad();
        first = false;
        tile.index = tile.index * 1000 + part;
        if (tile.index >= kMaxIndex) return bad();
        path.remove_prefix(3);
        if (!more) break;
        if (!path.starts_with('/')) return bad();
        path.remove_prefix(1);
    }
    if (!path.empty()) return bad();
    return tile;
}

std::string formatPlace(const TileId& tile) {
    const auto digits = [](std::uint64_t part) {
        const auto text = std::to_string(part);
        return std::string(3 - text.size(), '0') + text;
    };
    std::string out = digits(tile.index % 1000);
    for (auto rest = tile.index / 1000; rest > 0; rest /= 1000) out = "x" + digits(rest % 1000) + "/" + out;
    if (tile.width < kTileWidth) out += ".p/" + std::to_string(tile.width);
    return out;
}

}  // namespace

Result<TileId> parseTilePath(std::string_view path) {
    const auto slash = path.find('/');
    unsigned level = 0;
    if (slash == std::string_view::npos || !plainNumber(path.substr(0, slash), level) || level > kMaxLevel)
        return bad();
    auto tile = parsePlace(path.substr(slash + 1));
    if (tile) tile->level = static_cast<int>(level);
    return tile;
}

Result<TileId> parseEntriesPath(std::string_view path) {
    return parsePlace(path);
}

std::string formatTilePath(const TileId& tile) {
    return std::to_string(tile.level) + "/" + formatPlace(tile);
}

std::string formatEntriesPath(const TileId& tile) {
    return formatPlace(tile);
}

}  // namespace plumb::crypto
