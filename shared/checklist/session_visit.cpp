// What a session knows beyond its answers: the trail, the visit before, the re-check, what the standards say.
#include "shared/checklist/civil_date.h"
#include "shared/checklist/evaluation.h"
#include "shared/checklist/fill.h"
#include "shared/checklist/list_findings.h"
#include "shared/checklist/recheck.h"
#include "shared/checklist/session.h"

namespace plumb::checklist {

void Session::log(TrailEntry::Kind kind, std::string id, std::string before, std::string after) {
    m_trail.append({0, m_run, m_clock(), m_monotonic() - m_begun, kind, std::move(id), std::move(before),
                    std::move(after), m_position});
}

void Session::logEdit(const Edit& edit, bool forward) {
    const auto kind = edit.kind == Edit::Kind::answer          ? TrailEntry::Kind::answer
                      : edit.kind == Edit::Kind::notApplicable ? TrailEntry::Kind::notApplicable
                                                               : TrailEntry::Kind::note;
    log(kind,
        edit.kind == Edit::Kind::answer ? m_checklist->questions[edit.index].id : m_checklist->items[edit.index].id,
        forward ? edit.before : edit.after, forward ? edit.after : edit.before);
}

void Session::beginRecheck(const Answers& before) {
    const auto recheck = recheckOf(*m_checklist, before);
    if (!recheck) {
        m_dropped.push_back(recheck.error());
        return;
    }
    m_stands.assign(m_checklist->items.size(), 1);
    for (const auto& item : recheck->items) m_stands[*m_checklist->itemIndex(item)] = 0;
    // What had no answer because it was not relevant may have to be asked now.
    for (std::size_t i = 0; i < m_stands.size(); ++i) {
        if (!m_previous->itemRelevant(i) && !m_previous->unneeded(i)) m_stands[i] = 0;
    }
    fill(*m_evaluation, recheck->carried);
}

Result<void> Session::mayChange(std::size_t item) const {
    if (m_stands.empty() || !m_stands[item]) return {};
    return fail(ErrorKind::refused, "not_asked",
                "item " + m_checklist->items[item].id + " is not asked in this re-check: it stands");
}

std::vector<std::string> Session::askedItems() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < m_checklist->items.size(); ++i) {
        if (m_evaluation->itemRelevant(i) && (m_stands.empty() || !m_stands[i]))
            out.push_back(m_checklist->items[i].id);
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
