// Tasks of whoever is at the tablet: listed by their day; answered with the PIN, once however often they are tapped.
#include "mobile/tasks/tasks_model.h"

#include <catch2/catch.hpp>

#include "mobile/tasks/task_info.h"
#include "mobile/ui/text.h"
#include "shared/store/tasks.h"
#include "tests/unit/mobile/position/receiver_double.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Assigned {
    Bench bench;
    PositionSource position{std::make_unique<test::ReceiverDouble>(), [this] { return bench.now; }};
    TasksModel tasks{bench.store(), position, nullptr};
    QString id;

    Assigned() {
        bench.unlock();
        id = bench.assignTask();
        tasks.show(id);
        waitFor([&] { return tasks.ready(); });
    }
    [[nodiscard]] std::vector<CardRow> list() { return static_cast<Rows<CardRow>*>(tasks.list())->rows(); }
    void signing() {
        waitFor([&] { return !tasks.busy(); });
    }
    [[nodiscard]] std::size_t answers() {
        store::RecordFilter filter;
        filter.type = std::string(records::kTaskAnswered);
        return test::connect(bench)->records(filter).size();
    }
};

}  // namespace

TEST_CASE("tasks stand in the order of their days, and those that are due by today are counted") {
    Assigned it;  // due later
    const QString today = it.bench.assignTask("2026-11-22"), late = it.bench.assignTask("2026-11-20");
    it.tasks.refresh();
    waitFor([&] { return it.tasks.list()->count() == 3; });
    CHECK(it.list()[0].id == late);
    CHECK(it.list()[1].id == today);
    CHECK(it.list()[2].id == it.id);
    CHECK(it.tasks.dueToday() == 2);
    CHECK(it.tasks.more() == 0);

    it.tasks.forget();
    CHECK(it.tasks.list()->count() == 0);
    CHECK(it.tasks.dueToday() == 0);
}

TEST_CASE("a task is accepted with the PIN of whoever is at the tablet, once however often it is tapped") {
    Assigned it;
    CHECK(it.tasks.mayAccept());
    it.tasks.accept("0000");
    it.signing();
    CHECK(it.tasks.pinWrong());
    CHECK(it.answers() == 0);
    it.bench.now.utc += std::chrono::minutes(1);
    QString sealed;
    QObject::connect(&it.tasks, &TasksModel::sealed, [&](const QString& id) { sealed = id; });
    it.tasks.accept(test::kPin);
    it.tasks.accept(test::kPin);
    it.signing();
    CHECK(sealed == it.id);
    CHECK(it.answers() == 1);
    waitFor([&] { return !it.tasks.mayAccept(); });
    CHECK(it.tasks.mayStart());
}

TEST_CASE("a task is declined with the PIN and a reason, both or nothing is signed") {
    Assigned it;
    it.tasks.decline("0000", "当日参加培训");
    it.signing();
    CHECK(it.tasks.pinWrong());
    it.bench.now.utc += std::chrono::minutes(1);
    it.tasks.decline(test::kPin, "  ");
    it.signing();
    CHECK_FALSE(it.tasks.pinWrong());
    CHECK_FALSE(it.tasks.problem().isEmpty());
    CHECK(it.answers() == 0);
    it.tasks.decline(test::kPin, "当日参加培训");
    it.signing();
    CHECK(it.answers() == 1);
    const auto info = it.bench.ask([&](LocalStore& store) { return readTask(store, ss(it.id)); });
    CHECK(info->task.row.answers.front().reason == "当日参加培训");
}

TEST_CASE("a task that names no checklist offers none by a version before one for another kind of check") {
    Bench bench;
    bench.unlock();
    bench.publish(test::smallDocument(1));
    records::Task task;
    task.programme = "农业标准化示范区";
    task.team = {"p2"};
    task.due = parseDay("2026-12-05").value();
    task.asked = dayOf(bench.now);
    const auto id = bench.assign(records::toBody(task));
    const auto offered = [&] {
        const auto told = bench.ask([&](LocalStore& store) { return readTask(store, ss(id)); });
        REQUIRE(told);
        return std::ranges::any_of(told->choices, [](const auto& one) { return one.first == "small"; });
    };
    CHECK(offered());
    bench.publish(test::smallDocument(2), {{"kinds", json::array{"self"}}});
    CHECK_FALSE(offered());
}
