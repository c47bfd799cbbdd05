#include "mobile/rectify/act_writing.h"

#include <QCoreApplication>

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/act_sign.h"

namespace plumb::mobile {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rectify)
  public:
    static QString how() { return tr("请选送达方式。"); }
    static QString name() { return tr("请填签收人的姓名。"); }
    static QString witness() { return tr("拒收要写明理由和见证人。"); }
};

}  // namespace

Result<QString> signAct(LocalStore& store, records::Act act, const QByteArray& drawn, const QString& pin) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (auto right = confirmPin(store, ss(pin)); !right) return fail(right.error());
    if (!drawn.isEmpty() && act.delivery && act.delivery->way == records::DeliveryWay::inPerson) {
        const ByteView image(reinterpret_cast<const std::uint8_t*>(drawn.constData()),
                             static_cast<std::size_t>(drawn.size()));
        const auto file = (*tablet)->importFile(image, "image/png");
        if (!file) return fail(file.error());
        act.delivery->signature = file->sha256;
    }
    const auto line = store::signAct(**tablet, act);
    if (!line) return fail(line.error());
    const auto row = (*tablet)->recordByHash(line->hash());
    return row ? qs(row->id) : QString();
}

records::Delivery deliveryFrom(const QString& way, const QString& name, const QString& witness, const QString& reason,
                               const QString& tracking) {
    records::Delivery out;
    out.way = way == QLatin1String("refused")      ? records::DeliveryWay::refused
              : way == QLatin1String("post")       ? records::DeliveryWay::post
              : way == QLatin1String("electronic") ? records::DeliveryWay::electronic
                                                   : records::DeliveryWay::inPerson;
    // What belongs to another way was typed, and is not said.
    if (out.way == records::DeliveryWay::inPerson) out.name = ss(name.trimmed());
    if (out.way == records::DeliveryWay::refused) {
        out.witness = ss(witness.trimmed());
        out.reason = ss(reason.trimmed());
    }
    if (out.way == records::DeliveryWay::post) out.tracking = ss(tracking.trimmed());
    return out;
}

QString deliveryLack(const std::optional<records::Delivery>& delivery) {
    if (!delivery) return Words::how();
    if (delivery->way == records::DeliveryWay::inPerson && delivery->name.empty()) return Words::name();
    if (delivery->way == records::DeliveryWay::refused && (delivery->witness.empty() || delivery->reason.empty()))
        return Words::witness();
    return {};
}

}  // namespace plumb::mobile
