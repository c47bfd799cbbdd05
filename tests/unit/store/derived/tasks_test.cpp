// Tasks on a device: assigned, answered by the person of the device, and the check that is made for one names it; lists
// say the same as the lines.
#include "shared/store/tasks.h"

#include <catch2/catch.hpp>

#include "shared/store/checks.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/reference.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

const std::string kSite = "yongchang";

struct Case {
    Tablet tablet;
    std::string person = tablet.store->profile().value().personId;
    crypto::PrivateKey supervisor = tablet.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
    std::shared_ptr<DerivedTables> tables = DerivedTables::open(*tablet.store);

    records::Task task(const char* due = "2026-12-05") const {
        records::Task out;
        out.checklist = tablet.checklistId;
        out.team = {person};
        out.due = parseDay(due).value();
        out.asked = parseDay("2026-11-20").value();
        return out;
    }
    std::string assigned(const records::Task& task) {
        return tablet.pullFrom(supervisor, "task.assigned", records::toBody(task));
    }
    TaskPage list(const TaskFilter& filter = {}) {
        while (!tables->follow(*tablet.store, 3)) {
        }
        const auto fresh = DerivedTables::open(*tablet.store);
        while (!fresh->follow(*tablet.store, 1000)) {
        }
        auto page = tables->tasks(filter, 0, 100);
        const auto again = fresh->tasks(filter, 0, 100);
        REQUIRE(page.total == again.total);
        for (std::size_t i = 0; i < page.rows.size(); ++i) {
            CHECK(page.rows[i].row == again.rows[i].row);
            CHECK(page.rows[i].row == taskAt(*tablet.store, page.rows[i].row.id));
        }
        return page;
    }
};

}  // namespace

TEST_CASE("a task that was pulled is listed by its day, answered, and goes away when it is cancelled") {
    Case c;
    const auto late = c.assigned(c.task("2026-12-05")), soon = c.assigned(c.task("2026-11-23"));
    auto page = c.list({true, c.person});
    REQUIRE(page.rows.size() == 2);
    CHECK(page.rows[0].row.id == soon);
    CHECK_FALSE(page.rows[0].siteName.empty());
    CHECK(c.list({true, "somebody else"}).rows.empty());

    REQUIRE(answerTask(*c.tablet.store, soon, false, "当日参加培训"));
    REQUIRE(answerTask(*c.tablet.store, late, true));
    page = c.list({true, c.person});
    CHECK(records::stateOf(page.rows[0].row) == records::TaskState::declined);
    CHECK(records::stateOf(page.rows[1].row) == records::TaskState::accepted);
    CHECK(answerTask(*c.tablet.store, soon, false, "").error().code == "bad_payload");
    CHECK(answerTask(*c.tablet.store, "nothing", true).error().code == "task_unknown");
    CHECK(cancelTask(*c.tablet.store, soon, "x").error().code == "wrong_role");

    c.tablet.pullFrom(c.supervisor, "task.cancelled", {{"of", soon}, {"reason", "已注销"}});
    CHECK(c.list({true, c.person}).rows.size() == 1);
    CHECK(c.list().rows.size() == 2);
    CHECK(answerTask(*c.tablet.store, soon, true).error().code == "task_over");
}

TEST_CASE("a task that is assigned anew to others is no longer this person's") {
    Case c;
    const auto id = c.assigned(c.task());
    auto other = c.task();
    other.team = {c.tablet.store->trust()->member(c.tablet.colleague.kid())->personId};
    other.of = id;
    other.previous = taskAt(*c.tablet.store, id)->hash;
    c.assigned(other);
    CHECK(c.list({true, c.person}).rows.empty());
    CHECK(answerTask(*c.tablet.store, id, true).error().code == "task_not_yours");
    CHECK(beginForTask(*c.tablet.store, id).error().code == "task_not_yours");
}

TEST_CASE("a task for somebody who may not inspect there is neither signed nor believed") {
    Case c;
    c.tablet.grantDevice(domain::Role::supervisor, {});
    auto task = c.task();
    task.team = {"p9"};
    CHECK(assignTask(*c.tablet.store, kSite, task).error().code == "person_not_inspector");
    CHECK(assignTask(*c.tablet.store, "nowhere", c.task()).error().code == "no_site");
    task = c.task();
    task.checklist = "none such";
    CHECK(assignTask(*c.tablet.store, kSite, task).error().code == "no_checklist");
    const auto line = assignTask(*c.tablet.store, kSite, c.task());
    REQUIRE(line);
    const auto id = record::parsePayload(line->payload())->id;
    auto again = c.task("2026-12-09");
    again.of = id;
    again.previous = line->hash();
    REQUIRE(assignTask(*c.tablet.store, kSite, again));
    CHECK(assignTask(*c.tablet.store, kSite, again).error().code == "task_overtaken");
    CHECK(c.list().rows.at(0).row.version == 2);
    REQUIRE(cancelTask(*c.tablet.store, id, "计划调整"));
    CHECK(records::stateOf(c.list().rows.at(0).row) == records::TaskState::cancelled);
}

TEST_CASE("a task for a check is signed, and believed from the feed, only where its head approved that") {
    Case c;
    const auto colleague = c.tablet.store->trust()->member(c.tablet.colleague.kid())->personId;
    records::PlannedCheck check;
    check.reason = "年度计划";
    check.basis = "标准化法第三十二条";
    check.checklist = c.tablet.checklistId;
    check.planned = parseDay("2026-12-05").value();
    check.team = {c.person, colleague};
    check.person = "p9";
    const auto proposed = c.tablet.pullFrom(c.supervisor, "check.proposed", records::toBody(check));
    auto task = c.task();
    task.check = proposed;
    // Pulled from a log that should never have taken it: kept, and no task of anybody's.
    CHECK_FALSE(taskAt(*c.tablet.store, c.assigned(task)));
    CHECK(c.list().rows.empty());
    CHECK(checksAt(*c.tablet.store).at(0).task.empty());

    c.tablet.grantDevice(domain::Role::supervisor, {});
    CHECK(assignTask(*c.tablet.store, kSite, task).error().code == "check_unapproved");
    // She goes there herself: nobody decides about that but another head.
    CHECK(decideCheck(*c.tablet.store, proposed, true).error().code == "check_own");
    CHECK(decideCheck(*c.tablet.store, "nothing", true).error().code == "check_unknown");
    const auto head = c.tablet.enrolOther("p10", "负责人戊", {domain::Role::supervisor, {"6203"}, {}});
    const auto hash = checkAt(*c.tablet.store, proposed)->hash;
    c.tablet.pullFrom(head, "check.approved", records::toBody(records::CheckDecision{proposed, hash, "p10", true, ""}));
    CHECK(records::stateOf(*checkAt(*c.tablet.store, proposed)) == records::CheckState::approved);
    auto other = task;
    other.kind = records::TaskKind::special;
    CHECK(assignTask(*c.tablet.store, kSite, other).error().code == "check_differs");
    const auto line = assignTask(*c.tablet.store, kSite, task);
    REQUIRE(line);
    CHECK(c.list().rows.at(0).row.says.check == proposed);
    CHECK(assignTask(*c.tablet.store, kSite, task).error().code == "check_taken");
}

TEST_CASE("the check that is begun for a task names it, and ends it once it is signed") {
    Case c;
    const auto id = c.assigned(c.task());
    const auto draft = beginForTask(*c.tablet.store, id);
    REQUIRE(draft);
    CHECK(beginForTask(*c.tablet.store, id)->id == draft->id);  // goes on with the open one
    CHECK(loadDraft(*c.tablet.store, draft->id)->task == id);
    c.tablet.reopen();
    CHECK(loadDraft(*c.tablet.store, draft->id)->task == id);

    const auto value =
        parseJson(test::readFile(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/checklist/fixtures/6a-pass.json"))
            .value();
    const auto answers = checklist::Answers::fromJson(value.get_object()).value();
    std::vector<DraftEntry> entries;
    for (const auto& [question, answer] : answers.values) entries.push_back(answerEntry(question, answer));
    for (const auto& [item, reason] : answers.na) entries.push_back(naEntry(item, reason));
    for (const auto& [item, text] : answers.notes) entries.push_back(noteEntry(item, text));
    REQUIRE(c.tablet.store->putEntries(draft->id, entries));
    const auto document = loadDocument(*c.tablet.store, draft->checklist).value();
    for (const auto& item : document->items) {
        if (item.evidence.photos + item.evidence.photosWhenFailed > 0)
            (void)addPhoto(*c.tablet.store, draft->id, item.id, asBytes(test::pngBytes())).value();
    }
    SignRequest request;
    request.draft = draft->id;
    request.party.refusedReason = "对结果有异议";
    request.party.witness = "见证人";
    const auto line = signInspection(*c.tablet.store, request);
    REQUIRE(line);
    const auto payload = record::parsePayload(line->payload()).value();
    CHECK(textOr(payload.body, "task") == id);
    const auto row = c.list().rows.at(0).row;
    CHECK(records::stateOf(row) == records::TaskState::done);
    CHECK(row.inspection == payload.id);
    CHECK(beginForTask(*c.tablet.store, id).error().code == "task_over");

    // The server did not take it: the task is to be done again.
    REQUIRE(c.tablet.store->markRefused(line->hash(), "site_unknown: no such site"));
    CHECK(records::stateOf(c.list().rows.at(0).row) == records::TaskState::assigned);
    const auto correction = beginAmendment(*c.tablet.store, payload.id);
    REQUIRE(correction);
    CHECK(loadDraft(*c.tablet.store, correction->id)->task == id);
}
