#include "shared/store/record_search.h"

#include <catch2/catch.hpp>

#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

json::object body(const std::string& party, const std::string& inspector) {
    return {{"checklist", {{"id", "6a"}, {"version", "1"}}},
            {"team", json::array{json::object{{"name", inspector}}}},
            {"party", {{"name", party}}}};
}

void readAll(RecordSearch& search, TabletStore& store) {
    search.stale();
    do REQUIRE(search.update(store, 3));
    while (!search.complete());
}

}  // namespace

TEST_CASE("records are found by site, party, person, checklist, day, number and fingerprint, every word of it") {
    Tablet tablet;
    std::vector<std::string> ids;
    for (int n = 0; n < 10; ++n) {
        ids.push_back(tablet.pullInspection(body("陪同人" + std::to_string(n), n % 2 == 0 ? "Anna Li" : "检查员乙")));
        tablet.now.utc += std::chrono::hours(24);
    }
    RecordSearch search;
    CHECK(search.find("陪同人3", 0, 10).total == 0);
    REQUIRE(search.update(*tablet.store, 4));
    CHECK_FALSE(search.complete());
    CHECK(search.find("", 0, 100).total == 4);  // the newest first
    readAll(search, *tablet.store);

    const auto only = [&](const std::string& query, int n) {
        INFO(query);
        const auto found = search.find(query, 0, 10);
        CHECK(found.ids == std::vector<std::string>{ids[static_cast<std::size_t>(n)]});
        CHECK(found.total == 1);
    };
    only("陪同人3", 3);
    only("  陪同人4  anna ", 4);
    const auto row = tablet.store->recordById(ids[5]).value();
    const std::string hex = row.hash.hex();
    only(hex.substr(0, 16), 5);
    only(shortFingerprint(row.hash), 5);
    only("#" + std::to_string(row.logIndex.value() + 1), 5);
    only(formatInstant(tablet.store->payload(row.hash).value().at).substr(0, 10), 5);
    CHECK(search.find("ANNA", 0, 10).total == 5);
    CHECK(search.find("陪同人4 检查员乙", 0, 10).total == 0);
    CHECK(search.find("永昌", 0, 10).total == 10);
    CHECK(search.find("620321 yongchang 6a", 0, 10).total == 10);

    // Newest first, a page at a time.
    const auto first = search.find("永昌", 0, 4), second = search.find("永昌", 4, 4), last = search.find("永昌", 8, 4);
    CHECK(first.ids == std::vector<std::string>{ids[9], ids[8], ids[7], ids[6]});
    CHECK(second.ids.front() == ids[5]);
    CHECK(last.ids == std::vector<std::string>{ids[1], ids[0]});
    CHECK(last.total == 10);
}

TEST_CASE("what is pulled later is found later, and nothing is read twice") {
    Tablet tablet;
    tablet.pullInspection(body("甲", "乙"));
    RecordSearch search;
    readAll(search, *tablet.store);
    CHECK(search.size() == 1);
    tablet.now.utc += std::chrono::hours(1);
    const auto id = tablet.pullInspection(body("丙", "丁"));
    CHECK(search.find("丙", 0, 10).total == 0);
    readAll(search, *tablet.store);
    CHECK(search.find("丙", 0, 10).ids == std::vector<std::string>{id});
    CHECK(search.find("甲", 0, 10).total == 1);
    CHECK(search.size() == 2);
}
