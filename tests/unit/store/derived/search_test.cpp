#include <catch2/catch.hpp>

#include "shared/store/derived/derived_tables.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

json::object body(const std::string& party, const std::string& inspector) {
    return {{"team", json::array{json::object{{"name", inspector}}}}, {"party", {{"name", party}}}};
}

std::shared_ptr<DerivedTables> followed(Tablet& tablet) {
    auto tables = DerivedTables::open(*tablet.store);
    while (!tables->follow(*tablet.store, 3)) {
    }
    return tables;
}

}  // namespace

TEST_CASE("records are found by site, party, person, checklist, day, number and fingerprint, every word of it") {
    Tablet tablet;
    std::vector<std::string> ids;
    for (int n = 0; n < 10; ++n) {
        ids.push_back(tablet.pullInspection(body("陪同人" + std::to_string(n), n % 2 == 0 ? "Anna Li" : "检查员乙")));
        tablet.now.utc += std::chrono::hours(24);
    }
    const auto tables = followed(tablet);
    const auto find = [&](const std::string& query, std::size_t offset = 0, std::size_t limit = 10) {
        return tables->find(*tablet.store, query, offset, limit);
    };
    const auto only = [&](const std::string& query, int n) {
        INFO(query);
        const auto found = find(query);
        CHECK(found.ids == std::vector<std::string>{ids[static_cast<std::size_t>(n)]});
        CHECK(found.total == 1);
    };
    only("陪同人3", 3);
    only("  陪同人4  anna ", 4);
    const auto row = tablet.store->recordById(ids[5]).value();
    const std::string hex = row.hash.hex();
    only(hex.substr(0, 16), 5);
    only(shortFingerprint(row.hash), 5);
    only(ids[5], 5);
    only("#" + std::to_string(row.logIndex.value() + 1), 5);
    only(formatInstant(tablet.store->payload(row.hash).value().at).substr(0, 10), 5);
    CHECK(find("ANNA").total == 5);
    CHECK(find("陪同人4 检查员乙").total == 0);
    CHECK(find("永昌").total == 10);
    CHECK(find("昌").total == 10);
    CHECK(find("ycx").total == 10);  // 永昌县
    CHECK(find("ycz").total == 0);
    CHECK(find("620321 yongchang 6a").total == 10);
    CHECK(find("乙").total == 5);
    CHECK(find("").total == 10);
    CHECK(find("#").total == 0);

    // Newest first, a page at a time.
    CHECK(find("永昌", 0, 4).ids == std::vector<std::string>{ids[9], ids[8], ids[7], ids[6]});
    CHECK(find("永昌", 4, 4).ids.front() == ids[5]);
    CHECK(find("永昌", 8, 4).ids == std::vector<std::string>{ids[1], ids[0]});
    CHECK(find("永昌", 8, 4).total == 10);
}

TEST_CASE("what is pulled later is found later; until it is folded the answer says that it is not all") {
    Tablet tablet;
    tablet.pullInspection(body("甲", "乙"));
    const auto tables = followed(tablet);
    CHECK(tables->find(*tablet.store, "甲", 0, 10).complete);
    const auto id = tablet.pullInspection(body("丙", "丁"));
    tablet.pullInspection(body("戊", "己"));
    CHECK(tables->find(*tablet.store, "丙", 0, 10).total == 0);
    CHECK_FALSE(tables->follow(*tablet.store, 1));
    CHECK(tables->find(*tablet.store, "丙", 0, 10).ids == std::vector<std::string>{id});
    CHECK_FALSE(tables->find(*tablet.store, "戊", 0, 10).complete);
    CHECK(tables->follow(*tablet.store, 1));
    CHECK(tables->find(*tablet.store, "戊", 0, 10).total == 1);
    CHECK(tables->counts().inspections == 3);
}
