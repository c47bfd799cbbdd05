// Photos of 12 megapixels in the real app, whose page of a check stands open: from the shutter until one is sealed and
// named by its draft, as the camera wrote it (JPEG) and as a picture that is still to be written; and forty that are
// taken in from files. What the UI thread did meanwhile, and the most memory. Limits: 300 ms from the shutter, 16 ms of
// work at a time on the UI thread, 400 MB. Usage: bench_intake [--quick].
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "mobile/camera/frame_source.h"
#include "tests/bench/app_home.h"
#include "tests/bench/app_stage.h"
#include "tests/bench/heartbeat.h"
#include "tests/bench/memory.h"
#include "tests/bench/photo_files.h"
#include "tests/unit/picture/heic_pictures.h"
#include "tests/unit/store/pictures.h"

Q_IMPORT_QML_PLUGIN(PlumblinePlugin)

using namespace plumb;
using namespace plumb::bench;

namespace {

constexpr double kShutterLimit = 300, kFrameLimit = 16, kMemoryLimit = 400;

// A camera that answers at once.
class ReadyCamera final : public mobile::FrameSource {
  public:
    bool isThere() override { return true; }
    void start() override {
        QMetaObject::invokeMethod(
            this, [this] { emit started(); }, Qt::QueuedConnection);
    }
    void stop() override {}
    void takeShot() override {
        QMetaObject::invokeMethod(
            this, [this] { emit shot(next); }, Qt::QueuedConnection);
    }
    void setTorch(bool) override {}
    void setZoom(double) override {}

    mobile::Shot next;
};

void measureShutter(AppStage& stage, const QString& name, const std::function<mobile::Shot(int)>& shotOf, int count) {
    auto source = std::make_unique<ReadyCamera>();
    auto* camera = source.get();
    mobile::CameraModel model(std::move(source), systemNow);
    model.keepBy([&](const mobile::TakenPhoto& photo, auto then) {
        stage.app().check()->evidence()->takeShot(photo, std::move(then));
    });
    model.open(stage.app().check()->draft() + u'\n' + stage.app().check()->place()->itemId());
    AppStage::wait("the camera", [&] { return model.state() == u"running"; });
    std::vector<double> took, worked;
    double longest = 0;
    for (int i = 0; i < count; ++i) {
        camera->next = shotOf(i);
        AppStage::rest(100);
        const int before = model.taken();
        const double all = processWork();
        const Heartbeat beat;
        model.shoot();
        AppStage::wait("the photo", [&] { return model.taken() > before; });
        took.push_back(beat.wall());
        worked.push_back(processWork() - all);
        AppStage::rest(200);  // what the page shows of it
        longest = std::max(longest, beat.longest());
    }
    std::ranges::sort(took);
    std::ranges::sort(worked);
    report(name, took[took.size() / 2], "ms");
    report(name + QStringLiteral(".of_limit"), took[took.size() / 2] / kShutterLimit, "of_limit");
    report(name + QStringLiteral(".cpu.all_threads"), worked[worked.size() / 2], "ms");
    report(name + QStringLiteral(".ui.longest.cpu"), longest, "ms");
    report(name + QStringLiteral(".ui.of_limit"), longest / kFrameLimit, "of_limit");
}

void measureImport(AppStage& stage, const QString& name, const QString& folder, const std::string& picture, bool heic,
                   int count) {
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QFile file(folder + u'/' + QString::number(i) + (heic ? ".heic" : ".jpg"));
        if (!file.open(QIODevice::WriteOnly)) std::abort();
        const auto content = numbered(picture, i, heic);
        file.write(content.data(), static_cast<qint64>(content.size()));
        paths.append(file.fileName());
    }
    auto& check = *stage.app().check();
    const auto& photos = check.openedDraft()->draft.photos;
    const auto before = photos.size();
    AppStage::rest(500);
    forgetPeak();
    const double all = processWork();
    const Heartbeat beat;
    for (const auto& path : paths) check.evidence()->addPhoto(path);
    QElapsedTimer since;
    since.start();
    while (photos.size() < before + static_cast<std::size_t>(count)) {
        if (since.elapsed() > 600'000) std::abort();
        AppStage::rest(50);
    }
    AppStage::rest(500);
    report(name + QStringLiteral(".each"), beat.wall() / count, "ms");
    report(name + QStringLiteral(".each.cpu.all_threads"), (processWork() - all) / count, "ms");
    report(name + QStringLiteral(".ui.each.cpu"), beat.worked() / count, "ms");
    report(name + QStringLiteral(".ui.longest.cpu"), beat.longest(), "ms");
    report(name + QStringLiteral(".ui.longest"), beat.longestWall(), "ms");
    report(name + QStringLiteral(".ui.of_limit"), beat.longest() / kFrameLimit, "of_limit");
    report(name + QStringLiteral(".peak"), memoryOf("VmHWM"), "MB");
    report(name + QStringLiteral(".peak.of_limit"), memoryOf("VmHWM") / kMemoryLimit, "of_limit");
    for (const auto& path : paths) QFile::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    QTemporaryDir home, files;
    const auto made = furnishHome(home.path().toStdString(), 50, 200);
    const auto jpeg = test::jpegBytes(kPhotoWidth, kPhotoHeight), heic = test::heicBytes(kPhotoWidth, kPhotoHeight);
    {
        AppStage stage(home.path(), {1280, 800});
        stage.unlock();
        stage.app().check()->resume(QString::fromStdString(made.form500));
        AppStage::wait("the form", [&] { return stage.find(QStringLiteral("itemText")) != nullptr; });
        AppStage::rest(1000);
        const auto jpegShot = [&](int i) {
            const auto content = numbered(jpeg, 1000 + i, false);
            return mobile::Shot{QByteArray(content.data(), static_cast<qsizetype>(content.size())), {}};
        };
        measureShutter(stage, QStringLiteral("app.shutter.jpeg"), jpegShot, quick ? 3 : 9);
        QImage picture =
            QImage::fromData(reinterpret_cast<const uchar*>(jpeg.data()), static_cast<int>(jpeg.size()), "jpeg");
        const auto frameShot = [&](int i) {
            mobile::Shot shot;
            shot.frame.picture = picture.convertToFormat(QImage::Format_RGB32);
            shot.frame.picture.setPixel(i, 0, 0);
            return shot;
        };
        measureShutter(stage, QStringLiteral("app.shutter.frame"), frameShot, quick ? 3 : 9);
        picture = {};  // it is the bench's, not the app's
        measureImport(stage, QStringLiteral("app.import.jpeg"), files.path(), jpeg, false, quick ? 4 : 40);
        measureImport(stage, QStringLiteral("app.import.heic"), files.path(), heic, true, quick ? 2 : 40);
    }
    std::fflush(nullptr);
    std::_Exit(0);  // as the app itself leaves (main.cpp)
}
