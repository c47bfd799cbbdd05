// The item that is open on the Check screen, as properties for QML. Filled by CheckModel; holds no rule. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <memory>
#include <vector>

#include "mobile/check/check_fields.h"
#include "mobile/check/check_rows.h"
#include "mobile/store/counterpart.h"
#include "shared/checklist/session/session.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/previous_visit.h"

namespace plumb::mobile {

class CheckItem : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.item")
    Q_PROPERTY(QString id MEMBER m_id NOTIFY changed)
    Q_PROPERTY(QString no MEMBER m_no NOTIFY changed)
    Q_PROPERTY(QString text MEMBER m_text NOTIFY changed)
    Q_PROPERTY(QString guidance MEMBER m_guidance NOTIFY changed)
    Q_PROPERTY(QString points MEMBER m_points NOTIFY changed)
    Q_PROPERTY(QString force MEMBER m_force NOTIFY changed)
    Q_PROPERTY(bool key MEMBER m_key NOTIFY changed)
    Q_PROPERTY(bool veto MEMBER m_veto NOTIFY changed)
    Q_PROPERTY(bool advisory MEMBER m_advisory NOTIFY changed)
    Q_PROPERTY(bool mustClose MEMBER m_mustClose NOTIFY changed)  // a re-check asks for it: it failed before
    Q_PROPERTY(QString verdict MEMBER m_verdict NOTIFY changed)
    Q_PROPERTY(QString explanation MEMBER m_explanation NOTIFY changed)
    Q_PROPERTY(QString missing MEMBER m_missing NOTIFY changed)
    Q_PROPERTY(bool naAllowed MEMBER m_naAllowed NOTIFY changed)
    Q_PROPERTY(bool na MEMBER m_na NOTIFY changed)
    Q_PROPERTY(QString naReason MEMBER m_naReason NOTIFY changed)
    Q_PROPERTY(bool judgedByChoice MEMBER m_judgedByChoice NOTIFY changed)
    Q_PROPERTY(QString note MEMBER m_note NOTIFY changed)
    Q_PROPERTY(QString noteProblem MEMBER m_noteProblem NOTIFY changed)
    Q_PROPERTY(QString lastDay MEMBER m_lastDay NOTIFY changed)
    Q_PROPERTY(QString lastVerdict MEMBER m_lastVerdict NOTIFY changed)
    // What the enterprise says of it; "" where it says nothing, or where that is switched off.
    Q_PROPERTY(QString selfVerdict MEMBER m_selfVerdict NOTIFY changed)
    Q_PROPERTY(QString selfPoints MEMBER m_selfPoints NOTIFY changed)
    Q_PROPERTY(QString selfNote MEMBER m_selfNote NOTIFY changed)
    Q_PROPERTY(bool selfKnown MEMBER m_selfKnown NOTIFY changed)  // there is a self-assessment, shown or not
    Q_PROPERTY(int photoCount MEMBER m_photoCount NOTIFY changed)
    Q_PROPERTY(int photosNeeded MEMBER m_photosNeeded NOTIFY changed)
    Q_PROPERTY(bool hasFinding MEMBER m_hasFinding NOTIFY changed)
    Q_PROPERTY(QString findingText MEMBER m_findingText NOTIFY changed)
    Q_PROPERTY(QString findingSeverity MEMBER m_findingSeverity NOTIFY changed)
    Q_PROPERTY(QString findingWhere MEMBER m_findingWhere NOTIFY changed)
    Q_PROPERTY(QString findingDue MEMBER m_findingDue NOTIFY changed)
    Q_PROPERTY(bool findingCorrected MEMBER m_findingCorrected NOTIFY changed)  // put right on the spot
    Q_PROPERTY(QString findingDone MEMBER m_findingDone NOTIFY changed)
    Q_PROPERTY(QStringList findingBefore MEMBER m_findingBefore NOTIFY changed)  // hashes of photos
    Q_PROPERTY(plumb::mobile::RowModel* standards READ standards CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* questions READ questions CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* photos READ photos CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* sounds READ sounds CONSTANT)  // recordings beside the answers

  public:
    using QObject::QObject;

    [[nodiscard]] bool isNotApplicable() const { return m_na; }
    [[nodiscard]] bool mayBeNotApplicable() const { return m_naAllowed; }
    [[nodiscard]] RowModel* standards() { return &m_standards; }
    [[nodiscard]] RowModel* questions() { return m_fields.model(); }
    [[nodiscard]] CheckFields& fields() { return m_fields; }
    [[nodiscard]] RowModel* photos() { return &m_photos; }
    [[nodiscard]] RowModel* sounds() { return &m_sounds; }

    struct Source {
        const checklist::Session& session;
        const checklist::Item& item;
        const std::vector<store::Photo>& photos;
        const std::vector<store::AttachedFile>& documents;
        const CheckRefusals& refusals;
        std::optional<store::SignedFinding> finding;
        const std::optional<store::PreviousVisit>& previous;
        std::optional<checklist::Verdict> lastVerdict;
        const std::optional<Counterpart>& assessed;
        bool assessedShown;
        QString language;
        qint64 nowMs;
        bool recheck;
    };
    void show(const Source& source);
    void forget();
    // The question whose choice judges the item, "" where it is judged otherwise.
    [[nodiscard]] QString judgingQuestion() const { return m_fields.judgingQuestion(); }

  signals:
    void changed();

  private:
    void showAssessed(const Source& source);

    QString m_id, m_no, m_text, m_guidance, m_points, m_force, m_verdict, m_explanation, m_missing, m_naReason, m_note,
        m_noteProblem;
    QString m_selfVerdict, m_selfPoints, m_selfNote, m_lastDay, m_lastVerdict, m_findingText, m_findingSeverity,
        m_findingWhere, m_findingDue, m_findingDone;
    QStringList m_findingBefore;
    bool m_key = false, m_veto = false, m_advisory = false, m_naAllowed = false, m_na = false, m_judgedByChoice = false,
         m_hasFinding = false, m_findingCorrected = false, m_mustClose = false, m_selfKnown = false;
    int m_photoCount = 0, m_photosNeeded = 0;
    Rows<StandardRow> m_standards{this};
    CheckFields m_fields{this};
    Rows<PhotoRow> m_photos{this}, m_sounds{this};
};

// "培训记录.pdf · 1.2 MB"
QString documentWords(const store::AttachedFile& document);

}  // namespace plumb::mobile
