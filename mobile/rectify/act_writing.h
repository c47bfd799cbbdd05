// From a composed act to a signed record. Blocking; on the vault thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

#include "mobile/store/local_store.h"
#include "shared/records/rectification/act.h"

namespace plumb::mobile {

// `drawn`: PNG of the signature of who took the order; empty where nobody drew one. Gives the record's id. Refused:
// "wrong_pin", "pin_wait", and what store::signAct() refuses, records::mayHappen's sentences among it. What was kept of
// it ends: of an order all, of other acts what was kept about `item`.
Result<QString> signAct(LocalStore& store, records::Act act, const QByteArray& drawn, const QString& pin,
                        const QString& item = {});

// As a form holds it; the signature comes when it is signed.
records::Delivery deliveryFrom(const QString& way, const QString& name, const QString& witness, const QString& reason,
                               const QString& tracking);
// The same back, for the form: the way's name, the receiver, the witness, the reason, the tracking number.
QStringList deliveryFields(const records::Delivery& delivery);
// What a delivery lacks beside the signature on the glass, as a sentence; "" where nothing.
QString deliveryLack(const std::optional<records::Delivery>& delivery);

}  // namespace plumb::mobile
