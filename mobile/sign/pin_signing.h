// What everything that is signed with the PIN has in common: that it is under way, what went wrong, and the waits after
// a wrong PIN. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"
#include "shared/domain/place.h"

namespace plumb::mobile {

class PinSigning : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the model of what is signed")
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(bool pinWrong READ pinWrong NOTIFY stateChanged)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY stateChanged)

  public:
    // `store` outlives this.
    PinSigning(StoreThread& store, QObject* parent);

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] bool pinWrong() const { return m_pinWrong; }
    [[nodiscard]] int waitSeconds() const;
    Q_INVOKABLE void clearProblem();
    // What the signature will say of where it was made, in words; "" where nobody asks for positions.
    Q_INVOKABLE QString placeWords() const;
    // Where the tablet is now, for what states where it was signed.
    void locateBy(std::function<domain::Whereabouts()> locate) { m_locate = std::move(locate); }

  signals:
    void stateChanged();
    // The id of the record that was signed.
    void sealed(const QString& id);

  protected:
    [[nodiscard]] StoreThread& store() { return m_store; }
    [[nodiscard]] const StoreThread& store() const { return m_store; }
    // None where nobody asks for positions.
    [[nodiscard]] std::optional<domain::Whereabouts> whereabouts() const {
        return m_locate ? std::optional(m_locate()) : std::nullopt;
    }
    void began();
    // None takes back what was said. Nothing is under way then.
    void say(Sentence sentence);
    // Ends what began(): with the error's sentence, and the wait where it was about the PIN.
    void failed(const Error& error);
    void done();
    // Whose PIN is asked for; "": that of whoever is signed in.
    void askPinOf(const QString& person) { m_person = person; }

  private:
    StoreThread& m_store;
    std::function<domain::Whereabouts()> m_locate;
    bool m_busy = false, m_pinWrong = false;
    Sentence m_problem;
    QString m_person;
    qint64 m_notBefore = 0;
    QTimer m_tick;
};

}  // namespace plumb::mobile
