// Findings and self-assessments taken away.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/server/export/read_csv.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Visit {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"62"});
    Author elsewhere = world.enrol(domain::Role::supervisor, {"6204"});
    Author enterprise = world.enrolAt("yongchang-veg");
    std::string id;

    Visit() {
        auto body = inspectionBody();
        const auto finding = [](const char* item, const char* text) {
            return json::object{{"item", item}, {"severity", "major"}, {"text", text}, {"due", "2026-12-06"}};
        };
        body["findings"] = {finding("2", "=1+1"), finding("5", "标签未标注")};
        const auto line = inspector.say("inspection.submitted", body, kSite);
        must(line, inspector);
        id = record::parsePayload(line.payload()).value().id;
        must(supervisor.say("review.accepted", {{"of", id}, {"hash", line.hash().hex()}, {"comment", ""}}, kSite),
             supervisor);
        must(supervisor.say(
                 "rectification.ordered",
                 {{"of", id},
                  {"hash", line.hash().hex()},
                  {"office", "永昌县市场监督管理局"},
                  {"count", "calendar"},
                  {"delivery", {{"how", "electronic"}}},
                  {"findings",
                   {{{"item", "2"}, {"facts", "标签未标注"}, {"requirement", "补齐"}, {"due", "2026-12-06"}}}}},
                 kSite),
             supervisor);
    }
    void must(const record::Line& line, Author& by) {
        const auto fate = world.fate(line, by);
        INFO(fate);
        REQUIRE(fate == "accepted");
    }
    std::vector<Cells> csv(const std::string& query, const Author& caller) {
        const auto response = world.get("/v1/export/" + query, &caller);
        INFO(response.body);
        REQUIRE(response.status == 200);
        return readCsv(response.body);
    }
};

}  // namespace

TEST_CASE("findings are taken away column after column of the board, with its filters") {
    Visit it;
    const auto rows = it.csv("findings.csv?lang=zh&zone=Asia/Shanghai", it.supervisor);
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].size() == rows[0].size());
    CHECK(cell(rows, 1, "条款") == "5");
    CHECK(cell(rows, 1, "看板栏") == "待开整改");
    CHECK(cell(rows, 2, "条款") == "2");
    CHECK(cell(rows, 2, "问题") == "=1+1");
    CHECK(cell(rows, 2, "看板栏") == "企业整改中");
    CHECK(cell(rows, 2, "整改要求") == "补齐");
    CHECK(cell(rows, 2, "整改期限") == "2026-12-06");
    CHECK(cell(rows, 2, "已逾期") == "否");
    CHECK(cell(rows, 2, "案件编号") == it.id);
    CHECK_FALSE(cell(rows, 2, "整改通知书编号").empty());
    CHECK(cell(rows, 2, "场所名称") == "Yongchang");
    const auto count = [&](const std::string& query) {
        return it.csv("findings.csv?" + query, it.supervisor).size() - 1;
    };
    CHECK(count("column=to_order") == 1);
    CHECK(count("column=closed") == 0);
    CHECK(count("severity=minor") == 0);
    CHECK(count("region=6204") == 0);
    CHECK(count("inspector=" + it.inspector.kid()) == 2);
    CHECK(count("overdue=1") == 0);
    CHECK(count("overdue=1&today=2026-12-07") == 1);
    CHECK(count("due_before=2026-12-06&column=with_enterprise") == 0);
    CHECK(count("due_before=2026-12-07&column=with_enterprise") == 1);
    CHECK(count("due_before=2036-12-07&column=closed") == 0);
    const auto late = it.csv("findings.csv?lang=zh&today=2026-12-07&column=with_enterprise", it.supervisor);
    CHECK(cell(late, 1, "已逾期") == "是");
    CHECK(it.csv("findings.csv", it.elsewhere).size() == 1);
    CHECK(it.csv("findings.csv", it.enterprise).size() == 3);
    CHECK(it.world.answered(it.world.get("/v1/export/findings?column=to_order", &it.supervisor)).at("rows") == 1u);
    for (const std::string wrong : {"column=lost", "due_before=tomorrow", "overdue=yes", "status=submitted"})
        CHECK(it.world.get("/v1/export/findings.csv?" + wrong, &it.supervisor).status == 400);
}

TEST_CASE("self-assessments are taken away while they are filled, and with their score once they are submitted") {
    Visit it;
    const auto checklist = inspectionBody().at("checklist").as_object();
    it.must(it.world.admin().say("round.published",
                                 {{"id", "gs-2026"},
                                  {"title", {{"zh", "2026 年度自评"}}},
                                  {"checklist", checklist},
                                  {"opens", "2026-11-20"},
                                  {"closes", "2026-12-05"}},
                                 {"", "62"}),
            it.world.admin());
    it.must(it.enterprise.say(
                "assessment.contributed",
                {{"round", "gs-2026"}, {"checklist", checklist}, {"items", {{"1", {{"answers", {{"i1", "pass"}}}}}}}},
                kSite),
            it.enterprise);
    auto rows = it.csv("assessments.csv?lang=zh&round=gs-2026", it.supervisor);
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "自评轮次") == "2026 年度自评");
    CHECK(cell(rows, 1, "状态") == "填写中");
    CHECK(cell(rows, 1, "已填项数") == "1");
    CHECK(cell(rows, 1, "得分").empty());
    CHECK_THAT(cell(rows, 1, "填写人"), Catch::StartsWith("person "));

    // While it is filled its answers are those that were contributed, and nobody has judged them.
    const auto sha256 = textOr(checklist, "sha256");
    const auto answers = "assessments.csv?lang=en&answers=1&checklist=" + sha256;
    auto told = it.csv(answers, it.supervisor);
    REQUIRE(told.size() == 2);
    CHECK(told[1].size() == told[0].size());
    const auto plain = rows[0].size();
    CHECK(told[0].size() > plain + 5);
    const auto verdict =
        *std::find_if(told[0].begin(), told[0].end(), [](const auto& title) { return title.ends_with(" verdict"); });
    CHECK(cell(told, 1, told[0].at(plain)) == "Conforms");
    CHECK(cell(told, 1, verdict).empty());
    const auto counts = it.world.answered(it.world.get("/v1/export/assessments", &it.supervisor));
    CHECK(counts.at("rows") == 1u);
    CHECK(counts.at("checklists").as_array().size() == 1);
    CHECK(it.csv("assessments.csv?status=filling", it.supervisor).size() == 2);
    CHECK(it.csv("assessments.csv?status=submitted", it.supervisor).size() == 1);
    CHECK(it.world.get("/v1/export/assessments.csv?answers=1", &it.supervisor).status == 400);
    CHECK(it.world.get("/v1/export/assessments.csv?status=lost", &it.supervisor).status == 400);
    CHECK(it.world.get("/v1/export/assessments.xlsx?answers=1", &it.supervisor).status == 200);

    auto body = inspectionBody();
    body["kind"] = "self";
    body["round"] = "gs-2026";
    body["party"] = {{"absent", "自评"}};
    it.must(it.enterprise.say("assessment.submitted", body, kSite), it.enterprise);
    rows = it.csv("assessments.csv?lang=zh&region=62", it.enterprise);
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "状态") == "待审核");
    CHECK(cell(rows, 1, "得分") == "100");
    CHECK_FALSE(cell(rows, 1, "提交时间（UTC）").empty());
    CHECK(it.csv("assessments.csv", it.elsewhere).size() == 1);
    CHECK(it.csv("assessments.csv?round=other", it.supervisor).size() == 1);
    told = it.csv(answers + "&status=submitted", it.supervisor);
    REQUIRE(told.size() == 2);
    CHECK(cell(told, 1, verdict) == "conforms");
    CHECK(it.csv("assessments.csv?status=filling", it.supervisor).size() == 1);
    CHECK(it.csv("assessments.csv?checklist=" + std::string(64, '0'), it.supervisor).size() == 1);
}
