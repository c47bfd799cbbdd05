// What a session knows beyond its answers: the trail, the visit before, the re-check, what the standards say.
#include <algorithm>

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/evaluate/visit_missing.h"
#include "shared/checklist/score/list_findings.h"
#include "shared/checklist/score/recheck.h"
#include "shared/checklist/session/session.h"

namespace plumb::checklist {

void Session::log(AuditEntry::Kind kind, std::string id, std::string before, std::string after) {
    auto located = m_locate ? m_locate() : Located{};
    m_trail.append({0, m_run, m_clock(), m_monotonic() - m_begun, kind, std::move(id), std::move(before),
                    std::move(after), located.where, std::move(located.none)});
}

AuditEntry::Kind Session::kindOf(const Edit& edit) {
    switch (edit.kind) {
        case Edit::Kind::notApplicable:
            return AuditEntry::Kind::notApplicable;
        case Edit::Kind::note:
            return AuditEntry::Kind::note;
        case Edit::Kind::fact:
            return AuditEntry::Kind::fact;
        case Edit::Kind::photos:
            return AuditEntry::Kind::photos;
        case Edit::Kind::answer:
        case Edit::Kind::instances:
            break;
    }
    return AuditEntry::Kind::answer;
}

std::string Session::idOf(const Edit& edit) const {
    const bool answers = edit.kind == Edit::Kind::answer || edit.kind == Edit::Kind::instances;
    if (answers) return keyText(*m_checklist, edit.key);
    return edit.kind == Edit::Kind::fact ? m_checklist->facts[edit.item].id : m_checklist->items[edit.item].id;
}

void Session::logEdit(const Edit& edit, bool forward) {
    if (edit.kind == Edit::Kind::instances) return;  // told answer by answer
    log(kindOf(edit), idOf(edit), forward ? edit.before : edit.after, forward ? edit.after : edit.before);
}

void Session::beginRecheck(const Answers& before) {
    const auto recheck = recheckOf(*m_checklist, before);
    if (!recheck) {
        m_dropped.push_back(recheck.error());
        return;
    }
    m_stands.assign(m_checklist->items.size(), 1);
    for (const auto& item : recheck->items) m_stands[*m_checklist->itemIndex(item)] = 0;
    for (const auto& item : recheck->unseenItems) m_stands[*m_checklist->itemIndex(item)] = 0;
    fill(*m_evaluation, recheck->carried);
}

void Session::standByEvidence() {
    if (m_stands.empty()) return;
    for (std::size_t i = 0; i < m_stands.size(); ++i) {
        if (m_stands[i]) m_evaluation->setPhotos(i, std::max(m_evaluation->photos(i), photosNeeded(*m_evaluation, i)));
    }
    m_evaluation->settle();
}

Result<void> Session::mayChange(std::size_t item, const std::optional<AnswerKey>& key) const {
    if (m_stands.empty() || !m_stands[item]) return {};
    if (key && !m_previous->value(*key).relevant) return {};
    return fail(ErrorKind::refused, "not_asked",
                "item " + m_checklist->items[item].id + " is not asked in this re-check: it stands");
}

bool Session::asks(std::size_t item) const {
    if (!m_evaluation->itemRelevant(item)) return false;
    if (m_stands.empty() || !m_stands[item]) return true;
    // What a corrected answer elsewhere made relevant has to be asked in an item that stands.
    const auto& questions = m_checklist->items[item].questions;
    return std::any_of(questions.begin(), questions.end(), [&](std::size_t q) {
        return m_checklist->questions[q].isAsked() && m_evaluation->question(q).relevant &&
               !m_previous->question(q).relevant;
    });
}

std::vector<std::string> Session::askedItems() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < m_checklist->items.size(); ++i) {
        if (asks(i)) out.push_back(m_checklist->items[i].id);
    }
    return out;
}

std::vector<Finding> Session::findings(const StandardTable& table) const {
    return onlyFindings(listFindings(*m_evaluation, dayOf(m_clock()), table));
}

std::vector<Finding> Session::advice(const StandardTable& table) const {
    return onlyAdvice(listFindings(*m_evaluation, dayOf(m_clock()), table));
}

std::vector<Warning> Session::warnings(const StandardTable& table) const {
    return listWarnings(*m_evaluation, dayOf(m_clock()), table);
}

}  // namespace plumb::checklist
