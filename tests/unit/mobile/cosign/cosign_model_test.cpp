#include "mobile/cosign/cosign_model.h"

#include <catch2/catch.hpp>

#include "mobile/record/record_detail.h"
#include "mobile/today/today_info.h"
#include "mobile/ui/text.h"
#include "shared/store/inspection_history.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using records::InspectionStatus;
using test::Bench;
using test::waitFor;

namespace {

Result<TodayInfo> todayOf(Bench& bench) {
    DraftFacts nothing;
    return bench.ask([&](LocalStore& store) { return readToday(store, nothing); });
}

std::string smallForTwo() {
    auto document = parseJson(test::smallDocument(1)).value().as_object();
    document["signers"] = 2;
    return toText(document);
}

// A tablet of two inspectors; the first has signed a record that both have to sign.
struct Two {
    Bench bench;
    QString id;
    std::unique_ptr<CosignModel> cosign;

    explicit Two(bool beside = true) {
        bench.publish(smallForTwo());
        if (beside) bench.addColleague();
        bench.unlock();
        id = test::signSmall(bench);
        cosign = std::make_unique<CosignModel>(bench.store(), nullptr);
        show();
    }
    void show() {
        cosign->show(id);
        waitFor([&] { return cosign->ready(); });
    }
    void sign(const char* pin) {
        cosign->sign(QString::fromUtf8(pin));
        waitFor([&] { return !cosign->busy(); });
    }
    RecordDetail detail() {
        return bench.ask([this](LocalStore& store) { return readRecord(store, id); }).value();
    }
};

}  // namespace

TEST_CASE("the second inspector signs on the same tablet with her own PIN, into her own chain") {
    Two it;
    CHECK(it.cosign->own());
    CHECK(it.cosign->waits());
    CHECK(it.cosign->colleagues()->count() == 1);
    CHECK(it.cosign->chosenName() == QString::fromUtf8(test::kColleague));
    CHECK(it.detail().fact.status == InspectionStatus::incomplete);
    CHECK(it.detail().cosignable);
    const auto today = todayOf(it.bench).value();
    REQUIRE(today.cosign.size() == 1);
    CHECK(today.cosign.front().own);

    // The first one's PIN is not hers.
    it.sign(test::kPin);
    CHECK(it.cosign->pinWrong());
    CHECK(it.cosign->waits());

    it.cosign->locateBy([] { return domain::Whereabouts(domain::NoPlace::denied); });
    it.sign(test::kColleaguePin);
    CHECK(it.cosign->problem().isEmpty());
    CHECK(it.detail().cosignPlace == domain::Whereabouts(domain::NoPlace::denied));
    waitFor([&] { return !it.cosign->second().isEmpty(); });
    CHECK_FALSE(it.cosign->waits());
    const auto detail = it.detail();
    CHECK(detail.fact.status == InspectionStatus::submitted);
    CHECK(detail.cosignGood);
    CHECK(detail.cosigner == it.cosign->second());
    CHECK(todayOf(it.bench).value().cosign.empty());
    // It waits in both stores: in hers as her own, in the first one's to be carried.
    const auto carried =
        it.bench.ask([](LocalStore& store) { return Result<std::size_t>((*store.opened())->countOffered()); });
    CHECK(carried.value() == 1);
}

TEST_CASE("what was begun goes on after a crash, and her store stays closed to the first one") {
    Two it;
    it.bench.restart();
    it.bench.unlock();
    it.cosign = std::make_unique<CosignModel>(it.bench.store(), nullptr);
    it.show();
    CHECK(it.cosign->waits());
    it.sign(test::kColleaguePin);
    waitFor([&] { return !it.cosign->waits(); });
    const auto records = it.bench.ask([](LocalStore& store) {
        store::RecordFilter own;
        own.own = true;
        return Result<std::size_t>((*store.opened())->countRecords(own));
    });
    CHECK(records.value() == 1);  // the first one's own line, and none of hers
}

TEST_CASE("where there is no colleague on the tablet, nobody can be chosen") {
    Two it(false);
    CHECK(it.cosign->waits());
    CHECK(it.cosign->colleagues()->count() == 0);
    it.cosign->sign(QString::fromUtf8(test::kPin));
    CHECK_FALSE(it.cosign->busy());
    CHECK(it.detail().fact.status == InspectionStatus::incomplete);
}
