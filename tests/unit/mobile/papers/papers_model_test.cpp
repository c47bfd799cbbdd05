#include "mobile/papers/papers_model.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include "mobile/check/check_model.h"
#include "mobile/check/opening.h"
#include "mobile/papers/make_paper.h"
#include "mobile/record/record_detail.h"
#include "mobile/ui/text.h"
#include "shared/document/papers/record_papers.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/kit_pipe.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

// CUPS' two commands, as far as they are asked; what comes to the printer lies in the folder.
struct Cups {
    QTemporaryDir folder;
    QByteArray path = qgetenv("PATH");

    Cups() {
        write("lpstat", "#!/bin/sh\necho office\n");
        write("lp", "#!/bin/sh\n[ \"$2\" = office ] || { echo no such printer >&2; exit 1; }\nexec cat > \"" +
                        folder.filePath("printed.pdf").toUtf8() + "\"\n");
        qputenv("PATH", folder.path().toUtf8() + ":" + path);
    }
    ~Cups() { qputenv("PATH", path); }
    void write(const char* name, const QByteArray& text) const {
        QFile file(folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

TEST_CASE("the papers of a record are made here, shown, saved beside what lies there, and printed as they are") {
    const Cups cups;
    Bench bench;
    bench.publish(test::smallDocument(1));
    const auto record = test::signSmall(bench);
    auto shown = std::make_shared<ShownPaper>();
    PapersModel model(bench.store(), shown, nullptr);
    QStringList saved, printed, failed;
    QObject::connect(&model, &PapersModel::saved, &model, [&](const QString& path) { saved.append(path); });
    QObject::connect(&model, &PapersModel::printed, &model, [&](const QString& printer) { printed.append(printer); });
    QObject::connect(&model, &PapersModel::failed, &model, [&](const QString& why) { failed.append(why); });

    model.show(record);
    waitFor([&] { return model.pages() > 0 && !model.making(); });
    CHECK(model.problem().isEmpty());
    CHECK(model.titles().size() == 5);  // by which the visit is rated among them
    const int all = model.pages();
    model.choose(2);
    waitFor([&] { return !model.making(); });
    CHECK(model.pages() < all);
    const auto number = model.source().section(QLatin1Char('/'), -1).toInt();
    const auto paper = shown->content(number);
    REQUIRE(paper);
    CHECK(paper->starts_with("%PDF-"));
    CHECK_FALSE(shown->content(number - 1));

    QTemporaryDir folder;
    model.save(folder.path());
    waitFor([&] { return saved.size() == 1; });
    model.save(folder.path());
    waitFor([&] { return saved.size() == 2; });
    CHECK(saved[0] != saved[1]);
    CHECK(contentOf(saved[1]).toStdString() == *paper);
    model.save(folder.filePath("nowhere"));
    waitFor([&] { return failed.size() == 1; });

    waitFor([&] { return model.printers() == QStringList("office"); });
    model.print("office");
    waitFor([&] { return printed.size() == 1; });
    CHECK(contentOf(cups.folder.filePath("printed.pdf")).toStdString() == *paper);
    model.print("elsewhere");
    waitFor([&] { return failed.size() == 2; });
    CHECK(failed[1].contains(u"no such printer"));

    model.forget();
    CHECK(model.pages() == 0);
    CHECK_FALSE(shown->content(number));
}

TEST_CASE("no paper has a code by which nobody can rate: of what was refused, or without a server") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const auto refused = test::signSmall(bench), kept = test::signSmall(bench);
    const auto store = test::connect(bench);
    const auto ratable = [&](const QString& id) {
        const auto told = bench.ask([&](LocalStore& local) { return readPapers(local, ss(id)); });
        REQUIRE(told);
        const auto shown = bench.ask([&](LocalStore& local) { return readRecord(local, id); });
        REQUIRE(shown);
        const bool listed = std::ranges::find(told->papers, document::kVisitRating) != told->papers.end();
        CHECK(listed != shown->rateCode.isEmpty());
        return listed;
    };
    CHECK(ratable(refused));
    REQUIRE(store->markRefused(store->recordById(ss(refused))->hash, "bad_score"));
    CHECK_FALSE(ratable(refused));
    CHECK(ratable(kept));
    auto profile = store->profile().value();
    profile.server.clear();
    REQUIRE(store->saveProfile(profile));
    CHECK_FALSE(ratable(kept));
}

TEST_CASE("the office that heads a paper is remembered for the next one") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const auto record = test::signSmall(bench);
    PapersModel model(bench.store(), std::make_shared<ShownPaper>(), nullptr);
    model.show(record);
    waitFor([&] { return model.pages() > 0 && !model.making(); });
    model.headBy("示例市市场监督管理局");
    waitFor([&] { return !model.making(); });
    model.show(record);
    waitFor([&] { return model.pages() > 0 && !model.making(); });
    CHECK(model.office() == u"示例市市场监督管理局");
}

TEST_CASE("a draft can be looked at on paper, and nothing on it looks like a proof") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    auto shown = std::make_shared<ShownPaper>();
    PapersModel model(bench.store(), shown, nullptr);
    model.showDraft(check.draft());
    waitFor([&] { return model.pages() > 0 && !model.making(); });
    CHECK(model.problem().isEmpty());
    CHECK(model.draft());
    CHECK(model.titles().size() == 4);
    CHECK(model.title().contains(QStringLiteral("草稿")));
    model.showDraft(QStringLiteral("none"));
    waitFor([&] { return !model.making(); });
    CHECK(model.pages() == 0);
    CHECK_FALSE(model.problem().isEmpty());
    // A record shown next is none.
    const auto record = test::signSmall(bench);
    model.show(record);
    waitFor([&] { return model.pages() > 0 && !model.making(); });
    CHECK_FALSE(model.draft());
    CHECK_FALSE(model.title().contains(QStringLiteral("草稿")));
}

TEST_CASE("what is answered while a paper is made is on disk before the paper is there") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    check.place()->goTo("a");
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::gray);
    REQUIRE(image.save(bench.home() + "/a.png"));
    check.evidence()->addPhoto(bench.home() + "/a.png");
    waitFor([&] { return check.openedDraft()->draft.photos.size() == 1 && check.saving()->state() == "saved"; });
    // Whoever reads the sealed photo waits until the test lets it.
    const auto photo = check.openedDraft()->draft.photos[0].sha256;
    const auto name =
        bench
            .ask([&](LocalStore& store) { return Result<std::string>((*store.opened())->vault().nameOf(photo).hex()); })
            .value();
    const auto folder =
        bench.ask([](LocalStore& store) { return Result<std::string>(store.folder().string()); }).value();
    const QString sealed = QString::fromStdString(folder + "/files/" + name.substr(0, 2) + "/" + name + ".sealed");
    REQUIRE(QFile::rename(sealed, sealed + ".kept"));
    const test::SlowFile slow(sealed);

    PapersModel model(bench.store(), std::make_shared<ShownPaper>(), nullptr);
    model.showDraft(check.draft());
    waitFor([&] { return !model.titles().isEmpty(); });
    check.place()->goTo("b");
    check.editor()->setNote("门没有锁");
    waitFor([&] {
        const auto kept = bench.ask([&](LocalStore& store) { return openDraft(store, check.draft()); }).value().draft;
        return kept.answers.notes.contains("b");
    });
    CHECK(model.making());
    slow.giveWay(sealed + ".kept");
    waitFor([&] { return !model.making(); });
    CHECK(model.pages() > 0);
}
