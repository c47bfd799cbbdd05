// How the result came to the inspected party, and what shows it, in words.
#include "mobile/position/place_line.h"
#include "mobile/record/record_model.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

QString RecordModel::deliverySaid(const DeliveryInfo& one) const {
    using records::ResultDeliveryWay;
    const auto& said = one.said;
    QStringList parts{said.way == ResultDeliveryWay::paper  ? tr("交纸质")
                      : said.way == ResultDeliveryWay::left ? tr("留置送达")
                                                            : tr("寄送（%1）").arg(addressWord(said.to))};
    if (!said.name.empty()) parts.append(qs(said.name));
    parts.append(dayText(msOf(said.at.utc)) + u' ' + clockText(msOf(said.at.utc)));
    if (!said.note.empty()) parts.append(qs(said.note));
    if (said.place) parts.append(placeLine(*said.place, m_detail->site).text);
    if (!one.by.isEmpty()) parts.append(tr("%1 记录").arg(one.by));
    if (one.files.count > 0) parts.append(tr("附照片或回执 %n 件", nullptr, one.files.count));
    if (!one.newest) parts.append(tr("送的是补正前的一版"));
    return parts.join(tr(" · "));
}

void RecordModel::fillDeliveries() {
    std::vector<DeliveryRow> rows;
    for (const auto& one : m_detail->deliveries) {
        DeliveryRow row;
        row.id = QString::number(rows.size());
        row.said = deliverySaid(one);
        for (const auto& picture : one.files.pictures) {
            row.pictures.append(picture.image);
            row.kinds.append(picture.kind);
            row.captions.append(!picture.caption.isEmpty() ? picture.caption
                                : picture.kind.isEmpty()   ? tr("照片 %1").arg(row.pictures.size())
                                                           : tr("第一页"));
        }
        row.sounds = one.files.sounds;
        row.films = one.files.films;
        QStringList others;
        for (const auto& [kind, bytes] : one.files.others)
            others.append(tr("%1 文件 · %2").arg(kind, bytesText(bytes)));
        if (one.files.away > 0) others.append(tr("还有 %n 件不在本机", nullptr, one.files.away));
        row.others = others.join(u'\n');
        rows.push_back(std::move(row));
    }
    m_deliveries.set(std::move(rows));
}

}  // namespace plumb::mobile
