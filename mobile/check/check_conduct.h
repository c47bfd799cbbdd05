// How the visit of the open check is conducted: that the credential was shown before it began, the party's name as its
// licence has it, and what shows that the inspected party refused to sign. Kept with the draft; what is told here goes
// to disk with the trail. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/camera/sound_note.h"
#include "mobile/check/check_notice.h"
#include "mobile/check/check_saving.h"
#include "mobile/check/open_check.h"
#include "mobile/check/refusal_row.h"
#include "mobile/ui/name_runs.h"
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
    Q_PROPERTY(QString published READ published NOTIFY changed)    // the name of the site as it was published
    Q_PROPERTY(QString licence READ licence NOTIFY changed)        // as the licence has it; "" while nobody said
    Q_PROPERTY(QString nameReason READ nameReason NOTIFY changed)  // why they differ
    Q_PROPERTY(bool nameDiffers READ nameDiffers NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* nameRuns READ nameRuns CONSTANT)  // NameRunRow: both, character by character
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
    [[nodiscard]] QString published() const;
    [[nodiscard]] QString licence() const;
    [[nodiscard]] QString nameReason() const;
    [[nodiscard]] bool nameDiffers() const { return !licence().isEmpty() && licence() != published(); }
    [[nodiscard]] RowModel* nameRuns() { return &m_nameRuns; }
    [[nodiscard]] RowModel* refusalFiles() { return &m_files; }
    [[nodiscard]] bool recorded() const;

    // Told twice, the first time holds. Taking it back is told by the trail, too.
    Q_INVOKABLE void setShown(bool shown);
    // The name on the licence ("": not said any more), and why it is not the published one.
    Q_INVOKABLE void sayLicence(const QString& name, const QString& reason);
    // A recording, a film, a photo or a document that shows the refusal.
    Q_INVOKABLE void addRefusalFile(const QString& path);
    Q_INVOKABLE void removeRefusalFile(const QString& hash);
    // What was recorded on the spot for the place kRefusalPlace becomes such a file; other sounds are others'.
    void takeSound(const SoundKept& sound);
    static constexpr auto kRefusalPlace = QLatin1String("refusal");

    // A draft was opened, or none is any more.
    void show();

  signals:
    void changed();
    // A recording is named by the draft: its pieces may go.
    void soundNamed(const QString& id);

  private:
    StoreThread& m_store;
    OpenCheck& m_check;
    CheckSaving& m_saving;
    CheckNotice& m_notice;
    Rows<RefusalFileRow> m_files{this};
    Rows<NameRunRow> m_nameRuns{this};
};

}  // namespace plumb::mobile
