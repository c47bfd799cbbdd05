// The states that a screen shows, read off the evaluation.
#include <cassert>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/score/explain.h"
#include "shared/checklist/score/grade.h"
#include "shared/checklist/score/list_missing.h"
#include "shared/checklist/session/session.h"

namespace plumb::checklist {

QuestionState Session::question(std::string_view id) const {
    QuestionState out;
    const auto key = parseKey(*m_checklist, id);
    assert(key);
    if (!key) return out;
    const Question& question = m_checklist->questions[key->question];
    const QuestionValue value = m_evaluation->value(*key);
    out.label = labelOf(*key);
    out.value = value.text;
    out.relevant = value.relevant;
    out.required = value.relevant && m_evaluation->required(*key);
    out.readOnly = m_evaluation->readOnly(*key);
    out.valid = m_evaluation->valid(*key);
    if (!out.valid) out.problem = missingSentence(*m_evaluation, question.item, Missing::What::invalid, key->question);
    out.limits = limitsText(*m_evaluation, key->question);
    if (m_previous) out.previous = m_previous->value(*key).text;
    if (question.limits && value.number) {
        const auto within = m_evaluation->within(*value.number, *question.limits);
        out.judged = !within ? Judged::none : *within ? Judged::within : Judged::outside;
    }
    return out;
}

ItemState Session::item(std::string_view id) const {
    ItemState out;
    const auto index = m_checklist->itemIndex(id);
    assert(index);
    if (!index) return out;
    const Outcome& outcome = m_evaluation->outcome(*index);
    out.relevant = m_evaluation->itemRelevant(*index);
    out.verdict = outcome.verdict;
    out.points = outcome.points;
    out.max = outcome.max;
    out.explanation = explainItem(*m_evaluation, *index);
    listMissing(*m_evaluation, *index, out.missing);
    out.naReason = m_evaluation->naReason(*index);
    out.note = m_evaluation->note(*index);
    out.photos = m_evaluation->photos(*index);
    out.photosNeeded = photosNeeded(*m_evaluation, *index);
    out.asked = asks(*index);
    if (m_previous) {
        const Outcome& before = m_previous->outcome(*index);
        out.previous = PreviousItem{before.verdict, before.points, before.max, m_previous->naReason(*index),
                                    m_previous->note(*index)};
    }
    return out;
}

SectionState Session::section(std::string_view id) const {
    SectionState out;
    const Section* section = m_checklist->section(id);
    assert(section);
    if (!section) return out;
    const auto index = static_cast<std::size_t>(section - m_checklist->sections.data());
    const Sums& sums = m_evaluation->sectionSums(index);
    out.relevant = m_evaluation->sectionRelevant(index);
    out.answered = sums.answered;
    out.total = sums.total;
    out.missing = sums.missing;
    out.failed = sums.failed;
    out.part = sums.part;
    out.points = sums.points;
    out.max = sums.max;
    return out;
}

Totals Session::totals() const {
    const Sums& sums = m_evaluation->sums();
    const Standing standing = standingOf(*m_evaluation);
    const Total& total = standing.total;
    Totals out;
    out.answered = sums.answered;
    out.total = sums.total;
    std::vector<Missing> facts;
    listMissingFacts(*m_evaluation, facts);
    out.missing = sums.missing + static_cast<int>(facts.size());
    out.failed = sums.failed;
    out.part = sums.part;
    out.points = total.points;
    out.max = total.max;
    out.earned = sums.points;
    out.judged = sums.judged;
    out.complete = sums.open == 0;
    for (const auto item : m_evaluation->vetoes()) out.vetoes.push_back(m_checklist->items[item].id);
    if (const auto grade = gradeOf(*m_checklist, standing)) {
        out.grade = m_checklist->grades[*grade].id;
        out.gradeLabel = m_checklist->grades[*grade].label;
        out.gradeAdvice = m_checklist->grades[*grade].advice;
    }
    if (!m_checklist->bonusItems.empty()) {
        out.base = total.base;
        out.bonus = total.bonus;
    }
    for (std::size_t l = 0; l < standing.levels.size(); ++l)
        out.levels.push_back({m_checklist->levels[l].id, standing.levels[l].ok, standing.levels[l].applicable});
    for (const auto item : m_evaluation->blocked()) out.blocked.push_back(m_checklist->items[item].id);
    out.explanation = explainTotal(*m_evaluation);
    out.gradeExplanation = explainGrade(*m_checklist, standing);
    return out;
}

}  // namespace plumb::checklist
