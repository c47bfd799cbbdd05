#include "mobile/check/check_place.h"

#include "mobile/ui/text.h"

namespace plumb::mobile {

CheckPlace::CheckPlace(OpenCheck& check, CheckView& view, CheckSaving& saving, CheckNotice& notice, QObject* parent)
    : QObject(parent), m_check(check), m_view(view), m_saving(saving), m_notice(notice) {
    connect(&view.outline(), &CheckOutline::itemsChanged, this, &CheckPlace::changed);
}

void CheckPlace::begin() {
    const auto& list = m_check.list();
    const auto* place = list.item(m_check.opened->draft.place);
    if (m_check.isRecheck() && (!place || !m_check.asks(place->id))) {
        const auto asked = m_check.session->askedItems();
        place = asked.empty() ? nullptr : list.item(asked.front());
    }
    m_check.item = place ? qs(place->id) : list.items.empty() ? QString() : qs(list.items.front().id);
    m_check.section = place                   ? qs(list.sections[place->section].id)
                      : list.sections.empty() ? QString()
                                              : qs(list.sections.front().id);
}

void CheckPlace::goTo(const QString& id) {
    if (!m_check.isOpen()) return;
    const auto* item = m_check.list().item(ss(id));
    if (!item) return;
    const QString section = qs(m_check.list().sections[item->section].id);
    const bool otherSection = section != m_check.section;
    // What was said of the other item stands in its field, if anywhere.
    if (m_check.item != id) m_notice.clear();
    m_check.item = id;
    m_check.section = section;
    if (otherSection) m_view.outline().showItems();
    m_view.showItem();
    emit changed();
    m_saving.save();
}

void CheckPlace::goToSection(const QString& id) {
    if (!m_check.isOpen()) return;
    const auto& list = m_check.list();
    const auto* wanted = list.section(ss(id));
    if (!wanted) return;
    // The first item that lacks something is where work goes on; else the section's first. A section that has no items
    // of its own begins with those of its sub-sections, which stand after it.
    QString first;
    for (auto at = static_cast<std::size_t>(wanted - list.sections.data()); at < list.sections.size(); ++at) {
        const auto& section = list.sections[at];
        if (&section != wanted && (section.depth <= wanted->depth || !first.isEmpty())) break;
        for (const std::size_t index : section.items) {
            const auto& item = list.items[index];
            const auto state = m_check.session->item(item.id);
            if (!state.relevant || !state.asked) continue;
            if (first.isEmpty()) first = qs(item.id);
            if (!state.missing.empty()) return goTo(qs(item.id));
        }
    }
    if (!first.isEmpty()) goTo(first);
}

const checklist::Item* CheckPlace::neighbour(int by) const {
    if (!m_check.isOpen()) return nullptr;
    const auto at = m_check.list().itemIndex(ss(m_check.item));
    if (!at) return nullptr;
    const auto& items = m_check.list().items;
    for (int index = static_cast<int>(*at) + by; index >= 0 && index < static_cast<int>(items.size()); index += by) {
        const auto& item = items[static_cast<std::size_t>(index)];
        if (m_check.asks(item.id)) return &item;
    }
    return nullptr;
}

QString CheckPlace::numberOf(const checklist::Item* item) {
    return item ? qs(item->no) : QString();
}

void CheckPlace::step(int by) {
    if (const auto* item = neighbour(by)) goTo(qs(item->id));
}

std::size_t CheckPlace::wayTo(const std::string& item) const {
    const std::size_t count = m_check.list().items.size();
    const std::size_t from = m_check.list().itemIndex(ss(m_check.item)).value_or(count - 1);
    const std::size_t to = m_check.list().itemIndex(item).value_or(from);
    return (to + count - from - 1) % count;
}

void CheckPlace::nextMissing() {
    if (!m_check.isOpen()) return;
    const std::string next = m_check.session->nextMissing(ss(m_check.item));
    // What was refused comes before what lacks in the same item: it is half done.
    const Refusal* refused = nullptr;
    for (const auto& one : m_check.refusedNow) {
        if (one.kind == Refusal::Kind::fact) continue;
        if (!refused || wayTo(one.item) < wayTo(refused->item)) refused = &one;
    }
    if (refused && (next.empty() || wayTo(refused->item) <= wayTo(next))) return goToRefusal(*refused);
    if (next.empty()) {
        if (!m_check.refusedNow.empty()) return goToRefused();
        if (m_view.facts().lacking() > 0) goToFacts();
        return;
    }
    QString question;
    for (const auto& lack : m_check.session->item(next).missing) {
        if (lack.question.empty()) continue;
        question = qs(lack.question);
        break;
    }
    goToQuestion(qs(next), question);
}

void CheckPlace::goToQuestion(const QString& item, const QString& question) {
    if (!m_check.isOpen()) return;
    m_view.item().fields().openWayTo(ss(question));
    if (item == m_check.item) m_view.showItem();
    goTo(item);
    if (!question.isEmpty()) emit questionAsked(question);
}

void CheckPlace::goToFacts() {
    if (m_check.isOpen() && m_view.facts().count() > 0) emit factsAsked();
}

void CheckPlace::goToRefused() {
    if (!m_check.refusedNow.empty()) goToRefusal(m_check.refusedNow.front());
}

void CheckPlace::goToRefusal(const Refusal& refused) {
    if (refused.kind == Refusal::Kind::fact) return goToFacts();
    // Going there may change what is refused.
    const QString item = qs(refused.item);
    goToQuestion(item, refused.kind == Refusal::Kind::answer ? qs(refused.key) : QString());
}

}  // namespace plumb::mobile
