// The lists of findings of all cases, by where each stands: counts, the column that is open, what is overdue.
#include "mobile/rectify/cases_model.h"

#include <catch2/catch.hpp>

#include "mobile/record/record_finder.h"
#include "tests/unit/mobile/rectify/cases.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

// As the app does: the tables of lists are read beside the vault, and lists are read anew when they are whole.
struct Listed {
    Bench& bench;
    RecordFinder finder{[this] { return bench.now; }};
    CasesModel cases{bench.store(), nullptr};

    explicit Listed(Bench& of) : bench(of) {
        QObject::connect(&finder, &RecordFinder::completed, &cases, &CasesModel::refreshIfWatched);
        const auto unlocked = bench.unlock();
        finder.begin(unlocked.folder, unlocked.key, unlocked.derived);
    }
};

}  // namespace

TEST_CASE("an enterprise sees what it has to put right, how many, and what of it is overdue") {
    Bench bench(test::ofEnterprise());
    test::pullCase(bench, "2026-11-23");
    bench.now.utc += std::chrono::hours(24 * 3);  // ordered in time, and late by now
    Listed listed(bench);
    auto& cases = listed.cases;
    CHECK_FALSE(cases.ready());
    cases.refreshIfWatched();
    CHECK_FALSE(cases.ready());  // nobody looks
    cases.watch(true);
    waitFor([&] { return cases.ready() && cases.rows()->count() == 2; });
    REQUIRE(cases.names().first() == "casesToDo");
    CHECK(cases.columns().first() == u"要整改 2");
    REQUIRE(cases.rows()->count() == 2);
    const auto& rows = static_cast<Rows<CardRow>*>(cases.rows())->rows();
    CHECK(rows.front().id.contains(u'/'));  // "CASE/ITEM"
    CHECK(cases.overdue() == 2);
    CHECK_FALSE(cases.more());
    CHECK(cases.problem().isEmpty());

    // Another column is read anew; it says in words that it is empty.
    cases.setColumn(static_cast<int>(cases.names().indexOf(QStringLiteral("casesClosed"))));
    waitFor([&] { return cases.rows()->count() == 0; });
    CHECK(cases.emptyTitle() == u"还没有关闭的问题");
    CHECK(cases.emptyText().contains(u"复查通过"));
    cases.setColumn(0);
    waitFor([&] { return cases.rows()->count() == 2; });

    cases.forget();
    CHECK(cases.rows()->count() == 0);
    CHECK_FALSE(cases.ready());
    CHECK(cases.overdue() == 0);
}

TEST_CASE("an inspector has a column of what is to be ordered, empty until an inspection with findings is accepted") {
    Bench bench;
    test::pullFindings(bench, "2026-12-20");
    Listed listed(bench);
    auto& cases = listed.cases;
    cases.watch(true);
    waitFor([&] { return cases.ready(); });
    const auto toOrder = cases.names().indexOf(QStringLiteral("casesToOrder"));
    REQUIRE(toOrder >= 0);
    cases.setColumn(static_cast<int>(toOrder));
    waitFor([&] { return cases.column() == toOrder && !cases.emptyText().isEmpty(); });
    CHECK(cases.columns().at(toOrder) == u"待下达 0");
    CHECK(cases.rows()->count() == 0);
    CHECK(cases.overdue() == 0);
}
