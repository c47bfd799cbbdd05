// Lists that are taken away as their own pages tell them: the rows of the screen, for the same caller and filters.
#include <catch2/catch.hpp>

#include "shared/records/planning/check.h"
#include "shared/records/planning/plan.h"
#include "shared/records/planning/task.h"
#include "shared/records/voice/complaint.h"
#include "shared/records/voice/feedback.h"
#include "sync-server/export/lists.h"
#include "tests/unit/server/export/read_csv.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};
const Said kHere{"", "6203"};

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Office {
    World world;
    Author inspector, second, supervisor, head, far, enterprise;

    Office()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          second(world.enrol(domain::Role::inspector, {"6203"})),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          head(world.enrol(domain::Role::supervisor, {"6203"})),
          far(world.enrol(domain::Role::supervisor, {"63"})),
          enterprise(world.enrolAt("yongchang-veg")) {}

    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    record::Line say(Author& by, std::string_view type, const json::object& body, const Said& said) {
        auto line = by.say(std::string(type), body, said);
        const auto fate = world.fate(line, by);
        INFO(fate);
        REQUIRE(fate == "accepted");
        return line;
    }
    record::Line propose() {
        records::PlannedCheck check;
        check.reason = "=HYPERLINK(\"http://x\")";
        check.basis = "标准化法第三十二条";
        check.checklist = "6a";
        check.items = {"生产记录检查"};
        check.planned = parseDay("2026-12-05").value();
        check.team = {person(inspector), person(second)};
        check.person = person(supervisor);
        check.year = {1, 2, true, {}};
        return say(supervisor, records::kCheckProposed, records::toBody(check), kSite);
    }
    record::Line plan() {
        records::AnnualPlan plan;
        plan.title = "2026 年度行政检查计划";
        plan.basis = "国办发〔2024〕54号";
        plan.year = 2026;
        plan.person = person(supervisor);
        plan.most = 2;
        for (const auto* name : {"一季度", "二季度"}) {
            records::PlanBatch batch;
            batch.name = name;
            batch.checklist = "6a";
            batch.from = parseDay("2026-10-01").value();
            batch.until = parseDay("2026-12-31").value();
            batch.quota = 2;
            batch.strata = {{"B", 250}, {"D", 500}};
            plan.batches.push_back(batch);
        }
        return say(supervisor, records::kPlanProposed, records::toBody(plan), kHere);
    }
    Response get(const std::string& query, const Author& caller) { return world.get("/v1/export/" + query, &caller); }
    std::vector<Cells> csv(const std::string& query, const Author& caller) {
        const auto response = get(query, caller);
        INFO(response.body);
        REQUIRE(response.status == 200);
        auto rows = readCsv(response.body);
        for (const auto& row : rows) CHECK(row.size() == rows.front().size());
        return rows;
    }
    std::size_t count(const std::string& query, const Author& caller) { return csv(query, caller).size() - 1; }
};

}  // namespace

TEST_CASE("proposed checks and tasks are taken away under their filters, and no cell is a formula") {
    Office it;
    const auto check = it.propose();
    const records::CheckDecision approved{idOf(check), check.hash(), it.person(it.head), true, ""};
    it.say(it.head, records::kCheckApproved, records::toBody(approved), kSite);
    it.propose();
    records::Task task;
    task.checklist = "6a";
    task.team = {it.person(it.inspector), it.person(it.second)};
    task.due = parseDay("2026-12-05").value();
    task.asked = parseDay("2026-11-25").value();
    task.check = idOf(check);
    it.say(it.supervisor, records::kTaskAssigned, records::toBody(task), kSite);

    const auto response = it.get("checks.csv?lang=zh&zone=Asia/Shanghai", it.supervisor);
    CHECK(response.body.find("'=HYPERLINK") != std::string::npos);
    const auto rows = it.csv("checks.csv?lang=zh&zone=Asia/Shanghai", it.supervisor);
    REQUIRE(rows.size() == 3);
    CHECK(cell(rows, 1, "状态") == "待批准");
    CHECK(cell(rows, 2, "状态") == "已批准");
    CHECK(cell(rows, 2, "场所名称") == "Yongchang");
    CHECK(cell(rows, 2, "行政区划") == "甘肃省金昌市永昌县");
    CHECK(cell(rows, 2, "种类") == "日常检查");
    CHECK(cell(rows, 2, "方式") == "现场检查");
    CHECK(cell(rows, 2, "计划日期") == "2026-12-05");
    CHECK(cell(rows, 2, "检查事项") == "生产记录检查");
    CHECK(cell(rows, 2, "本年已查次数") == "1");
    CHECK(cell(rows, 2, "计入上限") == "是");
    CHECK(cell(rows, 2, "检查组").find("; ") != std::string::npos);
    CHECK_FALSE(cell(rows, 2, "任务编号").empty());
    CHECK(cell(rows, 1, "审批时间（Asia/Shanghai）").empty());
    CHECK(it.count("checks.csv?state=approved", it.supervisor) == 1);
    CHECK(it.count("checks.csv?region=6204", it.supervisor) == 0);
    CHECK(it.count("checks.csv", it.far) == 0);
    CHECK(it.world.answered(it.get("checks?state=proposed", it.supervisor)).at("rows") == 1u);

    const auto tasks = it.csv("tasks.csv?lang=en&state=assigned", it.supervisor);
    REQUIRE(tasks.size() == 2);
    CHECK(cell(tasks, 1, "Check id") == idOf(check));
    CHECK(cell(tasks, 1, "Due") == "2026-12-05");
    CHECK(cell(tasks, 1, "State") == "assigned");
    CHECK(it.count("tasks.csv?person=" + it.person(it.inspector), it.supervisor) == 1);
    CHECK(it.count("tasks.csv?person=nobody", it.supervisor) == 0);
    CHECK(it.count("tasks.csv", it.far) == 0);
    CHECK(it.get("tasks.xlsx", it.supervisor).body.starts_with("PK"));
    CHECK(parseJson(it.get("tasks.geojson", it.supervisor).body).value().at("features").as_array().size() == 1);
}

TEST_CASE("a plan is taken away a row a batch, as it stands in force or was proposed last") {
    Office it;
    const auto plan = it.plan();
    const auto rows = it.csv("plans.csv?lang=zh", it.supervisor);
    REQUIRE(rows.size() == 3);
    CHECK(cell(rows, 1, "批次") == "一季度");
    CHECK(cell(rows, 2, "批次") == "二季度");
    CHECK(cell(rows, 2, "记录编号") == idOf(plan));
    CHECK(cell(rows, 2, "状态") == "待批准");
    CHECK(cell(rows, 2, "每年上限") == "2");
    CHECK(cell(rows, 2, "分层与比例") == "B 250‰; D 500‰");
    CHECK(cell(rows, 2, "已完成") == "0");
    CHECK(it.count("plans.csv?state=published", it.supervisor) == 0);
    CHECK(it.count("plans.csv", it.far) == 0);
}

TEST_CASE("results and where their publication stands are taken away as of a day") {
    Office it;
    it.say(it.inspector, "inspection.submitted", inspectionBody(), kSite);
    const auto rows = it.csv("publications.csv?lang=zh&state=pending&today=2026-11-25", it.supervisor);
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "状态") == "待公示");
    CHECK(cell(rows, 1, "名称") == "Yongchang");
    CHECK(cell(rows, 1, "可公示") == "否");
    CHECK(cell(rows, 1, "公布人").empty());
    CHECK(it.count("publications.csv?state=overdue&today=2027-11-25", it.supervisor) == 1);
    CHECK(it.count("publications.csv?state=published", it.supervisor) == 0);
    CHECK(it.count("publications.csv?state=pending", it.far) == 0);
    CHECK(it.get("publications.csv", it.supervisor).status == 400);
}

TEST_CASE("complaints are taken away by those alone who answer them, without how to reach who complained") {
    Office it;
    const json::object body{{"channel", "phone"},     {"received", "2026-11-20"}, {"about", {{"kind", "site"}}},
                            {"text", "废膜露天堆放"}, {"contact", "13900000000"}, {"vouched", "taken_down"}};
    it.say(it.supervisor, domain::kComplaintReceived, body, kSite);
    const auto response = it.get("complaints.csv?lang=zh&today=2026-11-25", it.head);
    CHECK(response.body.find("13900000000") == std::string::npos);
    const auto rows = it.csv("complaints.csv?lang=zh&today=2026-11-25", it.head);
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "状态") == "待受理");
    CHECK(cell(rows, 1, "来源") == "电话");
    CHECK(cell(rows, 1, "内容") == "废膜露天堆放");
    CHECK(cell(rows, 1, "受理").empty());
    CHECK(cell(rows, 1, "已逾期") == "否");
    CHECK(it.count("complaints.csv?today=2026-11-25&overdue=1", it.head) == 0);
    CHECK(it.count("complaints.csv?today=2027-11-25&overdue=1", it.head) == 1);
    CHECK(it.count("complaints.csv?class=safety", it.head) == 0);
    for (const auto* by : {&it.far, &it.inspector, &it.enterprise}) CHECK(it.count("complaints.csv", *by) == 0);
}

TEST_CASE("what was said of a clause is counted by the server and taken away, with its newest answer") {
    Office it;
    const auto say = [&](const char* standard, const char* clause, const char* text, const Said& at) {
        return it.say(it.inspector, records::kFeedback, {{"text", text}, {"standard", standard}, {"clause", clause}},
                      at);
    };
    const auto first = say("NY/T 3445", "4.2", "期限不一致", kSite);
    say("ny／t  3445", " 4.2", "同上", kSite);
    say("GB 2763", "", "太长", {"", "620321"});
    const auto counts = [&](const std::string& query, const Author& by) {
        return it.world.answered(it.world.get("/v1/query/feedback/counts" + query, &by));
    };
    auto told = counts("", it.head);
    CHECK(told.at("n") == 3);
    REQUIRE(told.at("clauses").as_array().size() == 2);
    CHECK(told.at("clauses").at(0).at("clause") == "4.2");
    CHECK(told.at("clauses").at(0).at("n") == 2);
    CHECK(told.at("clauses").at(0).at("classes").at(0).at("class") == "");
    CHECK(counts("", it.far).at("n") == 0);
    CHECK(counts("", it.enterprise).at("n") == 0);
    it.say(it.enterprise, records::kFeedback, {{"text", "够用了"}, {"standard", "GB 2763"}}, kSite);
    CHECK(counts("", it.enterprise).at("n") == 1);
    CHECK(counts("", it.head).at("n") == 4);
    const records::FeedbackAnswered says{idOf(first), it.person(it.head), records::FeedbackClass::unclear,
                                         "以国标为准"};
    it.say(it.head, records::kFeedbackAnswered, records::toBody(says), kSite);
    // As often as the other one now, and behind it by its number.
    told = counts("", it.head);
    CHECK(told.at("clauses").at(1).at("clause") == "4.2");
    CHECK(told.at("clauses").at(1).at("classes").as_array().size() == 2);
    CHECK(counts("?class=waiting", it.head).at("n") == 3);
    CHECK(counts("?class=unclear&region=6203", it.head).at("n") == 1);
    CHECK(it.world.get("/v1/query/feedback/counts?class=lost", &it.head).status == 400);
    CHECK(it.world.get("/v1/query/feedback?clause=4.2", &it.head).status == 400);
    const auto list = [&](const std::string& query, const Author& by) {
        return it.world.answered(it.world.get("/v1/query/feedback" + query, &by)).at("items").as_array();
    };
    CHECK(list("?standard=NY/T+3445&clause=4.2", it.head).size() == 2);
    CHECK(list("?standard=NY/T+3445", it.head).empty());
    CHECK(list("", it.inspector).size() == 4);
    CHECK(list("", it.enterprise).size() == 1);
    CHECK(list("", it.far).empty());
    const auto page = it.world.get("/v1/feedback?standard=NY/T+3445&clause=4.2", &it.head).body;
    for (const auto* said : {"期限不一致", "同上", "以国标为准"}) CHECK(page.find(said) != std::string::npos);
    CHECK(page.find("太长") == std::string::npos);

    const auto rows = it.csv("feedback.csv?lang=zh&class=unclear", it.head);
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "标准") == "NY/T 3445");
    CHECK(cell(rows, 1, "类别") == "看不懂");
    CHECK(cell(rows, 1, "答复") == "以国标为准");
    CHECK(it.count("feedback.csv?class=waiting", it.head) == 3);
    CHECK(it.count("feedback.csv?standard=GB+2763", it.head) == 2);
    it.world.restart();
    CHECK(counts("", it.head).at("n") == 4);
}

TEST_CASE("the sites of a round are taken away, those that have not begun as well") {
    Office it;
    const auto checklist = inspectionBody().at("checklist").as_object();
    it.say(it.world.admin(), "round.published",
           {{"id", "gs-2026"},
            {"title", {{"zh", "2026 年度自评"}, {"en", "2026"}}},
            {"checklist", checklist},
            {"opens", "2026-11-20"},
            {"closes", "2026-12-05"}},
           {"", "62"});
    it.say(it.world.admin(), "site.published", siteBody("b-farm", "=b", "620321"), {"b-farm", "620321"});
    it.say(it.enterprise, "assessment.contributed",
           {{"round", "gs-2026"}, {"checklist", checklist}, {"items", {{"1", {{"answers", {{"i1", "pass"}}}}}}}},
           kSite);
    const auto rows = it.csv("rounds.csv?lang=zh&round=gs-2026&today=2026-11-25", it.supervisor);
    REQUIRE(rows.size() == 3);
    CHECK(cell(rows, 1, "场所编号") == "b-farm");
    CHECK(cell(rows, 1, "进度") == "未开始");
    CHECK(cell(rows, 2, "进度") == "填写中");
    CHECK(cell(rows, 2, "自评轮次") == "2026 年度自评");
    CHECK(cell(rows, 2, "逾期报告") == "否");
    CHECK(it.count("rounds.csv?step=not_begun", it.supervisor) == 1);
    CHECK(it.count("rounds.csv?step=late&today=2026-12-24", it.supervisor) == 2);
    CHECK(it.count("rounds.csv", it.enterprise) == 1);
    CHECK(it.count("rounds.csv", it.far) == 0);
    CHECK(it.get("rounds.csv?round=lost", it.supervisor).status == 404);
    CHECK(it.get("rounds.csv?step=lost", it.supervisor).status == 400);
}

TEST_CASE("every list that is taken away has words for its columns, and refuses what it does not know") {
    Office it;
    for (const auto& kind : listKinds()) {
        const std::string name(kind.shape.list);
        INFO(name);
        for (const auto& one : kind.shape.columns) {
            INFO(one.key);
            for (const auto language : {ExportLanguage::zh, ExportLanguage::en}) {
                const auto title = exportWord("column." + std::string(one.key), language);
                CHECK(title != one.key);
            }
        }
        for (const auto& filter : kind.filters) {
            INFO(filter.name);
            if (filter.name != "today")
                CHECK(exportWord("filter." + std::string(filter.name), ExportLanguage::zh) != filter.name);
        }
        CHECK(it.get(name + ".csv?lost=1", it.supervisor).status == 400);
        CHECK(it.get(name + ".pdf", it.supervisor).status == 404);
    }
    CHECK(it.get("checks.csv?state=lost", it.supervisor).status == 400);
    CHECK(it.get("checks.csv?region=x", it.supervisor).status == 400);
}
