// One act about the open finding as it is composed in its sheet: a request for more time, an objection, an answer, a
// verdict. What lacks is said while it is written; what may not happen, in the rule's own sentence. (What the
// enterprise did about a finding takes days to write: ReportModel.) UI thread.
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
    void setText(const QString& text);
    void setDay(const QString& day);
    void setTo(const QString& to);
    void setWhy(const QString& why);

    // About the finding that is open.
    Q_INVOKABLE void begin(const QString& kind);
    // How the order came to the enterprise, where that is what the act says.
    Q_INVOKABLE void setDelivery(const QString& way, const QString& name, const QString& witness, const QString& reason,
                                 const QString& tracking);
    // `drawn`: PNG of what was drawn on the glass; empty where nothing was.
    Q_INVOKABLE void sign(const QString& pin, const QByteArray& drawn);

  signals:
    void changed();

  private:
    [[nodiscard]] std::optional<records::Act> act() const;

    CaseModel& m_case;
    records::ActKind m_kind = records::ActKind::verified;
    QString m_item, m_text, m_day, m_to, m_why = QStringLiteral("closed_down");
    std::optional<records::Delivery> m_delivery;
};

}  // namespace plumb::mobile
