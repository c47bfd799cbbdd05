#include "shared/crypto/sealed_stream.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "shared/crypto/sealed_box.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {

const auto kReader = PrivateKey::generate(Suite::eddsa);

Bytes sealed(ByteView plain, const PublicKey& reader = kReader.publicKey(), const std::string& id = "one") {
    Bytes out;
    StreamSealer sealer(reader, "request", id, [&out](ByteView bytes) -> Result<void> {
        out.insert(out.end(), bytes.begin(), bytes.end());
        return {};
    });
    REQUIRE(sealer.append(plain));
    REQUIRE(sealer.finish());
    return out;
}

// What comes out when it arrives in pieces of `step` bytes; or the code of what is wrong.
std::string opened(ByteView bytes, std::size_t step, Bytes& out, const std::string& kind = "request") {
    out.clear();
    StreamOpener opener(
        kind, [](ByteView key) { return openSealed(kReader, key); },
        [&out](ByteView plain) -> Result<void> {
            out.insert(out.end(), plain.begin(), plain.end());
            return {};
        });
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(step, bytes.size()));
        if (const auto done = opener.append(part); !done) return done.error().code;
        bytes = bytes.subspan(part.size());
    }
    const auto done = opener.finish();
    return done ? "" : done.error().code;
}

Bytes pattern(std::size_t size) {
    Bytes out(size);
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(i * 7 + i / 251);
    return out;
}

}  // namespace

TEST_CASE("what was sealed comes out again, whatever its length and however it arrives") {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, kSealedPiece - 1, kSealedPiece, kSealedPiece + 1, 3 * kSealedPiece}) {
        const auto plain = pattern(size);
        const auto bytes = sealed(plain);
        Bytes out;
        for (const std::size_t step : {std::size_t{4093}, std::size_t{1} << 18, bytes.size()}) {
            CHECK(opened(bytes, step, out).empty());
            CHECK(out == plain);
        }
    }
}

TEST_CASE("a stream that was cut, changed, swapped or continued is told") {
    const auto plain = pattern(2 * kSealedPiece + 10);
    const auto bytes = sealed(plain);
    Bytes out;
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{30}, std::size_t{200}, bytes.size() / 2, bytes.size() - 1})
        CHECK(opened(ByteView(bytes).first(size), 100'000, out) == "pack_cut");
    for (std::size_t at = 0; at < bytes.size(); at += 99'991) {
        auto changed = bytes;
        changed[at] ^= 0x10;
        CHECK_FALSE(opened(changed, 100'000, out).empty());
    }
    auto longer = bytes;
    longer.insert(longer.end(), bytes.end() - 100, bytes.end());
    CHECK(opened(longer, 100'000, out) == "bad_pack");
    // The first two pieces, of one size, change places.
    const auto head = static_cast<std::size_t>(
        std::find(std::find(bytes.begin(), bytes.end(), '\n') + 1, bytes.end(), '\n') + 1 - bytes.begin());
    const std::size_t piece = 4 + 28 + kSealedPiece;
    auto swapped = bytes;
    std::swap_ranges(swapped.begin() + static_cast<std::ptrdiff_t>(head),
                     swapped.begin() + static_cast<std::ptrdiff_t>(head + piece),
                     swapped.begin() + static_cast<std::ptrdiff_t>(head + piece));
    CHECK(opened(swapped, 100'000, out) == "pack_changed");
    CHECK(out.empty());
}

TEST_CASE("another reader's stream, another kind and another thing altogether are told apart") {
    Bytes out;
    CHECK(opened(sealed(pattern(10), PrivateKey::generate(Suite::eddsa).publicKey()), 50, out) == "pack_foreign");
    CHECK(opened(sealed(pattern(10)), 50, out, "answer") == "bad_pack");
    CHECK(opened(asBytes("PK\x03\x04 a zip"), 3, out) == "bad_pack");
    CHECK(idOfSealed(sealed(pattern(1), kReader.publicKey(), "0198-abc"), "request").value() == "0198-abc");
    CHECK_FALSE(idOfSealed(asBytes("plumbpack-v1 request x"), "request"));
}

TEST_CASE("the id is bound: a head cannot be put before another stream's pieces") {
    const auto one = sealed(pattern(10), kReader.publicKey(), "one");
    auto two = one;
    const std::string name = "one";
    const auto at = std::search(two.begin(), two.end(), name.begin(), name.end());
    *at = 'O';
    Bytes out;
    CHECK(opened(two, 1000, out) == "pack_changed");
}
