#include <catch2/catch.hpp>

#include <fstream>

#include "shared/store/derived/derived_tables.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;
namespace fs = std::filesystem;

namespace {

const std::string kParty = "很少见的陪同人";

void fill(Tablet& tablet, int count) {
    for (int i = 0; i < count; ++i) tablet.pullInspection({{"party", {{"name", kParty + std::to_string(i)}}}});
}

// Followed to the end and kept.
void keep(Tablet& tablet) {
    const auto tables = DerivedTables::open(*tablet.store);
    REQUIRE(tables->follow(*tablet.store, 1000));
    REQUIRE(tables->keepImage(*tablet.store, 1));
}

// Of a fresh start: how many inspections there are before anything is folded.
std::size_t opened(Tablet& tablet) {
    tablet.reopen();
    return DerivedTables::open(*tablet.store)->counts().inspections;
}

std::vector<fs::path> images(const fs::path& folder) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder / "derived")) out.push_back(entry.path());
    return out;
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("an image is opened and followed forward from where it was kept") {
    Tablet tablet;
    CHECK(opened(tablet) == 0);
    fill(tablet, 5);
    keep(tablet);
    CHECK(opened(tablet) == 5);
    fill(tablet, 2);
    const auto tables = DerivedTables::open(*tablet.store);
    CHECK(tables->counts().inspections == 5);
    CHECK_FALSE(tables->complete());
    CHECK(tables->follow(*tablet.store, 1000));
    CHECK(tables->counts().inspections == 7);
    REQUIRE(tables->keepImage(*tablet.store, 3));  // not enough is new
    CHECK(opened(tablet) == 5);
    REQUIRE(tables->keepImage(*tablet.store, 2));
    CHECK(opened(tablet) == 7);
    CHECK(images(tablet.folder.path).size() == 1);
}

TEST_CASE("an image that is damaged, cut short, or gone is not opened") {
    Tablet tablet;
    fill(tablet, 3);
    keep(tablet);
    const auto file = images(tablet.folder.path).at(0);
    const std::string good = test::readFile(file);
    for (const std::size_t at : {std::size_t{0}, good.size() / 2, good.size() - 1}) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        write(file, bad);
        CHECK(opened(tablet) == 0);
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{20}, good.size() - 1}) {
        write(file, good.substr(0, size));
        CHECK(opened(tablet) == 0);
    }
    write(file, good);
    CHECK(opened(tablet) == 3);
    fs::remove(file);
    CHECK(opened(tablet) == 0);
}

TEST_CASE("an image of another time or another vault is not opened") {
    Tablet tablet, other;
    fill(tablet, 3);
    keep(tablet);
    const auto first = images(tablet.folder.path).at(0);
    const std::string before = test::readFile(first);
    fill(tablet, 1);
    keep(tablet);
    const auto second = images(tablet.folder.path).at(0);
    const std::string now = test::readFile(second);
    REQUIRE(first != second);
    write(second, before);
    CHECK(opened(tablet) == 0);
    write(second, now);
    CHECK(opened(tablet) == 4);

    fill(other, 2);
    keep(other);
    write(second, test::readFile(images(other.folder.path).at(0)));
    CHECK(opened(tablet) == 0);
}

TEST_CASE("a store that was put back to an earlier day does not take the later day's image") {
    Tablet tablet;
    fill(tablet, 2);
    tablet.reopen();
    tablet.store.reset();
    const std::string backup = test::readFile(tablet.folder.path / "store.db");
    tablet.reopen();
    fill(tablet, 3);
    keep(tablet);
    CHECK(opened(tablet) == 5);
    tablet.store.reset();
    for (const char* beside : {"store.db-wal", "store.db-shm"}) fs::remove(tablet.folder.path / beside);
    write(tablet.folder.path / "store.db", backup);
    CHECK(opened(tablet) == 0);
    const auto tables = DerivedTables::open(*tablet.store);
    CHECK(tables->follow(*tablet.store, 1000));
    CHECK(tables->counts().inspections == 2);
}

TEST_CASE("nothing personal lies on the disk unsealed, and the image is its owner's alone") {
    Tablet tablet;
    fill(tablet, 50);
    keep(tablet);
    std::size_t looked = 0;
    for (const auto& entry : fs::recursive_directory_iterator(tablet.folder.path)) {
        if (!entry.is_regular_file()) continue;
        ++looked;
        const std::string bytes = test::readFile(entry.path());
        INFO(entry.path());
        CHECK(bytes.find(kParty) == std::string::npos);
        CHECK(bytes.find("设施蔬菜标准化示范区") == std::string::npos);
    }
    CHECK(looked >= 2);
    CHECK((fs::status(images(tablet.folder.path).at(0)).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
}
