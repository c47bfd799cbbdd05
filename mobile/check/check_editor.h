// What a person enters into the check that is open: answers, reasons, notes, facts of the site; and taking it back.
// What the session takes is shown and saved, what it refuses stays in its field (check_refusals.h). UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/check_notice.h"
#include "mobile/check/check_place.h"
#include "mobile/check/check_saving.h"
#include "mobile/check/check_view.h"
#include "mobile/check/open_check.h"

namespace plumb::mobile {

class CheckEditor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.editor")
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY historyChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY historyChanged)

  public:
    using Taken = Result<checklist::Change>;

    // All that is passed outlives this.
    CheckEditor(OpenCheck& check, CheckView& view, CheckSaving& saving, CheckPlace& place, CheckNotice& notice,
                QObject* parent);

    [[nodiscard]] bool canUndo() const { return m_check.isOpen() && m_check.session->canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_check.isOpen() && m_check.session->canRedo(); }

    // `question`: the key of the answer, "plots[2]/area".
    Q_INVOKABLE void answer(const QString& question, const QString& value);
    // A choice among several is put in or taken out.
    Q_INVOKABLE void toggle(const QString& question, const QString& choice);
    // The n-th answer button of the open item (keys 1 to 4): "answered"; "na" where the n-th is "not applicable", whose
    // reason is to be asked for; "" where there is none.
    Q_INVOKABLE QString pick(int n);
    // "" says that the item applies after all.
    Q_INVOKABLE void setNotApplicable(const QString& reason);
    Q_INVOKABLE void setNote(const QString& text);
    // A fact of the site.
    Q_INVOKABLE void setFact(const QString& fact, const QString& value);
    Q_INVOKABLE void toggleFact(const QString& fact, const QString& choice);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    // Shows and saves what the session made of an entry, or says why it made nothing of it. REQUIRES: the check is
    // open.
    void changed(const Taken& change);

  signals:
    void historyChanged();
    // Something was entered, taken or not.
    void entered();

  private:
    // What was typed is taken, or refused and kept as such.
    void enter(Refusal refusal, const Taken& change);
    void steppedBack(const checklist::Change& change);

    OpenCheck& m_check;
    CheckView& m_view;
    CheckSaving& m_saving;
    CheckPlace& m_place;
    CheckNotice& m_notice;
};

}  // namespace plumb::mobile
