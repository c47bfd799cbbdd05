// One act about the open finding as it is composed in its sheet: a request for more time, an objection, an answer, a
// verdict. On disk with each change (kept_act.h), and there again when the sheet is opened; what lacks is said while it
// is written, what may not happen in the rule's own sentence. (What the enterprise did about a finding takes days to
// write, and files: ReportModel.) UI thread.
#pragma once

#include "mobile/rectify/case_model.h"
#include "mobile/sign/pin_signing.h"

namespace plumb::mobile {

class ActModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.act")
    Q_PROPERTY(QString kind READ kind NOTIFY changed)  // as in rectification.KIND
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(QString textLabel READ textLabel NOTIFY changed)
    Q_PROPERTY(bool textNeeded READ textNeeded NOTIFY changed)
    Q_PROPERTY(QString dayLabel READ dayLabel NOTIFY changed)  // "" where it names no day
    Q_PROPERTY(QString text MEMBER m_text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString day MEMBER m_day WRITE setDay NOTIFY changed)
    Q_PROPERTY(QString to MEMBER m_to WRITE setTo NOTIFY changed)
    Q_PROPERTY(QString why MEMBER m_why WRITE setWhy NOTIFY changed)  // closed_down or unreachable
    Q_PROPERTY(bool delivers READ delivers NOTIFY changed)
    Q_PROPERTY(QString lack READ lack NOTIFY changed)
    Q_PROPERTY(
        QStringList delivery READ delivery NOTIFY changed)  // as the form takes it; empty before anything is said
    Q_PROPERTY(bool kept READ kept NOTIFY changed)          // something of it is on disk
    Q_PROPERTY(QString saved READ saved NOTIFY changed)     // "已存 09:20:41"

  public:
    // All that is passed outlives this.
    ActModel(StoreThread& store, CaseModel& rectification, QObject* parent);

    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString textLabel() const;
    [[nodiscard]] bool textNeeded() const;
    [[nodiscard]] QString dayLabel() const;
    [[nodiscard]] bool delivers() const { return m_kind == records::ActKind::delivered; }
    [[nodiscard]] QString lack() const;
    [[nodiscard]] QStringList delivery() const;
    [[nodiscard]] bool kept() const { return m_savedMs > 0; }
    [[nodiscard]] QString saved() const;
    void setText(const QString& text);
    void setDay(const QString& day);
    void setTo(const QString& to);
    void setWhy(const QString& why);

    // About the finding that is open.
    Q_INVOKABLE void begin(const QString& kind);
    // What was typed; after its case was forgotten.
    void forget();
    // How the order came to the enterprise, where that is what the act says.
    Q_INVOKABLE void setDelivery(const QString& way, const QString& name, const QString& witness, const QString& reason,
                                 const QString& tracking);
    // What was written is thrown away; the sheet begins anew.
    Q_INVOKABLE void discard();
    // `drawn`: PNG of what was drawn on the glass; empty where nothing was.
    Q_INVOKABLE void sign(const QString& pin, const QByteArray& drawn);

  signals:
    void changed();
    // What was kept came back: forms that hold texts of their own take them again.
    void restored();

  private:
    [[nodiscard]] std::optional<records::Act> act() const;
    // What the form holds, about the open finding alone.
    [[nodiscard]] std::optional<records::Act> written() const;
    void clear();
    void load();
    void save();
    [[nodiscard]] bool isBlank() const;

    CaseModel& m_case;
    records::ActKind m_kind = records::ActKind::verified;
    QString m_item, m_text, m_day, m_to, m_why = QStringLiteral("closed_down");
    std::optional<records::Delivery> m_delivery;
    int m_opening = 0;  // counts: what is read for one opening is none of the next one's
    bool m_loaded = false, m_unsaved = false;
    qint64 m_savedMs = 0;
};

}  // namespace plumb::mobile
