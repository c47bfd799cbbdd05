#include <catch2/catch.hpp>

#include "mobile/record/record_model.h"
#include "mobile/record/records_model.h"
#include "mobile/today/today_model.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

TEST_CASE("records are searched: the list shows what was found, says how much, and is whole again without words") {
    Bench bench;
    const auto unlocked = bench.unlock();
    {
        test::Tablet other;
        const auto own = store::TabletStore::open(unlocked.folder, unlocked.key, [&] { return bench.now; }).value();
        std::vector<store::TabletStore::PulledLine> lines;
        for (int n = 0; n < 150; ++n) {
            other.now.utc += std::chrono::hours(1);
            const auto id = other.pullInspection({{"team", json::array{json::object{{"name", "检查员乙"}}}},
                                                  {"party", {{"name", "陪同人" + std::to_string(n)}}}});
            const auto row = other.store->recordById(id).value();
            auto line = other.store->line(row.hash).value();
            auto payload = record::parsePayload(line.payload()).value();
            lines.push_back({1000 + static_cast<std::uint64_t>(n), std::move(line), std::move(payload)});
        }
        REQUIRE(own->takePulled(lines));
    }
    RecordFinder finder([&] { return bench.now; });
    RecordsModel records(bench.store(), finder, nullptr);
    CHECK_FALSE(records.wasRead());
    records.watch(true);
    waitFor([&] { return records.wasRead(); });
    CHECK(records.rows()->count() == 30);  // a screen at once, more as one scrolls
    records.readOn();
    waitFor([&] { return records.rows()->count() == 80; });

    finder.begin(unlocked.folder, unlocked.key, unlocked.derived);
    records.setFilter("陪同人7");
    waitFor([&] { return records.found() == 11 && records.lookedThrough() && records.rows()->count() == 11; });
    CHECK_FALSE(records.more());
    records.setFilter("检查员乙");
    waitFor([&] { return records.found() == 150 && records.rows()->count() == 30; });
    CHECK(records.more());
    records.readOn();
    waitFor([&] { return records.rows()->count() == 80; });
    records.setFilter("没有这个人");
    waitFor([&] { return records.rows()->count() == 0; });
    CHECK(records.found() == 0);
    records.setFilter("");
    waitFor([&] { return records.rows()->count() == 30; });
    records.forget();
    CHECK(records.rows()->count() == 0);
}

TEST_CASE("tests stand in a list of their own, marked, and nowhere else") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const auto unlocked = bench.unlock();
    const auto id = test::signSmall(bench, true);
    RecordFinder finder([&] { return bench.now; });
    RecordsModel records(bench.store(), finder, nullptr);
    records.watch(true);
    waitFor([&] { return records.wasRead(); });
    CHECK(records.rows()->count() == 0);
    records.setTests(true);
    waitFor([&] { return records.rows()->count() == 1; });
    const auto& card = static_cast<Rows<CardRow>*>(records.rows())->rows().front();
    CHECK(card.id == id);
    CHECK(card.rightText == "试用，不作数");
    CHECK(card.rightTone == "part");
    records.setTests(false);
    waitFor([&] { return records.rows()->count() == 0; });
    // Nor is it found by a word that is in it.
    finder.begin(unlocked.folder, unlocked.key, unlocked.derived);
    records.setFilter("永昌");
    waitFor([&] { return records.lookedThrough() && !records.more(); });
    CHECK(records.found() == 0);

    TodayModel today(bench.store(), nullptr);
    today.watch(true);
    waitFor([&] { return today.isEmpty(); });

    RecordModel record(bench.store(), nullptr);
    record.show(id);
    waitFor([&] { return record.ready(); });
    CHECK(record.isTest());
    CHECK_FALSE(record.canAmend());
    CHECK_FALSE(record.deliverable());
    CHECK_FALSE(record.orderable());
    CHECK_FALSE(record.cosignable());
}
