// Where this device is: the newest place that its receiver gave, how old it is, or why there is none. The receiver
// costs power, so it runs while somebody wants positions and not otherwise. One in the app (App.position); UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <chrono>
#include <functional>
#include <memory>

#include "mobile/position/receiver.h"
#include "shared/domain/place.h"

namespace plumb::mobile {

class PositionSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.position")
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)        // there is a place that may be stated
    Q_PROPERTY(bool everKnown READ wasKnown NOTIFY changed)   // there is a last one, however old
    Q_PROPERTY(QString reason READ reason NOTIFY changed)     // why not: off, denied, no_receiver, searching, stale; ""
    Q_PROPERTY(double latitude READ latitude NOTIFY changed)  // of the last place; 0 where there never was one
    Q_PROPERTY(double longitude READ longitude NOTIFY changed)
    Q_PROPERTY(double accuracy READ accuracy NOTIFY changed)   // metres
    Q_PROPERTY(int age READ age NOTIFY changed)                // seconds since its fix
    Q_PROPERTY(int satellites READ satellites NOTIFY changed)  // −1 where it is not known
    Q_PROPERTY(bool mocked READ mocked NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)    // "±4 m · 9 颗卫星 · 2 秒前", or why none, for people
    Q_PROPERTY(QString since READ since NOTIFY changed)  // of the last place, as a time of day

  public:
    using Ticks = std::function<std::chrono::milliseconds()>;  // a clock that only goes forward

    // `clock` is the tablet's; `ticks` the steady clock where empty: an age is never measured by a clock that is set.
    PositionSource(std::unique_ptr<Receiver> receiver, Clock clock, QObject* parent = nullptr, Ticks ticks = {});

    // What may be stated of this moment: a place that is not older than domain::kOldestPlace, or why none.
    [[nodiscard]] domain::Whereabouts now() const;
    // The last place however old it is: for the map, never for a record.
    [[nodiscard]] const std::optional<domain::Place>& last() const { return m_last; }

    // Somebody, by name, needs positions from now on, or no longer. While nobody does, the receiver is off.
    Q_INVOKABLE void want(const QString& who, bool wanted);
    // What the person decided: false keeps the receiver off whoever wants it.
    void setAllowed(bool allowed);
    [[nodiscard]] bool isRunning() const { return m_running; }

    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] bool wasKnown() const { return m_last.has_value(); }
    [[nodiscard]] QString reason() const;
    [[nodiscard]] double latitude() const { return m_last ? m_last->latitude : 0; }
    [[nodiscard]] double longitude() const { return m_last ? m_last->longitude : 0; }
    [[nodiscard]] double accuracy() const { return m_last ? m_last->accuracy : 0; }
    [[nodiscard]] int age() const;
    [[nodiscard]] int satellites() const { return m_last ? m_last->satellites.value_or(-1) : -1; }
    [[nodiscard]] bool mocked() const { return m_last && m_last->mocked; }
    [[nodiscard]] QString line() const;
    [[nodiscard]] QString since() const;

  signals:
    // A new place, a new reason, or another second of age.
    void changed();
    void moved();  // a new place

  private:
    void follow();
    void take(domain::Place place);

    std::unique_ptr<Receiver> m_receiver;
    Clock m_clock;
    Ticks m_ticks;
    QSet<QString> m_wanted;
    QTimer m_second;
    std::optional<domain::Place> m_last;
    std::chrono::milliseconds m_lastAt{0};  // by m_ticks
    domain::NoPlace m_why = domain::NoPlace::off;
    bool m_allowed = true, m_running = false;
};

// Why there is no place, in the app's language.
QString sentenceFor(domain::NoPlace why);

}  // namespace plumb::mobile
