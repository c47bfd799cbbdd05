#include "mobile/check/check_outline.h"

#include <algorithm>

#include "mobile/ui/answer_text.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

// Bonus items are in no total and count once they are answered: a section of nothing else says what it adds.
bool isBonus(const checklist::Checklist& list, const checklist::Section& section) {
    return !section.items.empty() && std::all_of(section.items.begin(), section.items.end(),
                                                 [&](std::size_t item) { return list.items[item].bonus; });
}

}  // namespace

void CheckOutline::showSections() {
    std::vector<SectionRow> rows;
    for (const auto& section : m_check.list().sections) {
        const auto state = m_check.session->section(section.id);
        const bool asked = !m_check.isRecheck() || std::ranges::any_of(section.items, [&](std::size_t item) {
            return m_check.asks(m_check.list().items[item].id);
        });
        if (state.relevant && asked) rows.push_back(rowOf(section, state));
    }
    m_sections.set(std::move(rows));
}

SectionRow CheckOutline::rowOf(const checklist::Section& section, const checklist::SectionState& state) const {
    SectionRow row;
    row.id = qs(section.id);
    row.title = qs(section.title, Settings::instance().language());
    row.answered = state.answered;
    row.total = state.total;
    row.depth = static_cast<int>(section.depth);
    row.points = tr("%1 / %2").arg(pointsText(state.points), pointsText(state.max));
    row.outcomeTone = state.failed                    ? QStringLiteral("fail")
                      : state.part                    ? QStringLiteral("part")
                      : state.answered == state.total ? QStringLiteral("pass")
                                                      : QString();
    row.outcome = state.answered == 0 && state.total > 0 ? tr("未填")
                  : state.failed                         ? tr("%n 项不符合", nullptr, state.failed)
                  : state.part                           ? tr("%n 项部分符合", nullptr, state.part)
                                                         : tr("没有不符合");
    const bool bonus = isBonus(m_check.list(), section);
    if (bonus) sayBonus(row, section, state);
    if (bonus && state.total == 0) return row;
    if (state.failed > 0) {
        row.remark = row.outcome;
        row.tone = QStringLiteral("fail");
    } else if (state.answered == state.total && state.missing > 0) {
        row.remark = tr("缺 %n 处", nullptr, state.missing);
        row.tone = QStringLiteral("part");
    } else if (state.answered == state.total && state.part > 0) {
        row.remark = row.outcome;
        row.tone = QStringLiteral("part");
    } else if (state.answered == state.total) {
        row.remark = tr("完成");
        row.tone = QStringLiteral("pass");
    }
    return row;
}

void CheckOutline::sayBonus(SectionRow& row, const checklist::Section& section,
                            const checklist::SectionState& state) const {
    if (state.total == 0) {
        // "0 / 0, done" would be a lie: how many might be claimed.
        row.total = static_cast<int>(section.items.size());
        row.remark = tr("未填");
        row.points = QStringLiteral("—");
        row.outcome = row.remark;
        row.outcomeTone.clear();
        return;
    }
    qint64 earned = 0;
    for (const std::size_t item : section.items) earned += m_check.session->item(m_check.list().items[item].id).points;
    row.points = tr("+%1").arg(pointsText(earned));
    row.outcome = earned > 0 ? tr("有加分") : tr("没有加分");
    row.outcomeTone = earned > 0 ? QStringLiteral("pass") : QStringLiteral("na");
}

ItemRow CheckOutline::rowOf(const checklist::Item& item) const {
    const QString language = Settings::instance().language();
    const auto state = m_check.session->item(item.id);
    ItemRow row;
    row.id = qs(item.id);
    row.no = qs(item.no);
    row.text = qs(item.text, language);
    row.verdict = qs(checklist::verdictName(state.verdict));
    if (item.advisory)
        row.score = tr("不计分");
    else if (state.verdict == checklist::Verdict::unanswered)
        row.score = tr("%1 分").arg(pointsText(item.points));
    else if (state.verdict == checklist::Verdict::notApplicable)
        row.score = tr("不适用");
    else
        row.score = tr("%1 / %2").arg(pointsText(state.points), pointsText(state.max));
    if (item.veto)
        row.remark = QStringLiteral("veto");
    else if (item.key)
        row.remark = QStringLiteral("key");
    // Of what is not answered at all the dashed circle says enough.
    if (!state.missing.empty() && state.verdict != checklist::Verdict::unanswered)
        row.missing = qs(state.missing.front().sentence, language);
    return row;
}

void CheckOutline::showItems() {
    const auto* section = m_check.list().section(ss(m_check.section));
    std::vector<ItemRow> rows;
    if (section) {
        for (const std::size_t index : section->items) {
            const auto& item = m_check.list().items[index];
            if (m_check.asks(item.id)) rows.push_back(rowOf(item));
        }
    }
    m_items.set(std::move(rows));
    emit itemsChanged();
}

void CheckOutline::showChanged(const std::vector<std::string>& items) {
    for (const auto& id : items) {
        const auto* item = m_check.list().item(id);
        if (!item || qs(m_check.list().sections[item->section].id) != m_check.section) continue;
        // Which items are relevant may have changed: then the list is made anew.
        const bool shown = m_items.indexOf(qs(id)) >= 0;
        if (shown != m_check.asks(id))
            showItems();
        else
            m_items.update(rowOf(*item));
    }
}

void CheckOutline::forget() {
    m_sections.set({});
    m_items.set({});
    emit itemsChanged();
}

}  // namespace plumb::mobile
