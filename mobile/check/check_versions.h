// A newer version of the checklist of the draft that is open: what it changes, what it would do to the answers, and
// what earlier moves set aside. Filled by CheckModel, which also stays or moves; holds no rule. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/check_rows.h"
#include "mobile/check/opened_draft.h"
#include "shared/checklist/session/session.h"
#include "shared/checklist/session/version_diff.h"

namespace plumb::mobile {

class CheckVersions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.versions")
    Q_PROPERTY(QString current MEMBER m_current NOTIFY changed)
    Q_PROPERTY(QString newer MEMBER m_newer NOTIFY changed)  // "" where none is known
    Q_PROPERTY(
        QString withdrawn MEMBER m_withdrawn NOTIFY changed)  // why nothing begins on the current one; "": it does
    Q_PROPERTY(bool undecided MEMBER m_undecided NOTIFY changed)
    Q_PROPERTY(int kept MEMBER m_kept NOTIFY changed)  // answers that stay as they are
    Q_PROPERTY(int changedAnswers MEMBER m_changedAnswers NOTIFY changed)
    Q_PROPERTY(int droppedAnswers MEMBER m_droppedAnswers NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* items READ items CONSTANT)      // ChangeRow: added, removed, changed
    Q_PROPERTY(plumb::mobile::RowModel* answers READ answers CONSTANT)  // ChangeRow: changed, dropped
    Q_PROPERTY(plumb::mobile::RowModel* aside READ aside CONSTANT)      // ChangeRow: dropped by earlier moves
    Q_PROPERTY(int asideCount READ asideCount NOTIFY changed)

  public:
    using QObject::QObject;

    [[nodiscard]] RowModel* items() { return &m_items; }
    [[nodiscard]] RowModel* answers() { return &m_answers; }
    [[nodiscard]] RowModel* aside() { return &m_aside; }
    [[nodiscard]] int asideCount() const { return m_aside.rowCount(); }

    void show(const OpenedDraft& opened, const QString& language);
    void forget();
    // The differences; made when they are looked at.
    // Whether what differs is told already.
    [[nodiscard]] bool compared() const { return m_items.rowCount() > 0 || m_answers.rowCount() > 0; }
    void compare(const OpenedDraft& opened, const checklist::Answers& answers, const QString& language);

  signals:
    void changed();

  private:
    static QString said(checklist::VersionChange::Of of, const QString& value);
    void showAside(const OpenedDraft& opened, const QString& language);

    QString m_current, m_newer, m_withdrawn;
    bool m_undecided = false;
    int m_kept = 0, m_changedAnswers = 0, m_droppedAnswers = 0;
    Rows<ChangeRow> m_items{this}, m_answers{this}, m_aside{this};
};

}  // namespace plumb::mobile
