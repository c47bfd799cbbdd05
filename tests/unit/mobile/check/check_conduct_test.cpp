// What is said of the conduct of a visit before it is signed: the name on the licence, and what shows a refusal.
#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/check/opened_draft.h"
#include "mobile/sign/sign_model.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/records.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

void begin(CheckModel& check) {
    check.begin("yongchang", "6a");
    waitFor([&] { return check.isOpen(); });
}

QStringList runs(CheckConduct* conduct) {
    QStringList out;
    for (const auto& run : static_cast<Rows<NameRunRow>*>(conduct->nameRuns())->rows())
        out.append(run.side.left(1) + run.text);
    return out;
}

}  // namespace

TEST_CASE("the name on the licence is kept with the draft, and shown against the published one") {
    Bench bench;
    bench.unlock();
    QString draft;
    {
        CheckModel check(bench.store(), nullptr);
        begin(check);
        draft = check.draft();
        auto* conduct = check.conduct();
        CHECK(conduct->published() == u"永昌县设施蔬菜标准化示范区");
        CHECK(conduct->licence().isEmpty());
        CHECK_FALSE(conduct->nameDiffers());
        conduct->sayLicence(conduct->published(), "");
        CHECK_FALSE(conduct->nameDiffers());
        CHECK(conduct->nameRuns()->count() == 0);
        conduct->sayLicence(" 永昌县蔬菜标准化示范基地 ", "");
        CHECK(conduct->nameDiffers());
        CHECK(runs(conduct) == QStringList{"b永昌县", "p设施", "b蔬菜标准化示范", "p区", "l基地"});
        conduct->sayLicence(conduct->licence(), "牌匾没有换");
        waitFor([&] { return check.saving()->state() == "saved"; });
    }
    bench.restart();
    bench.unlock();
    CheckModel again(bench.store(), nullptr);
    again.resume(draft);
    waitFor([&] { return again.isOpen(); });
    CHECK(again.conduct()->licence() == u"永昌县蔬菜标准化示范基地");
    CHECK(again.conduct()->nameReason() == u"牌匾没有换");
    CHECK(again.conduct()->nameDiffers());
    SignModel sign(bench.store(), again, nullptr);
    CHECK(sign.licence() == u"永昌县蔬菜标准化示范基地（牌匾没有换）");
    again.conduct()->sayLicence("", "");
    CHECK(again.conduct()->licence().isEmpty());
    CHECK(sign.licence().isEmpty());
}

TEST_CASE("what is signed by hand changes with the name on the licence") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    const auto content = [&] {
        waitFor([&] { return check.saving()->state() == "saved"; });
        return bench.ask([&](LocalStore& store) { return shownContent(store, check.draft(), false); }).value();
    };
    const QString before = content();
    check.conduct()->sayLicence("另一个名称", "更名");
    const QString after = content();
    CHECK(before != after);
    check.conduct()->sayLicence("另一个名称", "没有换证");
    CHECK(content() != after);
}

TEST_CASE("a sound that was recorded of a refusal is named by the draft at once; one for an item is not") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    auto* conduct = check.conduct();
    const auto sealed = [&](const char* content) {
        return bench
            .ask([&](LocalStore& store) {
                return (*store.opened())->importFile(asBytes(std::string_view(content)), "audio/ogg");
            })
            .value();
    };
    QStringList settled;
    QObject::connect(conduct, &CheckConduct::soundNamed, [&](const QString& id) { settled.append(id); });
    conduct->takeSound({"1", check.draft(), "item:1", sealed("one"), 4000});
    conduct->takeSound({"2", "another draft", "refusal", sealed("two"), 4000});
    conduct->takeSound({"3", check.draft(), "refusal", sealed("three"), 65000});
    waitFor([&] { return conduct->refusalFiles()->count() == 1; });
    CHECK(settled == QStringList{"3"});
    CHECK(conduct->recorded());
    const auto row = static_cast<Rows<RefusalFileRow>*>(conduct->refusalFiles())->rows().front();
    CHECK(row.symbol == u"sound");
    CHECK(row.name.startsWith(u"录音"));
    // Told twice, as after a crash between the draft and the pieces: it stands once.
    conduct->takeSound({"3", check.draft(), "refusal", sealed("three"), 65000, true});
    waitFor([&] { return settled.size() == 2; });
    CHECK(conduct->refusalFiles()->count() == 1);
    const QString draft = check.draft();
    CheckModel again(bench.store(), nullptr);
    again.resume(draft);
    waitFor([&] { return again.isOpen(); });
    CHECK(again.conduct()->refusalFiles()->count() == 1);
}
