#include "sync-server/store/last_calls.h"

#include <catch2/catch.hpp>

#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr TimePoint kNow{std::chrono::hours(24 * 365 * 50)};

}  // namespace

TEST_CASE("the last call of a key is known, also after a restart") {
    TempFolder folder;
    const auto file = folder.path / "calls.db";
    {
        LastCalls calls(file);
        CHECK_FALSE(calls.of("a"));
        calls.note("a", kNow);
        calls.note("b", kNow);
        calls.note("a", kNow + std::chrono::hours(1));
        CHECK(calls.of("a") == kNow + std::chrono::hours(1));
    }
    const LastCalls calls(file);
    CHECK(calls.of("a") == kNow + std::chrono::hours(1));
    CHECK(calls.of("b") == kNow);
}
