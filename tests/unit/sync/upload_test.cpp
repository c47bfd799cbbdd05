// An upload over links that break: what the server has is not sent to it again.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "tests/unit/sync/kit/scripted.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

using Said = std::optional<Result<HttpResponse>>;

Said offline() {
    return Result<HttpResponse>(fail(ErrorKind::offline, "offline", "the connection broke"));
}

}  // namespace

TEST_CASE("a connection that breaks within a piece costs what was under way, and no byte that arrived") {
    World world;
    world.publish();
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    REQUIRE(tablet.fate().empty());
    const std::string content(10'000, 'x');
    tablet.inspect({content});
    std::size_t sent = 0, pieces = 0;
    const auto report = tablet.sync(
        std::make_unique<Scripted>(world, [&](const HttpRequest& request, sync::HttpCaller& honest) -> Said {
            if (request.method != "PATCH") return {};
            ++pieces;
            if (request.body.size() <= 1000) {
                sent += request.body.size();
                return {};
            }
            // A thousand bytes arrive, and then there is nobody.
            auto part = request;
            part.body.resize(1000);
            sent += part.body.size();
            (void)honest.call(part);
            return offline();
        }));
    REQUIRE(report);
    CHECK(report->files.missing == 0);
    CHECK(world.services().blobs.sizeOf(crypto::sha256(content)) == content.size());
    CHECK(pieces == 10);
    CHECK(sent == content.size());
}

TEST_CASE("a PATCH that something on the way breaks off whole goes as a POST") {
    World world;
    world.publish();
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    REQUIRE(tablet.fate().empty());
    tablet.inspect({"what was seen"});
    std::size_t broken = 0;
    const auto report =
        tablet.sync(std::make_unique<Scripted>(world, [&](const HttpRequest& request, sync::HttpCaller&) -> Said {
            if (request.method != "PATCH") return {};
            ++broken;
            return offline();
        }));
    REQUIRE(report);
    CHECK(broken == 1);
    CHECK(report->files.missing == 0);
}
