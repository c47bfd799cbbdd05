// Plays a script against the real app, as an end-to-end test: taps, typing, waiting, pictures. A step that cannot be
// done in its time ends the process with code 3, a sentence on stderr and a picture of what the screen showed; a
// complaint from QML ends it with code 4 at the end, something that cannot be operated by everybody with code 5. UI
// thread; harmless unless started.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <optional>

#include "mobile/drive/looks.h"
#include "mobile/drive/script.h"
#include "mobile/drive/stage.h"

namespace plumb::mobile {

class Driver : public QObject {
    Q_OBJECT

  public:
    static constexpr int kStepFailed = 3;
    static constexpr int kWarned = 4;
    static constexpr int kInaccessible = 5;

    // `shots`: folder for pictures with relative names; empty: the current one.
    // `window` outlives this.
    Driver(QQuickWindow& window, QString shots);

    // Why the script was not taken, or "".
    QString read(const QString& file);
    void start();

  private:
    enum class Outcome { done, notYet };

    void turn();
    Outcome play(const Step& step);
    Outcome tap(const Step& step);
    Outcome type(const Step& step);
    Outcome compose(const Step& step);
    Outcome scroll(QQuickItem* item, int by);
    Outcome compare(const Step& step);
    Outcome draw(const Step& step);
    void keys(const QString& sequence);
    // "name" or "name.property" into the item and the property's text.
    [[nodiscard]] QQuickItem* bring(const QString& name);
    // Whether what is typed goes to it; taps it where not.
    [[nodiscard]] bool focused(const QString& name);
    Outcome access(const Step& step);
    Outcome reach(const Step& step);
    Outcome shootAs(const Step& step);
    void shoot(const QString& name);
    void failStep(const QString& why);
    void finish(int code);

    QQuickWindow& m_window;
    Stage m_stage;
    QString m_shots;
    Script m_script;
    int m_at = 0;
    QElapsedTimer m_since;  // when the step under way began
    QTimer m_timer;
    QPointF m_lastPlace;  // of the item about to be tapped, and for how many turns it stood there
    int m_still = 0;
    int m_pressed = 0;             // keys, on the way to an item
    int m_notches = 0;             // of the wheel, that the step under way has turned
    std::optional<Looks> m_looks;  // while a picture is taken in several looks
    qsizetype m_looked = 0;        // of them
    qsizetype m_inaccessible = 0;  // complaints of all walks
    QString m_why;                 // why the step under way cannot be done yet
};

}  // namespace plumb::mobile
