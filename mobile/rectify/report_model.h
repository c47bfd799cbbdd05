// What the enterprise did about the open finding, as it is written over days: text, photos, documents, and why it is
// late. A draft, on disk with each word (sealed, as drafts of inspections are) and the same again after a crash; then
// signed with the PIN as rectification.reported. UI thread.
#pragma once

#include <QTimer>

#include "mobile/rectify/case_model.h"
#include "mobile/rectify/report_draft.h"
#include "mobile/rectify/report_photo.h"
#include "mobile/sign/pin_signing.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class ReportModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.report")
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(QString item READ item NOTIFY changed)
    Q_PROPERTY(QString done MEMBER m_done WRITE setDone NOTIFY changed)
    Q_PROPERTY(QString late MEMBER m_late WRITE setLate NOTIFY changed)
    Q_PROPERTY(QString saved READ saved NOTIFY changed)  // "已存 09:20:41"
    Q_PROPERTY(QString saveProblem READ saveProblem NOTIFY changed)
    Q_PROPERTY(QString fileProblem READ fileProblem NOTIFY changed)
    Q_PROPERTY(QString lack READ lack NOTIFY changed)
    Q_PROPERTY(int lacking READ lacking NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* photos READ photos CONSTANT)
    Q_PROPERTY(plumb::mobile::ReportPhoto* photo READ photo CONSTANT)  // the one that is looked at
    // What the camera is opened with, for the open finding; "" where none is written about.
    Q_PROPERTY(QString shotOwner READ shotOwner NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* papers READ papers CONSTANT)

  public:
    // All that is passed outlives this.
    ReportModel(StoreThread& store, CaseModel& rectification, QObject* parent);

    // The open finding may be reported on, and its draft was read.
    [[nodiscard]] bool open() const { return m_draft.has_value(); }
    [[nodiscard]] QString item() const { return m_item; }
    [[nodiscard]] QString saved() const;
    [[nodiscard]] QString saveProblem() const { return m_saveProblem.text(); }
    [[nodiscard]] QString fileProblem() const { return m_fileProblem.text(); }
    [[nodiscard]] QString lack() const { return lacks().join(tr("、")); }
    [[nodiscard]] int lacking() const { return static_cast<int>(lacks().size()); }
    [[nodiscard]] RowModel* photos() { return &m_photos; }
    [[nodiscard]] ReportPhoto* photo() { return &m_photo; }
    [[nodiscard]] QString shotOwner() const;
    [[nodiscard]] RowModel* papers() { return &m_papers; }
    void setDone(const QString& text);
    void setLate(const QString& text);

    // A photo or a document is being read and sealed: nobody may be locked out in the middle of it.
    [[nodiscard]] bool isTaking() const { return m_taking > 0; }
    // Of a finding that was reported on already, and not answered yet: something is to be added.
    Q_INVOKABLE void again();
    Q_INVOKABLE void addPhoto(const QString& path);
    Q_INVOKABLE void addPaper(const QString& path);
    Q_INVOKABLE void remove(const QString& hash);
    // Whether it is a photo of the draft that can be marked, and no picture from before that could be done.
    Q_INVOKABLE bool holdsPhoto(const QString& hash) const;
    // What the camera took for kShots' owners.
    static constexpr const char* kShots = "report";
    void takeShot(const TakenPhoto& shot, std::function<void(Result<QString>)> then);
    Q_INVOKABLE void sign(const QString& pin);

  signals:
    void changed();

  private:
    void follow();
    [[nodiscard]] bool mayWrite() const;
    void take(const ReportDraft& draft);
    void save();
    void add(const QString& path, bool picture);
    // What was sealed for a finding that was left meanwhile becomes its draft's all the same.
    void keepFor(const ReportDraft& left, ReportFile file);
    void show();
    [[nodiscard]] QStringList lacks() const;

    CaseModel& m_case;
    QString m_again;  // the item that is written on once more
    QString m_item, m_of, m_done, m_late;
    Sentence m_saveProblem, m_fileProblem;
    std::optional<ReportDraft> m_draft;
    int m_writing = 0;       // writes that are on their way
    int m_taking = 0;        // files that are being taken in
    bool m_unsaved = false;  // what is typed cannot be kept, or was not
    qint64 m_savedMs = 0;
    QTimer m_retry;
    ReportPhoto m_photo;
    Rows<ShotRow> m_photos{this};
    Rows<PaperRow> m_papers{this};
};

}  // namespace plumb::mobile
