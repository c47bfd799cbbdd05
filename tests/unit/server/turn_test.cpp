// Whose turn it is: the row in the database, and one front end's view of it.
#include "sync-server/ingest/turn.h"

#include <catch2/catch.hpp>

#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// A database that several ask whose turn it is, on one steady clock.
struct Asked {
    TempFolder folder;
    std::unique_ptr<Store> store = openAt(folder.path / "log.db");
    std::chrono::steady_clock::time_point now{std::chrono::hours(1)};
    std::atomic<int> taking{0};

    std::unique_ptr<Turn> turn(const std::string& name) {
        TurnOptions options;
        options.name = name;
        options.address = "https://" + name;
        options.clock = systemNow;
        options.steady = [this] { return now; };
        options.lapse = std::chrono::seconds(3);
        options.taking = [this] { ++taking; };
        return std::make_unique<Turn>(store->connect(), options, [] {});
    }
    SequencerRow row() {
        const auto connection = store->connect();
        return SequencerTable(*connection).read();
    }
    void guard(std::uint64_t epoch) {
        store->writer().guardBy([epoch](sql::Connection& connection) { SequencerTable(connection).hold(epoch); });
    }
};

}  // namespace

TEST_CASE("who comes first has the turn, and the next one sees who that is") {
    Asked asked;
    const auto a = asked.turn("a"), b = asked.turn("b");
    CHECK(b->state().row.epoch == 0);
    a->step();
    b->step();
    CHECK(a->state().mine);
    CHECK(a->fresh());
    CHECK_FALSE(b->state().mine);
    CHECK_FALSE(b->fresh());
    CHECK(b->state().row.holder == "a");
    CHECK(b->state().row.address == "https://a");
    CHECK(b->state().row.epoch == 1);
}

TEST_CASE("a turn is taken from one who did not beat for the lapse, as the taker's clock sees it") {
    Asked asked;
    const auto a = asked.turn("a"), b = asked.turn("b");
    a->step();
    b->step();
    asked.now += std::chrono::milliseconds(2999);
    b->step();
    CHECK_FALSE(b->state().mine);
    // A beat, and the time begins anew.
    a->step();
    b->step();
    asked.now += std::chrono::milliseconds(2999);
    b->step();
    CHECK_FALSE(b->state().mine);
    CHECK(a->fresh());
    CHECK(asked.taking == 0);
    asked.now += std::chrono::milliseconds(1);
    CHECK_FALSE(a->fresh());
    b->step();
    CHECK(b->state().mine);
    CHECK(asked.taking == 1);
    CHECK(b->state().row.epoch == 2);
    // The one who slept believes that it is its turn until it looks, and is not sure of it.
    CHECK(a->state().mine);
    a->step();
    CHECK_FALSE(a->state().mine);
    CHECK(a->state().row.holder == "b");
}

TEST_CASE("a turn that was left is taken at once, and one who may not have it leaves it") {
    Asked asked;
    const auto a = asked.turn("a"), b = asked.turn("b");
    a->step();
    a->leave();
    CHECK(asked.row().holder.empty());
    b->step();
    CHECK(b->state().mine);
    b->setWilling(false);
    b->step();
    CHECK_FALSE(b->state().mine);
    b->step();
    CHECK_FALSE(b->state().mine);
    a->step();
    CHECK(a->state().mine);
    CHECK(asked.row().epoch == 3);
}

TEST_CASE("of two who take a turn in the same moment one has it") {
    Asked asked;
    const auto first = asked.turn("a");
    const auto connection = asked.store->connect();
    SequencerTable table(*connection);
    const auto seen = table.read();
    const auto epoch = table.take(seen, "b", "", TimePoint{});
    REQUIRE(epoch);
    CHECK_FALSE(table.take(seen, "c", "", TimePoint{}));
    CHECK(table.read().holder == "b");
    CHECK_FALSE(table.beat(*epoch + 1));
    CHECK(table.beat(*epoch));
    // What a beat changed is no longer what was seen.
    CHECK_FALSE(table.take(seen, "d", "", TimePoint{}));
}

TEST_CASE("a writer whose turn is over begins no transaction, and leaves none open") {
    Asked asked;
    const auto a = asked.turn("a"), b = asked.turn("b");
    a->step();
    b->step();
    auto& writer = asked.store->writer();
    asked.guard(1);
    writer.begin();
    writer.appendLine(0, TimePoint{}, "first");
    writer.commit();
    // Its group was a sign that it is awake.
    asked.now += std::chrono::seconds(3);
    b->step();
    CHECK_FALSE(b->state().mine);
    asked.now += std::chrono::seconds(3);
    b->step();
    REQUIRE(b->state().mine);
    CHECK_THROWS_AS(writer.begin(), TurnLost);
    CHECK_THROWS_AS(writer.begin(), TurnLost);
    asked.guard(2);
    writer.begin();
    writer.appendLine(1, TimePoint{}, "second");
    writer.rollback();
    CHECK(asked.store->openReader()->size() == 1);
}

TEST_CASE("a checkpoint, and what witnesses said of one, stand with the turn") {
    Asked asked;
    const auto a = asked.turn("a");
    a->step();
    const auto connection = asked.store->connect();
    SequencerTable table(*connection);
    connection->begin();
    table.hold(1);
    table.putHead(7, "seven");
    connection->commit();
    table.putCosigned(1, 6, "six", "lines", TimePoint(std::chrono::milliseconds(5)));
    // Of an epoch that is over nothing is kept.
    table.putCosigned(9, 8, "eight", "others", TimePoint{});
    const auto row = table.read();
    CHECK(row.size == 7);
    CHECK(row.note == "seven");
    CHECK(row.cosignedSize == 6);
    CHECK(row.cosignedNote == "six");
    CHECK(row.cosignatures == "lines");
    CHECK(row.cosigned == TimePoint(std::chrono::milliseconds(5)));
    // It outlives a change of the turn.
    a->leave();
    CHECK(table.read().note == "seven");
}

// The database's own clock says how long a transaction stands still: it is waited for.
TEST_CASE("a sequencer that stands still in the middle of a group is ended, one that works is not", "[postgres]") {
    if (!onPostgres()) return;
    Asked asked;
    const auto a = asked.turn("a"), b = asked.turn("b");
    a->step();
    b->step();
    asked.guard(1);
    auto& writer = asked.store->writer();
    writer.begin();
    writer.appendLine(0, TimePoint{}, "never");
    writer.reader().size();
    // Another process of this database, as it would be.
    const auto other = openAt(asked.folder.path / "log.db");
    other->endStanding();
    CHECK(writer.reader().size() == 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(3500));
    asked.now += std::chrono::seconds(3);
    other->endStanding();
    b->step();
    CHECK(b->state().mine);
    CHECK_THROWS_AS(writer.commit(), sql::Lost);
    writer.rollback();
    CHECK(other->openReader()->size() == 0);
}
