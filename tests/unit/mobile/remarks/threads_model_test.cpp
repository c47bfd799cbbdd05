// What supervisor and inspector write to each other at an item, as the inspector's tablet shows it: on Today, at the
// record's item, and on the page where she answers with her PIN.
#include "mobile/remarks/threads_model.h"

#include <catch2/catch.hpp>

#include "mobile/record/record_model.h"
#include "mobile/today/today_info.h"
#include "mobile/ui/text.h"
#include "shared/store/inspection_history.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

Result<TodayInfo> todayOf(Bench& bench) {
    DraftFacts nothing;
    return bench.ask([&](LocalStore& store) { return readToday(store, nothing); });
}

// An own record that the log has, and what a colleague asks at its item "b".
struct Asked {
    Bench bench;
    QString record, thread;
    ThreadsModel threads{bench.store(), nullptr};

    Asked() {
        bench.publish(test::smallDocument(1));
        bench.unlock();
        record = test::signSmall(bench);
        const auto other = test::connect(bench);
        const auto hash = other->recordById(ss(record))->hash;
        REQUIRE(other->markSent(hash));
        REQUIRE(other->markProved(hash, 500, 501));
        thread = test::pullByColleague(
            bench, 600, std::string(records::kRemarkAdded),
            records::toBody(records::Remark{ss(record), "b", "照片里看不清，是哪一天的？", "p3"}));
        show();
    }
    void show() {
        threads.show(record, "b");
        waitFor([&] { return threads.ready(); });
    }
    [[nodiscard]] std::vector<RemarkRow> rows() { return static_cast<Rows<RemarkRow>*>(threads.said())->rows(); }
    void sign(const char* pin, const QString& text, bool resolved = false) {
        threads.sign(QString::fromUtf8(pin), thread, text, resolved);
        waitFor([&] { return !threads.busy(); });
    }
};

}  // namespace

TEST_CASE("what is asked at an item waits on Today, and is answered with the PIN") {
    Asked it;
    auto today = todayOf(it.bench).value();
    REQUIRE(today.threads.size() == 1);
    CHECK(today.threads.front().record == it.record);
    CHECK(today.threads.front().item == "b");
    CHECK(today.threads.front().text == QString::fromUtf8("照片里看不清，是哪一天的？"));
    REQUIRE(it.rows().size() == 1);
    CHECK(it.rows().front().waits);
    CHECK_FALSE(it.rows().front().resolvable);
    CHECK(it.threads.answers());
    CHECK(it.threads.asks());

    it.sign("0000", "当天的");
    CHECK(it.threads.pinWrong());
    CHECK(it.rows().size() == 1);
    it.bench.now.utc += std::chrono::minutes(1);
    it.sign(test::kPin, "  ");
    CHECK_FALSE(it.threads.problem().isEmpty());
    it.sign(test::kPin, "", true);
    CHECK_FALSE(it.threads.problem().isEmpty());
    it.sign(test::kPin, "当天的，台账第 6 页");
    CHECK(it.threads.problem().isEmpty());
    waitFor([&] { return it.rows().size() == 2; });
    CHECK(it.rows().back().own);
    CHECK_FALSE(it.rows().back().waits);
    CHECK(todayOf(it.bench).value().threads.empty());
}

TEST_CASE("the record's page shows it at the item and counts what waits for a word") {
    Asked it;
    RecordModel record(it.bench.store(), nullptr);
    record.show(it.record);
    waitFor([&] { return record.ready(); });
    CHECK(record.asks());
    CHECK(record.talkWaits() == 1);
    const auto items = static_cast<Rows<OutcomeRow>*>(record.items())->rows();
    int talked = 0;
    for (const auto& item : items) {
        if (item.talk.isEmpty()) continue;
        ++talked;
        CHECK(item.id == "b");
        CHECK(item.talkWaits);
        CHECK(item.remarks.size() == 1);
    }
    CHECK(talked == 1);
    const auto page =
        it.bench.ask([](LocalStore& store) { return readRecords(store, store::DerivedTables::Whose::all, 0, 10); });
    CHECK(page.value().records.front().threads == 1);
}

TEST_CASE("a question of one's own begins a thread, and nothing of it stays for the next person") {
    Asked it;
    it.threads.show(it.record, "d");
    waitFor([&] { return it.threads.ready(); });
    CHECK(it.rows().empty());
    it.threads.sign(test::kPin, "", "这样判可以吗？", false);
    waitFor([&] { return !it.threads.busy(); });
    CHECK(it.threads.problem().isEmpty());
    waitFor([&] { return it.rows().size() == 1; });
    CHECK(it.rows().front().resolvable);
    it.threads.forget();
    CHECK(it.rows().empty());
    CHECK(it.threads.record().isEmpty());
    CHECK(it.threads.title().isEmpty());
}
