#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/check/drafts.h"
#include "mobile/today/today_model.h"
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

}  // namespace

TEST_CASE("a draft that was begun stands in Today with what it lacks, until it is discarded") {
    Bench bench;
    bench.unlock();
    TodayModel today(bench.store(), nullptr);
    CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "6a");
    waitFor([&] { return today.drafts()->count() == 1; });
    CHECK(today.attention()->count() == 0);
    check.discard(check.draft());
    waitFor([&] { return today.drafts()->count() == 0; });
    CHECK_FALSE(check.isOpen());
}

TEST_CASE("starting by a checklist or at a site that is not here is told, and no draft is made") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    const auto draftsAfter = [&](const QString& site, const QString& checklist) {
        check.begin(site, checklist);
        waitFor([&] { return !check.notice()->busy(); });
        CHECK_FALSE(check.isOpen());
        return todayOf(bench).value().drafts.size();
    };
    CHECK(draftsAfter("yongchang", "no-such-list") == 0);
    CHECK(check.notice()->text().contains(u"检查表"));
    CHECK(draftsAfter("nowhere", "6a") == 0);
    CHECK(check.notice()->text().contains(u"检查对象"));
    // The same asking sees a draft that there is.
    check.begin("yongchang", "6a");
    waitFor([&] { return check.isOpen(); });
    CHECK(todayOf(bench).value().drafts.size() == 1);
}

TEST_CASE("Today of a new person says what is on the tablet, and lists one's own records, not a colleague's") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    TodayModel today(bench.store(), nullptr);
    CHECK_FALSE(today.isEmpty());  // not read yet
    CHECK_FALSE(today.wasRead());
    today.refresh();
    waitFor([&] { return today.isEmpty(); });
    CHECK(today.wasRead());
    // Another person's Today begins with nothing, whatever is still on its way.
    today.refresh();
    today.forget();
    CHECK_FALSE(today.wasRead());
    CHECK(today.siteCount() == 0);
    REQUIRE(todayOf(bench));
    QCoreApplication::processEvents();
    CHECK_FALSE(today.wasRead());
    today.refresh();
    waitFor([&] { return today.wasRead(); });
    CHECK(today.ready());
    CHECK(today.siteCount() == 1);
    CHECK(today.checklistCount() == 2);
    test::pullInspection(bench, 100, {}, {{"kind", "supervision"}});
    const QString own = test::signSmall(bench);
    today.refresh();
    waitFor([&] { return today.recent()->count() > 0; });
    REQUIRE(today.recent()->count() == 1);
    CHECK(static_cast<Rows<CardRow>*>(today.recent())->rows().front().id == own);
    CHECK_FALSE(today.isEmpty());
}

TEST_CASE("Today reminds of a draft that nobody touched for days and of records that have not left for a day") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    bench.unlock();
    TodayModel today(bench.store(), nullptr);
    test::signSmall(bench);
    // Nobody has it open: a session that is being filled keeps what it computed when its turn comes, which touches it.
    REQUIRE(bench.ask([](LocalStore& store) { return beginDraft(store, "yongchang", "6a"); }));
    today.refresh();
    waitFor([&] { return today.drafts()->count() == 1; });
    const auto draft = [&] { return static_cast<Rows<CardRow>*>(today.drafts())->rows().front(); };
    CHECK_FALSE(draft().leftText.contains(u"没动"));
    CHECK(today.attention()->count() == 0);
    bench.now.utc += std::chrono::hours(23);
    today.refresh();
    waitFor([&] { return !today.isEmpty(); });
    CHECK(today.attention()->count() == 0);
    bench.now.utc += std::chrono::hours(73);
    today.refresh();
    waitFor([&] { return today.attention()->count() == 1; });
    CHECK(static_cast<Rows<CardRow>*>(today.attention())->rows().front().id == "unsent");
    REQUIRE(today.drafts()->count() == 1);
    CHECK(draft().leftText.contains(u"天没动了"));
}

TEST_CASE("Today reckons a draft again when something of it changed, and only then; nobody's drafts are another's") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    bench.unlock();
    const auto draft = bench.ask([](LocalStore& store) { return beginDraft(store, "yongchang", "small"); }).value();
    DraftFacts facts;
    const auto read = [&] { return bench.ask([&](LocalStore& store) { return facts.read(store); }).value(); };
    const auto put = [&](const store::DraftEntry& entry) {
        REQUIRE(bench.ask([&](LocalStore& store) { return saveDraft(store, draft, {entry}); }));
    };
    CHECK(read().at(0).answered == 0);
    CHECK(read().at(0).answered == 0);
    CHECK(facts.reckoned() == 1);
    // Within the same millisecond of the clock.
    put(store::answerEntry("a_c", "pass"));
    CHECK(read().at(0).answered == 1);
    CHECK(facts.reckoned() == 2);
    put(store::answerEntry("a_c", "fail"));
    CHECK(read().at(0).earned == 0);
    CHECK(facts.reckoned() == 3);
    // A checklist may ask for the day.
    bench.now.utc += std::chrono::hours(24);
    CHECK(read().size() == 1);
    CHECK(facts.reckoned() == 4);
    REQUIRE(bench.ask([](LocalStore& store) { return beginDraft(store, "yongchang", "6a"); }));
    CHECK(read().size() == 2);
    CHECK(facts.reckoned() == 5);
    REQUIRE(bench.ask([&](LocalStore& store) { return discardDraft(store, draft); }));
    CHECK(read().size() == 1);
    CHECK(facts.reckoned() == 5);
}
