// A checklist that asks for more than plain questions: instances of a repeat are added, filled, taken out and brought
// back, and every answer stands on disk under its own name; fields of all kinds hold what the session holds.
#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/check/field_rows.h"
#include "mobile/check/opening.h"
#include "mobile/record/answer_list.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/text.h"
#include "shared/checklist/load/loader.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

void begin(CheckModel& check) {
    check.begin("yongchang", "plots");
    waitFor([&] { return check.isOpen() && check.saving()->state() == "saved"; });
}

void settle(CheckModel& check) {
    waitFor([&] { return check.saving()->state() == "saved"; });
}

const std::vector<QuestionRow>& rowsOf(CheckModel& check) {
    return static_cast<Rows<QuestionRow>*>(check.item()->questions())->rows();
}

const QuestionRow& row(CheckModel& check, const QString& id) {
    for (const auto& one : rowsOf(check))
        if (one.id == id) return one;
    FAIL("no row " + id.toStdString());
    throw std::logic_error("unreachable");
}

QStringList shown(CheckModel& check) {
    QStringList out;
    for (const auto& one : rowsOf(check)) out.append(one.kind + u' ' + one.id);
    return out;
}

QStringList choicesOf(const QuestionRow& row) {
    QStringList out;
    for (const auto& choice : static_cast<Rows<ChoiceRow>*>(row.choices)->rows()) out.append(choice.id);
    return out;
}

store::InspectionDraft stored(Bench& bench, CheckModel& check) {
    settle(check);
    return bench.ask([draft = check.draft()](LocalStore& store) { return openDraft(store, draft); }).value().draft;
}

}  // namespace

TEST_CASE("copies of a repeat have a head each, and a line that adds one more") {
    Bench bench;
    bench.publish(test::plotsDocument());
    CheckModel check(bench.store(), nullptr);
    begin(check);
    CHECK(shown(check) == QStringList{"copy plots[1]", "decimal plots[1]/area", "decimal plots[1]/per",
                                      "one plots[1]/crop", "add plots", "shown total"});
    CHECK(row(check, "plots[1]").label == "地块 1");
    for (const auto& one : rowsOf(check))
        if (one.kind == "add") CHECK(one.label == "添加地块");
}

TEST_CASE("what is answered in copies is on disk under its name, and what went is gone") {
    Bench bench;
    bench.publish(test::plotsDocument());
    CheckModel check(bench.store(), nullptr);
    begin(check);
    // What the form answered by itself is kept from the first moment.
    CHECK(stored(bench, check).answers.values.at("plots[1]/per") == "10");
    check.editor()->answer("plots[1]/area", "4");
    check.repeats()->add("plots");
    check.editor()->answer("plots[2]/area", "6");
    check.repeats()->duplicate("plots[2]");
    CHECK(row(check, "plots[3]/area").value == "6");
    CHECK(row(check, "total").value == "160");
    auto draft = stored(bench, check);
    CHECK(draft.answers.values.at("plots") == "3");
    CHECK(draft.answers.values.at("plots[3]/area") == "6");
    CHECK(draft.trail.replayed() == draft.answers);

    check.repeats()->remove("plots[1]", "地块 1");
    CHECK(check.repeats()->removed() == "地块 1");
    CHECK(row(check, "plots[1]/area").value == "6");
    draft = stored(bench, check);
    CHECK(draft.answers.values.count("plots[3]/area") == 0);
    CHECK(draft.answers.values.at("plots") == "2");
    CHECK(draft.trail.replayed() == draft.answers);

    check.editor()->undo();
    CHECK(check.repeats()->removed().isEmpty());
    CHECK(row(check, "plots[1]/area").value == "4");
    draft = stored(bench, check);
    CHECK(draft.answers == check.session()->answers());
    CHECK(draft.trail.replayed() == draft.answers);

    // After a crash it is what it was.
    const auto before = check.session()->answers();
    const QString id = check.draft();
    bench.restart();
    bench.unlock();
    CheckModel again(bench.store(), nullptr);
    again.resume(id);
    waitFor([&] { return again.isOpen(); });
    CHECK(again.session()->answers() == before);
    CHECK(row(again, "plots[3]/area").value == "6");
}

TEST_CASE("a default that was cleared stays cleared, in the draft and in what is signed") {
    Bench bench;
    bench.publish(test::plotsDocument());
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.editor()->answer("plots[1]/per", "");
    auto draft = stored(bench, check);
    CHECK(draft.answers.values.count("plots[1]/per") == 0);
    const QString id = check.draft();
    bench.restart();
    bench.unlock();
    CheckModel again(bench.store(), nullptr);
    again.resume(id);
    waitFor([&] { return again.isOpen(); });
    CHECK(row(again, "plots[1]/per").value.isEmpty());
}

TEST_CASE("of many copies one is open, and what lacks in the others is said and can be gone to") {
    Bench bench;
    bench.publish(test::plotsDocument());
    CheckModel check(bench.store(), nullptr);
    begin(check);
    for (int plot = 1; plot <= 5; ++plot) {
        if (plot > 1) check.repeats()->add("plots");
        if (plot != 2) check.editor()->answer("plots[" + QString::number(plot) + "]/area", QString::number(plot));
    }
    CHECK(row(check, "plots[1]").folded);
    CHECK(row(check, "plots[1]").words.startsWith("面积 1 亩"));
    CHECK(row(check, "plots[2]").problem == "缺 1 处");
    CHECK_FALSE(row(check, "plots[5]").folded);
    QString asked;
    QObject::connect(check.place(), &CheckPlace::questionAsked, [&](const QString& question) { asked = question; });
    check.place()->goToQuestion("1", "plots[2]/area");
    CHECK(asked == "plots[2]/area");
    CHECK(row(check, "plots[2]/area").value.isEmpty());
    CHECK(row(check, "plots[5]").folded);
    check.repeats()->toggle("plots[2]");
    CHECK(row(check, "plots[2]").folded);
}

TEST_CASE("each kind of question has its field") {
    Bench bench;
    bench.publish(test::plotsDocument());
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("2");
    QStringList kinds;
    for (const auto& one : rowsOf(check)) kinds.append(one.kind);
    CHECK(kinds == QStringList{"one", "one", "rank", "time", "moment", "place", "tick", "range", "files", "pick",
                               "told", "group", "decimal", "integer", "note"});
    CHECK(choicesOf(row(check, "county")).isEmpty());
    check.editor()->answer("province", "gs");
    CHECK(choicesOf(row(check, "county")) == QStringList{"dh"});
    check.choices()->rank("best", "b", -1);
    CHECK(choicesOf(row(check, "best")) == QStringList{"b", "a", "c"});
    CHECK(row(check, "best").value == "b a c");
    check.editor()->answer("at", "07:30");
    CHECK(row(check, "at").value == "07:30");
    check.editor()->answer("when", "2026-11-22T07:30");
    CHECK(row(check, "when").value == "2026-11-22 07:30");
    CHECK(row(check, "half").step == 0.5);
    CHECK(row(check, "half").decimals == 1);
    CHECK(row(check, "ph").depth == 1);
    CHECK(row(check, "ph").run == 0);
    CHECK(row(check, "wet").runEnds);
    CHECK(row(check, "greet").label == "甘肃的县");
    check.choices()->search("village", "11");
    CHECK(static_cast<Rows<ChoiceRow>*>(check.choices()->found())->rows().size() == 1);
    check.editor()->answer("village", "v11");
    CHECK(row(check, "village").words == "村 11");
    check.editor()->answer("place", "138 1");
    CHECK(check.notice()->text().contains(u"纬度"));
}

TEST_CASE("a record lists answers inside repeats under their copy, those of groups under their heading") {
    const auto list = checklist::loadChecklist(test::plotsDocument()).value();
    const auto said = [&](const char* item, const std::map<std::string, std::string>& values) {
        QStringList out;
        for (const auto& one : answersOf(*list, *list->item(item), values)) {
            const QString label = qs(one.label, "zh");
            out.append(QString(one.depth, '>') + (one.heading
                                                      ? label + QString::number(one.instance)
                                                      : label + '=' + answerText(*one.question, one.value, "zh")));
        }
        return out;
    };
    CHECK(said("1", {{"plots[1]/area", "4"}}) == QStringList{"地块1", ">面积=4 亩"});
    CHECK(said("1", {{"plots", "2"}, {"plots[1]/crop", "rape"}, {"plots[2]/area", "6"}}) ==
          QStringList{"地块1", ">作物=油菜", "地块2", ">面积=6 亩"});
    CHECK(said("1", {{"plots", "0"}}).isEmpty());
    CHECK(said("2", {{"best", "b a c"},
                     {"at", "07:30:00.000+08:00"},
                     {"seen", "OK"},
                     {"said", std::string(64, 'a')},
                     {"wet", "40"}}) ==
          QStringList{"次序=乙 > 甲 > 丙", "时刻=07:30", "已告知=已确认", "录音=1 个文件", "土壤0", ">湿度=40"});
}

TEST_CASE("a record's labels say what was answered in their places, as the form did") {
    checklist::Checklist list;
    checklist::Item item;
    const auto question = [&](const char* id, const char* label) {
        checklist::Question one;
        one.id = id;
        one.label = checklist::LocalText(label, label);
        item.questions.push_back(list.questions.size());
        list.questions.push_back(std::move(one));
    };
    question("area", "面积");
    question("yield", "${area} 亩的产量，${nobody}");
    list.indexNames();
    const auto rows = answersOf(list, item, {{"area", "4"}, {"yield", "9"}});
    REQUIRE(rows.size() == 2);
    CHECK(qs(rows[1].label, "zh") == "4 亩的产量，");
    const auto computed =
        answersOf(list, item, {{"yield", "9"}}, [](const checklist::AnswerKey&) { return std::string("7"); });
    CHECK(qs(computed[0].label, "zh") == "7 亩的产量，");
}
