#include "shared/checklist/score/missing.h"

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/score/list_missing.h"

namespace plumb::checklist {

namespace {

// "地块 2：" before what is said of one instance of a repeat.
LocalText inInstance(const Checklist& checklist, const AnswerKey& key, const LocalText& sentence) {
    if (key.instances.empty()) return sentence;
    const auto repeats = repeatsAround(checklist, key.question);
    LocalText out;
    for (const auto& [language, words] : sentence.all()) {
        std::string prefix;
        for (std::size_t i = 0; i < repeats.size(); ++i) {
            const std::string& label = checklist.questions[repeats[i]].label.in(language);
            prefix += (label.empty() ? checklist.questions[repeats[i]].id : label) + " " +
                      std::to_string(key.instances[i]) + (language == "zh" ? "：" : ": ");
        }
        out.add(language, prefix + words);
    }
    return out;
}

}  // namespace

void listMissing(const Evaluation& evaluation, std::size_t item, std::vector<Missing>& out) {
    const Checklist& checklist = evaluation.checklist();
    visitMissing(evaluation, item, [&](Missing::What what, const std::optional<AnswerKey>& key) {
        const auto question = key ? std::optional(key->question) : std::nullopt;
        const auto sentence = missingSentence(evaluation, item, what, question);
        out.push_back({checklist.items[item].id, key ? keyText(checklist, *key) : "", what,
                       key ? inInstance(checklist, *key, sentence) : sentence});
    });
}

void listMissingFacts(const Evaluation& evaluation, std::vector<Missing>& out) {
    const Checklist& checklist = evaluation.checklist();
    for (std::size_t f = 0; f < checklist.facts.size(); ++f) {
        if (checklist.facts[f].required && evaluation.fact(f).empty())
            out.push_back({"", checklist.facts[f].id, Missing::What::fact, missingFact(checklist.facts[f])});
    }
}

Result<std::vector<Missing>> missingOf(const Checklist& checklist, const Answers& answers,
                                       const std::map<std::string, int>& photos, std::string_view today) {
    const auto day = parseDay(today);
    if (!today.empty() && !day)
        return fail(ErrorKind::malformed, "bad_date", "\"" + std::string(today) + "\" is no day as YYYY-MM-DD");
    auto options = scoringOptions(answers);
    if (day) options.local.day = day;
    Evaluation evaluation(checklist, std::move(options));
    if (const auto errors = fill(evaluation, answers); !errors.empty()) return fail(joined(errors));
    for (const auto& [item, count] : photos) {
        if (const auto index = checklist.itemIndex(item)) evaluation.setPhotos(*index, count);
    }
    evaluation.settle();
    std::vector<Missing> out;
    listMissingFacts(evaluation, out);
    for (std::size_t i = 0; i < checklist.items.size(); ++i) listMissing(evaluation, i, out);
    return out;
}

}  // namespace plumb::checklist
