// A folder of pictures in place of a camera: each photo is the next of them, in the order of their names, and the
// viewfinder shows the one that the next photo will be. A JPEG is given as it is, as a camera gives it; other pictures
// as they are seen. camera.json in the folder may say more, all of it optional:
//   {"torch": true, "zoom": [1, 4], "turn": 90, "fault": "missing"|"denied"|"busy", "lostAfter": 2, "failShots": 1}
// lostAfter: so many photos, then the camera is lost, until it is started again; failShots: so many photos fail first.
// UI thread.
#pragma once

#include <QStringList>
#include <QTimer>

#include "mobile/camera/frame_source.h"

namespace plumb::mobile {

class FolderFrameSource : public FrameSource {
    Q_OBJECT

  public:
    explicit FolderFrameSource(const QString& folder, QObject* parent = nullptr);

    [[nodiscard]] bool isThere() override { return !m_pictures.isEmpty() && m_fault != CameraFault::missing; }
    void start() override;
    void stop() override;
    void takeShot() override;
    void setTorch(bool on) override { m_torch = on; }
    void setZoom(double factor) override { m_zoom = factor; }

    [[nodiscard]] bool torch() const { return m_torch; }

  private:
    void load();
    void give();

    QStringList m_pictures;
    Frame m_shown;
    QTimer m_tick;
    CameraFault m_fault = CameraFault::none;
    int m_turn = 0, m_next = 0, m_taken = 0, m_lostAfter = 0, m_failing = 0;
    double m_zoom = 1;
    bool m_torch = false, m_running = false;
};

}  // namespace plumb::mobile
