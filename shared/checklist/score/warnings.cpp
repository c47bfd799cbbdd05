#include "shared/checklist/score/warnings.h"

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/visit_missing.h"
#include "shared/checklist/score/explain.h"
#include "shared/checklist/score/settled.h"

namespace plumb::checklist {

std::vector<Warning> listWarnings(const Evaluation& evaluation, Day today, const StandardTable& table) {
    std::vector<Warning> out;
    const Checklist& checklist = evaluation.checklist();
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Item& item = checklist.items[i];
        if (!evaluation.itemRelevant(i)) continue;
        for (const auto q : item.questions) {
            const auto& instrument = checklist.questions[q].instrument;
            if (!instrument || instrument->expiredBlocks || !calibrationEnded(evaluation, q)) continue;
            out.push_back({item.id, checklist.questions[q].id, Warning::What::calibration,
                           missingSentence(evaluation, i, Missing::What::calibration, q)});
        }
        for (auto& clause : clausesOf(checklist, item, table, today)) {
            if (!clause.sentence.empty())
                out.push_back({item.id, "", Warning::What::standard, std::move(clause.sentence)});
        }
    }
    return out;
}

Result<std::vector<Warning>> warningsOf(const Checklist& checklist, const Answers& answers, std::string_view today,
                                        const StandardTable& table) {
    const auto settled = settledOn(checklist, answers, today);
    if (!settled) return fail(settled.error());
    return listWarnings(*settled->evaluation, settled->day, table);
}

}  // namespace plumb::checklist
