// What the app says of a clock that is wrong, and of files that are not at the server.
#include <catch2/catch.hpp>

#include "mobile/record/record_model.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/crypto/hash.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/records/small_inspection.h"

using namespace plumb;
using namespace plumb::mobile;
using namespace std::chrono_literals;
using test::Bench;
using test::waitFor;

namespace {

constexpr auto kDay = std::chrono::hours(24);

// A record with one photo, signed by a clock that is wrong by `wrong`, and proved an hour after it was signed in truth.
struct Signed {
    Bench bench;
    std::unique_ptr<store::TabletStore> store;
    QString id;

    Signed(std::chrono::milliseconds wrong, bool known) {
        const auto unlocked = bench.unlock();
        const auto truth = bench.now;
        bench.now.utc += wrong;
        store = store::TabletStore::open(unlocked.folder, unlocked.key, [this] { return bench.now; }).value();
        seen(4, truth.utc - 1h);
        if (known)
            REQUIRE(store->saveClockMeasure(
                store::ClockMeasure::between(bench.now, bench.now, truth, 4, store->sinceBoot())));
        const auto photo = store->importPicture(asBytes(test::pngBytes())).value();
        const auto line = store
                              ->append({"inspection.submitted",
                                        "yongchang",
                                        "620321",
                                        {{photo.sha256, photo.size, photo.type, "evidence", "1"}},
                                        test::smallInspection("small", Sha256{}),
                                        {}})
                              .value();
        id = qs(record::parsePayload(line.payload()).value().id);
        seen(5, truth.utc + 1h);
        REQUIRE(store->markSent(line.hash()));
        REQUIRE(store->markProved(line.hash(), 4, 5));
    }
    void seen(std::uint64_t size, TimePoint at) const {
        REQUIRE(store->saveCheckpoint({"log", size, Sha256{}, {at, {}}}, "note"));
    }
};

struct Shown : Signed {
    using Signed::Signed;
    RecordModel model{bench.store(), nullptr};
    RecordModel& show() {
        model.show(id);
        waitFor([this] { return model.ready(); });
        return model;
    }
};

}  // namespace

TEST_CASE("a signature by a clock three days ahead or behind is shown outside its bracket, with a word") {
    Shown ahead(3 * kDay, false);
    CHECK(ahead.show().place() == 1);
    CHECK(ahead.model.clockWord().contains(QStringLiteral("晚于区间")));
    CHECK(ahead.model.clockWord().contains(QStringLiteral("快 3 天")));
    CHECK(ahead.model.corrected().isEmpty());
    Shown behind(-3 * kDay, false);
    CHECK(behind.show().place() == -1);
    CHECK(behind.model.clockWord().contains(QStringLiteral("慢 3 天")));
}

TEST_CASE("a signature whose record says how wrong its clock was shows the corrected time, too") {
    Shown shown(3 * kDay, true);
    CHECK(shown.show().place() == 1);
    CHECK(shown.model.clockWord().contains(QStringLiteral("记录里已写明")));
    CHECK_FALSE(shown.model.corrected().isEmpty());
}

TEST_CASE("a signature by a right clock stands inside, without a word") {
    Shown shown(0ms, false);
    CHECK(shown.show().place() == 0);
    CHECK(shown.model.clockWord().isEmpty());
}

TEST_CASE("times of a record are told as seen from now, and a step of another day tells its day") {
    const auto proof = [](RecordModel& model) { return static_cast<Rows<StepRow>*>(model.steps())->rows()[2].detail; };
    Shown shown(0ms, false);
    const auto hour = clockText(msOf(shown.bench.now.utc));
    const auto later = clockText(msOf(shown.bench.now.utc + 1h));
    CHECK(shown.show().signedAt() == QStringLiteral("今天 ") + hour);
    CHECK(proof(shown.model) == later + QStringLiteral(" 可证明"));
    shown.bench.now.utc += 3 * kDay;
    CHECK(shown.model.signedAt().endsWith(hour));
    for (const auto& told : {shown.model.signedAt(), shown.model.after(), shown.model.before()})
        CHECK_FALSE(told.contains(QStringLiteral("今天")));
    Shown behind(-3 * kDay, false);
    behind.bench.now.utc += 3 * kDay;
    behind.show();
    CHECK(proof(behind.model) == QStringLiteral("今天 ") + later + QStringLiteral(" 可证明"));
}

TEST_CASE("a record whose photos are not at the server says how many, proved or not") {
    Shown shown(0ms, false);
    CHECK(shown.show().proved());
    CHECK(shown.model.notThere() == QStringLiteral("1 张照片中 1 张不在服务器上"));
    CHECK_FALSE(shown.model.verdict().contains(QStringLiteral("可证明")));
    const auto photo = crypto::sha256(asBytes(test::pngBytes()));
    REQUIRE(shown.store->markUploaded(photo));
    shown.model.refresh();
    CHECK_FALSE(shown.model.notThere().isEmpty());
    REQUIRE(shown.store->markThere({photo}, shown.bench.now.utc));
    shown.model.refresh();
    waitFor([&] { return shown.model.notThere().isEmpty(); });
    CHECK(shown.model.verdict().contains(QStringLiteral("可证明")));
}

TEST_CASE("the app's time is the corrected one; waits go by the tablet's own") {
    Bench bench;
    const auto wrong = bench.now;
    const Instant truth{wrong.utc - 3 * kDay, wrong.offset};
    CHECK(bench.store().clock()() == wrong);
    bench.store().tellTime({store::ClockMeasure::between(wrong, wrong, truth, 9, systemSinceBoot()), std::nullopt});
    CHECK(std::chrono::abs(bench.store().clock()().utc - truth.utc) < 1min);
    CHECK(bench.store().tabletClock()() == wrong);
    const auto sentence = clockSentence(bench.store().clockState(), msOf(wrong.utc));
    CHECK(sentence.contains(QStringLiteral("本机时钟快 3 天")));
    CHECK(clockSentence({}, msOf(wrong.utc)).isEmpty());
}

TEST_CASE("spans are said in their largest unit") {
    CHECK(clockErrorText(-3 * kDay) == QStringLiteral("快 3 天"));
    CHECK(clockErrorText(5h) == QStringLiteral("慢 5 小时"));
    CHECK(clockErrorText(3min) == QStringLiteral("慢 3 分钟"));
}
