#include <catch2/catch.hpp>

#include "shared/base/uuid.h"
#include "shared/domain/trust.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

Response claimWith(World& world, const record::Line& line) {
    return world.call({Method::post, "/v1/enrol", line.text()});
}
std::string codeOf(const Response& response) {
    return textOr(parseJson(response.body).value().get_object(), "code");
}

}  // namespace

TEST_CASE("the first administrator's invitation is line 0 of the log and leads to her key") {
    World world;
    Author admin(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto answer = world.answered(claimWith(world, claim(world.firstInvitation(), admin.key(), world.clock()())));
    CHECK(answer.at("status") == "accepted");
    CHECK(answer.at("index") == 1);

    // What came back proves itself from the root's thumbprint alone.
    domain::TrustBook book(world.firstInvitation().rootKid);
    for (const auto& text : answer.at("trust").get_array()) {
        const auto line = record::Line::parse(std::string(text.get_string())).value();
        REQUIRE(book.add(line, record::parsePayload(line.payload()).value(), book.members().size() * 2));
    }
    REQUIRE(book.member(admin.kid()));
    const auto logKey = crypto::parseNoteKey(world.firstInvitation().logKey).value();
    const auto checkpoint = crypto::verifyCheckpoint(std::string(answer.at("checkpoint").get_string()), logKey).value();
    CHECK(checkpoint.size == 2);
}

TEST_CASE("the same enrolment again is known and answered as before") {
    World world;
    Author admin(crypto::PrivateKey::generate(crypto::Suite::es256), world.clock());
    const auto line = claim(world.firstInvitation(), admin.key(), world.clock()());
    world.answered(claimWith(world, line));
    const auto again = world.answered(claimWith(world, line));
    CHECK(again.at("status") == "known");
    CHECK(again.at("index") == 1);
    CHECK(again.at("trust").get_array().size() == 2);
}

TEST_CASE("an invitation serves one device: the first in the log wins") {
    World world;
    world.admin();
    const auto second = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto response = claimWith(world, claim(world.firstInvitation(), second, world.clock()()));
    CHECK(response.status == 409);
    CHECK(codeOf(response) == "invite_used");
}

TEST_CASE("an expired invitation is refused and says so") {
    World world;
    const auto invitation = world.invite(domain::Role::inspector, {"62"}, std::chrono::hours(1));
    world.pass(std::chrono::hours(2));
    const auto response =
        claimWith(world, claim(invitation, crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock()()));
    CHECK(response.status == 410);
    CHECK(codeOf(response) == "invite_expired");
}

TEST_CASE("an invitation that nobody issued is unknown") {
    World world;
    auto invitation = world.firstInvitation();
    const auto stranger = crypto::PrivateKey::generate(invitation.suite);
    invitation.secret = stranger.secret();
    const auto response =
        claimWith(world, claim(invitation, crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock()()));
    CHECK(response.status == 404);
    CHECK(codeOf(response) == "invite_unknown");
}

TEST_CASE("an enrolment whose inner signature is not the device's is refused") {
    World world;
    const auto invitation = world.firstInvitation();
    const auto inviteKey = crypto::PrivateKey::fromSecret(invitation.suite, invitation.secret).value();
    const auto device = crypto::PrivateKey::generate(crypto::Suite::eddsa),
               thief = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    record::Payload payload;
    payload.at = world.clock()();
    payload.id = makeUuid7(payload.at.utc);
    payload.type = "key.enrolled";
    payload.seq = 1;
    // The thief names the device's key and signs with his own.
    payload.body = {{"key", device.publicKey().jwk()},
                    {"device", "tablet"},
                    {"proof", crypto::signDetached(thief, crypto::kEnrolTyp,
                                                   "plumb-enrol-v1\n" + inviteKey.kid() + "\n" + device.kid())}};
    const auto response = claimWith(world, record::Line::sign(inviteKey, record::formatPayload(payload)));
    CHECK(response.status == 400);
    CHECK(codeOf(response) == "bad_proof");
}

TEST_CASE("the enrolment call takes enrolments only") {
    World world;
    auto& admin = world.admin();
    const auto response = claimWith(world, admin.say("standard.feedback", {{"text", "x"}}));
    CHECK(response.status == 400);
    CHECK(codeOf(response) == "bad_line");
}

TEST_CASE("an enrolment that arrives with other lines is judged the same way") {
    World world;
    const auto invitation = world.invite(domain::Role::inspector, {"62"});
    const auto first = crypto::PrivateKey::generate(crypto::Suite::sm2),
               second = crypto::PrivateKey::generate(crypto::Suite::sm2);
    CHECK(world.fate(claim(invitation, first, world.clock()()), world.admin()) == "accepted");
    CHECK(world.fate(claim(invitation, second, world.clock()()), world.admin()) == "invite_used");
}

TEST_CASE("a device and its first lines may arrive in one push") {
    World world;
    const auto invitation = world.invite(domain::Role::inspector, {"62"});
    Author device(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto answer =
        world.push({claim(invitation, device.key(), world.clock()()), device.say("standard.feedback", {{"text", "x"}})},
                   world.admin());
    for (const auto& result : answer.at("results").get_array()) CHECK(result.get_object().at("status") == "accepted");
}

TEST_CASE("a revoked key can neither write nor call") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto held = world.token(device);
    auto& admin = world.admin();
    REQUIRE(world.fate(admin.say("key.revoked", {{"key", device.kid()}, {"reason", "lost"}}), admin) == "accepted");
    CHECK(world.fate(device.say("standard.feedback", {{"text", "x"}}), admin) == "key_revoked");
    const auto call = world.call({Method::get, "/v1/query/me", {}, {{"authorization", "Bearer " + held}}});
    CHECK(call.status == 403);
    CHECK(codeOf(call) == "key_revoked");
    const auto token = world.call({Method::post, "/v1/token", tokenForm(device.assertion("test.log", world.now()))});
    CHECK(token.status == 403);
    CHECK(codeOf(token) == "key_revoked");
}
