#include "mobile/assess/assess_filled.h"

#include <algorithm>

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

using checklist::Verdict;

constexpr std::size_t kWorst = 3;

std::size_t outermost(const checklist::Checklist& list, std::size_t section) {
    while (list.sections[section].parent) section = *list.sections[section].parent;
    return section;
}

// Who answered most first; among equals who did it last.
QStringList inOrder(const std::map<QString, std::pair<int, qint64>>& people) {
    QStringList out;
    for (const auto& [name, done] : people) out.append(name);
    std::ranges::stable_sort(out, [&](const QString& a, const QString& b) { return people.at(a) > people.at(b); });
    return out;
}

class Teller {
  public:
    Teller(AssessInfo& info, const AssessFilled& filled)
        : m_info(info), m_filled(filled), m_list(filled.session.checklist()) {
        for (const auto& section : m_list.sections) {
            if (section.parent) continue;
            AssessSection row;
            row.id = qs(section.id);
            row.title = section.title;
            m_rows[outermost(m_list, static_cast<std::size_t>(&section - m_list.sections.data()))] = std::move(row);
        }
    }

    void tell() {
        for (const auto& item : m_list.items) {
            const auto state = m_filled.session.item(item.id);
            if (state.relevant) add(item, state);
        }
        for (auto& [index, row] : m_rows) {
            if (row.total == 0) continue;  // nothing of it is asked
            row.people = inOrder(m_people[index]);
            if (m_lastPoints.contains(index)) row.last = m_lastPoints[index];
            m_info.sections.push_back(std::move(row));
        }
        for (const auto& row : m_info.sections) {
            m_info.filesHave += row.filesHave;
            m_info.filesNeeded += row.filesNeeded;
            m_info.filesLacking += row.filesLacking;
        }
        const auto totals = m_filled.session.totals();
        m_info.answered = totals.answered;
        m_info.total = totals.total;
        m_info.missing = totals.missing;
        m_info.points = totals.earned;
        m_info.people = static_cast<int>(m_everybody.size());
        m_info.line = planLine(m_info.line.opens, m_info.line.closes, m_info.line.today, totals.total, m_days);
        tellNext();
        if (m_info.last) tellWorst();
    }

  private:
    void add(const checklist::Item& item, const checklist::ItemState& state) {
        const std::size_t index = outermost(m_list, item.section);
        auto& row = m_rows[index];
        const bool answered = state.verdict != Verdict::unanswered;
        row.answered += answered;
        ++row.total;
        row.missing += static_cast<int>(state.missing.size());
        row.filesNeeded += state.photosNeeded;
        row.filesHave += std::min(state.photos, state.photosNeeded);
        row.filesLacking += std::max(0, state.photosNeeded - state.photos);
        if (!item.advisory && !item.bonus && state.verdict != Verdict::notApplicable)
            row.max += answered ? state.max : item.points;
        if (answered && !item.advisory) row.points += state.points;
        if (!state.missing.empty() && m_firstMissing.emplace(index, item.id).second) row.next = qs(item.id);
        if (row.next.isEmpty()) row.next = qs(item.id);
        if (const auto files = m_filled.documents.find(item.id); files != m_filled.documents.end())
            row.documents += files->second;
        if (const auto conflict = m_filled.conflicts.find(item.id); conflict != m_filled.conflicts.end())
            row.conflicts += conflict->second;
        if (const auto touch = m_filled.touches.find(item.id); touch != m_filled.touches.end()) {
            const qint64 at = msOf(touch->second.newest.utc);
            row.touchedMs = std::max(row.touchedMs, at);
            auto& [count, newest] = m_people[index][touch->second.who];
            ++count;
            newest = std::max(newest, at);
            m_everybody[touch->second.who] = true;
            if (answered) m_days.push_back(dayOf(touch->second.first));
        } else if (answered) {
            m_days.push_back(m_info.line.today);  // by a form's own defaults
        }
        const auto* then = m_filled.inspected ? m_filled.inspected->item(item.id) : nullptr;
        if (then && !item.advisory) m_lastPoints[index] += then->points;
    }

    void tellNext() {
        for (const auto& item : m_list.items) {
            const auto state = m_filled.session.item(item.id);
            if (!state.relevant || state.missing.empty()) continue;
            m_info.next = qs(item.id);
            m_info.nextNo = qs(item.no);
            m_info.nextText = item.text;
            return;
        }
    }

    void tellWorst() {
        if (!m_filled.inspected || !m_filled.inspected->items) return;
        auto& worst = m_info.last->worst;
        for (const auto& then : *m_filled.inspected->items) {
            const auto* item = m_list.item(then.id);
            if (!item || item->advisory || then.points >= then.max) continue;
            const auto state = m_filled.session.item(then.id);
            worst.push_back({qs(item->id), qs(item->no), item->text, then.max - then.points, then.verdict,
                             state.relevant ? state.verdict : Verdict::notApplicable});
        }
        std::ranges::stable_sort(worst, std::ranges::greater{}, &AssessWorst::lost);
        if (worst.size() > kWorst) worst.resize(kWorst);
    }

    AssessInfo& m_info;
    const AssessFilled& m_filled;
    const checklist::Checklist& m_list;
    std::map<std::size_t, AssessSection> m_rows;  // by the section's index: in document order
    std::map<std::size_t, std::string> m_firstMissing;
    std::map<std::size_t, checklist::Points> m_lastPoints;
    std::map<std::size_t, std::map<QString, std::pair<int, qint64>>> m_people;
    std::map<QString, bool> m_everybody;
    std::vector<Day> m_days;
};

}  // namespace

void tellFilled(AssessInfo& info, const AssessFilled& filled) {
    Teller(info, filled).tell();
}

}  // namespace plumb::mobile
