// The enterprise's home: the self-assessment of an open round, how far it is, who filled what, what lacks, what was
// found when the site was inspected last. What is filled here waits on this device until the person hands it over: then
// it is signed and merges with what others filled on theirs. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QList>
#include <QObject>
#include <functional>
#include <optional>

#include "mobile/assess/assess_info.h"
#include "mobile/assess/assess_rows.h"
#include "mobile/assess/parts_model.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"
#include "shared/domain/place.h"

namespace plumb::mobile {

class AssessModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.assess")
    Q_PROPERTY(bool watched MEMBER m_watched WRITE watch NOTIFY changed)
    Q_PROPERTY(bool ready MEMBER m_ready NOTIFY changed)
    Q_PROPERTY(QString stage READ stage NOTIFY changed)  // none, filling, submitted, returned, accepted
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(bool here READ here NOTIFY changed)  // the checklist is on this device
    Q_PROPERTY(QString left READ left NOTIFY changed)
    Q_PROPERTY(QString leftTone READ leftTone NOTIFY changed)
    Q_PROPERTY(QString closes READ closes NOTIFY changed)
    Q_PROPERTY(int answered READ answered NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(QString pace READ pace NOTIFY changed)
    Q_PROPERTY(QString paceTone READ paceTone NOTIFY changed)
    Q_PROPERTY(QString forecast READ forecast NOTIFY changed)
    Q_PROPERTY(QString files READ files NOTIFY changed)
    Q_PROPERTY(QString points READ points NOTIFY changed)
    Q_PROPERTY(QList<int> bars READ bars NOTIFY changed)
    Q_PROPERTY(QList<int> weekends READ weekends NOTIFY changed)
    Q_PROPERTY(int span READ span NOTIFY changed)
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY changed)
    Q_PROPERTY(QString today READ today NOTIFY changed)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY changed)
    Q_PROPERTY(QString chartWords READ chartWords NOTIFY changed)
    Q_PROPERTY(bool inspected READ inspected NOTIFY changed)
    Q_PROPERTY(QString inspectedHead READ inspectedHead NOTIFY changed)
    Q_PROPERTY(QString inspectedPoints READ inspectedPoints NOTIFY changed)
    Q_PROPERTY(QString inspectedMax READ inspectedMax NOTIFY changed)
    Q_PROPERTY(QString inspectedFindings READ inspectedFindings NOTIFY changed)
    Q_PROPERTY(QString inspectedRecord READ inspectedRecord NOTIFY changed)
    Q_PROPERTY(QString lack READ lack NOTIFY changed)
    Q_PROPERTY(QString together READ together NOTIFY changed)  // who fills it, and when it was merged last
    Q_PROPERTY(QString goOnShort READ goOnShort NOTIFY changed)
    Q_PROPERTY(QString goOn READ goOn NOTIFY changed)  // "" where nothing lacks
    Q_PROPERTY(bool begun READ begun NOTIFY changed)
    Q_PROPERTY(bool complete READ complete NOTIFY changed)
    Q_PROPERTY(QString nextItem READ nextItem NOTIFY changed)
    Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString withdrawn READ withdrawn NOTIFY changed)  // why nothing begins on its checklist any more
    Q_PROPERTY(QString record READ record NOTIFY changed)
    Q_PROPERTY(QString recordWords READ recordWords NOTIFY changed)
    Q_PROPERTY(QString comment READ comment NOTIFY changed)
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    Q_PROPERTY(QString assigning READ assigning NOTIFY changed)      // the section that is being assigned, by its title
    Q_PROPERTY(QString assignedNow READ assignedNow NOTIFY changed)  // to whom it is, by whom and when; "": to nobody
    Q_PROPERTY(bool busy MEMBER m_busy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(plumb::mobile::PartsModel* parts READ parts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* sections READ sections CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* worst READ worst CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* unsent READ unsent CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* conflicts READ conflicts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* choices READ choices CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* colleagues READ colleagues CONSTANT)  // for the section that is being assigned

  public:
    // `store` outlives this.
    AssessModel(StoreThread& store, QObject* parent);

    // Read again when the store changes only while somebody looks at it: the vault thread has answers to write.
    void watch(bool watched);
    void refreshIfWatched();
    // Of somebody who is gone.
    void forget();

    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] QString stage() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] bool here() const { return m_info.here; }
    [[nodiscard]] QString left() const;
    [[nodiscard]] QString leftTone() const;
    [[nodiscard]] QString closes() const;
    [[nodiscard]] int answered() const { return m_info.answered; }
    [[nodiscard]] int total() const { return m_info.total; }
    [[nodiscard]] QString pace() const;
    [[nodiscard]] QString paceTone() const;
    [[nodiscard]] QString forecast() const;
    [[nodiscard]] QString files() const;
    [[nodiscard]] QString points() const;
    [[nodiscard]] QList<int> bars() const;
    [[nodiscard]] QList<int> weekends() const;
    [[nodiscard]] int span() const { return isOpen() ? m_info.line.span() : 0; }
    [[nodiscard]] QString firstDay() const;
    [[nodiscard]] QString today() const;
    [[nodiscard]] QString lastDay() const;
    [[nodiscard]] QString chartWords() const;
    [[nodiscard]] bool inspected() const { return m_info.last.has_value(); }
    [[nodiscard]] QString inspectedHead() const;
    [[nodiscard]] QString inspectedPoints() const;
    [[nodiscard]] QString inspectedMax() const;
    [[nodiscard]] QString inspectedFindings() const;
    [[nodiscard]] QString inspectedRecord() const { return m_info.last ? m_info.last->record : QString(); }
    [[nodiscard]] QString lack() const;
    [[nodiscard]] QString together() const;
    [[nodiscard]] QString goOn() const;
    // By the number alone.
    [[nodiscard]] QString goOnShort() const;
    [[nodiscard]] bool begun() const { return m_info.answered > 0; }
    [[nodiscard]] bool complete() const;
    [[nodiscard]] QString nextItem() const { return m_info.next; }
    [[nodiscard]] QString emptyTitle() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString withdrawn() const { return m_info.withdrawn; }
    [[nodiscard]] QString record() const { return m_info.record; }
    [[nodiscard]] QString recordWords() const;
    [[nodiscard]] QString comment() const { return m_info.comment; }
    [[nodiscard]] bool mine() const { return m_info.mine; }
    [[nodiscard]] PartsModel* parts() { return &m_parts; }
    [[nodiscard]] RowModel* sections() { return &m_sections; }
    [[nodiscard]] RowModel* worst() { return &m_worst; }
    [[nodiscard]] RowModel* unsent() { return &m_unsent; }
    [[nodiscard]] RowModel* conflicts() { return &m_conflicts; }
    [[nodiscard]] RowModel* choices() { return &m_choices; }
    [[nodiscard]] RowModel* colleagues() { return &m_colleagues; }
    [[nodiscard]] QString assigning() const;
    [[nodiscard]] QString assignedNow() const;

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void choose(int choice);
    // Answered by fillAsked() once there is a draft that stands at this item ("": where it was left).
    Q_INVOKABLE void fill(const QString& item);
    // The same for seeing what lacks and submitting.
    Q_INVOKABLE void review();
    // The same of a test, beside what counts.
    Q_INVOKABLE void tryOut();
    // Signs what was changed here since it was last handed over; answered by handedOver().
    Q_INVOKABLE void handOver();
    // What that will say of where it was signed, in words; "" where nobody asks for positions.
    Q_INVOKABLE QString placeWords() const;
    void locateBy(std::function<domain::Whereabouts()> locate) { m_locate = std::move(locate); }
    // Somebody may hand over next: where the device is counts.
    [[nodiscard]] bool wantsPlace() const { return m_watched && m_unsent.rowCount() > 0; }
    // Decides an item that two people answered differently. What is kept here is handed over with the next ones.
    Q_INVOKABLE void decide(const QString& item, bool mine);

    // To whom this section may be assigned: fills colleagues().
    Q_INVOKABLE void choosePerson(const QString& section);
    // Signs that the section that is being assigned is this person's; "": nobody's again. Answered by assigned().
    Q_INVOKABLE void assign(const QString& person);

  signals:
    void changed();
    void fillAsked(const QString& draft);
    void reviewAsked(const QString& draft);
    void handedOver(int items);
    // `name` "": to nobody.
    void assigned(const QString& name);

  private:
    [[nodiscard]] bool isOpen() const { return m_info.stage != AssessStage::none; }
    [[nodiscard]] const AssessSection* assignedSection() const;
    [[nodiscard]] std::optional<domain::Whereabouts> whereabouts() const {
        return m_locate ? std::optional(m_locate()) : std::nullopt;
    }
    void take(Result<AssessInfo> info);
    void show();
    void open(const QString& item, bool review, bool test = false);
    void setBusy(bool busy);
    void say(const Error& error);

    StoreThread& m_store;
    std::function<domain::Whereabouts()> m_locate;
    bool m_watched = false, m_ready = false, m_busy = false;
    Sentence m_problem;
    QString m_assigning;  // id of the section
    AssessInfo m_info;
    PartsModel m_parts;
    Rows<AssessSectionRow> m_sections{this};
    Rows<AssessWorstRow> m_worst{this};
    Rows<AssessItemRow> m_unsent{this};
    Rows<AssessConflictRow> m_conflicts{this};
    Rows<AssessChoiceRow> m_choices{this};
    Rows<AssessPersonRow> m_colleagues{this};
};

}  // namespace plumb::mobile
