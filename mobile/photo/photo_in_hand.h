// The photo that a person looks at: its marks, its words, what its own time and place say beside the tablet's, and the
// copies that are made of it. Whose photo it is, and where what is changed of it goes, a model that derives from this
// one says: of a check (check/check_photo.h), of a rectification report (rectify/report_photo.h). UI thread; pictures
// are decoded and copies made on the vault thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <functional>

#include "mobile/photo/mark_editor.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"
#include "shared/records/evidence/photo_check.h"
#include "shared/store/inspection_draft.h"

namespace plumb::mobile {

class PhotoInHand : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.photo, ReportModel.photo")
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
    // `store` outlives this.
    PhotoInHand(StoreThread& store, QObject* parent);

    Q_INVOKABLE void show(const QString& hash);
    Q_INVOKABLE void hide();
    Q_INVOKABLE void setCaption(const QString& text);
    Q_INVOKABLE void setReason(const QString& text);
    // A copy with marks and watermark in the folder of pictures, where other apps and people find it: copied().
    Q_INVOKABLE void saveCopy();

    [[nodiscard]] const QString& hash() const { return m_hash; }
    [[nodiscard]] MarkEditor* marks() { return &m_marks; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString position() const = 0;
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
    void told(const QString& sentence);

  protected:
    // What is known of whom the photo is about.
    struct About {
        QString site, no;  // the site's name, the item's number
        QString signer;
        std::optional<TimePoint> began = {};  // of the visit; none where there is none
        records::Ring boundary = {};          // of the site; empty where it is not known
    };
    // The one whose hash() it is; null where there is none (any more). Valid until something is changed.
    [[nodiscard]] virtual const store::Photo* photo() const = 0;
    [[nodiscard]] virtual About about() const = 0;
    // Changes it, and keeps it.
    virtual void change(const std::function<void(store::Photo&)>& how) = 0;
    // A copy is on its way: nobody may be locked out in the middle of it.
    virtual void setCopying(bool) {}
    [[nodiscard]] StoreThread& store() const { return m_store; }

  private:
    [[nodiscard]] records::PhotoCheck checked() const;
    [[nodiscard]] QStringList watermarkLines() const;
    void measureCopy();

    StoreThread& m_store;
    MarkEditor m_marks{this};
    QString m_hash, m_copyPixels;
    Sentence m_problem;
    double m_copyBytes = 0;
    bool m_watermark = true, m_measuring = false, m_measureAgain = false;
};

}  // namespace plumb::mobile
