// A photo of the draft under a person's hands: its marks, its words, its own time beside the tablet's; what of it is
// kept and signed.
#include "mobile/check/check_photo.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QStandardPaths>
#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/check/opening.h"
#include "mobile/sign/sign_model.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/picture/heic_pictures.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

QString written(Bench& bench, const char* name, const std::string& content) {
    const QString path = bench.home() + u'/' + QString::fromLatin1(name);
    QFile out(path);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(content.data(), static_cast<qint64>(content.size()));
    return path;
}

QString shotFile(Bench& bench) {
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::lightGray);
    const QString path = bench.home() + "/shot.jpg";
    REQUIRE(image.save(path));
    return path;
}

void begin(Bench& bench, CheckModel& check) {
    bench.publish(test::smallDocument(1));
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    check.place()->goTo("a");
}

QString addPhoto(CheckModel& check, const QString& path) {
    const auto& photos = check.openedDraft()->draft.photos;
    const auto before = photos.size();
    check.evidence()->addPhoto(path);
    waitFor([&] { return check.openedDraft()->draft.photos.size() > before; });
    return QString::fromStdString(check.openedDraft()->draft.photos.back().sha256.hex());
}

void drag(MarkEditor& marks, QPointF from, QPointF to) {
    marks.press(from.x(), from.y(), 0.03, 0.03);
    marks.move(to.x(), to.y());
    marks.release();
}

store::InspectionDraft kept(Bench& bench, CheckModel& check) {
    waitFor([&] { return check.saving()->state() == "saved"; });
    return bench.ask([draft = check.draft()](LocalStore& store) { return openDraft(store, draft); }).value().draft;
}

}  // namespace

TEST_CASE("marks are on disk as soon as the finger is lifted, and come back after a crash") {
    Bench bench;
    bench.unlock();
    QString draft, photo;
    {
        CheckModel check(bench.store(), nullptr);
        begin(bench, check);
        draft = check.draft();
        photo = addPhoto(check, shotFile(bench));
        check.photo()->show(photo);
        drag(*check.photo()->marks(), {0.2, 0.2}, {0.6, 0.6});
        CHECK_FALSE(kept(bench, check).photos[0].marks.empty());
    }
    bench.restart();
    bench.unlock();
    CheckModel again(bench.store(), nullptr);
    again.resume(draft);
    waitFor([&] { return again.isOpen(); });
    again.place()->goTo("a");
    again.photo()->show(photo);
    CHECK(again.photo()->marks()->count() == 1);
}

TEST_CASE("a photo without EXIF contradicts nothing: it is said, and nothing is asked") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    check.photo()->show(addPhoto(check, shotFile(bench)));
    CHECK(check.photo()->known());
    CHECK_FALSE(check.photo()->asks());
    CHECK(check.photo()->differences().size() == 1);
    CHECK(check.photo()->cameraTime() == "没有");
}

TEST_CASE("caption and the word about a difference are kept with the photo, and an undone removal brings all back") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    const auto photo = addPhoto(check, shotFile(bench));
    check.photo()->show(photo);
    check.photo()->setCaption(" 门虚掩 ");
    check.photo()->setReason("相机没有对时");
    drag(*check.photo()->marks(), {0.2, 0.2}, {0.6, 0.6});
    check.evidence()->removePhoto(photo);
    CHECK(kept(bench, check).photos.empty());
    check.editor()->undo();
    const auto back = kept(bench, check);
    REQUIRE(back.photos.size() == 1);
    CHECK(back.photos[0].caption == "门虚掩");
    CHECK(back.photos[0].origin->reason == "相机没有对时");
    CHECK_FALSE(back.photos[0].marks.empty());
}

TEST_CASE("a copy stands in the folder of pictures, smaller, and the original's bytes are as they came") {
    QStandardPaths::setTestModeEnabled(true);
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    Settings::instance().setCopySide(320);
    const QString path = shotFile(bench);
    check.photo()->show(addPhoto(check, path));
    waitFor([&] { return check.photo()->copyBytes() > 0; });
    CHECK(check.photo()->copyPixels() == "320 × 240");
    QString copy;
    QObject::connect(check.photo(), &CheckPhoto::copied, [&](const QString& at) { copy = at; });
    check.photo()->saveCopy();
    waitFor([&] { return !copy.isEmpty(); });
    CHECK(QImage(copy).width() == 320);
    QFile original(path);
    REQUIRE(original.open(QIODevice::ReadOnly));
    const auto sealed = bench.ask([hash = check.openedDraft()->draft.photos[0].sha256](LocalStore& store) {
        return store.opened().value()->vault().get(hash);
    });
    const auto bytes = original.readAll();
    CHECK(std::equal(sealed.value().begin(), sealed.value().end(), bytes.begin(), bytes.end(),
                     [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }));
    QFile::remove(copy);
}

TEST_CASE("the record names the original, the JPEG that is shown of a HEIC, and the marks as files of their own") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(bench, check);
    const auto heic = test::heicBytes(320, 240);
    REQUIRE_FALSE(heic.empty());
    check.photo()->show(addPhoto(check, written(bench, "phone.HEIC", heic)));
    drag(*check.photo()->marks(), {0.2, 0.2}, {0.6, 0.6});
    check.editor()->setFact("product", "vegetable");
    check.editor()->answer("a_c", "pass");
    check.place()->goTo("b");
    check.editor()->answer("b_n", "5");
    check.place()->goTo("d");
    check.editor()->answer("d_c", "pass");
    waitFor([&] { return check.saving()->state() == "saved"; });
    SignModel sign(bench.store(), check, nullptr);
    sign.prepare();
    waitFor([&] { return sign.settled(); });
    sign.sayRefusal("有异议", "见证人", "", {}, "");
    sign.seal(test::kPin, "", "");
    waitFor([&] { return !sign.busy(); });
    INFO(sign.problem().toStdString());
    const auto files = bench
                           .ask([id = sign.sealedId()](LocalStore& store) -> Result<std::vector<record::FileRef>> {
                               auto* tablet = store.opened().value();
                               return tablet->payload(tablet->recordById(id.toStdString())->hash).value().files;
                           })
                           .value();
    const auto of = [&](const char* role) -> const record::FileRef* {
        for (const auto& file : files)
            if (file.role == role) return &file;
        return nullptr;
    };
    REQUIRE(of("evidence"));
    REQUIRE(of("shown"));
    REQUIRE(of("marks"));
    CHECK(of("evidence")->type == "image/heic");
    CHECK(of("evidence")->size == heic.size());
    REQUIRE(of("evidence")->photo);
    CHECK_FALSE(of("evidence")->photo->camera);
    CHECK(of("shown")->type == "image/jpeg");
    CHECK(of("shown")->of == of("evidence")->sha256);
    CHECK(of("marks")->of == of("evidence")->sha256);
    CHECK(of("marks")->item == "a");
}
