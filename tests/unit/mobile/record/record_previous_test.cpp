// A check beside the one before it, as the record's page compares them.
#include "mobile/record/record_previous.h"

#include <catch2/catch.hpp>

#include "mobile/record/record_detail.h"
#include "mobile/record/record_model.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/checklist/load/loader.h"
#include "shared/store/inspection_sign.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using checklist::Verdict;
using test::Bench;
using test::waitFor;

namespace {

records::InspectionBody body(std::vector<checklist::StatedItem> items, std::vector<std::string> vetoes = {}) {
    records::InspectionBody out;
    out.checklist.version = "1";
    out.score.items = std::move(items);
    out.score.vetoes = std::move(vetoes);
    return out;
}

std::vector<std::pair<QString, VisitChange>> changes(const PreviousInfo& info) {
    std::vector<std::pair<QString, VisitChange>> out;
    for (const auto& item : info.items) out.emplace_back(item.id, item.change);
    return out;
}

void amend(Bench& bench, const QString& id) {
    const auto store = test::connect(bench);
    const auto draft = store::beginAmendment(*store, ss(id)).value();
    REQUIRE(store->putEntries(draft.id, {store::answerEntry("b_n", "5")}));
    store::SignRequest request;
    request.draft = draft.id;
    request.reason = "看错了";
    request.party.absent = "没有人在";
    REQUIRE(store::signInspection(*store, request));
}

}  // namespace

TEST_CASE("what got worse stands first, a veto above all, then what got better, and what did not change last") {
    const auto document = checklist::loadChecklist(test::smallDocument(1)).value();
    const auto then = body({{"a", Verdict::pass, 5000, 5000},
                            {"b", Verdict::pass, 5000, 5000},
                            {"d", Verdict::fail, 0, 5000},
                            {"old", Verdict::pass, 1000, 1000}});
    const auto now = body(
        {{"a", Verdict::part, 2500, 5000}, {"b", Verdict::fail, 0, 5000}, {"d", Verdict::pass, 5000, 5000}}, {"b"});
    const auto told = previousOf(then, now, *document);
    CHECK(changes(told) == std::vector<std::pair<QString, VisitChange>>{{"b", VisitChange::worse},
                                                                        {"a", VisitChange::worse},
                                                                        {"d", VisitChange::better},
                                                                        {"old", VisitChange::gone}});
    CHECK(told.worse == 2);
    CHECK(told.better == 1);
    // By shares of what there was, and what is not applicable now was judged otherwise.
    const auto shares = previousOf(
        body({{"a", Verdict::pass, 5000, 5000}, {"b", Verdict::pass, 4000, 4000}}),
        body({{"a", Verdict::notApplicable, 0, 0}, {"b", Verdict::pass, 8000, 8000}, {"d", Verdict::pass, 5000, 5000}}),
        *document);
    CHECK(changes(shares) == std::vector<std::pair<QString, VisitChange>>{
                                 {"a", VisitChange::other}, {"d", VisitChange::fresh}, {"b", VisitChange::same}});
}

TEST_CASE("the page compares with the newest earlier check of the site, and the first has none before it") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const auto first = test::signSmall(bench);
    bench.now.utc += std::chrono::hours(24);
    const auto second = test::signSmall(bench);
    RecordModel record(bench.store(), nullptr);
    const auto show = [&](const QString& id) {
        record.show(id);
        waitFor([&] { return record.ready() && record.id() == id; });
    };
    show(second);
    CHECK(record.previousOther() == first);
    CHECK(record.previousWorse() == 0);
    const auto rows = static_cast<Rows<BesideRow>*>(record.previous())->rows();
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows) CHECK_FALSE(row.differs);
    show(first);
    CHECK(record.previousHead().isEmpty());
    CHECK(record.previous()->count() == 0);
}

TEST_CASE("a check stands where it was submitted, whenever it was amended") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const auto nextDay = [&] { bench.now.utc += std::chrono::hours(24); };
    const auto first = test::signSmall(bench);
    const auto day = bench.now;
    nextDay();
    const auto second = test::signSmall(bench);
    nextDay();
    const auto third = test::signSmall(bench);
    nextDay();
    amend(bench, second);
    nextDay();
    amend(bench, first);
    const auto previous = [&](const QString& id) {
        const auto shown = bench.ask([id](LocalStore& store) { return readRecord(store, id); });
        REQUIRE(shown);
        return shown->previous;
    };
    CHECK_FALSE(previous(first));
    REQUIRE(previous(second));
    CHECK(previous(second)->other == first);
    CHECK(previous(second)->atMs == msOf(day.utc));
    REQUIRE(previous(third));
    CHECK(previous(third)->other == second);
}
