// An order to put findings right as it reads on paper (整改通知书): before it is signed, and the original. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/rectify/case_info.h"
#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct OrderLineRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // the item
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, facts)
    PLUMB_ROLE(QString, clause)
    PLUMB_ROLE(QString, requirement)
    PLUMB_ROLE(QString, due)
  public:
    QString id, no, facts, clause, requirement, due;
    bool operator==(const OrderLineRow&) const = default;
};

class OrderPaperText : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CaseModel.paper, OrderModel.paper")
    Q_PROPERTY(QString number MEMBER m_number NOTIFY changed)  // "" before it is signed
    Q_PROPERTY(QString siteName MEMBER m_siteName NOTIFY changed)
    Q_PROPERTY(QString siteCode MEMBER m_siteCode NOTIFY changed)
    Q_PROPERTY(QString address MEMBER m_address NOTIFY changed)
    Q_PROPERTY(QString basis MEMBER m_basis NOTIFY changed)
    Q_PROPERTY(QString counted MEMBER m_counted NOTIFY changed)
    Q_PROPERTY(QString remedies MEMBER m_remedies NOTIFY changed)
    Q_PROPERTY(QString office MEMBER m_office NOTIFY changed)
    Q_PROPERTY(QString contact MEMBER m_contact NOTIFY changed)
    Q_PROPERTY(QString delivery MEMBER m_delivery NOTIFY changed)
    Q_PROPERTY(QString signature MEMBER m_signature NOTIFY changed)  // source of the image; "" where there is none
    Q_PROPERTY(QString signer MEMBER m_signer NOTIFY changed)
    Q_PROPERTY(QString day MEMBER m_day NOTIFY changed)
    Q_PROPERTY(QString fingerprint MEMBER m_fingerprint NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* lines READ lines CONSTANT)

  public:
    using QObject::QObject;

    [[nodiscard]] RowModel* lines() { return &m_lines; }

    // `act` is an order about `info`; `signedMs` and `signer` are of whoever signs it.
    struct Source {
        const CaseInfo& info;
        const records::Act& act;
        QString number, fingerprint, signer;
        qint64 signedMs;
    };
    void show(const Source& source);
    void forget();
    [[nodiscard]] bool isEmpty() const { return m_siteName.isEmpty(); }

  signals:
    void changed();

  private:
    QString m_number, m_siteName, m_siteCode, m_address, m_basis, m_counted, m_remedies, m_office, m_contact,
        m_delivery, m_signature, m_signer, m_day, m_fingerprint;
    Rows<OrderLineRow> m_lines{this};
};

}  // namespace plumb::mobile
