// The parts of the intake: proof of work, codes, what is sent.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/intake/receipt_code.h"
#include "sync-server/intake/submission.h"
#include "sync-server/intake/tuning.h"
#include "sync-server/intake/work.h"

using namespace plumb;
using namespace plumb::server;

namespace {

struct Gate {
    TimePoint now = parseInstant("2026-11-22T08:15:30.123+08:00").value().utc;
    WorkGate gate{[this] { return Instant{now, {}}; }, crypto::randomBytes(32)};

    std::string solve(const Challenge& challenge, std::string_view content) {
        for (std::uint64_t counter = 0;; ++counter) {
            const auto text = std::to_string(counter);
            if (zeroBits(workHash(challenge.text, content, text)) >= challenge.bits) return challenge.text + ":" + text;
        }
    }
    std::string fate(std::string_view said, std::string_view content) {
        const auto good = gate.take(said, content);
        return good ? "taken" : good.error().code;
    }
};

std::string codeOf(std::string_view body) {
    const auto read = readSubmission(body);
    return read ? "read" : read.error().code;
}

}  // namespace

TEST_CASE("zero bits are counted from the left") {
    CHECK(zeroBits(Sha256()) == 256);
    Sha256 hash;
    hash.bytes[0] = 0x01;
    CHECK(zeroBits(hash) == 7);
    hash.bytes[0] = 0;
    hash.bytes[1] = 0x40;
    CHECK(zeroBits(hash) == 9);
}

TEST_CASE("the hash of the work is that of PROTOCOL.md") {
    // printf 'plumb-work-v1.c.%s.5' $(printf x | sha256sum | cut -c1-64) | sha256sum
    CHECK(workHash("c", "x", "5") == crypto::sha256("plumb-work-v1.c." + crypto::sha256("x").hex() + ".5"));
}

TEST_CASE("work counts once, for its content, in its time, with this key's challenge alone") {
    Gate g;
    const auto challenge = g.gate.give();
    CHECK(challenge.bits == kLeastWorkBits);
    const auto said = g.solve(challenge, "content");
    CHECK(g.fate(said, "another content") == "work_short");
    CHECK(g.fate(challenge.text + ":1x", "content") == "work_missing");
    CHECK(g.fate(challenge.text, "content") == "work_missing");
    CHECK(g.fate("AAAA:1", "content") == "work_unknown");
    auto forged = fromBase64Url(challenge.text).value();
    forged[24] = 0;  // no difficulty
    CHECK(g.fate(toBase64Url(forged) + ":0", "content") == "work_unknown");
    CHECK(g.fate(said, "content") == "taken");
    CHECK(g.fate(said, "content") == "work_used");
    Gate other;
    CHECK(other.fate(said, "content") == "work_unknown");

    const auto late = g.gate.give();
    const auto lateSaid = g.solve(late, "x");
    g.now += kWorkLife;
    CHECK(g.fate(lateSaid, "x") == "work_expired");
    // What was used is not good again once it is forgotten.
    CHECK(g.fate(said, "content") == "work_expired");
}

TEST_CASE("the work grows with what comes in, and shrinks again after an hour") {
    Gate g;
    for (std::size_t i = 0; i < kUsualAnHour; ++i) REQUIRE(g.fate(g.solve(g.gate.give(), "x"), "x") == "taken");
    CHECK(g.gate.give().bits == kLeastWorkBits + 1);
    g.now += std::chrono::hours(1);
    CHECK(g.gate.give().bits == kLeastWorkBits);
}

TEST_CASE("a code is read as people type it, and no two are alike") {
    const auto code = makeReceiptCode();
    CHECK(code.size() == 24);
    CHECK(code != makeReceiptCode());
    CHECK(readSpokenCode(code) == code);
    std::string typed;
    for (const char c : code) {
        if (c != '-') typed.append(1, static_cast<char>(std::tolower(c))).append(" ");
    }
    CHECK(readSpokenCode(typed) == code);
    CHECK(readSpokenCode("oIl0-0000-0000-0000-0000") == "0110-0000-0000-0000-0000");
    for (const char* none :
         {"", "0000", "0000-0000-0000-0000-000U", "0000-0000-0000-0000-0000-0", "0000-0000-0000-0000-00中"})
        CHECK_FALSE(readSpokenCode(none));
}

TEST_CASE("what is sent is read strictly") {
    CHECK(codeOf(R"({"about":"other","key":"620321","text":"x"})") == "read");
    for (const char* body :
         {"", "[]", "{}", R"({"about":"king","key":"6","text":"x"})", R"({"about":"other","text":"x"})",
          R"({"about":"other","key":"620321","text":7})", R"({"about":"other","key":"620321","text":"x","admin":true})",
          R"({"about":"other","key":"620321","text":"x","photos":["a","a","a","a"]})",
          R"({"about":"other","key":"620321","text":"x","photos":["****"]})",
          R"({"about":"other","key":"620321","text":"x","photos":{}})"})
        CHECK(codeOf(body) == "bad_request");
    CHECK(codeOf(R"({"about":"other","key":"620321","text":")" + std::string(12'001, 'x') + "\"}") == "bad_request");
    CHECK(codeOf(R"({"about":"other","key":"620321","text":"x","photos":[")" + toBase64(Bytes(kMostPhotoBytes + 1)) +
                 "\"]}") == "bad_request");
}
