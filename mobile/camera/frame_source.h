// What gives pictures as they are seen now, and photos on demand: the device's camera, or a folder of pictures (what
// tests and trials look at). It is off until it is started. Asked for a photo it answers by shot() or shotFailed(),
// once for each time. UI thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>

namespace plumb::mobile {

// A picture as the sensor has it; `turn` (degrees clockwise: 0, 90, 180, 270), then `mirrored`, make it upright.
struct Frame {
    QImage picture{};
    int turn = 0;
    bool mirrored = false;  // left and right, after turning
};

// A photo: as the camera wrote it, or as a picture that is still to be written.
struct Shot {
    QByteArray jpeg{};
    Frame frame{};
};

struct CameraAbilities {
    bool torch = false;
    double nearest = 1, furthest = 1;  // zoom; the same where there is none
};

enum class CameraFault {
    none,
    missing,  // there is no camera
    denied,   // the system does not let this program have it
    busy,     // somebody else has it, or it does not begin
    lost,     // it was running and is gone
};

class FrameSource : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    // Whether there is a camera at all, as far as can be told without starting it.
    [[nodiscard]] virtual bool isThere() = 0;
    // What is known comes by the signals, some time after.
    virtual void start() = 0;
    virtual void stop() = 0;
    // REQUIRES, all of them: it is running.
    virtual void takeShot() = 0;
    virtual void setTorch(bool on) = 0;
    virtual void setZoom(double factor) = 0;

    [[nodiscard]] const CameraAbilities& abilities() const { return m_abilities; }

  signals:
    void started();  // abilities are known
    void framed(const plumb::mobile::Frame& frame);
    void shot(const plumb::mobile::Shot& shot);
    void shotFailed();  // the camera gave none; it goes on running
    void failed(plumb::mobile::CameraFault fault);
    void thereChanged();

  protected:
    CameraAbilities m_abilities{};
};

// Upright. A plain copy where nothing is to be turned.
QImage uprightOf(const Frame& frame);

}  // namespace plumb::mobile
