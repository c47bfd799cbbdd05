// What the intake keeps of ratings beside the log.
#include "sync-server/store/rating_box.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/file_io.h"
#include "sync-server/store/sqlite_backup.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;

namespace {

const RatingPlace kHere{"620321", "2026Q4"}, kAbove{"6203", "2026Q4"};

Sha256 code(int number) {
    return crypto::sha256("code " + std::to_string(number));
}

struct Box {
    kit::TempFolder folder;
    std::filesystem::path file = folder.path / "ratings.db";
    RatingBox box{file};

    void put(int from, int until, const RatingPlace& place = kHere) {
        for (int i = from; i < until; ++i)
            REQUIRE(box.put(code(i), place, {"5555" + std::to_string(1 + i % 5), "said " + std::to_string(i)}));
    }
};

}  // namespace

TEST_CASE("a code is used once, and a rating lies without it") {
    Box b;
    CHECK_FALSE(b.box.isUsed(code(1)));
    b.put(1, 2);
    CHECK(b.box.isUsed(code(1)));
    const auto again = b.box.put(code(1), kHere, {"11111", ""});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == "code_used");
    REQUIRE(b.box.waiting().size() == 1);
    CHECK(b.box.waiting().front().count == 1);
}

TEST_CASE("what waits joins the region above, longest first, and a batch holds what was there when it closed") {
    Box b;
    b.put(0, 6);
    b.put(6, 11, kAbove);
    REQUIRE(b.box.waiting().size() == 2);
    CHECK(b.box.waiting().front().place == kHere);
    b.box.move(kHere, kAbove);
    REQUIRE(b.box.waiting().size() == 1);
    CHECK(b.box.waiting().front().count == 11);
    b.box.close(kAbove, "batch", "said");
    CHECK(b.box.waiting().empty());
    b.put(20, 21, kAbove);
    const auto batches = b.box.batches();
    REQUIRE(batches.size() == 1);
    CHECK(batches.front().saidId == "said");
    CHECK(batches.front().place == kAbove);
    CHECK(batches.front().ratings.size() == 11);
    b.box.drop("batch");
    CHECK(b.box.batches().empty());
    CHECK(b.box.waiting().front().count == 1);
    CHECK(b.box.isUsed(code(3)));
}

TEST_CASE("a batch's order is not that in which ratings came, and what was counted is gone from the file") {
    Box b;
    b.put(0, 40);
    b.box.close(kHere, "batch", "said");
    std::vector<std::string> texts, arrived;
    for (const auto& rating : b.box.batches().front().ratings) texts.push_back(rating.said);
    for (int i = 0; i < 40; ++i) arrived.push_back("said " + std::to_string(i));
    CHECK(texts != arrived);
    CHECK(std::set<std::string>(texts.begin(), texts.end()) == std::set<std::string>(arrived.begin(), arrived.end()));
    const auto holds = [&] { return readWholeFile(b.file).value().find("said 7") != std::string::npos; };
    CHECK(holds());
    b.box.drop("batch");
    CHECK_FALSE(holds());
}

TEST_CASE("a backup holds the used codes and nothing that waits") {
    Box b;
    b.put(0, 9);
    const auto copy = b.folder.path / "copy.db";
    REQUIRE(copyDatabase(b.file, copy));
    RatingBox::forgetWaiting(copy);
    for (int i = 0; i < 9; ++i)
        CHECK(readWholeFile(copy).value().find("said " + std::to_string(i)) == std::string::npos);
    const RatingBox restored(copy);
    CHECK(restored.isUsed(code(8)));
    CHECK(restored.waiting().empty());
}

TEST_CASE("no other account of the machine reads what waits") {
    const Box b;
    using std::filesystem::perms;
    CHECK(std::filesystem::status(b.file).permissions() == (perms::owner_read | perms::owner_write));
}
