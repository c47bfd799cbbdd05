// What a form that several people fill says of its progress, and in which words.
#include "mobile/assess/assess_filled.h"

#include <catch2/catch.hpp>

#include "mobile/assess/assess_words.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "shared/checklist/load/loader.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;

namespace {

Instant at(const char* text) {
    return parseInstant(text).value();
}

// a conforms, b is too short, d is open; the fact is given.
struct Half {
    Half() {
        checklist::Answers answers;
        answers.values = {{"a_c", "pass"}, {"b_n", "2"}};
        answers.facts = {{"product", "vegetable"}};
        session.emplace(
            checklist::loadChecklist(test::smallDocument(1)).value(),
            [] { return at("2026-11-30T09:41:00.000+08:00"); }, answers);
        info.stage = AssessStage::filling;
        info.line.opens = parseDay("2026-11-22").value();
        info.line.closes = parseDay("2026-12-05").value();
        info.line.today = parseDay("2026-11-30").value();
    }

    test::TemporaryFolder folder;
    Settings settings{qs(folder.path.string())};
    std::optional<checklist::Session> session;
    AssessInfo info;
    std::map<std::string, ItemTouch> touches{
        {"a", {at("2026-11-23T10:00:00.000+08:00"), at("2026-11-24T10:00:00.000+08:00"), "质量员甲"}},
        {"b", {at("2026-11-25T10:00:00.000+08:00"), at("2026-11-25T10:00:00.000+08:00"), "技术员乙"}}};
};

}  // namespace

TEST_CASE("a half filled form tells who filled what, by which day, what comes next and what it is worth") {
    Half half;
    tellFilled(half.info, {*half.session, half.touches});
    const auto& info = half.info;
    CHECK(info.answered == 2);
    CHECK(info.total == 3);
    CHECK(info.people == 2);
    CHECK(info.next == "d");
    CHECK(info.line.byDay == std::vector<int>{0, 1, 1, 2, 2, 2, 2, 2, 2});
    REQUIRE(info.sections.size() == 1);
    CHECK(info.sections[0].people == QStringList{"技术员乙", "质量员甲"});
    CHECK(info.sections[0].next == "d");
    CHECK(info.sections[0].touchedMs == half.touches.at("b").newest.utc.time_since_epoch().count());
    const auto row = rowOf(info.sections[0], info, info.sections[0].touchedMs, "zh");
    CHECK(row.count == "2 / 3");
    CHECK(row.progressWord == "正在填");
    CHECK(row.initial == "乙");
    CHECK(lackText(info).contains("1 项"));
}

TEST_CASE("a section that nobody touched for days has stopped, but not the one that comes next") {
    Half half;
    tellFilled(half.info, {*half.session, half.touches});
    auto section = half.info.sections[0];
    const qint64 later = section.touchedMs + 4LL * 24 * 60 * 60 * 1000;
    CHECK(rowOf(section, half.info, later, "zh").progressWord == "正在填");
    section.next = "a";
    CHECK(rowOf(section, half.info, later, "zh").progressWord == "停了 4 天");
    section.conflicts = 1;
    CHECK(rowOf(section, half.info, later, "zh").progressWord == "1 项填得不同");
}

TEST_CASE("what lost most when it was inspected stands first, with what is said of it now") {
    Half half;
    checklist::StatedScore inspected;
    inspected.items = std::vector<checklist::StatedItem>{{"a", checklist::Verdict::part, 2000, 5000},
                                                         {"b", checklist::Verdict::fail, 0, 5000},
                                                         {"d", checklist::Verdict::pass, 5000, 5000}};
    half.info.last.emplace();
    tellFilled(half.info, {*half.session, half.touches, &inspected});
    const auto& worst = half.info.last->worst;
    REQUIRE(worst.size() == 2);
    CHECK(worst[0].item == "b");
    CHECK(worst[0].lost == 5000);
    CHECK(worst[0].now == checklist::Verdict::fail);
    CHECK(worst[1].item == "a");
    CHECK(worst[1].now == checklist::Verdict::pass);
    CHECK(half.info.sections[0].last == 7000);
    CHECK(rowOf(worst[0], "zh").lost == "扣 5");
}

TEST_CASE("days that are left are told with their weight") {
    PlanLine line;
    line.closes = parseDay("2026-12-05").value();
    Half half;
    const auto on = [&](const char* today) {
        line.today = parseDay(today).value();
        return daysLeftText(line) + u' ' + daysLeftTone(line);
    };
    CHECK(on("2026-11-30") == "剩 5 天 ");
    CHECK(on("2026-12-03") == "剩 2 天 part");
    CHECK(on("2026-12-05") == "今天截止 fail");
    CHECK(on("2026-12-07") == "已过期 2 天 fail");
    CHECK(closesText(line.closes, "zh") == "12-05 星期六 24:00 截止");
}

TEST_CASE("an item is named by its first clause") {
    CHECK(headline("投入品库（存放处）内没有禁用的农药，也没有无登记证号的农药") == "投入品库内没有禁用的农药");
    CHECK(headline("培训有计划、有记录") == "培训有计划、有记录");
    CHECK(headline("Each batch (or lot) bears its certificate, and it is kept.") == "Each batch bears its certificate");
}
