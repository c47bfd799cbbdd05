// A part of a self-assessment that goes to a colleague as a file: saved from one person's vault, taken in in another's.
#include "mobile/assess/parts_model.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "mobile/assess/assess_model.h"
#include "mobile/assess/assess_work.h"
#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/durable_file.h"
#include "shared/store/vault_store.h"
#include "tests/unit/mobile/records.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

// Two people of one enterprise, each with keys and a store of her own; no network anywhere.
struct Two {
    Bench bench;
    QTemporaryDir stick;
    std::unique_ptr<AssessModel> assess;

    Two() {
        bench.becomeEnterprise();
        bench.addColleague();
        sitDown(0);
    }

    // Who has the tablet from here on: 0 the giver, 1 the taker.
    void sitDown(std::size_t who) {
        assess.reset();
        const auto folder = qs(store::peopleOf(ss(bench.home())).at(who).folder.string());
        const auto in = bench.ask(
            [&](LocalStore& store) { return unlock(store, folder, who == 0 ? test::kPin : test::kColleaguePin); });
        REQUIRE(in);
        assess = std::make_unique<AssessModel>(bench.store(), nullptr);
        reads([] { return true; });
    }
    void reads(const std::function<bool()>& holds) {
        assess->refresh();
        waitFor([&] { return assess->stage() == "filling" && holds(); });
    }
    void fill(const char* question, const char* value) {
        const auto info = bench.ask([](LocalStore& store) { return readAssess(store, {}); }).value();
        REQUIRE(bench.ask([&](LocalStore& store) -> Result<void> {
            const auto draft = openAssessment(store, info.chosen, {});
            if (!draft) return fail(draft.error());
            return store.opened().value()->putEntries(ss(*draft), {store::answerEntry(question, value)});
        }));
        reads([&] { return assess->unsent()->count() > 0; });
    }
    void handOver() {
        int handed = -1;
        QObject::connect(assess.get(), &AssessModel::handedOver, assess.get(), [&](int items) { handed = items; });
        assess->handOver();
        waitFor([&] { return handed >= 0; });
    }
    // The giver's file.
    QString given() {
        fill("a_c", "pass");
        handOver();
        save(stick.path());
        return path(QDir(stick.path()).entryList(QDir::Files).at(0));
    }
    [[nodiscard]] QString path(const QString& name) const { return QDir(stick.path()).filePath(name); }
    void save(const QString& folder) {
        assess->parts()->save(folder);
        waitFor([&] { return !assess->parts()->busy(); });
    }
    const std::vector<AssessPartRow>& take(const QStringList& files) {
        for (const auto& file : files) assess->parts()->take(file);
        waitFor([&] { return !assess->parts()->busy(); });
        return told();
    }
    const std::vector<AssessPartRow>& told() {
        return static_cast<Rows<AssessPartRow>*>(assess->parts()->told())->rows();
    }
    QString write(const char* name, const std::string& text) const {
        REQUIRE(store::writeDurably(ss(path(name)), asBytes(text)));
        return path(name);
    }
};

}  // namespace

TEST_CASE("a part is saved as a file, and a colleague takes it in without a network") {
    Two two;
    const auto file = two.given();
    CHECK(two.assess->parts()->said() == QStringLiteral("已存成文件 %1。请交给同事取入。").arg(file));
    CHECK(two.assess->parts()->tone() == "info");
    CHECK(QFileInfo(file).fileName().contains(u"检查员甲"));

    two.sitDown(1);
    CHECK(two.assess->answered() == 0);
    int came = 0;
    QObject::connect(two.assess->parts(), &PartsModel::took, two.assess.get(), [&] { ++came; });
    const auto first = two.take({file});
    REQUIRE(first.size() == 1);
    CHECK(first[0].name == QFileInfo(file).fileName());
    CHECK(first[0].words == "已取入 检查员甲 填写的 1 项。");
    CHECK(first[0].tone == "pass");
    CHECK(came == 1);
    two.reads([&] { return two.assess->answered() == 1; });
    CHECK(two.assess->conflicts()->count() == 0);
    // What came is hers: it is not handed over once more from here.
    CHECK(two.assess->unsent()->count() == 0);

    const auto again = two.take({file});
    REQUIRE(again.size() == 1);
    CHECK(again[0].words == "检查员甲 的这一份（1 项）早已在这里。");
    CHECK(came == 1);
}

TEST_CASE("before anything was handed over there is nothing to save, and a folder that takes nothing is told") {
    Two two;
    two.save(two.stick.path());
    CHECK(two.assess->parts()->said().contains(u"还没有交出过"));
    CHECK(two.assess->parts()->tone() == "part");
    two.given();
    two.save(two.path("no-such-folder"));
    CHECK(two.assess->parts()->said().contains(u"写不进这个文件夹"));
}

TEST_CASE("pressed twice a part is saved once, and a file is taken once") {
    Two two;
    two.fill("a_c", "pass");
    two.handOver();
    two.assess->parts()->save(two.stick.path());
    CHECK(two.assess->parts()->busy());
    two.assess->parts()->save(two.path("elsewhere"));
    two.assess->parts()->take(two.path("any.json"));
    waitFor([&] { return !two.assess->parts()->busy(); });
    CHECK(two.assess->parts()->said().startsWith(u"已存成文件"));
    CHECK(two.told().empty());
    // Once more it is the same file.
    two.save(two.stick.path());
    const auto names = QDir(two.stick.path()).entryList(QDir::Files);
    REQUIRE(names.size() == 1);

    two.sitDown(1);
    const auto rows = two.take({two.path(names[0]), two.path(names[0])});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].tone == "pass");
}

TEST_CASE("what was contributed in two steps are two files, and both are told of") {
    Two two;
    two.given();
    two.fill("b_n", "5");
    two.handOver();
    two.save(two.stick.path());
    CHECK(two.assess->parts()->said().startsWith(u"已存成 2 个文件"));
    QStringList files;
    for (const auto& name : QDir(two.stick.path()).entryList(QDir::Files)) files.append(two.path(name));
    REQUIRE(files.size() == 2);

    two.sitDown(1);
    CHECK(two.take(files).size() == 2);
    two.reads([&] { return two.assess->answered() == 2; });
}

TEST_CASE("each file that is not taken says why, and those beside it are taken") {
    Two two;
    const auto file = two.given();
    const auto whole = std::string(asText(store::readWhole(ss(file)).value()));
    CHECK(two.take({file}).at(0).words.contains(u"这是本机交出的那一份"));

    two.sitDown(1);
    auto changed = whole;
    changed.replace(changed.find(R"(\"pass\")"), 8, R"(\"fail\")");
    const auto rows =
        two.take({two.write("cut.json", whole.substr(0, whole.size() / 2)), two.write("changed.json", changed),
                  two.write("other.json", "{\"answers\":{}}"), two.path("gone.json"), file});
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].words.contains(u"多半是没有拷贝完"));
    CHECK(rows[1].words.contains(u"签名"));
    CHECK(rows[2].words.contains(u"不是同事交出的自评文件"));
    for (std::size_t at = 0; at < 4; ++at) {
        CHECK(rows[at].tone == "fail");
        CHECK_FALSE(rows[at].words.isEmpty());
    }
    CHECK(rows[4].tone == "pass");
    two.reads([&] { return two.assess->answered() == 1; });
}

TEST_CASE("what a file answers differently waits for a choice, and the file's sentence says so") {
    Two two;
    const auto file = two.given();
    two.sitDown(1);
    two.fill("a_c", "fail");
    const auto rows = two.take({file});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].tone == "part");
    CHECK(rows[0].words.endsWith(u"有 1 项与本机填的不同，请选定。"));
    two.reads([&] { return two.assess->conflicts()->count() == 1; });
    two.assess->parts()->forget();
    CHECK(two.told().empty());
}
