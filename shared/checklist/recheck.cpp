#include "shared/checklist/recheck.h"

#include <set>

#include "shared/checklist/evaluation.h"
#include "shared/checklist/fill.h"

namespace plumb::checklist {

Result<Recheck> recheckOf(const Checklist& checklist, const Answers& before) {
    Evaluation evaluation(checklist, std::nullopt, false);
    if (const auto errors = fill(evaluation, before); !errors.empty()) return fail(joined(errors));
    evaluation.settle();
    Recheck out;
    out.carried = before;
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Item& item = checklist.items[i];
        const Verdict verdict = evaluation.outcome(i).verdict;
        const bool fell = verdict == Verdict::fail || verdict == Verdict::part;
        const bool open = verdict == Verdict::unanswered && !item.advisory;
        if (item.bonus || !(fell || open)) continue;
        out.items.push_back(item.id);
        for (const auto q : item.questions) out.carried.values.erase(checklist.questions[q].id);
        out.carried.na.erase(item.id);
        out.carried.notes.erase(item.id);
    }
    return out;
}

Result<Answers> completed(const Checklist& checklist, const Recheck& recheck, const Answers& answers) {
    const std::set<std::string> asked(recheck.items.begin(), recheck.items.end());
    Answers out = recheck.carried;
    const auto put = [&](std::map<std::string, std::string>& into, const std::string& id, const std::string& text,
                         const std::string& item) -> Result<void> {
        const auto [place, fresh] = into.emplace(id, text);
        if (fresh || place->second == text) return {};
        if (!asked.count(item))
            return fail(ErrorKind::refused, "not_asked", "item " + item + " is not asked in this re-check: it stands");
        place->second = text;
        return {};
    };
    for (const auto& [id, text] : answers.values) {
        const auto* question = checklist.question(id);
        if (!question) return fail(unknownQuestion(checklist, id));
        if (auto good = put(out.values, id, text, checklist.items[question->item].id); !good) return fail(good.error());
    }
    for (auto [given, into] : {std::pair{&answers.na, &out.na}, std::pair{&answers.notes, &out.notes}}) {
        for (const auto& [item, text] : *given) {
            if (!checklist.item(item)) return fail(unknownItem(checklist, item));
            if (auto good = put(*into, item, text, item); !good) return fail(good.error());
        }
    }
    for (const auto& [fact, text] : answers.facts) out.facts[fact] = text;
    return out;
}

}  // namespace plumb::checklist
