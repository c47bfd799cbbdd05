// An order as it is composed from the findings of an inspection, before the inspector leaves the site or when it was
// accepted: which findings, their facts, clause, requirement and day; who orders, and how it reaches the enterprise;
// then the PIN. On disk with each change (kept_act.h), and the same again when it is begun once more. UI thread.
#pragma once

#include "mobile/rectify/case_info.h"
#include "mobile/rectify/kept_act.h"
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
    // Numbers of the findings that cite what is not in force today; "" where all is, or nobody knows.
    Q_PROPERTY(QString standing READ standing NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)  // findings that are in it
    Q_PROPERTY(
        QStringList delivery READ delivery NOTIFY changed)    // as the form takes it; empty before anything is said
    Q_PROPERTY(bool restored READ restored NOTIFY changed)    // it was begun before, and goes on
    Q_PROPERTY(QString saved READ saved NOTIFY changed)       // "已存 09:20:41"; "" before anything is written
    Q_PROPERTY(bool overtaken READ overtaken NOTIFY changed)  // what was written before was of an older version
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
    [[nodiscard]] QString standing() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] RowModel* findings() { return &m_findings; }
    [[nodiscard]] OrderPaperText* paper() { return &m_paper; }
    [[nodiscard]] QStringList delivery() const;
    [[nodiscard]] bool restored() const { return m_restored; }
    [[nodiscard]] QString saved() const;
    [[nodiscard]] bool overtaken() const { return m_overtaken; }
    void setOffice(const QString& text);
    void setContact(const QString& text);
    void setRemedies(const QString& text);

    // The findings of this inspection for which nothing was ordered.
    Q_INVOKABLE void begin(const QString& inspection);
    void forget();
    // What was written is thrown away; it begins anew.
    Q_INVOKABLE void discard();
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
    // Begun, or begun anew: forms that hold texts of their own take what stands here.
    void begun();

  private:
    struct Form {
        CaseInfo info;
        domain::WorkingCalendar calendar;
        QString signer, office, contact, remedies;
        std::optional<store::ActDraft> kept;
        bool overtaken = false;
    };
    static Result<Form> read(LocalStore& store, const QString& inspection);
    void retellFindings();
    void take(Form form);
    void takeKept(const store::ActDraft& kept, std::vector<OrderFindingRow>& rows);
    [[nodiscard]] OrderFindingRow begunRow(const records::FindingRow& finding);
    [[nodiscard]] QString dueProblem(const OrderFindingRow& row) const;
    // Its parts as they are typed: the findings that are left out, too.
    [[nodiscard]] records::Act written() const;
    [[nodiscard]] std::map<std::string, std::string> form() const;
    void save();
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
    bool m_restored = false, m_overtaken = false, m_unsaved = false;
    qint64 m_savedMs = 0;
    Rows<OrderFindingRow> m_findings{this};
    OrderPaperText m_paper{this};
};

}  // namespace plumb::mobile
