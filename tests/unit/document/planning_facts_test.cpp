// What the papers of planning and publication say: names for ids, what was approved afterwards, the cap, and nobody's
// name where the public reads.
#include "shared/document/papers/planning_facts.h"

#include <catch2/catch.hpp>

#include "shared/document/papers/publication_facts.h"

using namespace plumb;
using namespace plumb::document;

namespace {

Instant at(const char* text) {
    return parseInstant(text).value();
}
record::Payload payload(const char* when) {
    record::Payload out;
    out.id = "0198d2c4-7a10-7c3e-8f21-0000000000c2";
    out.site = "veg";
    out.region = "620321";
    out.at = at(when);
    out.seq = 7;
    return out;
}
RecordSource source(const record::Payload& payload) {
    RecordSource out{payload, {}, "kid", "负责人乙"};
    out.site = records::Site{};
    out.site->name = "丰乐合作社";
    out.site->contact = "马国栋";
    return out;
}
PaperNames names() {
    return {[](const std::string& id) {
                return PaperPerson{"姓名 " + id, id == "wang" ? "甘Q1" : ""};
            },
            [](const std::string& id) { return id == "6a" ? std::string("设施蔬菜检查表") : std::string(); },
            [](const std::string& id) -> std::optional<records::Site> {
                if (id != "veg") return std::nullopt;
                records::Site out;
                out.name = "丰乐合作社";
                out.code = "93620321MA0000007K";
                return out;
            }};
}
records::PlannedCheck check() {
    records::PlannedCheck out;
    out.reason = "年度计划";
    out.basis = "标准化法";
    out.checklist = "6a";
    out.items = {"投入品", "记录"};
    out.planned = parseDay("2026-12-05").value();
    out.team = {"wang", "li"};
    out.person = "zhao";
    out.year = {1, 2, true, {}};
    return out;
}

}  // namespace

TEST_CASE("an approval says who proposed, who goes, and how often the site is checked") {
    const auto line = payload("2026-12-01T10:00:00.000+08:00");
    const records::CheckDecision says{"x", {}, "sun", true, "同意"};
    const auto facts =
        checkFacts(source(line), says, {"620321-2026-X-1", at("2026-11-28T09:00:00.000+08:00")}, check(), names());
    CHECK(facts.at("proposal").at("by").at("name").as_string() == "姓名 zhao");
    CHECK(facts.at("proposal").at("day").as_string() == "2026-11-28");
    CHECK(facts.at("team").at(0).at("certificate").as_string() == "甘Q1");
    CHECK(facts.at("team").at(1).at("certificate").as_string().empty());
    CHECK(facts.at("year").at("nth").as_int64() == 2);
    CHECK(facts.at("year").at("most").as_int64() == 2);
    CHECK(facts.at("checklist").as_string() == "设施蔬菜检查表");
    CHECK(facts.at("items").as_string() == "投入品；记录");
    CHECK_FALSE(facts.at("decision").at("after").as_bool());
    CHECK(facts.at("signers").as_array().size() == 2);
}

TEST_CASE("a decision after the planned day is told as one, an approval alone") {
    const auto late = payload("2026-12-06T00:10:00.000+08:00");
    const auto after = [&](bool approved) {
        const records::CheckDecision says{"x", {}, "sun", approved, "晚"};
        return checkFacts(source(late), says, {"1", late.at}, check(), names()).at("decision").at("after").as_bool();
    };
    CHECK(after(true));
    CHECK_FALSE(after(false));
    // A day is the author's own: at 00:10 in her zone, that of the day before in another.
    const auto onTime = payload("2026-12-05T23:50:00.000+08:00");
    const records::CheckDecision says{"x", {}, "sun", true, ""};
    const auto facts = checkFacts(source(onTime), says, {"1", onTime.at}, check(), names());
    CHECK_FALSE(facts.at("decision").at("after").as_bool());
}

TEST_CASE("a task's letter names its team, who stepped back, and what it is for") {
    records::Task task;
    task.checklist = "c1";
    task.team = {"wang", "li"};
    task.due = task.asked = parseDay("2026-12-05").value();
    task.steppedBack = {{"qian", "其配偶是社员"}};
    task.of = "before";
    const auto line = payload("2026-12-01T10:00:00.000+08:00");
    const auto facts = taskFacts(source(line), task, PaperReference{"620321-2026-X-1", line.at}, names());
    CHECK(facts.at("checklist").as_string() == "c1");  // no title is known
    CHECK(facts.at("stepped_back").at(0).at("name").as_string() == "姓名 qian");
    CHECK(facts.at("check").as_string() == "620321-2026-X-1");
    CHECK(facts.at("again").as_bool());
    CHECK(facts.at("drawn").is_null());
}

TEST_CASE("the result of a draw names sites and persons, and those that were passed over") {
    auto line = payload("2026-12-01T10:00:00.000+08:00");
    line.site.clear();
    line.region = "6203";
    records::DrawCommitted committed;
    committed.title = "第四季度";
    committed.strata = {{"B", 3, 334}};
    committed.inspectors = 4;
    records::DrawRevealed revealed;
    revealed.checkpoint.size = 40;
    revealed.excluded = {{"veg", "已注销"}, {"wang", "出差"}};
    revealed.result.sites = {{"veg", "B", 0}, {"gone", "B", 0}};
    revealed.result.teams = {{"wang", "li"}};
    const auto facts = drawFacts(source(line), revealed, {"6203-2026-X-1", line.at}, committed, names());
    CHECK(facts.at("region").as_string() == "甘肃省金昌市");
    CHECK(facts.at("strata").at(0).at("drawn").as_int64() == 2);
    CHECK(facts.at("drawn").at(0).at("site").as_string() == "丰乐合作社");
    CHECK(facts.at("drawn").at(1).at("site").as_string() == "gone");
    CHECK(facts.at("drawn").at(0).at("persons").as_string() == "姓名 wang、姓名 li");
    CHECK(facts.at("excluded").at(0).at("name").as_string() == "丰乐合作社");
    CHECK(facts.at("excluded").at(1).at("name").as_string() == "姓名 wang");
    CHECK(facts.at("seed").as_string().size() == 64);
}

TEST_CASE("a published result has nobody's name on it") {
    const auto line = payload("2026-12-01T10:00:00.000+08:00");
    records::Publication says;
    says.result = {
        "丰乐合作社", "93620321MA0000007K", parseDay("2026-11-22").value(), "patrol", "6a", "1.0", "合格", 2};
    const auto facts = publicationFacts(source(line), says, "620321-2026-X-1", "", "合格（示例）");
    const auto text = toText(facts);
    CHECK(text.find("马国栋") == std::string::npos);
    CHECK(text.find("负责人乙") == std::string::npos);
    CHECK(facts.at("results").at(0).at("checklist").as_string() == "6a");
    CHECK(facts.at("results").at(0).at("grade").as_string() == "合格（示例）");
    CHECK(facts.at("results").at(0).at("findings").as_int64() == 2);
}
