// What the Check screen shows, made from the session.
#include <algorithm>

#include "mobile/check/check_model.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "mobile/ui/time_text.h"
#include "shared/store/draft_size.h"

namespace plumb::mobile {

using checklist::Missing;

void CheckModel::showAll() {
    m_versions.show(*m_opened, Settings::instance().language());
    showSections();
    showItems();
    showTotals();
    showItem();
}

void CheckModel::showItem() {
    const auto* item = m_session ? m_opened->checklist->item(ss(m_item)) : nullptr;
    if (!item) return;
    const auto last = m_opened->lastVerdicts.find(item->id);
    m_view.show({*m_session, *item, m_opened->draft.photos, m_refusals, findingOf(item->id), m_opened->previous,
                 last == m_opened->lastVerdicts.end() ? std::nullopt : std::optional(last->second),
                 Settings::instance().language(), msOf(m_store.clock()().utc)});
}

std::optional<store::SignedFinding> CheckModel::findingOf(const std::string& item) const {
    for (const auto& offered : m_session->findings()) {
        if (offered.item != item) continue;
        const auto edited = m_opened->draft.findings.find(item);
        if (edited != m_opened->draft.findings.end()) return edited->second;
        // The record speaks the checklist's first language; what is shown before is what will be signed.
        return store::SignedFinding{
            item, std::string(checklist::severityName(offered.severity)), offered.text.in("zh"), {}, offered.due};
    }
    return std::nullopt;
}

namespace {

// Bonus items are in no total and count once they are answered: a section of nothing else says what it adds.
bool isBonus(const checklist::Checklist& list, const checklist::Section& section) {
    return !section.items.empty() && std::all_of(section.items.begin(), section.items.end(),
                                                 [&](std::size_t item) { return list.items[item].bonus; });
}

}  // namespace

void CheckModel::showSections() {
    const QString language = Settings::instance().language();
    std::vector<SectionRow> rows;
    for (const auto& section : m_opened->checklist->sections) {
        const auto state = m_session->section(section.id);
        if (!state.relevant) continue;
        SectionRow row;
        row.id = qs(section.id);
        row.title = qs(section.title, language);
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
        const bool bonus = isBonus(*m_opened->checklist, section);
        if (bonus && state.total > 0) {
            qint64 earned = 0;
            for (const std::size_t item : section.items)
                earned += m_session->item(m_opened->checklist->items[item].id).points;
            row.points = tr("+%1").arg(pointsText(earned));
            row.outcome = earned > 0 ? tr("有加分") : tr("没有加分");
            row.outcomeTone = earned > 0 ? QStringLiteral("pass") : QStringLiteral("na");
        }
        if (bonus && state.total == 0) {
            // "0 / 0, done" would be a lie: how many might be claimed.
            row.total = static_cast<int>(section.items.size());
            row.remark = tr("未填");
            row.points = QStringLiteral("—");
            row.outcome = row.remark;
            row.outcomeTone.clear();
        } else if (state.failed > 0) {
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
        rows.push_back(std::move(row));
    }
    m_sections.set(std::move(rows));
}

ItemRow CheckModel::rowOf(const checklist::Item& item) const {
    const QString language = Settings::instance().language();
    const auto state = m_session->item(item.id);
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
    for (const auto& lack : state.missing) {
        if (state.verdict == checklist::Verdict::unanswered) break;  // the dashed circle says it
        row.missing = qs(lack.sentence, language);
        break;
    }
    return row;
}

void CheckModel::showItems() {
    const auto* section = m_opened->checklist->section(ss(m_section));
    std::vector<ItemRow> rows;
    if (section) {
        for (const std::size_t index : section->items) {
            const auto& item = m_opened->checklist->items[index];
            if (m_session->item(item.id).relevant) rows.push_back(rowOf(item));
        }
    }
    m_items.set(std::move(rows));
    emit placeChanged();
}

// What was typed and cannot be kept, and all of it together where it is more than a record holds.
std::vector<MissingRow> CheckModel::refusedRows() const {
    const QString language = Settings::instance().language();
    std::vector<MissingRow> rows;
    for (const auto& refused : m_refusedNow) {
        const auto* item = m_opened->checklist->item(refused.item);
        MissingRow row;
        row.id = QStringLiteral("refused/%1/").arg(static_cast<int>(refused.kind)) + qs(refused.key);
        row.item = qs(refused.item);
        row.question = refused.kind == Refusal::Kind::answer ? qs(refused.key) : QString();
        row.no = item ? qs(item->no) : QString();
        row.text = item ? qs(item->text, language) : tr("现场情况，检查开始前要写明");
        row.sentence = tr("没有存上：%1").arg(refused.sentence());
        row.symbol = QStringLiteral("warning");
        rows.push_back(std::move(row));
    }
    if (const auto over = store::bytesTooMany(*m_session, m_opened->draft); over > 0) {
        const auto answers = m_session->answersToSign();
        std::string longest;
        std::size_t bytes = 0;
        for (const auto& [item, note] : answers.notes) {
            if (note.size() <= bytes) continue;
            bytes = note.size();
            longest = item;
        }
        MissingRow row;
        row.id = QStringLiteral("size");
        row.item = longest.empty() ? m_item : qs(longest);
        const auto* item = m_opened->checklist->item(longest);
        row.no = item ? qs(item->no) : QString();
        row.text = item ? tr("最长的情况说明：%1").arg(qs(item->text, language)) : QString();
        row.sentence =
            tr("文字太多，一条记录装不下：各处合起来请删去约 %1 个字。").arg(lettersText(static_cast<qsizetype>(over)));
        row.symbol = QStringLiteral("warning");
        rows.push_back(std::move(row));
    }
    return rows;
}

void CheckModel::showTotals() {
    const QString language = Settings::instance().language();
    m_totals = m_session->totals();
    showFacts();
    std::vector<MissingRow> missing = refusedRows();
    for (const auto& lack : m_session->missing()) {
        const auto* item = m_opened->checklist->item(lack.item);
        MissingRow row;
        row.id = qs(lack.item) + u'/' + qs(lack.question) + u'/' + qs(checklist::whatName(lack.what));
        row.item = qs(lack.item);
        row.question = lack.what == Missing::What::fact ? QString() : qs(lack.question);
        row.no = item ? qs(item->no) : QString();
        row.text = item                               ? qs(item->text, language)
                   : lack.what == Missing::What::fact ? tr("现场情况，检查开始前要写明")
                                                      : QString();
        row.sentence = qs(lack.sentence, language);
        row.symbol = lack.what == Missing::What::photo  ? QStringLiteral("photo")
                     : lack.what == Missing::What::note ? QStringLiteral("pen")
                     : lack.what == Missing::What::fact ? QStringLiteral("info")
                     : lack.what == Missing::What::answer || lack.what == Missing::What::verdict
                         ? QStringLiteral("shape-unanswered")
                         : QStringLiteral("warning");
        missing.push_back(std::move(row));
    }
    m_missing.set(std::move(missing));

    std::vector<FindingRow> findings;
    for (const auto& offered : m_session->findings()) {
        const auto* item = m_opened->checklist->item(offered.item);
        const auto finding = findingOf(offered.item);
        if (!finding) continue;
        findings.push_back({qs(offered.item), item ? qs(item->no) : QString(), qs(finding->text), qs(finding->severity),
                            qs(finding->where), qs(finding->due)});
    }
    m_findings.set(std::move(findings));
    emit totalsChanged();
}

}  // namespace plumb::mobile
