// A line counts only with all of it: key, signature, rights and body; what is wrong first is said.
#include "shared/records/believe.h"

#include <catch2/catch.hpp>

using namespace plumb;

namespace {

const Instant kNow = *parseInstant("2026-11-22T08:15:30.123+08:00");

record::Payload payloadOf(const std::string& type, json::object body) {
    record::Payload payload;
    payload.id = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";
    payload.type = type;
    payload.seq = 1;
    payload.at = kNow;
    payload.body = std::move(body);
    return payload;
}

record::Line signedBy(const crypto::PrivateKey& key, const record::Payload& payload) {
    return record::Line::sign(key, record::formatPayload(payload));
}

// A root, and an inspector whom it invited.
struct World {
    crypto::PrivateKey root = crypto::PrivateKey::generate(crypto::Suite::eddsa),
                       invite = crypto::PrivateKey::generate(crypto::Suite::es256),
                       device = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    domain::TrustBook book{root.kid()};

    World() {
        const auto rootKey = root.publicKey();
        const auto invited =
            payloadOf("invite.issued",
                      domain::inviteBody(invite.publicKey(), "p1", "检查员", {{domain::Role::inspector, {"62"}, {}}},
                                         {kNow.utc + std::chrono::hours(1), kNow.offset}, &rootKey, "log+key"));
        add(signedBy(root, invited), 0);
        add(domain::enrolLine(invite, device, "tablet", kNow), 1);
    }
    void add(const record::Line& line, std::uint64_t index) {
        REQUIRE(book.add(line, record::parsePayload(line.payload()).value(), index, kNow.utc));
    }
    std::string judge(const crypto::PrivateKey& key, const record::Payload& payload) const {
        const auto author = records::believe(book, signedBy(key, payload), payload, 5, domain::FactBook());
        return author ? "believed" : author.error().code;
    }
};

}  // namespace

TEST_CASE("a line is believed for its author's key, signature, rights and body together") {
    const World world;
    const auto good = payloadOf("standard.feedback", {{"text", "x"}});
    const auto malformed = payloadOf("standard.feedback", {{"text", 7}});
    CHECK(world.judge(world.device, good) == "believed");
    CHECK(world.judge(world.device, malformed) == "bad_payload");
    CHECK(world.judge(world.device, payloadOf("complaint.answered", {{"text", 7}})) == "wrong_role");
    CHECK(world.judge(crypto::PrivateKey::generate(crypto::Suite::eddsa), malformed) == "key_unknown");
    CHECK(world.judge(world.device, payloadOf("weather.observed", {{"wind", nullptr}})) == "believed");
}

TEST_CASE("where the signature was verified before, rights and body are judged alike") {
    const World world;
    const auto judged = [&](const record::Payload& payload) {
        const auto author = records::believeSigned(world.book, world.device.kid(), payload, 5, domain::FactBook());
        return author ? (*author)->personName : author.error().code;
    };
    CHECK(judged(payloadOf("standard.feedback", {{"text", "x"}})) == "检查员");
    CHECK(judged(payloadOf("standard.feedback", {})) == "bad_payload");
    CHECK(judged(payloadOf("complaint.answered", {})) == "wrong_role");
}
