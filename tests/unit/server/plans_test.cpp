// Annual plans on the server: who proposes and who decides, what a draw of a batch has to be, and the list with what
// was drawn and done.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/plan.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kHere{"", "6203"};
constexpr const char* kBatch = "四季度抽查";

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Case {
    World world;
    Author supervisor, head, inspector, second, far;

    Case()
        : supervisor((world.publish(), world.enrol(domain::Role::supervisor, {"62"}))),
          head(world.enrol(domain::Role::supervisor, {"6203"})),
          inspector(world.enrol(domain::Role::inspector, {"6203"})),
          second(world.enrol(domain::Role::inspector, {"62"})),
          far(world.enrol(domain::Role::supervisor, {"63"})) {}

    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    std::string fate(const record::Line& line, const Author& by) { return world.fate(line, by); }
    records::AnnualPlan plan(const Author& by) {
        records::AnnualPlan out;
        out.title = "2026 年度行政检查计划";
        out.basis = "国办发〔2024〕54号";
        out.year = 2026;
        out.person = person(by);
        records::PlanBatch batch;
        batch.name = kBatch;
        batch.checklist = "6a";
        batch.from = parseDay("2026-10-01").value();
        batch.until = parseDay("2026-12-31").value();
        batch.quota = 2;
        batch.strata = {{"B", 250}, {"D", 500}};
        out.batches = {batch};
        return out;
    }
    record::Line propose(Author& by) { return by.say("plan.proposed", records::toBody(plan(by)), kHere); }
    std::string decide(Author& by, const std::string& of, const record::Line& version, bool approved) {
        const records::PlanDecision says{of, version.hash(), person(by), approved, approved ? "" : "比例偏低"};
        return fate(by.say(approved ? "plan.approved" : "plan.refused", records::toBody(says), kHere), by);
    }
    std::string publish(Author& by, const std::string& of, const record::Line& version) {
        return fate(
            by.say("plan.published", records::toBody(records::PlanPublished{of, version.hash(), "门户网站"}), kHere),
            by);
    }
    json::array list(const std::string& query, const Author& by) {
        return world.answered(world.get("/v1/query/plans" + query, &by)).at("items").as_array();
    }
};

struct Pool {
    records::DrawPool pool;
    Pool(Case& c, int sites) {
        for (int i = 1; i <= sites; ++i) {
            const auto site = "site-" + std::to_string(i);
            const auto line =
                c.world.admin().say("site.published", siteBody(site, "示范区", "620321"), {site, "620321"});
            REQUIRE(c.fate(line, c.world.admin()) == "accepted");
            pool.sites[i <= 4 ? "B" : "D"].push_back(site);
        }
        for (const auto* author : {&c.inspector, &c.second}) pool.inspectors.push_back(c.person(*author));
        std::sort(pool.inspectors.begin(), pool.inspectors.end());
    }
    [[nodiscard]] std::string text() const { return records::poolText(pool); }
    [[nodiscard]] records::DrawCommitted commitment(const std::string& plan, int permille = 500) const {
        records::DrawCommitted out;
        out.title = "抽查";
        out.pool = crypto::sha256(text());
        out.strata = {{"B", 4, 250}, {"D", 2, permille}};
        out.inspectors = 2;
        out.plan = records::DrawPlan{plan, kBatch};
        return out;
    }
    [[nodiscard]] record::Line commit(Case& c, const records::DrawCommitted& says) const {
        Said said = kHere;
        said.files = {{crypto::sha256(text()), text().size(), "text/plain", "pool", {}}};
        return c.supervisor.say("draw.committed", records::toBody(says), said);
    }
};

}  // namespace

TEST_CASE("a plan is proposed by its author herself, and decided by another supervisor of its region") {
    Case c;
    CHECK(c.fate(c.propose(c.inspector), c.inspector) == "wrong_role");
    CHECK(c.fate(c.propose(c.far), c.far) == "wrong_region");
    CHECK(c.fate(c.supervisor.say("plan.proposed", records::toBody(c.plan(c.head)), kHere), c.supervisor) ==
          "wrong_person");
    const auto line = c.propose(c.supervisor);
    REQUIRE(c.fate(line, c.supervisor) == "accepted");
    const auto id = idOf(line);
    CHECK(c.decide(c.supervisor, id, line, true) == "plan_own");
    CHECK(c.decide(c.far, id, line, true) == "wrong_region");
    CHECK(c.decide(c.inspector, id, line, true) == "wrong_role");
    CHECK(c.publish(c.supervisor, id, line) == "plan_unapproved");
    CHECK(c.decide(c.head, id, line, true) == "accepted");
    CHECK(c.decide(c.head, id, line, false) == "plan_decided");
    CHECK(c.publish(c.supervisor, id, line) == "accepted");
    CHECK(c.publish(c.supervisor, id, line) == "plan_published");
}

TEST_CASE("a correction is a version of its own, and who proposed it does not approve it") {
    Case c;
    const auto first = c.propose(c.supervisor);
    REQUIRE(c.fate(first, c.supervisor) == "accepted");
    const auto id = idOf(first);
    auto says = c.plan(c.head);
    says.batches[0].quota = 5;
    says.before = records::PlanBefore{id, first.hash(), "扩大抽查"};
    const auto body = records::toBody(says);
    CHECK(c.fate(c.head.say("plan.proposed", body, kHere), c.head) == "plan_waits");
    REQUIRE(c.decide(c.head, id, first, true) == "accepted");
    REQUIRE(c.publish(c.head, id, first) == "accepted");
    const auto again = c.head.say("plan.proposed", body, kHere);
    REQUIRE(c.fate(again, c.head) == "accepted");
    CHECK(c.decide(c.head, id, again, true) == "plan_own");
    CHECK(c.decide(c.supervisor, id, first, true) == "plan_unknown");

    auto listed = c.list("?state=proposed", c.head);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("versions").as_array().size() == 2);
    CHECK(listed[0].at("in_force").as_string() == id);
    CHECK(listed[0].at("batches").at(0).at("quota").to_number<int>() == 2);
    CHECK(c.decide(c.supervisor, id, again, true) == "accepted");
    CHECK(c.publish(c.supervisor, id, again) == "accepted");
    listed = c.list("?state=published&region=62", c.inspector);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("in_force").as_string() == idOf(again));
    CHECK(listed[0].at("batches").at(0).at("quota").to_number<int>() == 5);
}

TEST_CASE("a draw of a batch is taken once the plan is published, with its strata; the list counts what came of it") {
    Case c;
    const Pool pool(c, 6);
    const auto plan = c.propose(c.supervisor);
    REQUIRE(c.fate(plan, c.supervisor) == "accepted");
    const auto id = idOf(plan);
    CHECK(c.fate(pool.commit(c, pool.commitment("0198d2c4-7a10-7c3e-8f21-0000000000ee")), c.supervisor) ==
          "plan_unknown");
    CHECK(c.fate(pool.commit(c, pool.commitment(id)), c.supervisor) == "plan_unapproved");
    REQUIRE(c.decide(c.head, id, plan, true) == "accepted");
    REQUIRE(c.publish(c.head, id, plan) == "accepted");
    CHECK(c.fate(pool.commit(c, pool.commitment(id, 400)), c.supervisor) == "plan_differs");
    const auto committed = pool.commit(c, pool.commitment(id));
    REQUIRE(c.fate(committed, c.supervisor) == "accepted");
    c.world.upload(pool.text(), c.supervisor);
    const auto counted = [&] { return c.list("", c.head).at(0).at("batches").at(0).as_object(); };
    CHECK(counted().at("draws").to_number<int>() == 1);
    CHECK(counted().at("drawn").to_number<int>() == 0);

    REQUIRE(c.fate(c.inspector.say("standard.feedback", {{"text", "x"}}, kHere), c.inspector) == "accepted");
    const auto told = c.world.answered(c.world.get("/v1/query/draws/" + idOf(committed), &c.supervisor));
    const auto& deciding = told.at("deciding").as_object();
    records::DrawRevealed reveal{idOf(committed),
                                 {deciding.at("size").to_number<std::uint64_t>(),
                                  Sha256::fromView(*fromBase64(textOr(deciding, "root"))).value()},
                                 {},
                                 {}};
    reveal.result = records::drawAgain(pool.commitment(id), pool.pool, reveal.checkpoint, {}).value();
    REQUIRE(c.fate(c.supervisor.say("draw.revealed", records::toBody(reveal), kHere), c.supervisor) == "accepted");
    CHECK(counted().at("drawn").to_number<int>() == 2);

    records::Task task;
    task.checklist = "6a";
    task.team = reveal.result.teams.at(0);
    task.due = parseDay("2026-12-05").value();
    task.asked = parseDay("2026-11-25").value();
    task.draw = records::FromDraw{idOf(committed), 1};
    const Said there{reveal.result.sites.at(0).site, "620321"};
    // In the name of the draw, and at another place than it chose.
    const auto claimed = [&](const std::string& draw, std::int64_t number, const Said& at) {
        auto other = task;
        other.draw = records::FromDraw{draw, number};
        return c.fate(c.supervisor.say("task.assigned", records::toBody(other), at), c.supervisor);
    };
    CHECK(claimed(idOf(committed), 2, there) == "draw_place");
    CHECK(claimed(idOf(committed), 3, there) == "draw_place");
    CHECK(claimed(id, 1, there) == "draw_unknown");
    const auto assigned = c.supervisor.say("task.assigned", records::toBody(task), there);
    REQUIRE(c.fate(assigned, c.supervisor) == "accepted");
    CHECK(claimed(idOf(committed), 1, there) == "draw_taken");  // by two who assign one draw
    auto anew = task;
    anew.of = idOf(assigned);
    anew.previous = assigned.hash();
    anew.draw.reset();  // the place would be free for another one
    CHECK(c.fate(c.supervisor.say("task.assigned", records::toBody(anew), there), c.supervisor) == "draw_place");
    CHECK(counted().at("tasks").to_number<int>() == 1);
    const auto ofDraw = [&](const std::string& draw) {
        return c.world.answered(c.world.get("/v1/query/tasks?draw=" + draw, &c.supervisor)).at("items").as_array();
    };
    REQUIRE(ofDraw(idOf(committed)).size() == 1);
    CHECK(ofDraw(idOf(committed))[0].at("id").as_string() == idOf(assigned));
    CHECK(ofDraw(id).empty());
    CHECK(counted().at("done").to_number<int>() == 0);
    const records::TaskCancelled cancelled{idOf(assigned), "企业已注销"};
    REQUIRE(c.fate(c.supervisor.say("task.cancelled", records::toBody(cancelled), there), c.supervisor) == "accepted");
    CHECK(counted().at("tasks").to_number<int>() == 0);
}

TEST_CASE("the list of plans is paged, newest first, for staff of the region") {
    Case c;
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        const auto line = c.propose(c.supervisor);
        REQUIRE(c.fate(line, c.supervisor) == "accepted");
        ids.insert(ids.begin(), idOf(line));
    }
    std::vector<std::string> seen;
    std::string after;
    for (;;) {
        const auto page = c.world.answered(c.world.get("/v1/query/plans?limit=1" + after, &c.head));
        for (const auto& one : page.at("items").as_array()) seen.push_back(textOr(one.as_object(), "id"));
        if (!page.at("next").is_string()) break;
        after = "&after=" + std::string(page.at("next").as_string());
    }
    CHECK(seen == ids);
    CHECK(c.list("", c.far).empty());
    CHECK(c.list("", c.world.enrolAt("yongchang-veg")).empty());
    CHECK(c.world.get("/v1/query/plans?state=open", &c.head).status == 400);
    CHECK(c.world.get("/v1/query/plans?after=x", &c.head).status == 400);
}

TEST_CASE("beyond the published cap of an enterprise's visits goes a task for a check that says why, and no other") {
    Case c;
    auto& admin = c.world.admin();
    for (const auto& [id, code] :
         {std::pair{"field", "93620321MA0000007K"}, {"shed", "93620321MA0000007K"}, {"other", ""}}) {
        auto body = siteBody(id, "示范区", "620321");
        body["code"] = code;
        REQUIRE(c.fate(admin.say("site.published", body, {id, "620321"}), admin) == "accepted");
    }
    auto capped = c.plan(c.supervisor);
    capped.most = 1;
    const auto line = c.supervisor.say("plan.proposed", records::toBody(capped), kHere);
    REQUIRE(c.fate(line, c.supervisor) == "accepted");
    const auto taskAt = [&](const char* site, const char* due, const record::Line* before = nullptr,
                            const std::string& check = {}) {
        records::Task task;
        task.checklist = "6a";
        task.team = {c.person(c.inspector), c.person(c.second)};
        task.due = parseDay(due).value();
        task.asked = parseDay("2026-11-25").value();
        task.check = check;
        if (before) {
            task.of = idOf(*before);
            task.previous = before->hash();
        }
        return c.supervisor.say("task.assigned", records::toBody(task), {site, "620321"});
    };
    const auto send = [&](const record::Line& task) { return c.fate(task, c.supervisor); };
    const auto first = taskAt("field", "2026-12-05");
    CHECK(send(first) == "accepted");
    CHECK(send(taskAt("field", "2026-12-05")) == "accepted");  // the plan is no plan before it is published
    REQUIRE(c.decide(c.head, idOf(line), line, true) == "accepted");
    REQUIRE(c.publish(c.supervisor, idOf(line), line) == "accepted");

    CHECK(send(taskAt("field", "2026-12-05")) == "cap_reached");
    CHECK(send(taskAt("shed", "2026-12-05")) == "cap_reached");  // the same enterprise
    CHECK(send(taskAt("field", "2027-01-05")) == "accepted");    // another year
    const auto another = taskAt("other", "2026-12-05");
    CHECK(send(another) == "accepted");
    CHECK(send(taskAt("other", "2026-12-06", &another)) == "accepted");  // assigned anew: the same visit
    CHECK(send(taskAt("other", "2026-12-06")) == "cap_reached");

    const auto proposed = [&](const char* over) {
        records::PlannedCheck check;
        check.reason = "投诉";
        check.basis = "标准化法第三十二条";
        check.checklist = "6a";
        check.planned = parseDay("2026-12-20").value();
        check.team = {c.person(c.inspector), c.person(c.second)};
        check.person = c.person(c.supervisor);
        check.year = {std::string_view(over).empty() ? 0 : 2, 1, true, over};
        auto said = c.supervisor.say("check.proposed", records::toBody(check), {"shed", "620321"});
        REQUIRE(send(said) == "accepted");
        const records::CheckDecision says{idOf(said), said.hash(), c.person(c.head), true, {}};
        REQUIRE(c.fate(c.head.say("check.approved", records::toBody(says), {"shed", "620321"}), c.head) == "accepted");
        return idOf(said);
    };
    // One that was approved as if there were room is no reason.
    CHECK(send(taskAt("shed", "2026-12-20", nullptr, proposed(""))) == "cap_reached");
    CHECK(send(taskAt("shed", "2026-12-20", nullptr, proposed("群众举报，需当面核实"))) == "accepted");
}

TEST_CASE(
    "a region has one plan a year: another is approved where it says that it takes its place, and is when published") {
    Case c;
    const auto first = c.propose(c.supervisor);
    REQUIRE(c.fate(first, c.supervisor) == "accepted");
    const auto other = c.propose(c.head);
    REQUIRE(c.fate(other, c.head) == "accepted");
    REQUIRE(c.decide(c.head, idOf(first), first, true) == "accepted");
    REQUIRE(c.publish(c.supervisor, idOf(first), first) == "accepted");
    CHECK(c.decide(c.supervisor, idOf(other), other, true) == "plan_another");
    CHECK(c.decide(c.supervisor, idOf(other), other, false) == "accepted");

    auto taking = c.plan(c.head);
    taking.supersedes = records::PlanSuperseded{idOf(other), "机构改革"};
    taking.year = 2027;
    taking.batches[0].from = parseDay("2027-01-01").value();
    taking.batches[0].until = parseDay("2027-12-31").value();
    const auto say = [&](const records::AnnualPlan& plan) {
        return c.head.say("plan.proposed", records::toBody(plan), kHere);
    };
    CHECK(c.fate(say(taking), c.head) == "plan_unknown");  // that one is of another year
    taking = c.plan(c.head);
    taking.supersedes = records::PlanSuperseded{idOf(first), "机构改革"};
    taking.most = 1;
    const auto second = say(taking);
    REQUIRE(c.fate(second, c.head) == "accepted");
    REQUIRE(c.decide(c.supervisor, idOf(second), second, true) == "accepted");
    const auto regions = [&] {
        std::string out;
        for (const auto& plan : c.list("", c.supervisor)) out += textOr(plan.as_object(), "regions").substr(30) + ' ';
        return out;
    };
    const auto tail = [](const record::Line& line) { return idOf(line).substr(30) + ' '; };
    CHECK(regions() == tail(first) + tail(first) + tail(first));
    REQUIRE(c.publish(c.supervisor, idOf(second), second) == "accepted");
    CHECK(regions() == tail(second) + tail(second) + tail(second));

    // A draw of the one whose place was taken is refused.
    const Pool pool(c, 6);
    const auto draws = [&](const record::Line& plan) {
        return c.fate(pool.commit(c, pool.commitment(idOf(plan))), c.supervisor);
    };
    CHECK(draws(first) == "plan_another");
    CHECK(draws(second) == "accepted");
}

TEST_CASE("what counts as a visit is the plan's own rule, for the guard, the list and statistics alike") {
    Case c;
    auto planned = c.plan(c.supervisor);
    planned.most = 1;
    planned.visits.uncounted = {{"supervision", "县局〔2026〕3号"}};
    const auto line = c.supervisor.say("plan.proposed", records::toBody(planned), kHere);
    REQUIRE(c.fate(line, c.supervisor) == "accepted");
    const Said site{"yongchang-veg", "620321"};
    const auto kind = textOr(inspectionBody(), "kind");
    // Ten, since of fewer statistics tell nothing.
    for (int i = 0; i < 10; ++i)
        REQUIRE(c.fate(c.inspector.say("inspection.submitted", inspectionBody(), site), c.inspector) == "accepted");
    const auto visits = [&] {
        return c.world.answered(c.world.get("/v1/query/visits?year=2026&sites=yongchang-veg", &c.supervisor))
            .at("items")
            .at(0);
    };
    CHECK(visits().at("made") == 10);
    CHECK(visits().at("kinds").at(0).at("what").as_string() == std::string_view(kind));
    REQUIRE(kind == "supervision");
    REQUIRE(c.decide(c.head, idOf(line), line, true) == "accepted");
    REQUIRE(c.publish(c.supervisor, idOf(line), line) == "accepted");
    CHECK(visits().at("made") == 0);
    CHECK(visits().at("uncounted") == 10);
    CHECK(visits().at("kinds").at(0).at("counts") == false);
    const auto statistics =
        c.world.answered(c.world.get("/v1/query/statistics?year=2026&region=6203&today=2026-11-25", &c.supervisor));
    const auto& burden = statistics.at("burden");
    CHECK(burden.at("cap") == 1);
    CHECK(burden.at("checked") == 0);
    CHECK(burden.at("kinds").at(0).at("n") == 10);
    CHECK(burden.at("uncounted").at(0).at("source") == "县局〔2026〕3号");
    records::Task task;
    task.checklist = "6a";
    task.team = {c.person(c.inspector), c.person(c.second)};
    task.due = parseDay("2026-12-05").value();
    task.asked = parseDay("2026-11-25").value();
    const auto assigned = [&] {
        return c.fate(c.supervisor.say("task.assigned", records::toBody(task), site), c.supervisor);
    };
    CHECK(assigned() == "accepted");  // what was made does not count
    CHECK(assigned() == "cap_reached");
}
