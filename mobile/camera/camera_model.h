// The camera as its page shows it, and the photos that are taken with it: what is seen, the shutter, torch and zoom,
// and what became of each photo. A photo is developed and judged on a thread of the pool and handed to whoever keeps
// it; the next one is asked of the camera only when the one before is sealed. One that cannot be sealed (a full disk)
// stays here, in memory, until it is, or until the person gives it up. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "mobile/camera/code_scanner.h"
#include "mobile/camera/frame_source.h"
#include "mobile/ui/sentence.h"
#include "shared/base/clock.h"
#include "shared/domain/place.h"
#include "shared/store/judged_picture.h"

namespace plumb::mobile {

// A photo that waits to be sealed.
struct TakenPhoto {
    QString owner{};  // what it was taken for, as the page that opened the camera named it
    std::shared_ptr<const store::JudgedPicture> picture{};
    Instant at{};                                // of the shutter, by the clock of the tablet, corrected
    std::optional<domain::Whereabouts> where{};  // then; none where nobody asked
};

class CameraModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.camera")
    Q_PROPERTY(bool there READ isThere NOTIFY thereChanged)  // there is a camera
    // off, starting, running, resting (the app is not seen); missing, denied, busy, lost
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)  // why nothing is seen, and what to do; "" where it is
    Q_PROPERTY(QString problem READ problem NOTIFY changed)    // what became of the last photo, where it is not sealed
    Q_PROPERTY(bool stuck READ isStuck NOTIFY changed)         // a photo waits here that could not be sealed
    Q_PROPERTY(bool sealing READ isSealing NOTIFY changed)     // one is on its way
    Q_PROPERTY(bool bursting READ isBursting NOTIFY changed)
    Q_PROPERTY(QImage picture READ picture NOTIFY framed)
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torch READ torch WRITE setTorch NOTIFY changed)
    Q_PROPERTY(bool hasZoom READ hasZoom NOTIFY changed)
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY changed)
    Q_PROPERTY(double nearest READ nearest NOTIFY changed)
    Q_PROPERTY(double furthest READ furthest NOTIFY changed)
    Q_PROPERTY(int taken READ taken NOTIFY changed)    // sealed since it was opened
    Q_PROPERTY(QString last READ last NOTIFY changed)  // the hash of the last one

  public:
    // Answers with the hash once it is sealed and named.
    using Keep = std::function<void(const TakenPhoto&, std::function<void(Result<QString>)>)>;

    CameraModel(std::unique_ptr<FrameSource> source, Clock clock, QObject* parent = nullptr);
    ~CameraModel() override;

    // Who keeps what is taken for owners that begin with this word and a line's end; "": for all others.
    void keepBy(Keep keep) { keepBy({}, std::move(keep)); }
    void keepBy(const QString& kind, Keep keep) { m_keepers[kind] = std::move(keep); }
    void locateBy(std::function<std::optional<domain::Whereabouts>()> locate) { m_locate = std::move(locate); }

    // What is taken from now on is taken for `owner`; "" where only codes are looked for.
    Q_INVOKABLE void open(const QString& owner);
    // A photo that was asked for is still taken and sealed.
    Q_INVOKABLE void close();
    // Not seen (another app is in front): the camera is let go, and comes back by itself.
    Q_INVOKABLE void rest(bool resting);
    // After a fault.
    Q_INVOKABLE void startAgain();

    // A second press while one is on its way is the next photo.
    Q_INVOKABLE void shoot();
    // One after the other, until it ends or kMostBurst.
    Q_INVOKABLE void beginBurst();
    Q_INVOKABLE void endBurst();
    // The photo that could not be sealed: tries again, or gives it up.
    Q_INVOKABLE void sealAgain();
    Q_INVOKABLE void giveUp();
    // At the lock: for whom it was open, and what was taken.
    void forget();
    // Codes are looked for in what is seen; found by codesRead().
    Q_INVOKABLE void scan(bool on);

    static constexpr int kMostBurst = 20;

    [[nodiscard]] bool isThere() const { return m_source->isThere(); }
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] bool isStuck() const { return m_phase == Phase::stuck; }
    [[nodiscard]] bool isSealing() const { return m_phase != Phase::none && m_phase != Phase::stuck; }
    [[nodiscard]] bool isBursting() const { return m_bursting; }
    [[nodiscard]] const QImage& picture() const { return m_picture; }
    [[nodiscard]] bool hasTorch() const { return m_running && m_source->abilities().torch; }
    [[nodiscard]] bool torch() const { return m_torch; }
    void setTorch(bool on);
    [[nodiscard]] bool hasZoom() const { return m_running && furthest() > nearest(); }
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double factor);
    [[nodiscard]] double nearest() const { return m_source->abilities().nearest; }
    [[nodiscard]] double furthest() const { return m_source->abilities().furthest; }
    [[nodiscard]] int taken() const { return m_taken; }
    [[nodiscard]] const QString& last() const { return m_last; }

  signals:
    void changed();
    void framed();
    void thereChanged();
    void shutter();  // the moment of a photo, for the eye
    void sealed(const QString& hash);
    void burstEnded(int photos);
    void codesRead(const QStringList& codes);

  private:
    enum class Phase { none, asked, developing, sealing, stuck };

    // Null where nobody keeps what is taken for this owner.
    [[nodiscard]] const Keep* keeperOf(const QString& owner) const;
    void follow();
    void ask();
    void take(const Shot& shot);
    void seal();
    void done(const Result<QString>& hash);
    void noShot(Sentence why);
    void next();
    [[nodiscard]] bool shallRun() const { return m_open && !m_resting; }

    std::unique_ptr<FrameSource> m_source;
    Clock m_clock;
    std::map<QString, Keep> m_keepers;
    std::function<std::optional<domain::Whereabouts>()> m_locate;
    CodeScanner m_scanner;
    QThreadPool m_pool;
    std::optional<TakenPhoto> m_photo;  // the one that is on its way
    QImage m_picture;
    QString m_owner, m_last;
    Sentence m_problem;
    CameraFault m_fault = CameraFault::none;
    Phase m_phase = Phase::none;
    double m_zoom = 1;
    int m_taken = 0, m_waiting = 0, m_burst = 0;
    bool m_open = false, m_resting = false, m_begun = false, m_running = false, m_torch = false, m_bursting = false,
         m_scanning = false;
};

}  // namespace plumb::mobile
