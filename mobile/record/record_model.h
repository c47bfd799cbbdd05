// One signed record: what it says, its life, and what this device verified. UI thread; read on the vault thread and
// again whenever a sync wrote something.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/record/delivery_rows.h"
#include "mobile/record/outcome_rows.h"
#include "mobile/record/record_detail.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/name_runs.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class RecordModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.record")
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString points READ points NOTIFY changed)
    Q_PROPERTY(QString max READ max NOTIFY changed)
    Q_PROPERTY(QString grade READ grade NOTIFY changed)
    Q_PROPERTY(QString gradeTone READ gradeTone NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    Q_PROPERTY(QString facts READ facts NOTIFY changed)  // of the site, one a line
    Q_PROPERTY(
        QString versions READ versions NOTIFY changed)  // "" where it was begun on the version that it was signed under
    Q_PROPERTY(QString places READ places NOTIFY changed)  // where it was made, one a line; "" where nobody asked
    Q_PROPERTY(int vetoes READ vetoes NOTIFY changed)
    Q_PROPERTY(int findingCount READ findingCount NOTIFY changed)
    Q_PROPERTY(int reached READ reached NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    Q_PROPERTY(QString shortFingerprint READ shortFingerprint NOTIFY changed)
    Q_PROPERTY(bool trustworthy READ trustworthy NOTIFY changed)
    Q_PROPERTY(bool proved READ proved NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(QString files READ files NOTIFY changed)
    Q_PROPERTY(QString rectification READ rectification NOTIFY changed)
    Q_PROPERTY(QString after READ after NOTIFY changed)
    Q_PROPERTY(QString signedAt READ signedAt NOTIFY changed)
    Q_PROPERTY(QString before READ before NOTIFY changed)
    Q_PROPERTY(QString bracketOpen READ bracketOpen NOTIFY changed)  // why it has no end
    Q_PROPERTY(int place READ place NOTIFY changed)  // of the signature in the bracket: -1 before it, 0 inside, 1 after
    Q_PROPERTY(QString corrected READ corrected NOTIFY changed)  // the time that the record gives beside its clock's
    Q_PROPERTY(QString clockWord READ clockWord NOTIFY changed)  // "" where clock and bracket agree
    Q_PROPERTY(QString notThere READ notThere NOTIFY changed)    // "" where every photo is at the server
    Q_PROPERTY(QString away READ away NOTIFY changed)            // "" where every photo is on this device
    Q_PROPERTY(bool fetching READ fetching NOTIFY changed)
    Q_PROPERTY(QString fetchProblem READ fetchProblem NOTIFY changed)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed)
    Q_PROPERTY(QString amendReason READ amendReason NOTIFY changed)
    Q_PROPERTY(bool canAmend READ canAmend NOTIFY changed)
    Q_PROPERTY(bool test READ isTest NOTIFY changed)               // made in test mode
    Q_PROPERTY(QString cosignWord READ cosignWord NOTIFY changed)  // "" unless a second signature is waited for
    Q_PROPERTY(bool cosignable READ cosignable NOTIFY changed)
    Q_PROPERTY(bool own READ own NOTIFY changed)
    Q_PROPERTY(QString rechecks READ rechecks NOTIFY changed)  // the inspection that it looks at again; "" else
    Q_PROPERTY(QString recheckWord READ recheckWord NOTIFY changed)
    Q_PROPERTY(bool concludable READ concludable NOTIFY changed)  // by whoever is signed in: acts may follow from it
    Q_PROPERTY(bool orderable READ orderable NOTIFY changed)      // by whoever is signed in: findings wait for an order
    Q_PROPERTY(bool refused READ refused NOTIFY changed)          // by the server: another record is to stand for it
    Q_PROPERTY(QString signatureSource READ signatureSource NOTIFY changed)
    Q_PROPERTY(QString strokes READ strokes NOTIFY changed)  // of the party, as drawn on glass; "" where there are none
    Q_PROPERTY(QString witnessStrokes READ witnessStrokes NOTIFY changed)
    Q_PROPERTY(QString conduct READ conduct NOTIFY changed)  // credential and result, one a line; "" where unsaid
    Q_PROPERTY(bool deliverable READ deliverable NOTIFY changed)
    Q_PROPERTY(QString rateCode READ rateCode NOTIFY changed)  // "" where the visit is not rated from this device
    Q_PROPERTY(QString ratePage READ ratePage NOTIFY changed)
    Q_PROPERTY(QStringList refusalSounds READ refusalSounds NOTIFY changed)  // hashes of what is on this device
    Q_PROPERTY(QStringList refusalFilms READ refusalFilms NOTIFY changed)
    Q_PROPERTY(QStringList refusalPictures READ refusalPictures NOTIFY changed)
    Q_PROPERTY(QString refusalOthers READ refusalOthers NOTIFY changed)  // in words: documents, what is not here
    Q_PROPERTY(int refusalCount READ refusalCount NOTIFY changed)
    Q_PROPERTY(QString licenceName READ licenceName NOTIFY changed)  // "" unless it is not the published one
    Q_PROPERTY(QString publishedName READ publishedName NOTIFY changed)
    Q_PROPERTY(QString nameReason READ nameReason NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* nameRuns READ nameRuns CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* steps READ steps CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* sections READ sections CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* items READ items CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* findings READ findings CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* checks READ checks CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* reviews READ reviews CONSTANT)
    Q_PROPERTY(bool asks READ asks NOTIFY changed)           // whoever is signed in begins threads at its items
    Q_PROPERTY(int talkWaits READ talkWaits NOTIFY changed)  // threads that wait for her word
    Q_PROPERTY(bool assessment READ assessment NOTIFY changed)
    Q_PROPERTY(QString besideHead READ besideHead NOTIFY changed)  // "" where nothing stands beside it
    Q_PROPERTY(QString besideOther READ besideOther NOTIFY changed)
    Q_PROPERTY(int differences READ differences NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* beside READ beside CONSTANT)
    Q_PROPERTY(QString previousHead READ previousHead NOTIFY changed)  // "" where no earlier check is here
    Q_PROPERTY(QString previousOther READ previousOther NOTIFY changed)
    Q_PROPERTY(int previousWorse READ previousWorse NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* previous READ previous CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* deliveries READ deliveries CONSTANT)  // how the result came to the party later

  public:
    // `store` outlives this.
    RecordModel(StoreThread& store, QObject* parent);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] bool ready() const { return m_detail != nullptr; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString points() const;
    [[nodiscard]] QString max() const;
    [[nodiscard]] QString grade() const;
    [[nodiscard]] QString gradeTone() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString versions() const;
    [[nodiscard]] QString places() const;
    [[nodiscard]] int vetoes() const { return m_detail ? m_detail->fact.vetoes : 0; }
    [[nodiscard]] int findingCount() const { return m_detail ? m_detail->fact.findings : 0; }
    [[nodiscard]] int reached() const { return m_reached; }
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] QString shortFingerprint() const { return fingerprint().left(19); }
    [[nodiscard]] bool trustworthy() const;
    [[nodiscard]] bool proved() const { return m_detail && m_detail->provedSize; }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString files() const;
    [[nodiscard]] QString rectification() const;
    [[nodiscard]] QString after() const;
    [[nodiscard]] QString signedAt() const;
    [[nodiscard]] QString before() const;
    [[nodiscard]] QString bracketOpen() const;
    [[nodiscard]] int place() const;
    [[nodiscard]] QString corrected() const;
    [[nodiscard]] QString clockWord() const;
    [[nodiscard]] QString notThere() const;
    [[nodiscard]] QString away() const;
    [[nodiscard]] bool fetching() const { return m_fetching; }
    [[nodiscard]] QString fetchProblem() const { return m_fetchProblem.text(); }
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] QString amendReason() const { return m_detail ? m_detail->amendReason : QString(); }
    [[nodiscard]] bool refused() const { return m_detail && m_detail->fact.state == store::RecordState::refused; }
    [[nodiscard]] QString rechecks() const { return m_detail ? m_detail->rechecks : QString(); }
    [[nodiscard]] QString recheckWord() const;
    [[nodiscard]] bool concludable() const { return m_detail && m_detail->concludable; }
    [[nodiscard]] bool orderable() const { return m_detail && m_detail->orderable; }
    [[nodiscard]] QString cosignWord() const;
    [[nodiscard]] bool cosignable() const { return m_detail && m_detail->cosignable; }
    [[nodiscard]] bool own() const { return m_detail && m_detail->fact.own; }
    [[nodiscard]] bool isTest() const { return m_detail && m_detail->fact.status == records::InspectionStatus::test; }
    [[nodiscard]] bool canAmend() const { return m_detail && m_detail->canAmend; }
    [[nodiscard]] QString signatureSource() const;
    [[nodiscard]] QString strokes() const { return m_detail ? m_detail->strokes : QString(); }
    [[nodiscard]] QString witnessStrokes() const { return m_detail ? m_detail->witnessStrokes : QString(); }
    [[nodiscard]] QString conduct() const;
    [[nodiscard]] QString rateCode() const { return m_detail ? m_detail->rateCode : QString(); }
    [[nodiscard]] QString ratePage() const { return m_detail ? m_detail->ratePage : QString(); }
    [[nodiscard]] bool deliverable() const { return m_detail && m_detail->deliverable; }
    [[nodiscard]] QStringList refusalSounds() const { return refusalInfo().sounds; }
    [[nodiscard]] QStringList refusalFilms() const { return refusalInfo().films; }
    [[nodiscard]] QStringList refusalPictures() const { return refusalInfo().pictures; }
    [[nodiscard]] QString refusalOthers() const;
    [[nodiscard]] int refusalCount() const { return refusalInfo().count; }
    [[nodiscard]] QString licenceName() const;
    [[nodiscard]] QString publishedName() const;
    [[nodiscard]] QString nameReason() const;
    [[nodiscard]] RowModel* nameRuns() { return &m_nameRuns; }
    [[nodiscard]] RowModel* steps() { return &m_steps; }
    [[nodiscard]] RowModel* sections() { return &m_sections; }
    [[nodiscard]] RowModel* items() { return &m_items; }
    [[nodiscard]] RowModel* findings() { return &m_findings; }
    [[nodiscard]] RowModel* checks() { return &m_checks; }
    [[nodiscard]] RowModel* reviews() { return &m_reviews; }
    [[nodiscard]] bool asks() const { return m_detail && m_detail->talk.asks; }
    [[nodiscard]] int talkWaits() const { return m_detail ? m_detail->talk.waits : 0; }
    [[nodiscard]] bool assessment() const { return m_detail && m_detail->assessment; }
    [[nodiscard]] QString besideHead() const;
    [[nodiscard]] QString besideOther() const {
        return m_detail && m_detail->beside ? m_detail->beside->other : QString();
    }
    [[nodiscard]] int differences() const { return m_detail && m_detail->beside ? m_detail->beside->differences : 0; }
    [[nodiscard]] RowModel* beside() { return &m_beside; }
    [[nodiscard]] QString previousHead() const;
    [[nodiscard]] QString previousOther() const {
        return m_detail && m_detail->previous ? m_detail->previous->other : QString();
    }
    [[nodiscard]] int previousWorse() const { return m_detail && m_detail->previous ? m_detail->previous->worse : 0; }
    [[nodiscard]] RowModel* previous() { return &m_previous; }
    [[nodiscard]] RowModel* deliveries() { return &m_deliveries; }

    Q_INVOKABLE void show(const QString& id);
    // What one person read is none of the next one's.
    void forget();
    Q_INVOKABLE void refresh();
    // Asks for what is not on this device; whoever can get it answers with fetched() or fetchFailed().
    Q_INVOKABLE void fetch();
    void fetched();
    void fetchFailed(const Error& error);

  signals:
    void changed();
    void filesWanted(const std::vector<plumb::Sha256>& files);

  private:
    void fill();
    void fillSteps();
    void fillSections();
    void fillTalk(OutcomeRow& row, const QString& item) const;
    void fillChecks();
    [[nodiscard]] NamedValueRow partyCheck() const;
    [[nodiscard]] NamedValueRow certificateCheck() const;
    [[nodiscard]] NamedValueRow taskCheck() const;
    void fillBeside();
    void fillPrevious();
    void fillDeliveries();
    [[nodiscard]] QString deliverySaid(const DeliveryInfo& one) const;
    // "" where it is no address that is known.
    [[nodiscard]] static QString addressWord(const std::string& to);
    [[nodiscard]] RefusalInfo refusalInfo() const { return m_detail ? m_detail->refusalFiles : RefusalInfo(); }
    // In the log by what the server says, whether its proof was verified here or not.
    [[nodiscard]] bool inLog() const;

    StoreThread& m_store;
    QString m_id;
    Sentence m_problem, m_fetchProblem;
    bool m_fetching = false;
    std::unique_ptr<RecordDetail> m_detail;
    int m_reached = 0;
    Rows<StepRow> m_steps{this};
    Rows<SectionRow> m_sections{this};
    Rows<OutcomeRow> m_items{this};
    Rows<FindingRow> m_findings{this};
    Rows<NamedValueRow> m_checks{this};
    Rows<ReviewRow> m_reviews{this};
    Rows<BesideRow> m_beside{this}, m_previous{this};
    Rows<DeliveryRow> m_deliveries{this};
    Rows<NameRunRow> m_nameRuns{this};
};

}  // namespace plumb::mobile
