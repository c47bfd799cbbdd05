#include "mobile/ui/retelling.h"

#include <catch2/catch.hpp>

#include "mobile/rectify/act_model.h"
#include "mobile/rectify/case_model.h"
#include "mobile/ui/settings.h"
#include "tests/unit/mobile/rectify/cases.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

TEST_CASE("after a change of language what reads a property of a model reads it again, and no signal comes twice") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    QObject app;
    auto* model = new CaseModel(bench.store(), &app);
    auto* act = new ActModel(bench.store(), *model, &app);
    QObject::connect(&Settings::instance(), &Settings::languageChanged, &app, [&app] { retellBelow(app); });
    model->show(made.inspection, "2");
    waitFor([&] { return model->ready(); });
    act->begin("objected");

    int told = 0;
    QString title, hint;
    QObject::connect(act, &ActModel::changed, &app, [&] {
        ++told;
        title = act->title();
        hint = act->hint();
    });
    Settings::instance().setLanguage(QStringLiteral("en"));
    CHECK(told == 1);
    CHECK(title == act->title());
    CHECK_FALSE(hint.isEmpty());
    CHECK_FALSE(hint.contains(u"写明"));
    Settings::instance().setLanguage(QStringLiteral("zh"));
    CHECK(told == 2);
    CHECK(hint.contains(u"写明"));
}
