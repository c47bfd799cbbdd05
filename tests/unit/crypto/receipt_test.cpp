#include "shared/crypto/receipt.h"

#include <catch2/catch.hpp>

#include "shared/crypto/checkpoint.h"
#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {

Receipt sample() {
    return {"plumbline.test/log",
            makeReceiptNonce(),
            parseInstant("2026-11-27T08:12:00.000+08:00").value(),
            18211,
            {{sha256("a"), 1}, {sha256("b"), 183422}}};
}

}  // namespace

TEST_CASE("a receipt says the time, the log's size and the files that are there, to the one who asked") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const NoteKey key{"plumbline.test/log", log.publicKey()};
    const auto said = sample();
    const auto note = signReceipt(said, log);
    const auto read = verifyReceipt(note, key, said.nonce).value();
    CHECK(read.time == said.time);
    CHECK(read.logSize == 18211);
    CHECK(read.files == said.files);
    CHECK(verifyReceipt(note, key, makeReceiptNonce()).error().code == "bad_receipt");  // an older answer
    CHECK_FALSE(verifyReceipt(note, {"another/log", log.publicKey()}, said.nonce));
    CHECK_FALSE(verifyReceipt(note, {key.name, PrivateKey::generate(Suite::eddsa).publicKey()}, said.nonce));
}

TEST_CASE("a receipt with one byte changed is refused") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const NoteKey key{"plumbline.test/log", log.publicKey()};
    const auto said = sample();
    const auto note = signReceipt(said, log);
    for (std::size_t i = 0; i < note.size(); ++i) {
        auto changed = note;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(verifyReceipt(changed, key, said.nonce));
    }
    for (std::size_t size = 0; size + 1 < note.size(); ++size)
        CHECK_FALSE(verifyReceipt(note.substr(0, size), key, said.nonce));
}

TEST_CASE("a receipt is no checkpoint, and a checkpoint no receipt") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const NoteKey key{"plumbline.test/log", log.publicKey()};
    const auto said = sample();
    CHECK_FALSE(verifyCheckpoint(signReceipt(said, log), key));
    const Checkpoint checkpoint{key.name, 5, sha256("root"), said.time};
    CHECK_FALSE(verifyReceipt(signCheckpoint(checkpoint, log), key, said.nonce));
}

TEST_CASE("a nonce is 16 bytes in base64url, and no two are alike") {
    CHECK(isReceiptNonce(makeReceiptNonce()));
    CHECK(makeReceiptNonce() != makeReceiptNonce());
    for (const char* bad :
         {"", "abc", "AAAAAAAAAAAAAAAAAAAAAA==", "AAAAAAAAAAAAAAAAAAAAA\n", "AAAAAAAAAAAAAAAAAAAAAAA"})
        CHECK_FALSE(isReceiptNonce(bad));
}
