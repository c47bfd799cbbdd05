// A proposal about a site while it is written: names, the point where one arrives, a boundary that is walked, and why.
// On disk with each change and each fix, and there again after a crash; what lacks is said while it is written; then
// the PIN. UI thread.
#pragma once

#include "mobile/propose/proposing.h"
#include "mobile/propose/walk_model.h"
#include "mobile/sign/pin_signing.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class ProposeModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.propose")
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString site READ site NOTIFY changed)
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString contact READ contact NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(QString pointLine READ pointLine NOTIFY changed)  // the new one; "" while there is none
    Q_PROPERTY(QString publishedPoint READ publishedPoint NOTIFY changed)
    Q_PROPERTY(QString publishedArea READ publishedArea NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)  // what became of the last tap on the point
    Q_PROPERTY(QString lack READ lack NOTIFY changed)
    Q_PROPERTY(QString saved READ saved NOTIFY changed)     // "已存 09:20:41"; "" before anything is written
    Q_PROPERTY(bool restored READ restored NOTIFY changed)  // it was begun before, and goes on
    Q_PROPERTY(plumb::mobile::WalkModel* walk READ walk CONSTANT)

  public:
    // All that is passed outlives this.
    ProposeModel(StoreThread& store, PositionSource& position, QObject* parent);

    [[nodiscard]] bool ready() const { return m_info != nullptr; }
    [[nodiscard]] const QString& site() const { return m_site; }
    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString name() const { return text("name"); }
    [[nodiscard]] QString code() const { return text("code"); }
    [[nodiscard]] QString address() const { return text("address"); }
    [[nodiscard]] QString contact() const { return text("contact"); }
    [[nodiscard]] QString reason() const { return text("reason"); }
    [[nodiscard]] QString pointLine() const;
    [[nodiscard]] QString publishedPoint() const;
    [[nodiscard]] QString publishedArea() const;
    [[nodiscard]] QString said() const { return m_said.text(); }
    [[nodiscard]] QString lack() const;
    [[nodiscard]] QString saved() const;
    [[nodiscard]] bool restored() const { return m_restored; }
    [[nodiscard]] WalkModel* walk() { return &m_walk; }
    [[nodiscard]] bool isWalking() const { return m_walk.recording(); }
    // The boundary as it is published, for the drawing.
    [[nodiscard]] domain::Ring publishedRing() const { return m_info ? m_info->site.boundary : domain::Ring(); }

    Q_INVOKABLE void begin(const QString& site);
    void forget();
    // name, code, address, contact, reason.
    Q_INVOKABLE void setText(const QString& which, const QString& text);
    // Where the tablet is now.
    Q_INVOKABLE void takePoint();
    Q_INVOKABLE void dropPoint();
    Q_INVOKABLE void discard();
    Q_INVOKABLE void sign(const QString& pin);

  signals:
    void changed();
    // Read: forms that hold texts of their own take what stands here.
    void begun();

  private:
    [[nodiscard]] QString text(const char* which) const;
    [[nodiscard]] QString publishedText(const QString& which) const;
    [[nodiscard]] bool differs() const;
    template <class Work>
    void keep(Work work);
    void keepWalk(std::size_t kept, std::size_t gone);

    PositionSource& m_position;
    WalkModel m_walk;
    QString m_site;
    Sentence m_said;
    std::unique_ptr<SiteInfo> m_info;
    QHash<QString, QString> m_texts;  // as written
    std::optional<domain::Place> m_point;
    std::size_t m_most = 0;    // fixes that were ever on disk since it was begun
    std::size_t m_safe = 0;    // fixes that are on disk, or on their way there
    std::size_t m_behind = 0;  // rows that may stand behind the end after a write that failed
    int m_asked = 0;
    qint64 m_savedMs = 0;
    bool m_restored = false;
};

}  // namespace plumb::mobile
