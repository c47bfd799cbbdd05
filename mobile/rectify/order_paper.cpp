#include "mobile/rectify/order_paper.h"

#include "mobile/rectify/case_words.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

void OrderPaperText::show(const Source& source) {
    const auto& [info, act, number, fingerprint, signer, signedMs] = source;
    m_number = number;
    m_fingerprint = fingerprint;
    m_signer = signer;
    m_day = mobile::dayText(signedMs);
    m_siteName = qs(info.record.site.name);
    m_siteCode = qs(info.record.site.code);
    m_address = qs(info.record.site.address);
    m_basis = tr("%1 对你单位进行检查，发现下列问题，责令按期改正。").arg(mobile::dayText(info.record.signedMs));
    m_counted = act.counted == domain::DayCount::working ? tr("期限按工作日计算。") : tr("期限按自然日计算。");
    m_remedies = qs(act.remedies);
    m_office = qs(act.office);
    m_contact = qs(act.contact);
    m_delivery = act.delivery ? deliverySentence(*act.delivery) : QString();
    m_signature = act.delivery && act.delivery->signature
                      ? QStringLiteral("image://sealed/") + qs(act.delivery->signature->hex())
                      : QString();
    std::vector<OrderLineRow> lines;
    for (const auto& entry : act.entries) {
        const auto* item = info.document ? info.document->item(entry.item) : nullptr;
        lines.push_back({qs(entry.item), item ? qs(item->no) : qs(entry.item), qs(entry.text), clauseText(entry.clause),
                         qs(entry.requirement), entry.day ? qs(plumb::dayText(*entry.day)) : QString()});
    }
    m_lines.set(std::move(lines));
    emit changed();
}

void OrderPaperText::forget() {
    for (QString* text : {&m_number, &m_siteName, &m_siteCode, &m_address, &m_basis, &m_counted, &m_remedies, &m_office,
                          &m_contact, &m_delivery, &m_signature, &m_signer, &m_day, &m_fingerprint})
        text->clear();
    m_lines.set({});
    emit changed();
}

}  // namespace plumb::mobile
