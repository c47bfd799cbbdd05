// How the check that is open gets to disk. After each change, what differs from what was last written goes to the vault
// thread, an answer and its entry of the trail together; one write is under way at a time, what changes meanwhile goes
// with the next. "Saved" shows only after the commit, and not while something that was typed is refused
// (check_refusals.h); a write that failed is tried again by itself, at growing pauses, until it went through. `held`
// says that leaving now would lose something: a photo that is being sealed counts (sealing()). UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

#include "mobile/check/check_notice.h"
#include "mobile/check/open_check.h"
#include "mobile/store/store_thread.h"
#include "shared/store/draft_saver.h"

namespace plumb::mobile {

class CheckSaving : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.saving")
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString savedAt READ savedAt NOTIFY changed)
    Q_PROPERTY(int refusals READ refusals NOTIFY changed)
    Q_PROPERTY(QString unsaved READ unsaved NOTIFY changed)
    Q_PROPERTY(bool held READ held NOTIFY changed)

  public:
    // All that is passed outlives this.
    CheckSaving(StoreThread& store, OpenCheck& check, CheckNotice& notice, QObject* parent);

    // saving, saved; refused: something that was typed cannot be kept; failed: the last write.
    [[nodiscard]] QString state() const;
    [[nodiscard]] const QString& savedAt() const { return m_savedAt; }
    // How many fields hold what cannot be kept; what is not saved and why, for people; whether there is any such thing.
    [[nodiscard]] int refusals() const { return static_cast<int>(m_check.refusedNow.size()); }
    [[nodiscard]] QString unsaved() const;
    [[nodiscard]] bool held() const;

    // A draft was opened: what it holds is what is on disk. REQUIRES: the check is open, and nothing was entered yet.
    void begin();
    // Nothing of it is to be written any more.
    void forget();
    void save();
    // Calls once all that was answered is on disk, or with why it is not.
    void whenSaved(std::function<void(const Result<void>&)> then);
    // As long as what this gives lives, a file for the draft is on its way into the vault: the way out waits for it.
    // Let go of on the UI thread.
    [[nodiscard]] std::shared_ptr<void> sealing();
    [[nodiscard]] bool isSealing() const { return m_sealing > 0; }
    // What could not be sealed and is still here, in memory: why, or "" where there is no such thing any more.
    void setUnsealed(const QString& sentence);
    // What was refused may have its field no more, or again.
    void listRefusals();
    // How long a failed write rests before it is tried again the first time; each further one twice as long.
    void setFirstRetry(int ms) { m_firstRetry = ms; }

    // Tries the failed write at once.
    Q_INVOKABLE void again();
    // The person leaves all the same: what is not on disk is given up.
    Q_INVOKABLE void abandon();

  signals:
    void changed();
    // The person tries again, or gives up, what could not be sealed.
    void sealAgainAsked();
    void abandoned();

  private:
    void sealed();
    void failed(const Error& error);

    StoreThread& m_store;
    OpenCheck& m_check;
    CheckNotice& m_notice;
    store::DraftSaver m_saver;
    std::function<void(const Result<void>&)> m_whenSaved;
    QString m_savedAt;
    QTimer m_retry;
    int m_firstRetry = 1000, m_nextRetry = 1000;
    std::optional<Error> m_writeError;
    QString m_unsealed;
    int m_sealing = 0;
    bool m_writing = false;
};

}  // namespace plumb::mobile
