#include "shared/crypto/checkpoint.h"

#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {
Checkpoint sample() {
    return {"plumbline.test/log", 18211, sha256("root"), parseInstant("2026-11-22T08:12:00.000+08:00").value()};
}
}  // namespace

TEST_CASE("the verifier key of the signed-note specification is read and written back") {
    // C2SP signed-note.md, the example of golang.org/x/mod/sumdb/note.
    const std::string text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const auto key = parseNoteKey(text).value();
    CHECK(key.name == "PeterNeumann");
    CHECK(formatNoteKey(key.name, key.key) == text);
}

TEST_CASE("a checkpoint is a signed note that only its log's key makes") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const auto note = signCheckpoint(sample(), log);
    CHECK(note.substr(0, 25) == "plumbline.test/log\n18211\n");
    const NoteKey key{"plumbline.test/log", log.publicKey()};
    const auto read = verifyCheckpoint(note, key).value();
    CHECK(read.size == 18211);
    CHECK(read.root == sample().root);
    CHECK(read.time == sample().time);
    CHECK_FALSE(verifyCheckpoint(note, {"plumbline.test/log", PrivateKey::generate(Suite::eddsa).publicKey()}));
    CHECK_FALSE(verifyCheckpoint(note, {"another/log", log.publicKey()}));
}

TEST_CASE("a checkpoint with one byte changed is refused") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const auto note = signCheckpoint(sample(), log);
    for (std::size_t i = 0; i < note.size(); ++i) {
        auto wrong = note;
        wrong[i] ^= 1;
        CAPTURE(i);
        CHECK_FALSE(verifyCheckpoint(wrong, {"plumbline.test/log", log.publicKey()}));
    }
}

TEST_CASE("a witness's signature may stand beside the log's") {
    const auto log = PrivateKey::generate(Suite::eddsa);
    const auto note = signCheckpoint(sample(), log);
    const auto split = note.find("\n\n") + 2;
    const auto witnessed = note.substr(0, split) + "\xE2\x80\x94 witness.test AAAAAAAA\n" + note.substr(split);
    CHECK(verifyCheckpoint(witnessed, {"plumbline.test/log", log.publicKey()}));
    for (const char* bad : {"", "x", "a\n1\n", "a\n1\nb\n\n"})
        CHECK_FALSE(verifyCheckpoint(bad, {"a", log.publicKey()}));
}

TEST_CASE("a damaged log key is refused") {
    const auto good = formatNoteKey("a", PrivateKey::generate(Suite::eddsa).publicKey());
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto wrong = good;
        wrong[i] = wrong[i] == 'B' ? 'C' : 'B';
        if (wrong != good) CHECK_FALSE(parseNoteKey(wrong));
    }
}
