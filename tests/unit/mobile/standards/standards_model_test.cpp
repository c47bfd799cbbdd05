// Standards on the tablet: what is on the shelf, found offline and judged on a day; a word on a clause becomes a
// record.
#include "mobile/standards/standards_model.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Stand {
    Bench bench;
    StandardsModel standards{bench.store(), nullptr};

    Stand() {
        bench.unlock();
        standards.refresh();
        waitFor([&] { return standards.total() > 0; });
    }
    [[nodiscard]] const std::vector<StandardFoundRow>& rows() {
        return static_cast<Rows<StandardFoundRow>*>(standards.rows())->rows();
    }
    void on(const QString& day) {
        bool shown = false;
        const auto once = QObject::connect(&standards, &StandardsModel::changed, [&] { shown = true; });
        standards.setDay(day);
        waitFor([&] { return shown; });
        QObject::disconnect(once);
    }
};

}  // namespace

TEST_CASE("a number typed without blanks is found, and its status is that of the day which was chosen") {
    Stand stand;
    stand.standards.setQuery("gb2763-2021");
    REQUIRE(stand.rows().size() == 1);
    CHECK(stand.rows()[0].status == "被代替");
    stand.standards.open("GB 2763-2021");
    CHECK(stand.standards.statusText().contains(u"2026-03-01 起不再有效"));
    const auto& next = static_cast<Rows<StandardFoundRow>*>(stand.standards.successors())->rows();
    REQUIRE(next.size() == 1);
    CHECK(next[0].id == "GB 2763-2026");
    stand.on("2025-06-01");
    CHECK(stand.rows()[0].status == "现行");
    CHECK(stand.standards.status() == "现行");
    stand.on("2021-08-01");
    CHECK(stand.standards.statusText().contains(u"还没有实施"));
    // What is no day changes nothing.
    stand.standards.setDay("2021-02-30");
    CHECK(stand.standards.day() == "2021-08-01");
}

TEST_CASE("the items of the checklists held here that cite it stand under it, by the words of the clause too") {
    Stand stand;
    CHECK(stand.standards.checklists() == 1);
    const auto shelf =
        stand.bench.ask([](LocalStore& store) { return readShelf(store, parseDay("2026-11-22").value()); });
    REQUIRE(shelf);
    const auto cited = std::find_if((*shelf)->standards.begin(), (*shelf)->standards.end(),
                                    [](const auto& one) { return !one.cited.empty(); });
    REQUIRE(cited != (*shelf)->standards.end());
    stand.standards.showCited(QString::fromStdString(cited->cited.front().ref));
    waitFor([&] { return stand.standards.citations()->count() == static_cast<int>(cited->cited.size()); });
    CHECK(stand.standards.name().toStdString() == cited->name);
    stand.standards.setQuery(QString::fromStdString(cited->cited.front().text.in("zh")).left(8));
    CHECK(std::any_of(stand.rows().begin(), stand.rows().end(),
                      [&](const auto& row) { return row.id.toStdString() == cited->name && !row.found.isEmpty(); }));
}

TEST_CASE("a word on a clause is signed with the PIN as a record that waits, once however often it is tapped") {
    Stand stand;
    stand.standards.open("GB 2763-2026");
    const auto sign = [&](const char* pin, const char* text) {
        stand.standards.sign(QString::fromUtf8(pin), QString::fromUtf8(text), -1);
        waitFor([&] { return !stand.standards.busy(); });
    };
    const auto signedNow = [&] {
        store::RecordFilter filter;
        filter.type = "standard.feedback";
        return test::connect(stand.bench)->records(filter);
    };
    sign("0000", "限量表太长。");
    CHECK(stand.standards.pinWrong());
    CHECK(signedNow().empty());
    stand.bench.now.utc += std::chrono::minutes(1);
    sign(test::kPin, "  \n");
    CHECK_FALSE(stand.standards.pinWrong());
    CHECK_FALSE(stand.standards.problem().isEmpty());
    CHECK(signedNow().empty());
    QString id;
    QObject::connect(&stand.standards, &StandardsModel::sealed, [&](const QString& sealed) { id = sealed; });
    stand.standards.sign(test::kPin, "限量表太长。", -1);
    sign(test::kPin, "限量表太长。");
    const auto rows = signedNow();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].id == id.toStdString());
    CHECK(rows[0].state == store::RecordState::signedHere);
    const auto body = test::connect(stand.bench)->payload(rows[0].hash).value().body;
    CHECK(textOr(body, "standard") == "GB 2763-2026");
    CHECK(textOr(body, "text") == "限量表太长。");
    // Beside no site it names the region of her rights, so that those read it who answer there.
    CHECK(rows[0].region == "6203");
}

TEST_CASE("an answer stands at the clause that it is about, and in the list of what one said") {
    Stand stand;
    stand.standards.open("GB 2763-2026");
    QString id;
    QObject::connect(&stand.standards, &StandardsModel::sealed, [&](const QString& sealed) { id = sealed; });
    stand.standards.sign(test::kPin, "限量表太长。", -1);
    waitFor([&] { return !id.isEmpty(); });
    const auto again = [&] {
        bool shown = false;
        const auto once = QObject::connect(&stand.standards, &StandardsModel::changed, [&] { shown = true; });
        stand.standards.refresh();
        waitFor([&] { return shown; });
        QObject::disconnect(once);
    };
    waitFor([&] { return stand.standards.ownCount() == 1; });
    CHECK(stand.standards.answeredCount() == 0);
    CHECK(stand.standards.said().contains(u"还没有答复"));
    test::pullByColleague(
        stand.bench, 40, "feedback.answered",
        {{"of", id.toStdString()}, {"person", "colleague"}, {"as", "unclear"}, {"text", "已提请修订。"}});
    again();
    CHECK(stand.standards.answeredCount() == 1);
    CHECK(stand.standards.said().contains(u"已提请修订。"));
    CHECK(stand.standards.said().contains(u"条文不清楚"));
    const auto& own = static_cast<Rows<OwnFeedbackRow>*>(stand.standards.own())->rows();
    REQUIRE(own.size() == 1);
    CHECK(own[0].about == "GB 2763-2026");
    CHECK(own[0].tone == "pass");
    CHECK(own[0].answer.contains(u"已提请修订。"));
    // A later one, by somebody whom this device does not know.
    test::pullByStranger(
        stand.bench, 41, "feedback.answered",
        {{"of", id.toStdString()}, {"person", "stranger"}, {"as", "outdated"}, {"text", "已列入修订计划。"}});
    again();
    CHECK(own[0].answer.startsWith(u"有关部门 "));
    CHECK(own[0].answer.contains(u"已列入修订计划。"));
    stand.standards.forget();
    CHECK(stand.standards.ownCount() == 0);
    CHECK(stand.standards.own()->count() == 0);
}
