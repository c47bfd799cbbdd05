#include "shared/store/key_history.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "shared/base/uuid.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {
const Instant kBegun = parseInstant("2026-11-22T08:15:30.123+08:00").value();
const Instant kLater = parseInstant("2026-11-27T09:00:00.000+08:00").value();

std::filesystem::path folderIn(const test::TemporaryFolder& home) {
    const auto folder = home.path / makeUuid7(kBegun.utc);
    std::filesystem::create_directories(folder);
    return folder;
}
}  // namespace

TEST_CASE("a folder of an older version tells when it was begun, and nothing else") {
    const test::TemporaryFolder home;
    const auto history = keyHistory(folderIn(home));
    REQUIRE(history.enrolled);
    CHECK(history.enrolled->utc == kBegun.utc);
    CHECK(history.device.empty());
    CHECK_FALSE(history.revoked);
    CHECK_FALSE(keyHistory(home.path / "no uuid").enrolled);
}

TEST_CASE("device, enrolment and revocation are kept; the first word of a revocation counts") {
    const test::TemporaryFolder home;
    const auto folder = folderIn(home);
    REQUIRE(noteEnrolled(folder, "tablet 7", kBegun));
    REQUIRE(noteRevoked(folder, kLater, 2, 5));
    REQUIRE(noteRevoked(folder, {kLater.utc + std::chrono::hours(5), kLater.offset}, 3, 6));
    const auto history = keyHistory(folder);
    CHECK(history.device == "tablet 7");
    CHECK(history.enrolled == kBegun);
    CHECK(history.revoked == kLater);
    CHECK(history.unsentRecords == 3);
    CHECK(history.unsentFiles == 6);
}

TEST_CASE("a damaged history hides nobody") {
    const test::TemporaryFolder home;
    const auto folder = folderIn(home);
    for (const char* bad : {"", "{", "[]", "{\"revoked\":5,\"unsent_records\":-1}"}) {
        std::ofstream(folder / "key.json") << bad;
        const auto history = keyHistory(folder);
        CHECK(history.enrolled);
        CHECK_FALSE(history.revoked);
        CHECK(history.unsentRecords == 0);
    }
}
