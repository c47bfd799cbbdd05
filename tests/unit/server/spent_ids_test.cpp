#include "sync-server/store/spent_ids.h"

#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr TimePoint kNow{std::chrono::hours(24 * 365 * 50)};
constexpr std::chrono::seconds kLife{90};

Sha256 id(int n) {
    return crypto::sha256(std::to_string(n));
}

}  // namespace

TEST_CASE("what was used once is used, also after a restart") {
    TempFolder folder;
    {
        SpentIds spent(folder.path / "spent.db");
        CHECK(spent.use(id(1), kNow + kLife, kNow));
        CHECK_FALSE(spent.use(id(1), kNow + kLife, kNow));
        CHECK(spent.use(id(2), kNow + kLife, kNow));
    }
    SpentIds spent(folder.path / "spent.db");
    CHECK_FALSE(spent.use(id(1), kNow + kLife, kNow));
    CHECK_FALSE(spent.use(id(2), kNow + kLife, kNow));
    CHECK(spent.use(id(3), kNow + kLife, kNow));
}

TEST_CASE("what is past its time is kept no longer") {
    TempFolder folder;
    SpentIds spent(folder.path / "spent.db");
    for (int n = 0; n < 50; ++n) CHECK(spent.use(id(n), kNow + kLife, kNow));
    CHECK(spent.count() == 50);
    CHECK(spent.use(id(50), kNow + 3 * kLife, kNow + 2 * kLife));
    CHECK(spent.count() == 1);
    // A clock that was set back forgets nothing that is still good.
    CHECK_FALSE(spent.use(id(50), kNow + 3 * kLife, kNow));
}

TEST_CASE("an assertion is spent after a restart of the server") {
    World world;
    const auto form = tokenForm(world.admin().assertion("test.log", world.now()));
    const auto ask = [&] { return world.call({Method::post, "/v1/token", form}); };
    CHECK(ask().status == 200);
    world.restart();
    const auto again = ask();
    CHECK(again.status == 401);
    CHECK(textOr(parseJson(again.body).value().get_object(), "code") == "assertion_replayed");
}
