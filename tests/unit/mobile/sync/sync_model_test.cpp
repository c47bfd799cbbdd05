// The sync page: what waits and how much of it, the log's health, and what is let out when the server takes nothing.
#include <QDir>
#include <catch2/catch.hpp>

#include "mobile/sync/sync_model.h"
#include "shared/store/key_history.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Stand {
    Bench bench;
    SyncService service{bench.home(), [this] { return bench.now; }};
    SyncModel sync{bench.store(), service, nullptr};

    Stand() { bench.publish(test::smallDocument(1)); }

    void refresh() {
        // The store answers in the order in which it is asked: an earlier look that is still on its way is not this
        // one.
        bool shown = false;
        sync.refresh();
        bench.store().ask(
            &sync, [](LocalStore&) -> Result<bool> { return true; }, [&](const Result<bool>&) { shown = true; });
        waitFor([&] { return shown; });
    }
    [[nodiscard]] QString health(const QString& id) {
        const auto* row = static_cast<Rows<NamedValueRow>*>(sync.health())->find(id);
        return row ? row->value + u'/' + row->tone : QString();
    }
};

}  // namespace

TEST_CASE("nothing waits on a tablet on which nothing was signed, and it says that it is offline") {
    Stand stand;
    stand.refresh();
    CHECK(stand.sync.count() == 0);
    CHECK(stand.sync.state() == "off");
    CHECK(stand.sync.offline());
    CHECK(stand.sync.word() == "未开始");
    CHECK(stand.sync.lastGood().isEmpty());
    CHECK(stand.sync.notThere().isEmpty());
    CHECK_FALSE(stand.sync.unsent());
    CHECK(stand.health("size") == "还没有/");
    CHECK(stand.health("proved") == "0 条/");
    CHECK(stand.health("server") == "http://127.0.0.1:9/");
}

TEST_CASE("a record that was signed waits with its files, by name and bytes, until the server holds both") {
    Stand stand;
    const QString id = test::signSmall(stand.bench);
    const auto store = test::connect(stand.bench);
    const auto row = store->recordById(id.toStdString()).value();
    stand.refresh();
    const auto& waiting = static_cast<Rows<WaitingRow>*>(stand.sync.waiting())->rows();
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].title == "检查记录");
    CHECK(waiting[0].detail == "永昌县设施蔬菜标准化示范区");
    CHECK_FALSE(waiting[0].file);
    CHECK(waiting[1].title == "填写轨迹");
    CHECK(waiting[1].file);
    CHECK(stand.sync.unsent());
    CHECK(stand.sync.notThere().startsWith("1 个文件中 1 个"));

    REQUIRE(store->saveCheckpoint({"log", 20, Sha256{}, stand.bench.now}, "note"));
    REQUIRE(store->markSent(row.hash));
    stand.refresh();
    CHECK(stand.sync.count() == 1);
    CHECK(stand.health("sent") == "1 条/part");
    CHECK(stand.health("size") == "20 条/");
    REQUIRE(store->markProved(row.hash, 18, 20));
    std::vector<Sha256> files;
    for (const auto& file : store->filesNotThere()) files.push_back(file.sha256);
    REQUIRE(files.size() == 1);
    REQUIRE(store->markThere(files, stand.bench.now.utc));
    stand.refresh();
    CHECK(stand.sync.count() == 0);
    CHECK(stand.health("proved") == "1 条/pass");
    CHECK(stand.health("sent").isEmpty());
    CHECK_FALSE(stand.sync.unsent());
}

TEST_CASE("what the server refused stays in the list with its reason") {
    Stand stand;
    const QString id = test::signSmall(stand.bench);
    const auto store = test::connect(stand.bench);
    REQUIRE(store->markRefused(store->recordById(id.toStdString())->hash, "out of the region"));
    stand.refresh();
    const auto& waiting = static_cast<Rows<WaitingRow>*>(stand.sync.waiting())->rows();
    REQUIRE_FALSE(waiting.empty());
    CHECK(waiting.back().problem == "out of the region");
    CHECK(stand.health("refused") == "1 条/fail");
}

TEST_CASE("a tablet that pulled the line that revokes its key says by whom and what is left, and lets it out") {
    Stand stand;
    test::signSmall(stand.bench);
    stand.refresh();
    CHECK(stand.sync.revoked().isEmpty());
    stand.bench.revoke();
    stand.refresh();
    CHECK(stand.sync.revoked().startsWith("本机的密钥已"));
    CHECK(stand.sync.revoked().contains(u"今天"));
    CHECK(stand.sync.revoked().contains(u"1 条记录、1 个文件"));
    stand.sync.exportUnsent();
    waitFor([&] { return !stand.sync.exported().isEmpty(); });
    CHECK(stand.sync.exported().startsWith("已导出 1 条记录"));
    CHECK(QDir(stand.bench.home() + "/export").entryList({"*.json"}).size() == 1);
}

TEST_CASE("what stands in the open file beside the vault revokes nobody") {
    Stand stand;
    test::signSmall(stand.bench);
    const auto store = test::connect(stand.bench);
    REQUIRE(store::noteRevoked(store->folder(), stand.bench.now, 1, 1));
    stand.refresh();
    CHECK(stand.sync.revoked().isEmpty());
    CHECK_FALSE(stand.bench.unlock().person.revoked);
}

TEST_CASE("a pause stands over a restart, each thing says that it waits for that, and after a day Today says so") {
    Stand stand;
    test::signSmall(stand.bench);
    stand.refresh();
    stand.sync.pause();
    CHECK(stand.sync.stopped());
    CHECK(stand.sync.stoppedLong().isEmpty());
    stand.refresh();
    for (const auto& row : static_cast<Rows<WaitingRow>*>(stand.sync.waiting())->rows())
        CHECK(row.reason == "同步已暂停");
    {
        SyncService again{stand.bench.home(), [&] { return stand.bench.now; }};
        const SyncModel other{stand.bench.store(), again, nullptr};
        CHECK(other.stopped());
    }
    stand.bench.now.utc += std::chrono::hours(25);
    CHECK(stand.sync.stoppedLong().contains(u"2 件没有传"));
    // Twice tapped is paused once.
    stand.sync.pause();
    stand.sync.syncNow();
    CHECK_FALSE(stand.sync.stopped());
    CHECK(stand.sync.stoppedLong().isEmpty());
}

TEST_CASE("photos wait for Wi-Fi where that was asked for, records never; what is not known counts as mobile") {
    test::Bench bench;
    bench.publish(test::smallDocument(1));
    auto source = std::make_unique<FixedNetwork>(NetworkKind::mobile);
    auto* network = source.get();
    SyncService service{bench.home(), [&] { return bench.now; }, std::move(source)};
    CHECK_FALSE(service.holdsFiles());
    Settings::instance().setPhotosOnWifi(true);
    const SyncModel sync{bench.store(), service, nullptr};
    CHECK(service.holdsFiles());
    CHECK(sync.network() == "移动数据");
    network->set(NetworkKind::unknown);
    CHECK(service.holdsFiles());
    CHECK(sync.network().contains(u"按移动数据"));
    network->set(NetworkKind::wifi);
    CHECK_FALSE(service.holdsFiles());
    network->set(NetworkKind::mobile);
    CHECK(service.holdsFiles());
    service.sendHeldNow();
    CHECK_FALSE(service.holdsFiles());
    Settings::instance().setPhotosOnWifi(false);
    CHECK_FALSE(service.holdsFiles());
    CHECK(waitsForWifi("image/jpeg"));
    CHECK(waitsForWifi("application/pdf"));
    CHECK_FALSE(waitsForWifi("application/x-ndjson"));
}

TEST_CASE("the queue tells the app how wrong its clock is") {
    Stand stand;
    const auto store = test::connect(stand.bench);
    const auto wrong = stand.bench.now;
    const Instant truth{wrong.utc - std::chrono::hours(72), wrong.offset};
    REQUIRE(store->saveClockMeasure(store::ClockMeasure::between(wrong, wrong, truth, 4, store->sinceBoot())));
    CHECK(stand.sync.clock().isEmpty());
    stand.refresh();
    CHECK(stand.sync.clock().contains(u"快 3 天"));
}
