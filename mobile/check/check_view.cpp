#include "mobile/check/check_view.h"

#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

CheckView::CheckView(const OpenCheck& check, const Clock& clock, QObject* parent)
    : m_check(check),
      m_clock(clock),
      m_outline(check, parent),
      m_item(parent),
      m_facts(parent),
      m_versions(parent),
      m_totals(check, m_clock, parent) {}

void CheckView::showAll() {
    showVersions();
    m_outline.showSections();
    m_outline.showItems();
    showTotals();
    showItem();
}

void CheckView::showVersions() {
    m_versions.show(*m_check.opened, Settings::instance().language());
}

void CheckView::showTotals() {
    m_facts.show(*m_check.session, *m_check.opened, m_check.refusals, Settings::instance().language());
    m_totals.show();
}

void CheckView::showItem() {
    const auto* item = m_check.list().item(ss(m_check.item));
    if (!item) return;
    const auto& verdicts = m_check.opened->lastVerdicts;
    const auto last = verdicts.find(item->id);
    m_item.show({*m_check.session, *item, m_check.opened->draft.photos, m_check.opened->draft.documents,
                 m_check.refusals, m_totals.findingOf(item->id), m_check.opened->previous,
                 last == verdicts.end() ? std::nullopt : std::optional(last->second), m_check.opened->assessed,
                 Settings::instance().besideShown(), Settings::instance().language(), msOf(m_clock().utc),
                 m_check.isRecheck()});
}

void CheckView::showChange(const checklist::Change& change) {
    m_outline.showChanged(change.items);
    m_outline.showSections();
    showTotals();
    showItem();
}

void CheckView::forget() {
    m_facts.clear();
    m_versions.forget();
    m_outline.forget();
    m_item.forget();
    m_totals.forget();
}

}  // namespace plumb::mobile
