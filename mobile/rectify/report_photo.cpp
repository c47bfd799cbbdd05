#include "mobile/rectify/report_photo.h"

#include "mobile/ui/text.h"

namespace plumb::mobile {

ReportPhoto::ReportPhoto(StoreThread& store, Report report, QObject* parent)
    : PhotoInHand(store, parent), m_report(std::move(report)) {}

const store::Photo* ReportPhoto::photo() const {
    if (!m_report.draft || hash().isEmpty()) return nullptr;
    for (const auto& one : m_report.draft->photos)
        if (qs(one.sha256.hex()) == hash()) return &one;
    return nullptr;
}

PhotoInHand::About ReportPhoto::about() const {
    const auto* info = m_report.rectification.info();
    if (!info || !m_report.draft) return {};
    const auto* item = info->document ? info->document->item(ss(m_report.draft->item)) : nullptr;
    // What an enterprise does about a finding takes days: there is no visit before which nothing was taken.
    return {qs(info->record.site.name),
            item ? qs(item->no) : m_report.draft->item,
            m_report.draft->signer,
            {},
            info->record.site.boundary};
}

void ReportPhoto::change(const std::function<void(store::Photo&)>& how) {
    if (!photo()) return;
    for (auto& one : m_report.draft->photos)
        if (qs(one.sha256.hex()) == hash()) how(one);
    m_report.keep();
    emit changed();
}

QString ReportPhoto::title() const {
    const auto* info = m_report.rectification.info();
    if (!info || !m_report.draft) return {};
    return tr("整改后 · %1").arg(about().no);
}

QString ReportPhoto::position() const {
    if (!photo()) return {};
    int number = 0;
    const auto& photos = m_report.draft->photos;
    for (std::size_t i = 0; i < photos.size(); ++i)
        if (store::samePhoto(photos[i], *photo())) number = static_cast<int>(i) + 1;
    return tr("第 %1 张，共 %2 张 · 标记是单独图层，原图不变").arg(number).arg(photos.size());
}

}  // namespace plumb::mobile
