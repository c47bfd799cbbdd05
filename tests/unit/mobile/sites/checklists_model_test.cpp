// Which checklists are offered for a site: what names its programme or its sector comes first, what is meant for others
// stands apart, and nobody is left without one.
#include <catch2/catch.hpp>

#include "mobile/sites/checklists_model.h"
#include "mobile/ui/text.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

// The smallest document, with what it says of whom it is for.
std::string document(const std::string& id, const std::string& meant, const std::string& version = "1") {
    return R"({"format": 1, "id": ")" + id + R"(", "version": ")" + version +
           R"(", "kind": "supervision", "languages": ["zh"], )" + meant +
           R"("title": "表", "grades": [{"id": "done", "tone": "pass", "label": "完成"}], "sections": [{"id": "s", "title": "节",
             "items": [{"id": "1", "points": 1, "text": "项", "questions": [{"id": "q", "type": "select_one", "label": "问",
             "choices": [{"name": "y", "label": "是", "verdict": "pass"}]}]}]}]})";
}

QStringList idsOf(RowModel* model) {
    QStringList out;
    for (const auto& row : static_cast<Rows<ChecklistRow>*>(model)->rows()) out.append(row.id.section(u'@', 0, 0));
    return out;
}

// The site of the bench: 农业标准化示范区, 设施蔬菜.
void show(ChecklistsModel& lists, const QString& site) {
    lists.setSite(site);
    lists.refresh();
    bool done = false;
    QObject::connect(&lists, &ChecklistsModel::changed, &lists, [&] { done = true; });
    waitFor([&] { return done; });
    lists.disconnect(&lists);
}

}  // namespace

TEST_CASE("checklists of the site's programme and sector come first, those of others stand apart") {
    Bench bench;
    bench.publish(document("anyone", ""));
    bench.publish(document("zone", R"("programmes": ["农业标准化示范区"], )"));
    bench.publish(document("service", R"("programmes": ["服务业标准化试点"], )"));
    bench.publish(document("livestock", R"("programmes": ["农业标准化示范区"], "sectors": ["草食畜"], )"));
    bench.publish(document("vegetables", R"("sectors": ["设施蔬菜", "露地蔬菜"], )"));
    bench.unlock();
    ChecklistsModel lists(bench.store(), nullptr);
    show(lists, "yongchang");
    // 6a of the bench says nothing, as documents from before do.
    CHECK(idsOf(lists.rows()) == QStringList{"vegetables", "zone", "anyone", "6a"});
    CHECK(idsOf(lists.others()) == QStringList{"livestock", "service"});
    CHECK(lists.only().isEmpty());
    const auto& first = static_cast<Rows<ChecklistRow>*>(lists.rows())->rows().front();
    CHECK(first.meant == "设施蔬菜、露地蔬菜");
    // Before a site is chosen all are alike.
    show(lists, "");
    CHECK(lists.rows()->count() == 6);
    CHECK(lists.others()->count() == 0);
}

TEST_CASE("draft versions are offered in test mode alone, and what is for self-assessments is not offered at all") {
    Bench bench;
    bench.publish(document("real", ""));
    bench.publish(document("tried", ""), {{"test", true}});
    bench.publish(document("own", ""), {{"kinds", json::array{"self"}}});
    bench.publish(document("special", ""), {{"kinds", json::array{"special"}}});
    bench.unlock();
    ChecklistsModel lists(bench.store(), nullptr);
    show(lists, "yongchang");
    CHECK(idsOf(lists.rows()) == QStringList{"special", "real", "6a"});
    CHECK_FALSE(lists.test());
    bool done = false;
    QObject::connect(lists.rows(), &QAbstractItemModel::rowsInserted, &lists, [&] { done = true; });
    lists.setTest(true);
    waitFor([&] { return done; });
    CHECK(idsOf(lists.rows()) == QStringList{"special", "tried", "real", "6a"});
    const auto& rows = static_cast<Rows<ChecklistRow>*>(lists.rows())->rows();
    CHECK((!rows[0].draft && rows[1].draft && !rows[2].draft));
    // Whoever comes next begins with what counts.
    lists.forget();
    CHECK_FALSE(lists.test());
}

TEST_CASE("a checklist whose newest version is for another kind of check is not offered by the version before") {
    Bench bench;
    bench.publish(document("turned", ""));
    bench.publish(document("turned", "", "2"), {{"kinds", json::array{"self"}}});
    bench.publish(document("kept", ""));
    bench.publish(document("kept", "", "2"), {{"kinds", json::array{"self"}}});
    bench.withdraw(document("kept", "", "2"), "写错了");
    bench.unlock();
    ChecklistsModel lists(bench.store(), nullptr);
    show(lists, "yongchang");
    CHECK(idsOf(lists.rows()) == QStringList{"kept", "6a"});
}

TEST_CASE("where there is one checklist, there is nothing to choose") {
    Bench bench;
    bench.unlock();
    ChecklistsModel lists(bench.store(), nullptr);
    show(lists, "yongchang");
    CHECK(lists.only() == "6a@1");
}

TEST_CASE("whether a checklist is meant for a site") {
    store::Site site;
    store::PublishedChecklist list;
    const auto fit = [&](std::vector<std::string> programmes, std::vector<std::string> sectors) {
        list.programmes = std::move(programmes);
        list.sectors = std::move(sectors);
        return store::fitOf(list, site);
    };
    using store::Fit;
    // Of a site that says nothing nothing is known.
    CHECK(fit({"甲"}, {"乙"}) == Fit::any);
    site.programme = "甲";
    CHECK(fit({}, {}) == Fit::any);
    CHECK(fit({"甲"}, {"乙"}) == Fit::stated);
    CHECK(fit({"丙"}, {}) == Fit::other);
    site.sector = "乙";
    CHECK(fit({"丙", "甲"}, {"乙"}) == Fit::stated);
    CHECK(fit({"甲"}, {"丁"}) == Fit::other);
    CHECK(fit({}, {"乙"}) == Fit::stated);
}
