#include "shared/store/vault_store.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {
const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();
Instant after(int seconds) {
    return {kNow.utc + std::chrono::seconds(seconds), kNow.offset};
}
constexpr crypto::PinCost kCheap{10};
}  // namespace

TEST_CASE("several people share a tablet, a vault each") {
    test::TemporaryFolder home;
    const auto ann = createVault(home.path, "1111", kNow, kCheap).value(),
               bob = createVault(home.path, "2222", kNow, kCheap).value();
    REQUIRE(nameVault(ann.folder, "安", "inspector", "kid-a"));
    REQUIRE(nameVault(bob.folder, "博", "inspector", "kid-b"));
    const auto people = peopleOf(home.path);
    REQUIRE(people.size() == 2);
    CHECK(people[0].enrolled);
    CHECK(unlock(ann.folder, "1111", kNow));
    CHECK(unlock(bob.folder, "1111", kNow).error().code == "wrong_pin");
}

TEST_CASE("wrong PINs are delayed, the delay doubles, and a right PIN ends it") {
    test::TemporaryFolder home;
    const auto vault = createVault(home.path, "2468", kNow, kCheap).value();
    for (int i = 0; i < 3; ++i) CHECK(unlock(vault.folder, "0000", kNow).error().code == "wrong_pin");
    CHECK(unlock(vault.folder, "2468", after(4)).error().code == "pin_wait");
    CHECK(unlock(vault.folder, "0000", after(5)).error().code == "wrong_pin");
    CHECK(unlock(vault.folder, "2468", after(14)).error().code == "pin_wait");
    CHECK(peopleOf(home.path)[0].failures == 4);
    CHECK(unlock(vault.folder, "2468", after(15)));
    CHECK(peopleOf(home.path)[0].failures == 0);
}

TEST_CASE("an attempt that is asked for during the wait does not count and gives nothing away") {
    test::TemporaryFolder home;
    const auto vault = createVault(home.path, "2468", kNow, kCheap).value();
    for (int i = 0; i < 3; ++i) (void)unlock(vault.folder, "0000", kNow);
    for (int i = 0; i < 10; ++i) CHECK(unlock(vault.folder, "2468", after(1)).error().code == "pin_wait");
    CHECK(peopleOf(home.path)[0].failures == 3);
}

TEST_CASE("a clock set far back cannot lock a person out for ever") {
    test::TemporaryFolder home;
    const auto vault = createVault(home.path, "2468", kNow, kCheap).value();
    for (int i = 0; i < 3; ++i) (void)unlock(vault.folder, "0000", kNow);
    CHECK(unlock(vault.folder, "2468", after(-3600 * 24 * 365)));
}

TEST_CASE("a damaged vault is said to be so and is not deleted") {
    test::TemporaryFolder home;
    const auto vault = createVault(home.path, "2468", kNow, kCheap).value();
    std::ofstream(vault.folder / "vault.json") << "{";
    CHECK(unlock(vault.folder, "2468", kNow).error().code == "vault_broken");
    CHECK(peopleOf(home.path).empty());
    CHECK(std::filesystem::exists(vault.folder / "vault.json"));
}

TEST_CASE("the PIN can be changed, the data key stays") {
    test::TemporaryFolder home;
    const auto vault = createVault(home.path, "2468", kNow, kCheap).value();
    const auto sealed = vault.key.seal(asBytes("x"), "i");
    CHECK_FALSE(changePin(vault.folder, "0000", "13579", kNow));
    REQUIRE(changePin(vault.folder, "2468", "13579", kNow));
    CHECK(unlock(vault.folder, "2468", kNow).error().code == "wrong_pin");
    CHECK(unlock(vault.folder, "13579", kNow).value().open(sealed, "i"));
    CHECK(createVault(home.path, "12", kNow).error().code == "weak_pin");
}
