#include "shared/checklist/score/recheck.h"

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/fill.h"

namespace plumb::checklist {

Result<Recheck> recheckOf(const Checklist& checklist, const Answers& before) {
    Evaluation evaluation(checklist, scoringOptions(before));
    if (const auto errors = fill(evaluation, before); !errors.empty()) return fail(joined(errors));
    evaluation.settle();
    Recheck out;
    out.carried = before;
    for (const auto& key : evaluation.keys()) {
        if (evaluation.value(key).relevant) continue;
        out.unseenQuestions.insert(keyText(checklist, key));
        out.carried.values.erase(keyText(checklist, key));
    }
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Item& item = checklist.items[i];
        if (!evaluation.itemRelevant(i)) {
            out.unseenItems.insert(item.id);
            out.carried.na.erase(item.id);
            out.carried.notes.erase(item.id);
        }
        const Verdict verdict = evaluation.outcome(i).verdict;
        const bool fell = verdict == Verdict::fail || verdict == Verdict::part;
        const bool open = verdict == Verdict::unanswered && !item.advisory;
        if (item.bonus || !(fell || open)) continue;
        out.items.push_back(item.id);
        for (const auto q : item.questions) {
            for (const auto& key : evaluation.keysOf(q)) out.carried.values.erase(keyText(checklist, key));
        }
        out.carried.na.erase(item.id);
        out.carried.notes.erase(item.id);
    }
    return out;
}

Result<Answers> completed(const Checklist& checklist, const Recheck& recheck, const Answers& answers) {
    const std::set<std::string> asked(recheck.items.begin(), recheck.items.end());
    Answers out = recheck.carried;
    const auto put = [](std::map<std::string, std::string>& into, const std::string& id, const std::string& text,
                        bool may, const std::string& item) -> Result<void> {
        const auto place = into.find(id);
        if (!may && (place == into.end() || place->second != text))
            return fail(ErrorKind::refused, "not_asked", "item " + item + " is not asked in this re-check: it stands");
        into[id] = text;
        return {};
    };
    for (const auto& [id, text] : answers.values) {
        const auto key = parseKey(checklist, id);
        if (!key) return fail(unknownQuestion(checklist, id));
        const std::string& item = checklist.items[checklist.questions[key->question].item].id;
        const bool may = asked.count(item) || recheck.unseenQuestions.count(id);
        if (auto good = put(out.values, id, text, may, item); !good) return fail(good.error());
    }
    for (auto [given, into] : {std::pair{&answers.na, &out.na}, std::pair{&answers.notes, &out.notes}}) {
        for (const auto& [item, text] : *given) {
            if (!checklist.item(item)) return fail(unknownItem(checklist, item));
            const bool may = asked.count(item) || recheck.unseenItems.count(item);
            if (auto good = put(*into, item, text, may, item); !good) return fail(good.error());
        }
    }
    for (const auto& [fact, text] : answers.facts) out.facts[fact] = text;
    if (answers.local) out.local = answers.local;
    return out;
}

}  // namespace plumb::checklist
