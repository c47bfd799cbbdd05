// The photo of the open item that a person looks at: its marks, its words, what its own time and place say beside the
// tablet's, and the copies that are made of it. What is changed goes into the draft at once. UI thread; pictures are
// decoded and copies made on the vault thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <functional>

#include "mobile/check/check_saving.h"
#include "mobile/check/check_view.h"
#include "mobile/photo/mark_editor.h"
#include "shared/records/evidence/photo_check.h"

namespace plumb::mobile {

class CheckPhoto : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.photo")
    Q_PROPERTY(QString hash READ hash NOTIFY changed)
    Q_PROPERTY(plumb::mobile::MarkEditor* marks READ marks CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY pictureChanged)  // why there is no picture
    Q_PROPERTY(QString title READ title NOTIFY changed)             // of the item
    Q_PROPERTY(QString position READ position NOTIFY changed)       // "第 3 张 · 需要至少 1 张"
    Q_PROPERTY(QString caption READ caption NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed)  // what is said of a difference
    Q_PROPERTY(bool known READ known NOTIFY changed)       // whether it is stated how the photo came
    Q_PROPERTY(bool asks READ asks NOTIFY changed)         // something differs, and a sentence is asked for
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(QStringList differences READ differences NOTIFY changed)
    Q_PROPERTY(QString cameraTime READ cameraTime NOTIFY changed)
    Q_PROPERTY(QString tabletTime READ tabletTime NOTIFY changed)
    Q_PROPERTY(QString cameraPlace READ cameraPlace NOTIFY changed)
    Q_PROPERTY(QString tabletPlace READ tabletPlace NOTIFY changed)
    Q_PROPERTY(QString apart READ apart NOTIFY changed)
    Q_PROPERTY(QString boundary READ boundary NOTIFY changed)
    Q_PROPERTY(double originalBytes READ originalBytes NOTIFY changed)
    Q_PROPERTY(double copyBytes READ copyBytes NOTIFY copyChanged)  // 0 while it is not known
    Q_PROPERTY(QString originalSize READ originalSize NOTIFY changed)
    Q_PROPERTY(QString copySize READ copySize NOTIFY copyChanged)
    Q_PROPERTY(QString copyPixels READ copyPixels NOTIFY copyChanged)
    Q_PROPERTY(QString saved READ saved NOTIFY copyChanged)  // of bytes, in words
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    Q_PROPERTY(bool watermark READ watermark WRITE setWatermark NOTIFY watermarkChanged)

  public:
    // All that is passed outlives this.
    CheckPhoto(StoreThread& store, OpenCheck& check, CheckView& view, CheckSaving& saving, CheckNotice& notice,
               QObject* parent);

    Q_INVOKABLE void show(const QString& hash);
    Q_INVOKABLE void hide();
    Q_INVOKABLE void setCaption(const QString& text);
    Q_INVOKABLE void setReason(const QString& text);
    // A copy with marks and watermark in the folder of pictures, where other apps and people find it: copied().
    Q_INVOKABLE void saveCopy();

    [[nodiscard]] const QString& hash() const { return m_hash; }
    [[nodiscard]] MarkEditor* marks() { return &m_marks; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString position() const;
    [[nodiscard]] QString caption() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] bool known() const;
    [[nodiscard]] bool asks() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QStringList differences() const;
    [[nodiscard]] QString cameraTime() const;
    [[nodiscard]] QString tabletTime() const;
    [[nodiscard]] QString cameraPlace() const;
    [[nodiscard]] QString tabletPlace() const;
    [[nodiscard]] QString apart() const;
    [[nodiscard]] QString boundary() const;
    [[nodiscard]] double originalBytes() const;
    [[nodiscard]] double copyBytes() const { return m_copyBytes; }
    [[nodiscard]] QString originalSize() const;
    [[nodiscard]] QString copySize() const;
    [[nodiscard]] const QString& copyPixels() const { return m_copyPixels; }
    [[nodiscard]] QString saved() const;
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] bool watermark() const { return m_watermark; }
    void setWatermark(bool on);

  signals:
    void changed();
    void pictureChanged();
    void copyChanged();
    void watermarkChanged();
    void copied(const QString& path, const QString& sentence);

  private:
    [[nodiscard]] const store::Photo* photo() const;
    // Changes the draft's photo and the one that undo would bring back, and saves.
    void change(const std::function<void(store::Photo&)>& how);
    [[nodiscard]] records::PhotoCheck checked() const;
    [[nodiscard]] QStringList watermarkLines() const;
    void measureCopy();

    StoreThread& m_store;
    OpenCheck& m_check;
    CheckView& m_view;
    CheckSaving& m_saving;
    CheckNotice& m_notice;
    MarkEditor m_marks{this};
    QString m_hash, m_problem, m_copyPixels;
    double m_copyBytes = 0;
    bool m_watermark = true, m_measuring = false, m_measureAgain = false;
};

}  // namespace plumb::mobile
