#include "mobile/rectify/act_writing.h"

#include <QCoreApplication>

#include <algorithm>

#include "mobile/people/unlocking.h"
#include "mobile/rectify/kept_act.h"
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

Result<QString> signAct(LocalStore& store, records::Act act, const QByteArray& drawn, const QString& pin,
                        const QString& item) {
    const auto tablet = openedToSign(store, pin);
    if (!tablet) return fail(tablet.error());
    if (!drawn.isEmpty() && act.delivery && act.delivery->way == records::DeliveryWay::inPerson) {
        const ByteView image(reinterpret_cast<const std::uint8_t*>(drawn.constData()),
                             static_cast<std::size_t>(drawn.size()));
        const auto file = (*tablet)->importFile(image, "image/png");
        if (!file) return fail(file.error());
        act.delivery->signature = file->sha256;
    }
    const auto kept = keptDraft(**tablet, act);
    const auto isItem = [&](const auto& entry) { return entry.item == ss(item); };
    // The last part takes the draft with it, in the same transaction. With others in it, a crash between the two leaves
    // words about what was signed; its case has moved on then, and they go when it is read.
    const bool last = kept && (act.kind == records::ActKind::ordered || std::ranges::all_of(kept->act.entries, isItem));
    const auto line = store::signAct(**tablet, act, {}, last ? kept->row.id : std::string());
    if (!line) return fail(line.error());
    if (kept && !last) {
        if (auto gone = dropKept(store, act, ss(item)); !gone) return fail(gone.error());
    }
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

QStringList deliveryFields(const records::Delivery& delivery) {
    QString way;
    switch (delivery.way) {
        case records::DeliveryWay::inPerson:
            way = QStringLiteral("in_person");
            break;
        case records::DeliveryWay::refused:
            way = QStringLiteral("refused");
            break;
        case records::DeliveryWay::post:
            way = QStringLiteral("post");
            break;
        case records::DeliveryWay::electronic:
            way = QStringLiteral("electronic");
            break;
    }
    return {way, qs(delivery.name), qs(delivery.witness), qs(delivery.reason), qs(delivery.tracking)};
}

QString deliveryLack(const std::optional<records::Delivery>& delivery) {
    if (!delivery) return Words::how();
    if (delivery->way == records::DeliveryWay::inPerson && delivery->name.empty()) return Words::name();
    if (delivery->way == records::DeliveryWay::refused && (delivery->witness.empty() || delivery->reason.empty()))
        return Words::witness();
    return {};
}

}  // namespace plumb::mobile
