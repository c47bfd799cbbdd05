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

TEST_CASE("a receipt says what is new to whoever told what she has") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const NoteKey key{"plumbline.test/log", log.publicKey()};
    auto said = sample();
    const auto plain = signReceipt(said, log);
    CHECK(verifyReceipt(plain, key, said.nonce)->head.empty());
    said.head = receiptMark("a checkpoint");
    said.feed = 18211;
    said.places = Receipt::Places{4000, receiptMark("0-17\n")};
    said.held = filesMark(said.files);
    const auto note = signReceipt(said, log);
    const auto read = verifyReceipt(note, key, said.nonce).value();
    CHECK(read.head == said.head);
    CHECK(read.feed == 18211);
    CHECK(read.places->next == 4000);
    CHECK(read.places->mark == said.places->mark);
    CHECK(read.held == said.held);
    CHECK(read.files == said.files);
    for (std::size_t i = 0; i < note.size(); ++i) {
        auto changed = note;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(verifyReceipt(changed, key, said.nonce));
    }
}

TEST_CASE("a receipt with a line that nobody can read is refused") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const NoteKey key{"plumbline.test/log", log.publicKey()};
    const auto said = sample();
    const std::string mark = receiptMark("x"), head = "plumb-receipt-v1 " + said.origin + "\n" + said.nonce +
                                                      "\ntime " + formatInstant(said.time) + "\nlog 5\n";
    for (const auto& line : {std::string("head"),
                             "head " + mark + "a",
                             "head " + mark.substr(1),
                             std::string("head !!!!!!!!!!!!!!!!!!!!!!"),
                             std::string("feed"),
                             std::string("feed -1"),
                             std::string("feed 1 2"),
                             std::string("feed 99999999999999999999"),
                             std::string("places"),
                             "places " + mark,
                             "places  " + mark,
                             "places 5" + mark,
                             "places x " + mark,
                             std::string("places 5"),
                             "held " + mark + " 5",
                             std::string("news 5"),
                             std::string("x"),
                             std::string(64, 'g') + " 5",
                             std::string(64, 'a') + " x",
                             std::string(64, 'a')}) {
        CAPTURE(line);
        CHECK(verifyReceipt(signNote(head + line + "\n", said.origin, log), key, said.nonce).error().code ==
              "bad_receipt");
    }
    CHECK(verifyReceipt(signNote(head + "feed 5\n", said.origin, log), key, said.nonce)->feed == 5);
}

TEST_CASE("the mark of a checkpoint is that of its body, whoever cosigned it") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const Checkpoint checkpoint{"plumbline.test/log", 5, sha256("root"), sample().time};
    const auto note = signCheckpoint(checkpoint, log);
    CHECK(checkpointMark(note) == checkpointMark(note + "— witness.example/w AAAA\n"));
    auto other = checkpoint;
    other.size = 6;
    CHECK(checkpointMark(note) != checkpointMark(signCheckpoint(other, log)));
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
