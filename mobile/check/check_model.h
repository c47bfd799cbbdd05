// A checklist being filled: one Session on the UI thread (an answer costs it microseconds), a view of it for QML, and
// its way to disk. After each change, what differs from what was last written goes to the vault thread; one write is
// under way at a time, what changes meanwhile goes with the next. "Saved" shows only after the commit, and not while
// something that was typed is refused (check_refusals.h); a write that failed is tried again by itself, at growing
// pauses, until it went through. `held` says that leaving now would lose something.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

#include "mobile/check/check_facts.h"
#include "mobile/check/check_item.h"
#include "mobile/check/check_refusals.h"
#include "mobile/check/check_rows.h"
#include "mobile/check/check_versions.h"
#include "mobile/check/field_rows.h"
#include "mobile/check/opened_draft.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/rows.h"
#include "shared/store/draft_saver.h"

namespace plumb::mobile {

class CheckModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.check")
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(QString draft READ draft NOTIFY openChanged)
    Q_PROPERTY(QString siteName READ siteName NOTIFY openChanged)
    Q_PROPERTY(QString title READ title NOTIFY openChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY openChanged)
    Q_PROPERTY(bool amending READ amending NOTIFY openChanged)
    Q_PROPERTY(QString sectionId READ sectionId NOTIFY placeChanged)
    Q_PROPERTY(QString itemId READ itemId NOTIFY placeChanged)
    Q_PROPERTY(int itemIndex READ itemIndex NOTIFY placeChanged)
    Q_PROPERTY(QString previousNo READ previousNo NOTIFY placeChanged)
    Q_PROPERTY(QString nextNo READ nextNo NOTIFY placeChanged)
    Q_PROPERTY(plumb::mobile::CheckItem* item READ item CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckFacts* facts READ facts CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckVersions* versions READ versions CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* sections READ sections CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* items READ items CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* missing READ missing CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* findings READ findings CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* found READ found CONSTANT)
    Q_PROPERTY(int foundMore READ foundMore NOTIFY foundChanged)
    Q_PROPERTY(QString removedCopy READ removedCopy NOTIFY removedCopyChanged)
    Q_PROPERTY(int answered READ answered NOTIFY totalsChanged)
    Q_PROPERTY(int total READ total NOTIFY totalsChanged)
    Q_PROPERTY(int vetoes READ vetoes NOTIFY totalsChanged)
    Q_PROPERTY(int lacking READ lacking NOTIFY totalsChanged)
    Q_PROPERTY(bool complete READ complete NOTIFY totalsChanged)
    Q_PROPERTY(QString earned READ earned NOTIFY totalsChanged)
    Q_PROPERTY(QString judged READ judged NOTIFY totalsChanged)
    Q_PROPERTY(QString points READ points NOTIFY totalsChanged)
    Q_PROPERTY(QString max READ max NOTIFY totalsChanged)
    Q_PROPERTY(QString grade READ grade NOTIFY totalsChanged)
    Q_PROPERTY(QString gradeTone READ gradeTone NOTIFY totalsChanged)
    Q_PROPERTY(QString advice READ advice NOTIFY totalsChanged)
    Q_PROPERTY(QString explanation READ explanation NOTIFY totalsChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY totalsChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY totalsChanged)
    Q_PROPERTY(QString saveState READ saveState NOTIFY saveChanged)
    Q_PROPERTY(int refusals READ refusals NOTIFY saveChanged)
    Q_PROPERTY(QString unsaved READ unsaved NOTIFY saveChanged)
    Q_PROPERTY(bool held READ held NOTIFY saveChanged)
    Q_PROPERTY(bool problemInField READ problemInField NOTIFY problemChanged)
    Q_PROPERTY(QString savedAt READ savedAt NOTIFY saveChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY problemChanged)

  public:
    CheckModel(StoreThread& store, QObject* parent);
    ~CheckModel() override;

    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    [[nodiscard]] QString draft() const { return m_draft; }
    [[nodiscard]] QString siteName() const {
        return m_opened ? QString::fromStdString(m_opened->site.name) : QString();
    }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] bool amending() const { return m_opened && !m_opened->draft.row.amends.empty(); }
    [[nodiscard]] QString sectionId() const { return m_section; }
    [[nodiscard]] QString itemId() const { return m_item; }
    [[nodiscard]] int itemIndex() const { return m_items.indexOf(m_item); }
    [[nodiscard]] QString previousNo() const;
    [[nodiscard]] QString nextNo() const;
    [[nodiscard]] CheckItem* item() { return &m_view; }
    [[nodiscard]] CheckFacts* facts() { return &m_facts; }
    [[nodiscard]] CheckVersions* versions() { return &m_versions; }
    [[nodiscard]] RowModel* sections() { return &m_sections; }
    [[nodiscard]] RowModel* items() { return &m_items; }
    [[nodiscard]] RowModel* missing() { return &m_missing; }
    [[nodiscard]] RowModel* findings() { return &m_findings; }
    // Choices that a search found, and how many more there are than are listed.
    [[nodiscard]] RowModel* found() { return &m_found; }
    [[nodiscard]] int foundMore() const { return m_foundMore; }
    // The copy of a repeat that was just taken out, by its label: what undo() brings back. "" after anything else.
    [[nodiscard]] QString removedCopy() const { return m_removedCopy; }
    [[nodiscard]] int answered() const { return m_totals.answered; }
    [[nodiscard]] int total() const { return m_totals.total; }
    [[nodiscard]] int vetoes() const { return static_cast<int>(m_totals.vetoes.size()); }
    [[nodiscard]] int lacking() const { return m_totals.missing; }
    [[nodiscard]] bool complete() const { return m_session && m_missing.rowCount() == 0; }
    [[nodiscard]] QString earned() const;
    [[nodiscard]] QString judged() const;
    [[nodiscard]] QString points() const;
    [[nodiscard]] QString max() const;
    [[nodiscard]] QString grade() const;
    [[nodiscard]] QString gradeTone() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] bool canUndo() const { return m_session && m_session->canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_session && m_session->canRedo(); }
    // saving, saved; refused: something that was typed cannot be kept; failed: the last write.
    [[nodiscard]] QString saveState() const;
    // How many fields hold what cannot be kept; what is not saved and why, for people; whether there is any such thing.
    [[nodiscard]] int refusals() const { return m_session ? static_cast<int>(m_refusedNow.size()) : 0; }
    [[nodiscard]] QString unsaved() const;
    [[nodiscard]] bool held() const;
    // The problem stands in the field where it was typed.
    [[nodiscard]] bool problemInField() const { return m_problemInField; }
    [[nodiscard]] QString savedAt() const { return m_savedAt; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool busy() const { return m_busy; }

    // Opening is answered by opened() or by `problem`.
    Q_INVOKABLE void begin(const QString& site, const QString& checklist);
    Q_INVOKABLE void amend(const QString& record);
    Q_INVOKABLE void resume(const QString& draft);
    Q_INVOKABLE void leave();
    Q_INVOKABLE void discard(const QString& draft);

    // To the oldest thing that could not be kept.
    Q_INVOKABLE void goToRefused();
    // Tries the failed write at once.
    Q_INVOKABLE void saveAgain();
    // The person leaves all the same: what is not on disk is given up.
    Q_INVOKABLE void abandon();

    Q_INVOKABLE void goTo(const QString& item);
    // To an answer, by its key: answered by questionAsked() once it is shown.
    Q_INVOKABLE void goToQuestion(const QString& item, const QString& question);
    Q_INVOKABLE void goToSection(const QString& section);
    Q_INVOKABLE void step(int by);
    Q_INVOKABLE void nextMissing();

    // A fact of the site; a choice among several is put in or taken out.
    Q_INVOKABLE void setFact(const QString& fact, const QString& value);
    Q_INVOKABLE void toggleFact(const QString& fact, const QString& choice);
    // To where the facts are asked; answered by factsAsked().
    Q_INVOKABLE void goToFacts();

    // The newer version of the checklist: what it would change, then the person's decision.
    Q_INVOKABLE void compareVersions();
    Q_INVOKABLE void stayOnVersion();
    Q_INVOKABLE void moveToNewer();
    // Something was published: perhaps a newer version of what is open.
    void lookForNewer();

    Q_INVOKABLE void answer(const QString& question, const QString& value);
    Q_INVOKABLE void toggle(const QString& question, const QString& choice);
    // Repeats: "plots" gets one more copy, filled as "plots[2]" where that is said.
    Q_INVOKABLE void addCopy(const QString& repeat);
    Q_INVOKABLE void copyCopy(const QString& copy);
    Q_INVOKABLE void removeCopy(const QString& copy, const QString& label);
    // Where only one of many is open at a time.
    Q_INVOKABLE void toggleCopy(const QString& copy);
    // A ranked choice goes up (-1) or down (1); 0 takes the order as it stands.
    Q_INVOKABLE void rank(const QString& question, const QString& choice, int by);
    // Lists the choices whose label or name holds `text` in `found`.
    Q_INVOKABLE void search(const QString& question, const QString& text);
    // Files are sealed into the vault; the answer names them.
    Q_INVOKABLE void addFile(const QString& question, const QString& path);
    Q_INVOKABLE void removeFile(const QString& question, const QString& hash);
    // The n-th answer button of the open item (keys 1 to 4). True where there is one; the n-th may be "not applicable".
    Q_INVOKABLE QString pick(int n);
    Q_INVOKABLE void setNotApplicable(const QString& reason);
    Q_INVOKABLE void setNote(const QString& text);
    Q_INVOKABLE void setFinding(const QString& text, const QString& severity, const QString& where, const QString& due);
    Q_INVOKABLE void addPhoto(const QString& path);
    Q_INVOKABLE void removePhoto(const QString& hash);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void clearProblem();

    // Calls once all that was answered is on disk, or with why it is not.
    void whenSaved(std::function<void(const Result<void>&)> then);
    // How long a failed write rests before it is tried again the first time; each further one twice as long.
    void setFirstRetry(int ms) { m_firstRetry = ms; }

    // For the signing screen; valid while open.
    [[nodiscard]] const checklist::Session* session() const { return m_session.get(); }
    [[nodiscard]] const OpenedDraft* opened() const { return m_opened.get(); }
    // Signed: there is nothing to write any more.
    Q_INVOKABLE void forget();

  signals:
    void openChanged();
    void placeChanged();
    void totalsChanged();
    void saveChanged();
    void problemChanged();
    void opened(const QString& draft);
    void photoAdded();
    void factsAsked();
    void questionAsked(const QString& question);
    void foundChanged();
    void removedCopyChanged();
    void versionDecided(bool moved);
    void refused(const QString& sentence);

  private:
    using Taken = Result<checklist::Change>;
    void take(const QString& draft, Result<OpenedDraft> opened);
    void open(const QString& draft);
    void changed(const Taken& change);
    // What was typed is taken, or refused and kept as such.
    void enter(Refusal refusal, const Taken& change);
    // Why `text` goes to no session, or what `set` makes of it.
    template <class Set>
    static Taken offer(const QString& text, Set set);
    void listRefusals();
    void showAll();
    void showItem();
    void showSections();
    void showItems();
    void showTotals();
    std::vector<MissingRow> refusedRows() const;
    ItemRow rowOf(const checklist::Item& item) const;
    [[nodiscard]] std::optional<store::SignedFinding> findingOf(const std::string& item) const;
    [[nodiscard]] int orderOf(const QString& item, int by) const;
    void setProblem(const QString& problem);
    // The same, and said where nobody overlooks it: what was done has no field of its own.
    void tell(const QString& problem);

    // check_repeats.cpp
    void grown(const std::string& repeat, const Taken& change);
    void setRemovedCopy(const QString& label);

    // The item's photos are different from `before`.
    void evidenceChanged(const std::string& item, const std::string& before);
    [[nodiscard]] std::string photosOf(const std::string& item) const;
    void bringBack(const std::string& item, const std::string& photos);
    void steppedBack(const checklist::Change& change);
    void showFacts();

    // check_saving.cpp
    void save();
    void failedToSave(const Error& error);
    void decide(bool move);

    StoreThread& m_store;
    QString m_draft, m_section, m_item, m_problem, m_savedAt;
    std::unique_ptr<OpenedDraft> m_opened;
    std::unique_ptr<checklist::Session> m_session;
    CheckItem m_view{this};
    Rows<SectionRow> m_sections{this};
    Rows<ItemRow> m_items{this};
    Rows<MissingRow> m_missing{this};
    Rows<FindingRow> m_findings{this};
    Rows<ChoiceRow> m_found{this};
    QString m_removedCopy;
    int m_foundMore = 0;
    checklist::Totals m_totals;

    CheckFacts m_facts{this};
    CheckVersions m_versions{this};
    store::DraftSaver m_saver;
    std::function<void(const Result<void>&)> m_whenSaved;
    CheckRefusals m_refusals;
    std::vector<Refusal> m_refusedNow;       // those whose field there is at present
    std::vector<store::Photo> m_photosSeen;  // also those that were taken away: undo brings them back
    QTimer m_retry;
    int m_firstRetry = 1000, m_nextRetry = 1000;
    std::optional<Error> m_writeError;
    bool m_writing = false, m_busy = false, m_problemInField = false;
};

}  // namespace plumb::mobile
