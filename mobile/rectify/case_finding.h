// One finding of a case as properties for QML: what was found and is demanded, until when, what was done about it, and
// what whoever is signed in may do next. Filled by CaseModel; holds no rule: what may follow is asked of mayHappen. UI
// thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QStringList>

#include "mobile/rectify/case_info.h"
#include "mobile/rectify/case_rows.h"

namespace plumb::mobile {

class CaseFinding : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CaseModel.finding")
    Q_PROPERTY(QString item MEMBER m_item NOTIFY changed)
    Q_PROPERTY(QString no MEMBER m_no NOTIFY changed)
    Q_PROPERTY(QString title MEMBER m_title NOTIFY changed)
    Q_PROPERTY(QString verdict MEMBER m_verdict NOTIFY changed)
    Q_PROPERTY(QString score MEMBER m_score NOTIFY changed)
    Q_PROPERTY(QString severity MEMBER m_severity NOTIFY changed)
    Q_PROPERTY(QString clause MEMBER m_clause NOTIFY changed)
    Q_PROPERTY(QString facts MEMBER m_facts NOTIFY changed)
    Q_PROPERTY(QString requirement MEMBER m_requirement NOTIFY changed)
    Q_PROPERTY(QString state MEMBER m_state NOTIFY changed)
    Q_PROPERTY(QString stateTone MEMBER m_stateTone NOTIFY changed)
    Q_PROPERTY(QString due MEMBER m_due NOTIFY changed)          // "2026-11-29 星期日"; "" where nothing is due
    Q_PROPERTY(QString dueDay MEMBER m_dueDay NOTIFY changed)    // "2026-11-29"
    Q_PROPERTY(QString dueWord MEMBER m_dueWord NOTIFY changed)  // "逾期 1 天"
    Q_PROPERTY(QString dueTone MEMBER m_dueTone NOTIFY changed)
    Q_PROPERTY(bool late MEMBER m_late NOTIFY changed)                 // a report now comes after the day that was due
    Q_PROPERTY(QString lateReason MEMBER m_lateReason NOTIFY changed)  // as reported
    Q_PROPERTY(QString done MEMBER m_done NOTIFY changed)              // as reported or objected
    Q_PROPERTY(QString doneLabel MEMBER m_doneLabel NOTIFY changed)
    Q_PROPERTY(QString asked MEMBER m_asked NOTIFY changed)  // the request for more time that waits
    Q_PROPERTY(QString askedUntil MEMBER m_askedUntil NOTIFY changed)
    Q_PROPERTY(QString answer MEMBER m_answer NOTIFY changed)  // the newest answer of the office
    Q_PROPERTY(QString answerTone MEMBER m_answerTone NOTIFY changed)
    Q_PROPERTY(QString checkedDay MEMBER m_checkedDay NOTIFY changed)
    Q_PROPERTY(QString checkNote MEMBER m_checkNote NOTIFY changed)
    Q_PROPERTY(QString selfDay MEMBER m_selfDay NOTIFY changed)  // "" where there is no self-assessment
    Q_PROPERTY(QString selfVerdict MEMBER m_selfVerdict NOTIFY changed)
    Q_PROPERTY(QString selfScore MEMBER m_selfScore NOTIFY changed)
    Q_PROPERTY(QString selfNote MEMBER m_selfNote NOTIFY changed)
    Q_PROPERTY(QString selfDifference MEMBER m_selfDifference NOTIFY changed)
    Q_PROPERTY(QString recheck MEMBER m_recheck NOTIFY changed)  // what the re-check found; "" where there is none
    Q_PROPERTY(QString recheckVerdict MEMBER m_recheckVerdict NOTIFY changed)
    Q_PROPERTY(QStringList may MEMBER m_may NOTIFY changed)  // names of acts, as in rectification.NAME
    Q_PROPERTY(plumb::mobile::RowModel* before READ before CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* after READ after CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* papers READ papers CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* acts READ acts CONSTANT)

  public:
    using QObject::QObject;

    [[nodiscard]] RowModel* before() { return &m_before; }
    [[nodiscard]] RowModel* after() { return &m_after; }
    [[nodiscard]] RowModel* papers() { return &m_papers; }
    [[nodiscard]] RowModel* acts() { return &m_acts; }

    struct Source {
        const CaseInfo& info;
        const records::FindingRow& row;
        QString language;
        Instant now;
    };
    void show(const Source& source);
    void clear();

  signals:
    void changed();

  private:
    void showState(const Source& source);
    void showDone(const Source& source);
    void showBeside(const Source& source);
    void showActs(const Source& source);
    void showFiles(const Source& source);

    QString m_item, m_no, m_title, m_verdict, m_score, m_severity, m_clause, m_facts, m_requirement, m_state,
        m_stateTone, m_due, m_dueDay, m_dueWord, m_dueTone, m_lateReason, m_done, m_doneLabel, m_asked, m_askedUntil,
        m_answer, m_answerTone, m_checkedDay, m_checkNote, m_selfDay, m_selfVerdict, m_selfScore, m_selfNote,
        m_selfDifference, m_recheck, m_recheckVerdict;
    bool m_late = false;
    QStringList m_may;
    Rows<ShotRow> m_before{this}, m_after{this};
    Rows<PaperRow> m_papers{this};
    Rows<ActRow> m_acts{this};
};

}  // namespace plumb::mobile
