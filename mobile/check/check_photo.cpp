#include "mobile/check/check_photo.h"

#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

CheckPhoto::CheckPhoto(StoreThread& store, OpenCheck& check, CheckView& view, CheckSaving& saving, CheckNotice& notice,
                       QObject* parent)
    : PhotoInHand(store, parent), m_check(check), m_view(view), m_saving(saving), m_notice(notice) {
    connect(&notice, &CheckNotice::told, this, &PhotoInHand::told);
}

const store::Photo* CheckPhoto::photo() const {
    if (!m_check.isOpen() || hash().isEmpty()) return nullptr;
    for (const auto& one : m_check.opened->draft.photos)
        if (qs(one.item) == m_check.item && qs(one.sha256.hex()) == hash()) return &one;
    return nullptr;
}

PhotoInHand::About CheckPhoto::about() const {
    const auto* shown = photo();
    if (!shown) return {};
    const auto& opened = *m_check.opened;
    const auto* item = m_check.list().item(shown->item);
    return {qs(opened.site.name), item ? qs(item->no) : qs(shown->item), opened.signer, opened.draft.started.utc,
            opened.site.boundary};
}

void CheckPhoto::change(const std::function<void(store::Photo&)>& how) {
    const auto* shown = photo();
    if (!shown) return;
    const auto same = *shown;
    for (auto* photos : {&m_check.opened->draft.photos, &m_check.photosSeen})
        for (auto& one : *photos)
            if (store::samePhoto(one, same)) how(one);
    m_saving.save();
    m_view.showItem();
    emit changed();
}

QString CheckPhoto::title() const {
    const auto* shown = photo();
    const auto* item = shown ? m_check.list().item(shown->item) : nullptr;
    return item ? qs(item->no) + u' ' + qs(item->text, Settings::instance().language()) : QString();
}

QString CheckPhoto::position() const {
    const auto* shown = photo();
    if (!shown) return {};
    int number = 0, all = 0;
    for (const auto& one : m_check.opened->draft.photos) {
        if (one.item != shown->item) continue;
        ++all;
        if (store::samePhoto(one, *shown)) number = all;
    }
    return tr("第 %1 张，共 %2 张 · 标记是单独图层，原图不变").arg(number).arg(all);
}

}  // namespace plumb::mobile
