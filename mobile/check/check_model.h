// A checklist being filled: opening and closing a draft, and the version of the checklist on which it stands. What is
// done while it is open is the affair of its parts, which QML reaches through it: where the person is (place), what is
// entered (editor, repeats, choices, evidence), how it gets to disk (saving), and what is shown (outline, item, facts,
// totals, versions, notice). UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/check_choices.h"
#include "mobile/check/check_codes.h"
#include "mobile/check/check_conduct.h"
#include "mobile/check/check_editor.h"
#include "mobile/check/check_evidence.h"
#include "mobile/check/check_notice.h"
#include "mobile/check/check_photo.h"
#include "mobile/check/check_place.h"
#include "mobile/check/check_repeats.h"
#include "mobile/check/check_saving.h"
#include "mobile/check/check_view.h"
#include "mobile/store/store_thread.h"

namespace plumb::mobile {

class CheckModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.check")
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(QString draft READ draft NOTIFY openChanged)
    Q_PROPERTY(QString siteName READ siteName NOTIFY openChanged)
    Q_PROPERTY(QString siteId READ siteId NOTIFY openChanged)
    Q_PROPERTY(QString title READ title NOTIFY openChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY openChanged)
    Q_PROPERTY(bool amending READ amending NOTIFY openChanged)
    Q_PROPERTY(QString placeText READ placeText NOTIFY placeChanged)  // "" where nobody asks
    Q_PROPERTY(QString placeTone READ placeTone NOTIFY placeChanged)
    Q_PROPERTY(bool rechecking READ rechecking NOTIFY openChanged)
    Q_PROPERTY(bool testing READ testing NOTIFY openChanged)      // in test mode: it counts for nothing
    Q_PROPERTY(bool assessing READ assessing NOTIFY openChanged)  // an enterprise fills its self-assessment
    Q_PROPERTY(plumb::mobile::CheckPlace* place READ place CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckEditor* editor READ editor CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckRepeats* repeats READ repeats CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckChoices* choices READ choices CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckCodes* codes READ codes CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckEvidence* evidence READ evidence CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckPhoto* photo READ photo CONSTANT)
    Q_PROPERTY(plumb::mobile::CameraModel* camera READ camera CONSTANT)  // the app's own, once it is equipped
    Q_PROPERTY(plumb::mobile::SoundNote* sound READ sound CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckSaving* saving READ saving CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckNotice* notice READ notice CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckOutline* outline READ outline CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckItem* item READ item CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckFacts* facts READ facts CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckTotals* totals READ totals CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckVersions* versions READ versions CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckConduct* conduct READ conduct CONSTANT)

  public:
    // `store` outlives this.
    CheckModel(StoreThread& store, QObject* parent);

    [[nodiscard]] bool isOpen() const { return m_check.isOpen(); }
    [[nodiscard]] QString draft() const { return m_check.draft; }
    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString siteId() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] bool amending() const { return isOpen() && !m_check.opened->draft.row.amends.empty(); }
    [[nodiscard]] bool testing() const { return isOpen() && m_check.opened->draft.test; }
    [[nodiscard]] bool assessing() const { return isOpen() && !m_check.opened->draft.row.round.empty(); }

    [[nodiscard]] bool rechecking() const { return isOpen() && m_check.isRecheck(); }

    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QString placeTone() const;

    [[nodiscard]] CheckPlace* place() { return &m_place; }
    [[nodiscard]] CheckEditor* editor() { return &m_editor; }
    [[nodiscard]] CheckRepeats* repeats() { return &m_repeats; }
    [[nodiscard]] CheckChoices* choices() { return &m_choices; }
    [[nodiscard]] CheckCodes* codes() { return &m_codes; }
    [[nodiscard]] CheckEvidence* evidence() { return &m_evidence; }
    [[nodiscard]] CheckPhoto* photo() { return &m_photo; }
    [[nodiscard]] CameraModel* camera() { return m_camera; }
    [[nodiscard]] SoundNote* sound() { return m_sound; }
    [[nodiscard]] CheckSaving* saving() { return &m_saving; }
    [[nodiscard]] CheckNotice* notice() { return &m_notice; }
    [[nodiscard]] CheckOutline* outline() { return &m_view.outline(); }
    [[nodiscard]] CheckItem* item() { return &m_view.item(); }
    [[nodiscard]] CheckFacts* facts() { return &m_view.facts(); }
    [[nodiscard]] CheckTotals* totals() { return &m_view.totals(); }
    [[nodiscard]] CheckVersions* versions() { return &m_view.versions(); }
    [[nodiscard]] CheckConduct* conduct() { return &m_conduct; }

    // Opening is answered by opened(), or by refused() and a notice.
    Q_INVOKABLE void begin(const QString& site, const QString& checklist, bool test = false);
    Q_INVOKABLE void amend(const QString& record);
    // The re-check of what an order demands: only the items that failed are asked.
    Q_INVOKABLE void recheck(const QString& order);
    // The check for a task; `checklist` where the task names none.
    Q_INVOKABLE void beginTask(const QString& task, const QString& checklist);
    Q_INVOKABLE void resume(const QString& draft);
    Q_INVOKABLE void leave();
    Q_INVOKABLE void discard(const QString& draft);
    // Signed, or of somebody who is gone: there is nothing to write any more.
    Q_INVOKABLE void forget();

    // The newer version of the checklist: what it would change, then the person's decision.
    Q_INVOKABLE void compareVersions();
    Q_INVOKABLE void stayOnVersion();
    Q_INVOKABLE void moveToNewer();
    // Something was published: perhaps a newer version of what is open.
    void lookForNewer();

    // What photos and recordings for the open check come from; both outlive this. Once, before anything is shown.
    void equip(CameraModel& camera, SoundNote& sound);
    // Where the tablet is, for the trail, for photos and for the signature. What it borrows outlives this.
    void locateBy(std::function<domain::Whereabouts()> locate);
    // The tablet moved: a check that was begun a moment ago learns where.
    void moved();
    // As it will be signed; none where nobody asks.
    [[nodiscard]] std::optional<domain::Whereabouts> whereabouts() const {
        return isOpen() ? m_check.whereabouts() : std::nullopt;
    }

    // For the signing screen; null while nothing is open.
    [[nodiscard]] const checklist::Session* session() const { return m_check.session.get(); }
    [[nodiscard]] const OpenedDraft* openedDraft() const { return m_check.opened.get(); }

  signals:
    void openChanged();
    void placeChanged();
    void opened(const QString& draft);
    void refused(const QString& sentence);
    void versionDecided(bool moved);

  private:
    void open(const QString& draft);
    void take(const QString& draft, Result<OpenedDraft> opened);
    void decide(bool move);
    void keepBegun(const domain::Whereabouts& where);

    StoreThread& m_store;
    OpenCheck m_check;
    CheckNotice m_notice{this};
    CheckView m_view;
    CheckSaving m_saving;
    CheckPlace m_place;
    CheckEditor m_editor;
    CheckRepeats m_repeats;
    CheckChoices m_choices;
    CameraModel* m_camera = nullptr;
    SoundNote* m_sound = nullptr;
    CheckCodes m_codes;
    CheckEvidence m_evidence;
    CheckPhoto m_photo;
    CheckConduct m_conduct;
};

}  // namespace plumb::mobile
