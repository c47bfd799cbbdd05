// The camera over a folder of pictures: photos are sealed one after the other, and what cannot be sealed is not lost.
#include "mobile/camera/camera_model.h"

#include <QDir>
#include <QFile>
#include <catch2/catch.hpp>

#include "mobile/camera/developing.h"
#include "mobile/camera/file_sound_source.h"
#include "mobile/camera/folder_frame_source.h"
#include "mobile/camera/sound_note.h"
#include "mobile/check/check_model.h"
#include "mobile/check/opening.h"
#include "mobile/store/file_content.h"
#include "shared/picture/exif.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

QString folderOf(const QString& home, int pictures, const QByteArray& script = {}) {
    const QString folder = home + "/camera";
    QDir().mkpath(folder);
    for (int i = 0; i < pictures; ++i) {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(QColor(10 * i, 80, 120));
        REQUIRE(image.save(QStringLiteral("%1/%2.jpg").arg(folder).arg(i, 2, 10, QChar(u'0'))));
    }
    if (!script.isEmpty()) {
        QFile out(folder + "/camera.json");
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(script);
    }
    return folder;
}

struct Taking {
    test::TemporaryFolder place;
    std::vector<TakenPhoto> kept;
    std::optional<Error> refuse;
    int under = 0, most = 0;
    std::unique_ptr<CameraModel> camera;

    explicit Taking(int pictures, const QByteArray& script = {}) {
        const QString home = QString::fromStdString(place.path.string());
        camera = std::make_unique<CameraModel>(std::make_unique<FolderFrameSource>(folderOf(home, pictures, script)),
                                               [] { return parseInstant("2026-11-22T08:15:30.123+08:00").value(); });
        camera->keepBy([this](const TakenPhoto& photo, auto then) {
            most = std::max(most, ++under);
            QMetaObject::invokeMethod(
                camera.get(),
                [this, photo, then] {
                    --under;
                    if (refuse) return then(fail(*refuse));
                    kept.push_back(photo);
                    then(QString::number(kept.size()));
                },
                Qt::QueuedConnection);
        });
    }
    void run() {
        camera->open("owner");
        waitFor([&] { return camera->state() == "running"; });
    }
};

}  // namespace

TEST_CASE("each press is a photo, and the next is asked for when the one before is sealed") {
    Taking it(4);
    it.run();
    it.camera->shoot();
    it.camera->shoot();
    it.camera->shoot();
    waitFor([&] { return it.kept.size() == 3 && !it.camera->isSealing(); });
    CHECK(it.most == 1);
    CHECK(it.camera->taken() == 3);
    CHECK(it.kept[0].picture->content() != it.kept[1].picture->content());
    CHECK(it.kept[0].owner == "owner");
    // As the camera wrote it, to the byte.
    QFile first(QString::fromStdString(it.place.path.string()) + "/camera/00.jpg");
    REQUIRE(first.open(QIODevice::ReadOnly));
    const QByteArray whole = first.readAll();
    CHECK(it.kept[0].picture->content() == Bytes(whole.begin(), whole.end()));
}

TEST_CASE("a burst ends when it is let go, and by itself at its most") {
    Taking it(30);
    it.run();
    int ended = -1;
    QObject::connect(it.camera.get(), &CameraModel::burstEnded, [&](int photos) { ended = photos; });
    it.camera->beginBurst();
    waitFor([&] { return ended >= 0; });
    CHECK(ended == CameraModel::kMostBurst);
    CHECK(it.kept.size() == static_cast<std::size_t>(CameraModel::kMostBurst));
}

TEST_CASE("a full disk: it is said, the photo stays, and is sealed once there is room") {
    Taking it(2);
    it.run();
    it.refuse = Error{ErrorKind::full, "disk_full", "no room"};
    it.camera->shoot();
    waitFor([&] { return it.camera->isStuck(); });
    CHECK(it.camera->problem().contains("还没有封存"));
    it.camera->shoot();  // nothing is taken over it
    it.refuse.reset();
    it.camera->sealAgain();
    waitFor([&] { return it.kept.size() == 1; });
    CHECK_FALSE(it.camera->isStuck());
}

TEST_CASE("a page that is closed right after the press still gets its photo sealed") {
    Taking it(2);
    it.run();
    it.camera->shoot();
    it.camera->close();
    waitFor([&] { return it.kept.size() == 1; });
    CHECK(it.camera->state() == "off");
}

TEST_CASE("each fault has its sentence; what was lost can be started again") {
    for (const char* fault : {"missing", "denied", "busy"}) {
        Taking it(1, QByteArray("{\"fault\":\"") + fault + "\"}");
        it.camera->open("owner");
        waitFor([&] { return it.camera->state() == fault; });
        CHECK_FALSE(it.camera->sentence().isEmpty());
    }
    Taking it(4, R"({"lostAfter":1})");
    it.run();
    it.camera->shoot();
    it.camera->shoot();
    waitFor([&] { return it.camera->state() == "lost"; });
    CHECK(it.kept.size() == 1);
    CHECK_FALSE(it.camera->isSealing());
    CHECK_FALSE(it.camera->problem().isEmpty());
    it.camera->startAgain();
    waitFor([&] { return it.camera->state() == "running"; });
}

TEST_CASE("a sensor that is turned gives an upright JPEG with time and place") {
    Shot shot;
    shot.frame.picture = QImage(60, 40, QImage::Format_RGB32);
    shot.frame.picture.fill(Qt::red);
    shot.frame.turn = 90;
    const auto taken = parseInstant("2026-11-22T08:15:30.123+08:00").value();
    const auto jpeg = developed(shot, {taken, picture::ExifPlace{38.2471, 101.9683}});
    REQUIRE(jpeg);
    const auto& content = (*jpeg)->content();
    CHECK(QImage::fromData(content.data(), static_cast<int>(content.size())).size() == QSize(40, 60));
    const auto exif = picture::readExif(content);
    CHECK(exif.orientation == 1);
    CHECK(exif.taken == "2026-11-22 08:15:30");
    CHECK(exif.offset == "+08:00");
    REQUIRE(exif.place);
    CHECK(exif.place->latitude == Approx(38.2471).margin(0.0001));
    CHECK(exif.place->longitude == Approx(101.9683).margin(0.0001));
    CHECK_FALSE(developed(Shot{}, {taken, {}}));
}

TEST_CASE("a photo that was taken is the draft's on disk, with the shutter's time, and ways out wait for it") {
    Bench bench;
    bench.unlock();
    bench.publish(test::smallDocument(1));
    CameraModel camera(std::make_unique<FolderFrameSource>(folderOf(bench.home(), 2)), bench.store().clock());
    SoundNote sound(std::make_unique<FileSoundSource>(QString(), true), bench.store());
    CheckModel check(bench.store(), nullptr);
    check.equip(camera, sound);
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    check.place()->goTo("a");
    camera.open(check.draft() + "\na");
    waitFor([&] { return camera.state() == "running"; });
    camera.shoot();
    CHECK(check.saving()->held());
    waitFor([&] { return camera.taken() == 1 && !check.saving()->held(); });
    const auto draft =
        bench.ask([id = check.draft()](LocalStore& store) { return openDraft(store, id); }).value().draft;
    REQUIRE(draft.photos.size() == 1);
    CHECK(draft.photos[0].item == "a");
    REQUIRE(draft.photos[0].origin);
    CHECK(draft.photos[0].origin->way == record::PhotoOrigin::Way::camera);
}
