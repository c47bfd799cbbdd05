// The device's camera by Qt Multimedia: the one at the back where there are several. Frames are turned into pictures on
// a thread of the pool, the latest only. Nothing is ever written to a disk by it. UI thread.
#pragma once

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>
#include <memory>

#include "mobile/camera/frame_source.h"

QT_BEGIN_NAMESPACE
class QCamera;
class QCameraDevice;
class QImageCapture;
class QMediaCaptureSession;
class QMediaDevices;
class QVideoFrame;
class QVideoSink;
QT_END_NAMESPACE

namespace plumb::mobile {

class QtFrameSource : public FrameSource {
    Q_OBJECT

  public:
    explicit QtFrameSource(QObject* parent = nullptr);
    ~QtFrameSource() override;

    [[nodiscard]] bool isThere() override;
    void start() override;
    void stop() override;
    void takeShot() override;
    void setTorch(bool on) override;
    void setZoom(double factor) override;

  private:
    void look();
    void open(const QCameraDevice& device);
    void take(const QVideoFrame& frame);
    void watch();
    void fail(CameraFault fault);

    std::unique_ptr<QMediaDevices> m_devices;
    // The session goes first: it lets go of what is plugged into it.
    std::unique_ptr<QCamera> m_camera;
    std::unique_ptr<QImageCapture> m_still;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QMediaCaptureSession> m_session;
    QThreadPool m_pool;
    QTimer m_watch, m_shotWait;
    QElapsedTimer m_sinceFrame;
    int m_begun = 0;  // which start: what comes of an earlier one comes too late
    bool m_looked = false, m_seen = false, m_converting = false, m_shooting = false;
};

}  // namespace plumb::mobile
