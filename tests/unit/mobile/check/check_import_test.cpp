// Photos that are taken in while the inspector goes on: what is answered meanwhile is on disk before they are, they
// come in the order in which they were chosen, and nothing of them gets into a vault that was opened later.
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <catch2/catch.hpp>
#include <thread>

#include "mobile/check/check_model.h"
#include "mobile/check/opening.h"
#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/vault_store.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/kit_pipe.h"
#include "tests/unit/picture/heic_pictures.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::SlowFile;
using test::waitFor;

namespace {

QString place(const Bench& bench, const char* name) {
    return bench.home() + u'/' + QString::fromUtf8(name);
}

QString written(const Bench& bench, const char* name, const std::string& content) {
    QFile out(place(bench, name));
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(content.data(), static_cast<qint64>(content.size()));
    return out.fileName();
}

// Another picture for each width.
std::string jpegBytes(int width) {
    QImage image(width, 8, QImage::Format_RGB32);
    image.fill(Qt::lightGray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "jpeg"));
    return bytes.toStdString();
}

void begin(Bench& bench, CheckModel& check) {
    bench.publish(test::smallDocument(1));
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    check.place()->goTo("a");
}

store::InspectionDraft onDisk(Bench& bench, const QString& draft) {
    return bench.ask([draft](LocalStore& store) { return openDraft(store, draft); }).value().draft;
}

std::size_t sealedFiles(const std::filesystem::path& vault) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(vault / "files"))
        files += entry.is_regular_file();
    return files;
}

std::filesystem::path vaultOf(const Bench& bench, const std::string& name) {
    for (const auto& person : store::peopleOf(ss(bench.home())))
        if (person.name == name) return person.folder;
    FAIL("nobody of that name");
    return {};
}

void lock(Bench& bench) {
    bench.ask([](LocalStore& store) {
        store.close();
        return Result<bool>(true);
    });
}

}  // namespace

TEST_CASE("what is answered while a photo is taken in is on disk before the photo is") {
    const auto heic = test::heicBytes(320, 240);
    REQUIRE_FALSE(heic.empty());
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    const SlowFile slow(place(bench, "a.heic"));
    check.evidence()->addPhoto(slow.path());
    CHECK(check.saving()->isSealing());
    CHECK(check.saving()->held());  // the way out waits for it
    check.place()->goTo("b");
    check.editor()->setNote("门没有锁");
    waitFor([&] { return onDisk(bench, check.draft()).answers.notes["b"] == "门没有锁"; });
    CHECK(check.openedDraft()->draft.photos.empty());

    slow.arrive(heic);
    waitFor([&] { return check.saving()->state() == "saved"; });
    const auto kept = onDisk(bench, check.draft());
    REQUIRE(kept.photos.size() == 1);
    CHECK(kept.photos[0].item == "a");
    CHECK(kept.photos[0].type == "image/heic");
    bench.ask([&](LocalStore& store) {
        const auto shown = (*store.opened())->shownOf(kept.photos[0].sha256);
        CHECK(shown);
        CHECK((*store.opened())->vault().get(shown ? shown->sha256 : Sha256{}));
        return Result<bool>(true);
    });
}

TEST_CASE("forty photos come in the order in which they were chosen, the doubled one once, at its moment and item") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    QStringList told;
    QObject::connect(check.notice(), &CheckNotice::told, [&](const QString& text) { told.append(text); });
    const SlowFile slow(place(bench, "0.heic"));
    check.evidence()->addPhoto(slow.path());
    const auto chosen = bench.now;
    std::vector<std::string> pictures;
    for (int i = 1; i < 40; ++i) pictures.push_back(jpegBytes(8 + (i == 30 ? 5 : i)));
    for (std::size_t i = 0; i < pictures.size(); ++i)
        check.evidence()->addPhoto(written(bench, (std::to_string(i + 1) + ".jpg").c_str(), pictures[i]));
    bench.now.utc += std::chrono::minutes(3);
    check.place()->goTo("b");
    slow.arrive(test::heicBytes(64, 48));
    waitFor([&] { return check.saving()->state() == "saved"; });
    const auto kept = onDisk(bench, check.draft());
    REQUIRE(kept.photos.size() == 39);
    CHECK(told == QStringList{QStringLiteral("这张照片已经在这一项里了。")});
    std::size_t next = 0;
    for (const auto& photo : check.openedDraft()->draft.photos) {
        CHECK(photo.item == "a");
        CHECK(photo.added.utc == chosen.utc);
        CHECK(photo.caption == std::to_string(next));
        if (++next == 30) ++next;
    }
}

TEST_CASE("a photo whose vault was locked meanwhile is sealed in no vault, and it is said") {
    Bench bench;
    bench.addColleague();
    bench.unlock();
    const auto own = vaultOf(bench, "检查员甲"), other = vaultOf(bench, test::kColleague);
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    waitFor([&] { return check.saving()->state() == "saved"; });
    const auto before = sealedFiles(own), beside = sealedFiles(other);
    const SlowFile slow(place(bench, "a.jpg"));
    QString told;
    QObject::connect(check.notice(), &CheckNotice::told, [&](const QString& text) { told = text; });
    check.evidence()->addPhoto(slow.path());
    lock(bench);
    SECTION("and the colleague's is open") {
        bench.ask([&](LocalStore& store) { return unlock(store, qs(other.string()), test::kColleaguePin); }).value();
    }
    SECTION("and the same person's is open again") {
        bench.unlock();
    }
    SECTION("and none is open") {}
    slow.arrive(jpegBytes(8));
    waitFor([&] { return !check.saving()->isSealing(); });
    CHECK(told.contains("锁定"));
    CHECK(check.openedDraft()->draft.photos.empty());
    CHECK(sealedFiles(own) == before);
    CHECK(sealedFiles(other) == beside);
}

TEST_CASE("the app ends while a photo is read: what waits behind it is not begun, and the draft is whole") {
    Bench bench;
    bench.unlock();
    QString draft;
    {
        auto check = std::make_unique<CheckModel>(bench.store(), nullptr);
        begin(bench, *check);
        draft = check->draft();
        const SlowFile slow(place(bench, "a.jpg")), never(place(bench, "b.jpg"));
        check->evidence()->addPhoto(slow.path());
        check->evidence()->addPhoto(never.path());
        check->editor()->setNote("x");
        // Saved while the photo is still read.
        waitFor([&] { return onDisk(bench, draft).answers.notes["a"] == "x"; });
        check.reset();
        std::thread later([&] { slow.arrive(jpegBytes(8)); });
        bench.restart();
        later.join();
    }
    bench.unlock();
    const auto kept = onDisk(bench, draft);
    CHECK(kept.photos.empty());
    CHECK(kept.answers.notes.at("a") == "x");
}

TEST_CASE("a picture that is none is said, and what comes behind it is taken in") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    QStringList told;
    QObject::connect(check.notice(), &CheckNotice::told, [&](const QString& text) { told.append(text); });
    const auto heic = test::heicBytes(320, 240);
    check.evidence()->addPhoto(written(bench, "cut.heic", heic.substr(0, heic.size() / 2)));
    check.evidence()->addPhoto(written(bench, "none.jpg", ""));
    check.evidence()->addPhoto(place(bench, "nowhere.jpg"));
    check.evidence()->addDocument(written(bench, "photo as a document.jpg", jpegBytes(9)));
    check.evidence()->addDocument(written(bench, "a.pdf", "%PDF-1.4\n"));
    waitFor([&] { return !check.saving()->isSealing() && check.saving()->state() == "saved"; });
    CHECK(told.size() == 3);
    CHECK(check.openedDraft()->draft.photos.size() == 1);
    CHECK(check.openedDraft()->draft.documents.size() == 1);
}
