// The tasks of whoever is at the tablet: listed by their day, answered by herself, started once she has said that she
// goes.
#include "mobile/tasks/tasks_model.h"

#include <catch2/catch.hpp>

#include "shared/records/planning/task.h"
#include "tests/unit/mobile/position/receiver_double.h"
#include "tests/unit/mobile/records.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Tasks {
    Bench bench;
    test::ReceiverDouble* receiver = new test::ReceiverDouble;
    PositionSource position{std::unique_ptr<Receiver>(receiver), [this] { return bench.now; }};
    TasksModel tasks{bench.store(), position, nullptr};

    Tasks() { bench.unlock(); }
    // By a supervisor, for whoever is at this tablet.
    QString assign(const char* due, const char* instructions = "") {
        const auto person = test::connect(bench)->profile().value().personId;
        records::Task task;
        task.checklist = "6a";
        task.team = {person};
        task.due = parseDay(due).value();
        task.asked = parseDay("2026-11-20").value();
        task.instructions = instructions;
        return bench.assign(records::toBody(task));
    }
    void open(const QString& id) {
        tasks.show(id);
        waitFor([&] { return tasks.ready(); });
    }
    [[nodiscard]] std::vector<CardRow> list() { return static_cast<Rows<CardRow>*>(tasks.list())->rows(); }
};

}  // namespace

TEST_CASE("tasks stand in the order of their days, and those that are due by today are counted") {
    Tasks it;
    const QString later = it.assign("2026-12-05"), today = it.assign("2026-11-22"), late = it.assign("2026-11-20");
    it.tasks.refresh();
    waitFor([&] { return it.tasks.list()->count() == 3; });
    CHECK(it.list()[0].id == late);
    CHECK(it.list()[1].id == today);
    CHECK(it.list()[2].id == later);
    CHECK(it.tasks.dueToday() == 2);
    CHECK(it.tasks.more() == 0);

    it.tasks.forget();
    CHECK(it.tasks.list()->count() == 0);
    CHECK(it.tasks.dueToday() == 0);
}

TEST_CASE("a task is accepted, then it may be started; declined, with a reason, it may not") {
    Tasks it;
    it.open(it.assign("2026-11-25", "重点看用药记录。"));
    CHECK(it.tasks.state() == u"等您答复");
    CHECK(it.tasks.instructions() == u"重点看用药记录。");
    CHECK(it.tasks.due().contains(u"2026-11-25"));
    CHECK(it.tasks.siteName() == u"永昌县设施蔬菜标准化示范区");
    CHECK(it.tasks.mayAccept());
    CHECK(it.tasks.mayDecline());
    CHECK_FALSE(it.tasks.mayStart());
    bool accepted = false;
    QObject::connect(&it.tasks, &TasksModel::answered, &it.tasks, [&](bool yes) { accepted = yes; });
    it.tasks.accept();
    waitFor([&] { return !it.tasks.busy() && it.tasks.mayStart(); });
    CHECK(accepted);
    CHECK(it.tasks.state() == u"已接受");
    CHECK_FALSE(it.tasks.mayAccept());

    it.tasks.decline("");
    waitFor([&] { return !it.tasks.busy(); });
    CHECK_FALSE(it.tasks.problem().isEmpty());  // without a reason nothing is signed
    it.tasks.decline("出差");
    waitFor([&] { return !it.tasks.busy() && !it.tasks.mayStart(); });
    CHECK(it.tasks.state().contains(u"出差"));
    CHECK_FALSE(accepted);
}
