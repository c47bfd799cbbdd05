#include "shared/crypto/sealed_stream.h"

#include <algorithm>
#include <utility>

#include "shared/base/encoding.h"
#include "shared/crypto/sealed_box.h"

namespace plumb::crypto {
namespace {

constexpr std::string_view kMagic = "plumbpack-v1 ";
constexpr std::size_t kMostHead = 512;
constexpr std::size_t kSealing = 12 + 16;  // nonce and tag
constexpr std::uint32_t kLast = 1u << 31;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_pack", std::move(why));
}

bool isWord(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c == '-'; });
}

std::string identity(const std::string& name, std::uint64_t number, bool last) {
    return name + " " + std::to_string(number) + (last ? " last" : "");
}

struct Head {
    std::string id;
    Bytes sealedKey;
    std::size_t size = 0;
};

// None while it has not all come.
Result<std::optional<Head>> parseHead(ByteView bytes, std::string_view kind) {
    const auto text = asText(bytes);
    const auto beginning = text.substr(0, kMagic.size());
    if (beginning != kMagic.substr(0, beginning.size())) return bad("this is no exchange file of Plumbline");
    const auto first = text.find('\n');
    const auto second = first == std::string_view::npos ? first : text.find('\n', first + 1);
    if (second == std::string_view::npos) {
        if (text.size() > kMostHead) return bad("the exchange file's head is damaged");
        return std::optional<Head>();
    }
    const auto words = text.substr(kMagic.size(), first - kMagic.size());
    const auto space = words.find(' ');
    if (space == std::string_view::npos || !isWord(words.substr(0, space)) || !isWord(words.substr(space + 1)))
        return bad("the exchange file's head is damaged");
    if (words.substr(0, space) != kind) {
        return bad(kind == "answer"
                       ? "this is a file that a device wrote, not the server's answer to one"
                       : "this is the server's answer to a device, not a file that a device wrote for the server");
    }
    auto key = fromBase64Url(text.substr(first + 1, second - first - 1));
    if (!key) return bad("the exchange file's head is damaged");
    return Head{std::string(words.substr(space + 1)), std::move(*key), second + 1};
}

}  // namespace

StreamSealer::StreamSealer(const PublicKey& reader, std::string kind, std::string id, Put put)
    : m_key(DataKey::generate()),
      m_name(std::string(kMagic) + kind + " " + id),
      m_head(m_name + "\n" + toBase64Url(sealTo(reader, m_key.raw())) + "\n"),
      m_put(std::move(put)) {}

Result<void> StreamSealer::append(ByteView plain) {
    while (!plain.empty()) {
        const auto part = plain.first(std::min(plain.size(), kSealedPiece - m_plain.size()));
        m_plain.insert(m_plain.end(), part.begin(), part.end());
        plain = plain.subspan(part.size());
        if (m_plain.size() < kSealedPiece) continue;
        if (auto done = putPiece(false); !done) return done;
    }
    return {};
}

Result<void> StreamSealer::finish() {
    return putPiece(true);
}

Result<void> StreamSealer::putPiece(bool last) {
    if (!m_head.empty()) {
        if (auto done = m_put(asBytes(std::exchange(m_head, {}))); !done) return done;
    }
    const Bytes sealed = m_key.seal(m_plain, identity(m_name, m_number++, last));
    m_plain.clear();
    const auto size = static_cast<std::uint32_t>(sealed.size()) | (last ? kLast : 0);
    const Bytes length{static_cast<std::uint8_t>(size >> 24), static_cast<std::uint8_t>(size >> 16),
                       static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size)};
    if (auto done = m_put(length); !done) return done;
    return m_put(sealed);
}

StreamOpener::StreamOpener(std::string kind, OpenKey openKey, Take take)
    : m_kind(std::move(kind)), m_openKey(std::move(openKey)), m_take(std::move(take)) {}

Result<void> StreamOpener::append(ByteView sealed) {
    while (!sealed.empty()) {
        // What is held is never more than a piece, however much comes at once.
        const auto part = sealed.first(std::min(sealed.size(), kSealedPiece));
        m_held.insert(m_held.end(), part.begin(), part.end());
        sealed = sealed.subspan(part.size());
        if (!m_key) {
            if (auto done = readHead(); !done) return done;
        }
        if (!m_key) continue;
        if (auto done = takePieces(); !done) return done;
    }
    return {};
}

Result<void> StreamOpener::readHead() {
    const auto head = parseHead(m_held, m_kind);
    if (!head) return fail(head.error());
    if (!*head) return {};
    const auto raw = m_openKey((*head)->sealedKey);
    if (!raw) {
        return fail(ErrorKind::badSignature, "pack_foreign",
                    "this exchange file is for another server or device, or was changed after it was written");
    }
    if (raw->size() != 32) return bad("the exchange file's key is damaged");
    m_id = (*head)->id;
    m_name = std::string(kMagic) + m_kind + " " + m_id;
    m_key.emplace(*raw);
    m_held.erase(m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>((*head)->size));
    return {};
}

Result<void> StreamOpener::takePieces() {
    std::size_t from = 0;
    while (m_held.size() - from >= 4) {
        if (m_ended) break;
        const auto* at = m_held.data() + from;
        const std::uint32_t word =
            std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | at[3];
        const bool last = (word & kLast) != 0;
        const std::size_t size = word & ~kLast;
        if (size < kSealing || size > kSealedPiece + kSealing) return bad("the exchange file is damaged");
        if (m_held.size() - from < 4 + size) break;
        const auto plain = m_key->open(ByteView(m_held).subspan(from + 4, size), identity(m_name, m_number++, last));
        if (!plain) {
            return fail(ErrorKind::badSignature, "pack_changed",
                        "the exchange file was changed after it was written, or damaged on its medium");
        }
        from += 4 + size;
        m_ended = last;
        if (auto done = m_take(*plain); !done) return done;
    }
    m_held.erase(m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>(from));
    if (m_ended && !m_held.empty()) return bad("something follows the end of the exchange file");
    return {};
}

Result<void> StreamOpener::finish() {
    if (m_ended) return {};
    return fail(ErrorKind::malformed, "pack_cut",
                "the exchange file is cut short: copy it again from where it was written");
}

Result<std::string> idOfSealed(ByteView begin, std::string_view kind) {
    auto head = parseHead(begin.first(std::min(begin.size(), kMostHead)), kind);
    if (!head) return fail(head.error());
    if (!*head) return bad("the exchange file is cut short");
    return std::move((*head)->id);
}

}  // namespace plumb::crypto
