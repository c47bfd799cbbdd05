// The boundary that somebody walks: follows the receiver while it records, says in words what became of each fix, how
// large the outline is and which of its sides cross. What it holds is kept by whoever listens to edited(). UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/position/position_source.h"
#include "mobile/ui/sentence.h"
#include "shared/domain/boundary_walk.h"

namespace plumb::mobile {

class WalkModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.propose.walk")
    Q_PROPERTY(bool track READ track NOTIFY changed)  // by the way that was gone; else corner by corner
    Q_PROPERTY(bool empty READ empty NOTIFY changed)
    Q_PROPERTY(bool recording READ recording NOTIFY changed)
    Q_PROPERTY(bool closed READ closed NOTIFY changed)
    Q_PROPERTY(int corners READ corners NOTIFY changed)
    Q_PROPERTY(int fixes READ fixes NOTIFY changed)
    Q_PROPERTY(QString area READ area NOTIFY changed)            // "12.4 亩 · 0.83 ha"; "" below three corners
    Q_PROPERTY(QString length READ length NOTIFY changed)        // that was gone
    Q_PROPERTY(QString said READ said NOTIFY changed)            // what became of the last fix or tap
    Q_PROPERTY(QString saidTone READ saidTone NOTIFY changed)    // pass, part
    Q_PROPERTY(QString crossing READ crossing NOTIFY changed)    // which sides cross; "" where none do
    Q_PROPERTY(QString leftOut READ leftOut NOTIFY changed)      // how many fixes were, and why
    Q_PROPERTY(QString tolerance READ tolerance NOTIFY changed)  // of the simplification; "" by corners

  public:
    // `position` outlives this.
    WalkModel(PositionSource& position, QObject* parent);

    [[nodiscard]] bool track() const { return m_walk.way() == domain::WalkWay::track; }
    [[nodiscard]] bool empty() const { return m_walk.fixes().empty(); }
    [[nodiscard]] bool recording() const { return m_recording; }
    [[nodiscard]] bool closed() const { return m_closed; }
    [[nodiscard]] int corners() const { return static_cast<int>(m_walk.corners().size()); }
    [[nodiscard]] int fixes() const { return static_cast<int>(m_walk.fixes().size()); }
    [[nodiscard]] QString area() const;
    [[nodiscard]] QString length() const;
    [[nodiscard]] QString said() const { return m_said.text(); }
    [[nodiscard]] QString saidTone() const { return m_tone; }
    [[nodiscard]] QString crossing() const;
    [[nodiscard]] QString leftOut() const;
    [[nodiscard]] QString tolerance() const;
    [[nodiscard]] const domain::BoundaryWalk& walk() const { return m_walk; }
    [[nodiscard]] bool mocked() const { return m_mocked; }
    [[nodiscard]] PositionSource& position() const { return m_position; }

    // As it was kept; nothing is being recorded then.
    void take(domain::BoundaryWalk walk, bool closed, bool mocked);

    // Only while it is empty.
    Q_INVOKABLE void setTrack(bool track);
    Q_INVOKABLE void addCorner();
    Q_INVOKABLE void record(bool on);
    Q_INVOKABLE void undo();
    // Joins the last corner to the first, where no sides cross; opens it again.
    Q_INVOKABLE void close();
    Q_INVOKABLE void reopen();
    Q_INVOKABLE void clear();

  signals:
    void changed();
    // `kept`: the first so many fixes are as they were; `gone`: so many stood behind the end before.
    void edited(std::size_t kept, std::size_t gone);

  private:
    void moved();
    void say(Sentence words, const char* tone);
    void changedFrom(std::size_t before);

    PositionSource& m_position;
    domain::BoundaryWalk m_walk;
    bool m_recording = false, m_closed = false, m_mocked = false;
    Sentence m_said;
    QString m_tone;
};

}  // namespace plumb::mobile
