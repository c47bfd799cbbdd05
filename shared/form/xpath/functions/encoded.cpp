#include "shared/form/xpath/functions/encoded.h"

#include <array>
#include <utility>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::form::xpath {
namespace {

constexpr std::array<std::pair<std::string_view, crypto::HashName>, 5> kAlgorithms{{
    {"MD5", crypto::HashName::md5},
    {"SHA-1", crypto::HashName::sha1},
    {"SHA-256", crypto::HashName::sha256},
    {"SHA-384", crypto::HashName::sha384},
    {"SHA-512", crypto::HashName::sha512},
}};

// How long the well-formed character at the beginning is; 0 where there is none.
std::size_t characterSize(std::string_view text) {
    for (std::size_t size = 1; size <= 4 && size <= text.size(); ++size) {
        if (isUtf8(text.substr(0, size))) return size;
    }
    return 0;
}

}  // namespace

tl::expected<std::string, std::string> digestText(std::string_view text, std::string_view algorithm,
                                                  std::string_view encoding) {
    for (const auto& [name, hash] : kAlgorithms) {
        if (name != algorithm) continue;
        const auto bytes = crypto::digest(hash, asBytes(text));
        if (encoding == "base64") return toBase64(bytes);
        if (encoding == "hex") return toHex(bytes);
        return tl::unexpected<std::string>("the encoding is base64 or hex, not \"" + std::string(encoding) + "\"");
    }
    return tl::unexpected<std::string>("the algorithm is MD5, SHA-1, SHA-256, SHA-384 or SHA-512, not \"" +
                                       std::string(algorithm) + "\"");
}

std::string decodedBase64(std::string_view text) {
    std::string packed;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') packed += c;
    }
    while (packed.size() % 4 != 0 && packed.size() % 4 != 1) packed += '=';
    const auto bytes = fromBase64(packed);
    if (!bytes) return {};
    const auto decoded = asText(*bytes);
    if (isUtf8(decoded)) return std::string(decoded);
    std::string out;
    for (std::size_t i = 0; i < decoded.size();) {
        const auto size = characterSize(decoded.substr(i));
        out += size ? decoded.substr(i, size) : std::string_view("\xEF\xBF\xBD");
        i += size ? size : 1;
    }
    return out;
}

}  // namespace plumb::form::xpath
