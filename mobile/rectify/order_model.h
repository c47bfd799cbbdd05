// An order as it is composed from the findings of an inspection, before the inspector leaves the site or when it was
// accepted: which findings, their facts, clause, requirement and day; who orders, and how it reaches the enterprise;
// then the PIN. UI thread.
#pragma once

#include "mobile/rectify/case_info.h"
#include "mobile/rectify/order_paper.h"
#include "mobile/rectify/order_rows.h"
#include "mobile/sign/pin_signing.h"
#include "shared/domain/working_days.h"

namespace plumb::mobile {

class OrderModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.order")
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString caseId READ caseId NOTIFY changed)
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString office MEMBER m_office WRITE setOffice NOTIFY changed)
    Q_PROPERTY(QString contact MEMBER m_contact WRITE setContact NOTIFY changed)
    Q_PROPERTY(QString remedies MEMBER m_remedies WRITE setRemedies NOTIFY changed)
    Q_PROPERTY(QString lack READ lack NOTIFY changed)  // but for the signature on the glass
    Q_PROPERTY(int count READ count NOTIFY changed)    // findings that are in it
    Q_PROPERTY(plumb::mobile::RowModel* findings READ findings CONSTANT)
    Q_PROPERTY(plumb::mobile::OrderPaperText* paper READ paper CONSTANT)

  public:
    // `store` outlives this.
    OrderModel(StoreThread& store, QObject* parent);

    [[nodiscard]] bool ready() const { return m_info != nullptr; }
    [[nodiscard]] QString caseId() const { return m_id; }
    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString lack() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] RowModel* findings() { return &m_findings; }
    [[nodiscard]] OrderPaperText* paper() { return &m_paper; }
    void setOffice(const QString& text);
    void setContact(const QString& text);
    void setRemedies(const QString& text);

    // The findings of this inspection for which nothing was ordered.
    Q_INVOKABLE void begin(const QString& inspection);
    void forget();
    Q_INVOKABLE void include(const QString& item, bool included);
    Q_INVOKABLE void setFacts(const QString& item, const QString& text);
    Q_INVOKABLE void setRequirement(const QString& item, const QString& text);
    Q_INVOKABLE void setStatus(const QString& item, const QString& status);
    // Due after so many working days from today.
    Q_INVOKABLE void setTerm(const QString& item, int days);
    Q_INVOKABLE void setDue(const QString& item, const QString& day);
    Q_INVOKABLE void setDelivery(const QString& way, const QString& name, const QString& witness, const QString& reason,
                                 const QString& tracking);
    Q_INVOKABLE void sign(const QString& pin, const QByteArray& drawn);

  signals:
    void changed();

  private:
    struct Form {
        CaseInfo info;
        domain::WorkingCalendar calendar;
        QString signer, office, contact, remedies;
    };
    static Result<Form> read(LocalStore& store, const QString& inspection);
    void take(Form form);
    [[nodiscard]] records::Act act() const;
    // Changes the row of an item by `change`, and what is shown after it.
    template <class Change>
    void edit(const QString& item, Change change);
    void countTerm(OrderFindingRow& row, int days) const;
    void show();

    QString m_id, m_office, m_contact, m_remedies, m_signer;
    std::unique_ptr<CaseInfo> m_info;
    domain::WorkingCalendar m_calendar;
    std::map<QString, domain::DayCount> m_counted;  // by item
    std::optional<records::Delivery> m_delivery;
    Rows<OrderFindingRow> m_findings{this};
    OrderPaperText m_paper{this};
};

}  // namespace plumb::mobile
