#include "shared/checklist/evaluate/filled_label.h"

#include <algorithm>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/value_text.h"

namespace plumb::checklist {
namespace {

std::string filled(const Checklist& checklist, const std::string& words, const std::string& language,
                   const std::vector<std::uint32_t>& instances, const ValueAt& valueAt) {
    std::string text;
    std::size_t at = 0;
    for (;;) {
        const auto open = words.find("${", at);
        const auto close = open == std::string::npos ? open : words.find('}', open);
        if (close == std::string::npos) break;
        text += words.substr(at, open - at);
        at = close + 1;
        const auto named = checklist.questionIndex(std::string_view(words).substr(open + 2, close - open - 2));
        if (!named) continue;
        AnswerKey key{*named, instances};
        key.instances.resize(std::min(key.instances.size(), repeatsAround(checklist, *named).size()));
        text += displayValue(checklist.questions[*named], valueAt(key), language);
    }
    return text + words.substr(at);
}

}  // namespace

LocalText filledLabel(const Checklist& checklist, const LocalText& label, const std::vector<std::uint32_t>& instances,
                      const ValueAt& valueAt) {
    LocalText out;
    for (const auto& [language, words] : label.all())
        out.add(language, filled(checklist, words, language, instances, valueAt));
    return out;
}

LocalText filledLabel(const Checklist& checklist, const LocalText& label, const std::vector<std::uint32_t>& instances,
                      const Evaluation& evaluation) {
    return filledLabel(checklist, label, instances,
                       [&evaluation](const AnswerKey& key) { return evaluation.value(key).text; });
}

}  // namespace plumb::checklist
