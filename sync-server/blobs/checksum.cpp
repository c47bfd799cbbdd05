#include "sync-server/blobs/checksum.h"

#include <boost/uuid/detail/sha1.hpp>
#include <variant>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::server {

// SHA-1 guards against accidents on the line here, nothing more; what a file is, its SHA-256 says.
struct Checksum::Digest {
    std::variant<crypto::Sha256Stream, boost::uuids::detail::sha1> hash;
};

Checksum::Checksum(std::unique_ptr<Digest> digest, Bytes expected)
    : m_digest(std::move(digest)), m_expected(std::move(expected)) {}
Checksum::~Checksum() = default;
Checksum::Checksum(Checksum&&) noexcept = default;
Checksum& Checksum::operator=(Checksum&&) noexcept = default;

Result<Checksum> Checksum::parse(std::string_view header) {
    const auto bad = [] {
        return fail(ErrorKind::malformed, "bad_checksum",
                    "Upload-Checksum must be \"sha256 <base64>\" or \"sha1 <base64>\"");
    };
    const auto space = header.find(' ');
    if (space == std::string_view::npos) return bad();
    const auto name = header.substr(0, space);
    auto expected = fromBase64(header.substr(space + 1));
    if (!expected) return bad();
    if (name == "sha256" && expected->size() == 32) return Checksum(std::make_unique<Digest>(), std::move(*expected));
    if (name == "sha1" && expected->size() == 20) {
        return Checksum(std::unique_ptr<Digest>(new Digest{boost::uuids::detail::sha1()}), std::move(*expected));
    }
    return bad();
}

void Checksum::add(ByteView bytes) {
    if (auto* sha256 = std::get_if<crypto::Sha256Stream>(&m_digest->hash)) return sha256->add(bytes);
    std::get<boost::uuids::detail::sha1>(m_digest->hash).process_bytes(bytes.data(), bytes.size());
}

bool Checksum::matches() {
    Bytes got;
    if (auto* sha256 = std::get_if<crypto::Sha256Stream>(&m_digest->hash)) {
        const auto hash = sha256->finish();
        got.assign(hash.bytes.begin(), hash.bytes.end());
    } else {
        unsigned int words[5];
        std::get<boost::uuids::detail::sha1>(m_digest->hash).get_digest(words);
        for (const unsigned int word : words) {
            for (int shift = 24; shift >= 0; shift -= 8) got.push_back(static_cast<std::uint8_t>(word >> shift));
        }
    }
    return got == m_expected;
}

}  // namespace plumb::server
