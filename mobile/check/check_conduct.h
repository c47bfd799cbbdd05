// How the visit of the open check is conducted: that the credential was shown before it began, and what shows that the
// inspected party refused to sign. Kept with the draft; what is told here goes to disk with the trail. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/check_notice.h"
#include "mobile/check/check_saving.h"
#include "mobile/check/open_check.h"
#include "mobile/check/refusal_row.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class CheckConduct : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.conduct")
    Q_PROPERTY(bool asked READ asked NOTIFY changed)               // of inspections; a self-assessment has no visit
    Q_PROPERTY(bool shown READ shown NOTIFY changed)               // the credential was
    Q_PROPERTY(QString shownWords READ shownWords NOTIFY changed)  // when and where; "" where it was not
    Q_PROPERTY(bool enforced READ enforced NOTIFY changed)         // without it the record has to say why
    Q_PROPERTY(plumb::mobile::RowModel* refusalFiles READ refusalFiles CONSTANT)
    Q_PROPERTY(bool recorded READ recorded NOTIFY changed)  // a sound or film is among them

  public:
    // All that is passed outlives this.
    CheckConduct(StoreThread& store, OpenCheck& check, CheckSaving& saving, CheckNotice& notice, QObject* parent);

    [[nodiscard]] bool asked() const { return m_check.isOpen() && m_check.opened->draft.row.round.empty(); }
    [[nodiscard]] bool shown() const;
    [[nodiscard]] QString shownWords() const;
    // Two inspectors is what enforcement asks for; a checklist says so by its number of signers.
    [[nodiscard]] bool enforced() const { return asked() && m_check.list().signers > 1; }
    [[nodiscard]] RowModel* refusalFiles() { return &m_files; }
    [[nodiscard]] bool recorded() const;

    // Told twice, the first time holds. Taking it back is told by the trail, too.
    Q_INVOKABLE void setShown(bool shown);
    // A recording, a film, a photo or a document that shows the refusal.
    Q_INVOKABLE void addRefusalFile(const QString& path);
    Q_INVOKABLE void removeRefusalFile(const QString& hash);

    // A draft was opened, or none is any more.
    void show();

  signals:
    void changed();

  private:
    StoreThread& m_store;
    OpenCheck& m_check;
    CheckSaving& m_saving;
    CheckNotice& m_notice;
    Rows<RefusalFileRow> m_files{this};
};

}  // namespace plumb::mobile
