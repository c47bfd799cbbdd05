// For which sites and checks a checklist is published, draft versions, and what a withdrawal stops: as the server takes
// lines.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/plan.h"
#include "shared/records/planning/task.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

std::string secondVersion() {
    auto document = parseJson(checklistDocument()).value().as_object();
    document["version"] = "2";
    return toText(document);
}

struct Office {
    World world;
    Author inspector, second, supervisor, enterprise;

    Office()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          second(world.enrol(domain::Role::inspector, {"62"})),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          enterprise(world.enrolAt("yongchang-veg")) {}

    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    std::string publish(const std::string& document, const json::object& more = {}, bool files = true) {
        world.upload(document, world.admin());
        auto body = checklistBody(document);
        for (const auto& member : more) body[member.key()] = member.value();
        Said said;
        if (files) said.files = {checklistFile(document)};
        return world.fate(world.admin().say("checklist.published", std::move(body), said), world.admin());
    }
    std::string withdraw(const std::string& document) {
        return publish(document, {{"withdrawn", "标准已被代替"}}, false);
    }
    std::string site(const json::object& more) {
        auto body = siteBody("yongchang-veg", "Yongchang", "620321");
        for (const auto& member : more) body[member.key()] = member.value();
        return world.fate(world.admin().say("site.published", body, kSite), world.admin());
    }
    std::string inspect(const std::string& document, json::object more = {}, std::optional<record::Seen> seen = {}) {
        auto body = inspectionBody();
        auto& used = body["checklist"].as_object();
        used["version"] = checklistBody(document).at("version");
        used["sha256"] = crypto::sha256(document).hex();
        for (auto& member : more) body[member.key()] = member.value();
        auto said = kSite;
        said.seen = std::move(seen);
        return world.fate(inspector.say("inspection.submitted", std::move(body), said), inspector);
    }
    // The newest checkpoint: whoever had it knew all that was published before.
    record::Seen now() {
        const auto head = world.services().head.get();
        return {head->size, head->root};
    }
    std::string assign(records::TaskKind kind = records::TaskKind::routine, std::string* id = nullptr) {
        records::Task task;
        task.kind = kind;
        task.checklist = "6a";
        task.team = {person(inspector)};
        task.due = parseDay("2026-12-05").value();
        task.asked = parseDay("2026-11-25").value();
        const auto line = supervisor.say("task.assigned", records::toBody(task), kSite);
        if (id) *id = record::parsePayload(line.payload()).value().id;
        return world.fate(line, supervisor);
    }
    std::string propose(records::TaskKind kind, std::optional<records::Urgent> urgent = {}) {
        records::PlannedCheck check;
        check.urgent = std::move(urgent);
        check.kind = kind;
        check.reason = "年度计划";
        check.basis = "标准化法第三十二条";
        check.checklist = "6a";
        check.planned = parseDay("2026-12-05").value();
        check.team = {person(inspector), person(second)};
        check.person = person(supervisor);
        check.year = {0, 2, true, {}};
        return world.fate(supervisor.say("check.proposed", records::toBody(check), kSite), supervisor);
    }
    static records::PlanBatch batch(const char* name, const char* checklist,
                                    records::TaskKind kind = records::TaskKind::routine) {
        records::PlanBatch out;
        out.name = name;
        out.kind = kind;
        out.checklist = checklist;
        out.from = parseDay("2026-10-01").value();
        out.until = parseDay("2026-12-31").value();
        out.quota = 2;
        return out;
    }
    std::string plan(records::TaskKind kind) {
        records::AnnualPlan plan;
        plan.title = "2026 年度行政检查计划";
        plan.basis = "国办发〔2024〕54号";
        plan.year = 2026;
        plan.person = person(supervisor);
        plan.batches = {batch("抽查", "6a", kind)};
        return world.fate(supervisor.say("plan.proposed", records::toBody(plan), {"", "6203"}), supervisor);
    }
    std::string round(const char* id, bool closed = false, const char* closes = "2026-12-05") {
        json::object body{{"id", id},
                          {"title", {{"zh", "自评"}}},
                          {"checklist", inspectionBody().at("checklist")},
                          {"opens", "2026-11-20"},
                          {"closes", closes}};
        if (closed) body["closed"] = true;
        return world.fate(world.admin().say("round.published", body, {"", "62"}), world.admin());
    }
    std::string assess(const char* round) {
        auto body = inspectionBody();
        body["kind"] = "self";
        body["round"] = round;
        body["party"] = {{"absent", "自评"}};
        return world.fate(enterprise.say("assessment.submitted", std::move(body), kSite), enterprise);
    }
};

}  // namespace

TEST_CASE("a draft version is tried in test mode alone, until it is published to count") {
    Office o;
    const auto draft = secondVersion();
    REQUIRE(o.publish(draft, {{"test", true}}) == "accepted");
    CHECK(o.inspect(draft) == "checklist_testing");
    CHECK(o.inspect(draft, {{"test", true}}) == "accepted");
    // What names the id alone goes by the version that counts.
    CHECK(o.assign() == "accepted");
    const auto list = o.world.answered(o.world.get("/v1/query/rounds", &o.supervisor)).at("checklists").as_array();
    REQUIRE(list.size() == 2);
    CHECK_FALSE(list.at(0).as_object().contains("test"));
    CHECK(list.at(1).at("test") == true);

    REQUIRE(o.publish(draft) == "accepted");
    CHECK(o.inspect(draft) == "accepted");
    CHECK(o.publish(draft, {{"test", true}}) == "checklist_counts");
    CHECK(o.publish(checklistDocument(), {{"test", true}}) == "checklist_counts");
    CHECK(o.inspect(draft, {{"test", true}}) == "accepted");
}

TEST_CASE("a draft version that was withdrawn stays a draft") {
    Office o;
    const auto draft = secondVersion();
    REQUIRE(o.publish(draft, {{"test", true}}) == "accepted");
    REQUIRE(o.withdraw(draft) == "accepted");
    CHECK(o.inspect(draft) == "checklist_testing");
    CHECK(o.inspect(draft, {{"test", true}}) == "accepted");  // it was begun before
    const auto reader = o.world.services().readers.borrow();
    ChecklistRows rows(*reader);
    CHECK(rows.find("6a", "2")->says.test);
    CHECK(rows.newest("6a")->version == "1");
}

TEST_CASE("a checklist for one kind of check is not taken for another: by task, check, plan, round or record") {
    using records::TaskKind;
    Office o;
    REQUIRE(o.publish(checklistDocument(), {{"kinds", json::array{"special"}}}) == "accepted");
    CHECK(o.assign(TaskKind::routine) == "checklist_kind");
    CHECK(o.propose(TaskKind::individual) == "checklist_kind");
    CHECK(o.plan(TaskKind::routine) == "checklist_kind");
    CHECK(o.round("r1") == "checklist_kind");
    CHECK(o.assign(TaskKind::special) == "accepted");
    CHECK(o.propose(TaskKind::special) == "accepted");
    CHECK(o.plan(TaskKind::special) == "accepted");
    CHECK(o.inspect(checklistDocument()) == "accepted");  // nobody sent for it

    REQUIRE(o.publish(checklistDocument(), {{"kinds", json::array{"self"}}}) == "accepted");
    CHECK(o.inspect(checklistDocument(), {}, o.now()) == "checklist_kind");
    CHECK(o.inspect(checklistDocument(), {{"test", true}}, o.now()) == "checklist_kind");
    REQUIRE(o.round("r2") == "accepted");
    CHECK(o.assess("r2") == "accepted");
}

TEST_CASE("what was narrowed while its author could not know is judged by what she had seen") {
    Office o;
    const auto seen = o.now();
    REQUIRE(o.publish(checklistDocument(), {{"kinds", json::array{"self"}}}) == "accepted");
    CHECK(o.inspect(checklistDocument(), {}, seen) == "accepted");
    CHECK(o.inspect(checklistDocument(), {}, o.now()) == "checklist_kind");
}

TEST_CASE("a checklist for other sites is not assigned; whoever stands before the site decides herself") {
    Office o;
    REQUIRE(o.site({{"programme", "服务业试点"}, {"sector", "旅游"}}) == "accepted");
    REQUIRE(o.publish(checklistDocument(), {{"programmes", json::array{"农业示范区"}}}) == "accepted");
    CHECK(o.assign() == "checklist_site");
    CHECK(o.propose(records::TaskKind::routine) == "checklist_site");
    CHECK(o.inspect(checklistDocument()) == "accepted");
    REQUIRE(o.site({{"programme", "农业示范区"}}) == "accepted");
    CHECK(o.assign() == "accepted");
}

TEST_CASE("of a withdrawn checklist nothing is said anew, and what was begun is taken") {
    Office o;
    std::string task;
    REQUIRE(o.assign(records::TaskKind::routine, &task) == "accepted");
    REQUIRE(o.round("r1") == "accepted");
    REQUIRE(o.withdraw(checklistDocument()) == "accepted");
    CHECK(o.assign() == "checklist_withdrawn");
    CHECK(o.propose(records::TaskKind::routine) == "checklist_withdrawn");
    CHECK(o.plan(records::TaskKind::routine) == "checklist_withdrawn");
    CHECK(o.round("r2") == "checklist_withdrawn");
    CHECK(o.assess("r1") == "accepted");
    CHECK(o.inspect(checklistDocument(), {{"task", task}, {"person", o.person(o.inspector)}}) == "accepted");
    CHECK(o.round("r1", true) == "accepted");  // it may still be closed
    REQUIRE(o.publish(secondVersion()) == "accepted");
    CHECK(o.assign() == "accepted");
}

TEST_CASE("a withdrawal leaves what stands: a plan's other batches, an open round, an urgent check that was made") {
    Office o;
    records::AnnualPlan plan;
    plan.title = "2026 年度行政检查计划";
    plan.basis = "国办发〔2024〕54号";
    plan.year = 2026;
    plan.person = o.person(o.supervisor);
    plan.batches = {o.batch("一", "6a")};
    const auto proposed = o.supervisor.say("plan.proposed", records::toBody(plan), {"", "6203"});
    REQUIRE(o.world.fate(proposed, o.supervisor) == "accepted");
    REQUIRE(o.round("r1") == "accepted");
    const auto made = o.inspector.say("inspection.submitted", inspectionBody(), kSite);
    REQUIRE(o.world.fate(made, o.inspector) == "accepted");
    REQUIRE(o.withdraw(checklistDocument()) == "accepted");

    auto head = o.world.enrol(domain::Role::supervisor, {"62"});
    const auto id = record::parsePayload(proposed.payload()).value().id;
    const records::PlanDecision decision{id, proposed.hash(), o.person(head), true, {}};
    const auto approved = head.say("plan.approved", records::toBody(decision), {"", "6203"});
    REQUIRE(o.world.fate(approved, head) == "accepted");
    plan.before = records::PlanBefore{id, proposed.hash(), "补充"};
    const auto correct = [&](std::vector<records::PlanBatch> batches) {
        plan.batches = std::move(batches);
        return o.world.fate(o.supervisor.say("plan.proposed", records::toBody(plan), {"", "6203"}), o.supervisor);
    };
    auto wider = o.batch("一", "6a");
    wider.quota = 3;
    CHECK(correct({wider}) == "checklist_withdrawn");
    CHECK(correct({o.batch("一", "6a"), o.batch("二", "6a")}) == "checklist_withdrawn");
    CHECK(correct({o.batch("一", "6a"), o.batch("二", "another")}) == "accepted");

    CHECK(o.round("r1", false, "2026-12-20") == "accepted");
    CHECK(o.round("r2") == "checklist_withdrawn");
    CHECK(o.round("r1", true) == "accepted");
    CHECK(o.round("r1") == "checklist_withdrawn");  // which would begin it anew

    CHECK(o.propose(records::TaskKind::routine, records::Urgent{"举报", {}}) == "checklist_withdrawn");
    const auto inspection = record::parsePayload(made.payload()).value().id;
    CHECK(o.propose(records::TaskKind::routine, records::Urgent{"举报", inspection}) == "accepted");
}
