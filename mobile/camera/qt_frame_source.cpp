#include "mobile/camera/qt_frame_source.h"

#include <QCamera>
#include <QCameraDevice>
#include <QFileInfo>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QPointer>
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#include <utility>

#include "mobile/media/media_backend.h"

namespace plumb::mobile {

namespace {

constexpr int kLooksEach = 500;          // ms
constexpr int kFirstFrameWithin = 8000;  // ms: some cameras take their time
constexpr int kNextFrameWithin = 4000;
constexpr int kShotWithin = 10'000;
constexpr int kShownSide = 1280;            // of what the viewfinder shows
constexpr qint64 kMostPixels = 13'000'000;  // of a photo: 12 megapixels are what evidence needs
constexpr float kSlowest = 10;              // frames a second below which nobody can aim

QCameraDevice bestDevice() {
    const auto all = QMediaDevices::videoInputs();
    for (const auto& device : all)
        if (device.position() == QCameraDevice::BackFace) return device;
    const auto usual = QMediaDevices::defaultVideoInput();
    return usual.isNull() && !all.isEmpty() ? all.front() : usual;
}

qint64 pixelsOf(const QSize& size) {
    return qint64{size.width()} * size.height();
}

// A frame as the sensor has it. Qt 6.4 turns a picture for some formats only, which its shape tells; the frame itself
// is shared with the viewfinder and is left as it is.
Frame rawOf(const QVideoFrame& frame) {
    Frame out{frame.toImage(), static_cast<int>(frame.rotationAngle()), frame.mirrored()};
    const bool aside = out.turn == 90 || out.turn == 270;
    if (aside && frame.width() != frame.height() && out.picture.width() == frame.height()) {
        out.turn = 0;
        out.mirrored = false;
    }
    return out;
}

}  // namespace

QtFrameSource::QtFrameSource(QObject* parent) : FrameSource(parent) {
    m_pool.setMaxThreadCount(1);
    m_watch.setInterval(kLooksEach);
    m_shotWait.setSingleShot(true);
    m_shotWait.setInterval(kShotWithin);
    connect(&m_watch, &QTimer::timeout, this, &QtFrameSource::watch);
    connect(&m_shotWait, &QTimer::timeout, this, [this] {
        if (std::exchange(m_shooting, false)) emit shotFailed();
    });
}

// Not before it is needed: it loads what plays and records, which takes longer than a first frame may.
void QtFrameSource::look() {
    if (std::exchange(m_looked, true) || !hasMediaBackend()) return;
    m_devices = std::make_unique<QMediaDevices>();
    connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, [this] {
        emit thereChanged();
        if (!m_camera) return;
        const auto all = QMediaDevices::videoInputs();
        if (!all.contains(m_camera->cameraDevice())) fail(CameraFault::lost);
    });
}

QtFrameSource::~QtFrameSource() {
    stop();
    m_pool.waitForDone();
}

bool QtFrameSource::isThere() {
    look();
    return m_devices && !bestDevice().isNull();
}

void QtFrameSource::start() {
    if (m_camera) return;
    look();
    const auto device = m_devices ? bestDevice() : QCameraDevice();
    QTimer::singleShot(0, this, [this, device] {
        if (m_camera) return;
        if (device.isNull()) return emit failed(CameraFault::missing);
        // The id of a camera of Linux is its file: whoever may not read it gets an error that says nothing.
        const QFileInfo file(QString::fromUtf8(device.id()));
        if (file.isAbsolute() && file.exists() && !file.isReadable()) return emit failed(CameraFault::denied);
        open(device);
    });
}

void QtFrameSource::open(const QCameraDevice& device) {
    ++m_begun;
    m_seen = false;
    m_camera = std::make_unique<QCamera>(device);
    m_still = std::make_unique<QImageCapture>();
    m_sink = std::make_unique<QVideoSink>();
    m_session = std::make_unique<QMediaCaptureSession>();
    QCameraFormat best;
    for (const auto& format : device.videoFormats()) {
        const auto pixels = pixelsOf(format.resolution());
        if (format.maxFrameRate() >= kSlowest && pixels <= kMostPixels && pixels > pixelsOf(best.resolution()))
            best = format;
    }
    if (!best.isNull()) m_camera->setCameraFormat(best);
    QSize still;
    for (const auto& size : device.photoResolutions())
        if (pixelsOf(size) <= kMostPixels && pixelsOf(size) > pixelsOf(still)) still = size;
    if (still.isValid()) m_still->setResolution(still);

    connect(m_camera.get(), &QCamera::errorOccurred, this, [this](QCamera::Error error, const QString& words) {
        if (error == QCamera::NoError) return;
        const bool denied = words.contains(QLatin1String("denied"), Qt::CaseInsensitive) ||
                            words.contains(QLatin1String("permission"), Qt::CaseInsensitive);
        fail(m_seen ? CameraFault::lost : denied ? CameraFault::denied : CameraFault::busy);
    });
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &QtFrameSource::take);
    connect(m_still.get(), &QImageCapture::imageAvailable, this, [this](int, const QVideoFrame& frame) {
        if (!m_shooting) return;
        m_pool.start([alive = QPointer(this), frame, begun = m_begun, this] {
            const Shot taken{{}, rawOf(frame)};
            QMetaObject::invokeMethod(
                this,
                [alive, taken, begun] {
                    if (!alive || begun != alive->m_begun || !std::exchange(alive->m_shooting, false)) return;
                    alive->m_shotWait.stop();
                    if (taken.frame.picture.isNull())
                        emit alive->shotFailed();
                    else
                        emit alive->shot(taken);
                },
                Qt::QueuedConnection);
        });
    });
    connect(m_still.get(), &QImageCapture::errorOccurred, this, [this] {
        if (!std::exchange(m_shooting, false)) return;
        m_shotWait.stop();
        emit shotFailed();
    });
    m_session->setCamera(m_camera.get());
    m_session->setImageCapture(m_still.get());
    m_session->setVideoSink(m_sink.get());
    m_sinceFrame.start();
    m_watch.start();
    m_camera->start();
}

void QtFrameSource::take(const QVideoFrame& frame) {
    if (!frame.isValid()) return;
    m_sinceFrame.restart();
    if (!m_seen) {
        m_seen = true;
        m_abilities.torch = m_camera->isTorchModeSupported(QCamera::TorchOn);
        m_abilities.nearest = std::max(1.0, static_cast<double>(m_camera->minimumZoomFactor()));
        m_abilities.furthest = std::max(m_abilities.nearest, static_cast<double>(m_camera->maximumZoomFactor()));
        emit started();
    }
    if (m_converting) return;
    m_converting = true;
    m_pool.start([this, frame, begun = m_begun] {
        Frame shown = rawOf(frame);
        if (std::max(shown.picture.width(), shown.picture.height()) > kShownSide)
            shown.picture = shown.picture.scaled(kShownSide, kShownSide, Qt::KeepAspectRatio, Qt::FastTransformation);
        QMetaObject::invokeMethod(
            this,
            [this, shown, begun] {
                m_converting = false;
                if (begun == m_begun && m_camera && !shown.picture.isNull()) emit framed(shown);
            },
            Qt::QueuedConnection);
    });
}

void QtFrameSource::watch() {
    if (m_camera && m_sinceFrame.elapsed() > (m_seen ? kNextFrameWithin : kFirstFrameWithin))
        fail(m_seen ? CameraFault::lost : CameraFault::busy);
}

void QtFrameSource::fail(CameraFault fault) {
    if (!m_camera) return;
    // Not from within the camera's own signal.
    ++m_begun;
    m_watch.stop();
    QTimer::singleShot(0, this, [this, fault] {
        if (!m_camera) return;
        stop();
        emit failed(fault);
    });
}

void QtFrameSource::stop() {
    ++m_begun;
    m_watch.stop();
    m_shotWait.stop();
    m_shooting = false;
    if (m_camera) m_camera->stop();
    m_session.reset();
    m_sink.reset();
    m_still.reset();
    m_camera.reset();
}

void QtFrameSource::takeShot() {
    if (!m_still || m_shooting) return;
    m_shooting = true;
    m_shotWait.start();
    // In memory: captureToFile would leave the photo in the open.
    if (m_still->capture() < 0 && std::exchange(m_shooting, false)) {
        m_shotWait.stop();
        QTimer::singleShot(0, this, &FrameSource::shotFailed);
    }
}

void QtFrameSource::setTorch(bool on) {
    if (m_camera && m_abilities.torch) m_camera->setTorchMode(on ? QCamera::TorchOn : QCamera::TorchOff);
}

void QtFrameSource::setZoom(double factor) {
    if (m_camera) m_camera->setZoomFactor(static_cast<float>(factor));
}

}  // namespace plumb::mobile
