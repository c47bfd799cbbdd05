#include <catch2/catch.hpp>

#include <thread>

#include "shared/store/derived/derived_tables.h"
#include "shared/store/previous_visit.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

TEST_CASE("sites and checklists are those that the store's lines say") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto tables = DerivedTables::open(*tablet.store);
    CHECK(tables->sites("", 0, 10).total == 0);
    REQUIRE(tables->follow(*tablet.store, 1000));
    const auto sites = tables->sites("", 0, 10);
    const auto expected = sitesOf(*tablet.store).value();
    CHECK(sites.sites == expected);
    CHECK(sites.total == expected.size());
    CHECK(tables->site("yongchang") == siteById(*tablet.store, "yongchang").value());
    CHECK_FALSE(tables->site("elsewhere"));
    CHECK(tables->sites("ycx 蔬菜", 0, 10).total == 1);
    CHECK(tables->sites("马铃薯", 0, 10).total == 0);
    const auto lists = tables->checklists(tablet.store->vault());
    const auto published = checklistsOf(*tablet.store).value();
    REQUIRE(lists.size() == published.size());
    for (std::size_t i = 0; i < lists.size(); ++i) {
        CHECK(lists[i].sha256 == published[i].sha256);
        CHECK(lists[i].id == published[i].id);
        CHECK(lists[i].here == published[i].here);
    }
}

TEST_CASE("a record that is signed here is listed first, and keeps its row when the log has it") {
    Tablet tablet;
    const auto pulled = tablet.pullInspection({});
    const auto own = tablet.store->append({"inspection.submitted", "yongchang", "620321", {}, test::wholeBody(), {}});
    REQUIRE(own);
    const auto tables = DerivedTables::open(*tablet.store);
    REQUIRE(tables->follow(*tablet.store, 1000));
    auto page = tables->page(DerivedTables::Whose::all, 0, 10);
    REQUIRE(page.rows.size() == 2);
    CHECK(page.rows[0].own);
    CHECK(page.rows[0].row.hash == own->hash());
    CHECK(page.rows[1].row.id == pulled);
    CHECK(tables->page(DerivedTables::Whose::own, 0, 10).rows.size() == 1);
    CHECK(tables->page(DerivedTables::Whose::all, 1, 10).rows.size() == 1);

    REQUIRE(tablet.store->markProved(own->hash(), 3'000, 4'000));
    const auto later = tablet.pullInspection({});  // at a lower index
    REQUIRE(tables->follow(*tablet.store, 1000));
    page = tables->page(DerivedTables::Whose::all, 0, 10);
    REQUIRE(page.rows.size() == 3);
    CHECK(page.rows[0].row.hash == own->hash());
    CHECK(page.rows[0].row.first == 3'000U);
    CHECK(page.rows[1].row.id == later);
    CHECK(tables->visits("yongchang", "6a", 10).size() == 3);
    CHECK(tables->visits("elsewhere", "6a", 10).empty());
}

TEST_CASE("one thread follows the store while others read, each with a store of its own") {
    Tablet tablet;
    for (int i = 0; i < 200; ++i) tablet.pullInspection({{"party", {{"name", "人" + std::to_string(i)}}}});
    const auto tables = DerivedTables::open(*tablet.store);
    std::size_t least = 0;
    bool fell = false;
    std::thread follower([&] {
        const auto store = TabletStore::open(tablet.folder.path, tablet.key, [] { return Instant{}; }).value();
        while (!tables->follow(*store, 7)) {
        }
    });
    for (bool complete = false; !complete;) {
        const auto found = tables->find(*tablet.store, "人", 0, 5);
        complete = found.complete;
        fell = fell || found.total < least;
        least = found.total;
    }
    follower.join();
    CHECK_FALSE(fell);
    CHECK(least == 200);
}
