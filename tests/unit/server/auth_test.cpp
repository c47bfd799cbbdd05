#include <catch2/catch.hpp>

#include "sync-server/auth/rate.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

Response ask(World& world, const std::string& assertion) {
    return world.call({Method::post, "/v1/token", tokenForm(assertion)});
}
json::object bodyOf(const Response& response) {
    return parseJson(response.body).value().get_object();
}
std::string codeOf(const Response& response) {
    return textOr(bodyOf(response), "code");
}

}  // namespace

TEST_CASE("a signed assertion gets a bearer token for 15 minutes") {
    World world;
    const auto answer = world.answered(ask(world, world.admin().assertion("test.log", world.now())));
    CHECK(answer.at("token_type") == "Bearer");
    CHECK(answer.at("expires_in") == 900);
    const Headers bearer{{"authorization", "Bearer " + std::string(answer.at("access_token").get_string())}};
    CHECK(world.call({Method::get, "/v1/query/me", {}, bearer}).status == 200);
    world.pass(std::chrono::seconds(901));
    const auto late = world.call({Method::get, "/v1/query/me", {}, bearer});
    CHECK(late.status == 401);
    CHECK(codeOf(late) == "token_expired");
    CHECK(late.header("WWW-Authenticate") == "Bearer");
}

TEST_CASE("every suite's keys can ask for tokens") {
    World world;
    for (const auto suite : {crypto::Suite::eddsa, crypto::Suite::es256, crypto::Suite::sm2}) {
        const auto device = world.enrol(domain::Role::inspector, {"62"}, suite);
        CHECK(world.get("/v1/query/me", &device).status == 200);
    }
}

TEST_CASE("a call without a token is told that one is needed") {
    World world;
    const auto response = world.get("/v1/records");
    CHECK(response.status == 401);
    CHECK(codeOf(response) == "token_missing");
    CHECK(response.header("Content-Type") == "application/problem+json");
}

TEST_CASE("an assertion serves once") {
    World world;
    const auto assertion = world.admin().assertion("test.log", world.now());
    CHECK(ask(world, assertion).status == 200);
    const auto again = ask(world, assertion);
    CHECK(again.status == 401);
    CHECK(codeOf(again) == "assertion_replayed");
}

TEST_CASE("an assertion of a clock that is off is refused and told the server's time") {
    World world;
    for (const auto off : {std::chrono::hours(-24 * 3650), std::chrono::hours(1)}) {
        const auto response = ask(world, world.admin().assertion("test.log", world.now() + off));
        CHECK(response.status == 401);
        CHECK(codeOf(response) == "assertion_expired");
        CHECK(parseInstant(textOr(bodyOf(response), "time")).value().utc == world.now());
    }
}

TEST_CASE("an assertion for another server, of a stranger, or of a life too long is refused") {
    World world;
    auto& admin = world.admin();
    CHECK(codeOf(ask(world, admin.assertion("other.log", world.now()))) == "bad_assertion");
    CHECK(codeOf(ask(world, admin.assertion("test.log", world.now(), std::chrono::seconds(61)))) == "bad_assertion");
    const Author stranger(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto unknown = ask(world, stranger.assertion("test.log", world.now()));
    CHECK(unknown.status == 401);
    CHECK(codeOf(unknown) == "key_unknown");
    CHECK(codeOf(world.call({Method::post, "/v1/token", "grant_type=password"})) == "bad_request");
}

TEST_CASE("an assertion with one changed byte is refused") {
    World world;
    auto assertion = world.admin().assertion("test.log", world.now());
    const auto payload = assertion.find('.') + 5;
    assertion[payload] = assertion[payload] == 'A' ? 'B' : 'A';
    const auto response = ask(world, assertion);
    CHECK((response.status == 401 || response.status == 400));
    CHECK(codeOf(response) != "");
}

TEST_CASE("tokens end with a restart, and devices simply ask again") {
    World world;
    const auto held = world.token(world.admin());
    world.restart();
    CHECK(codeOf(world.call({Method::get, "/v1/query/me", {}, {{"authorization", "Bearer " + held}}})) ==
          "token_expired");
    CHECK(world.get("/v1/query/me", &world.admin()).status == 200);
}

TEST_CASE("calls without a token are limited by address, and only there") {
    RateLimiter limiter({2, 4});
    const auto from = RateLimiter::Time{};
    for (int i = 0; i < 4; ++i) CHECK(limiter.allow("a", from));
    CHECK_FALSE(limiter.allow("a", from));
    CHECK(limiter.allow("b", from));
    CHECK(limiter.allow("a", from + std::chrono::milliseconds(500)));
    CHECK_FALSE(limiter.allow("a", from + std::chrono::milliseconds(500)));
}
