// Answers in bulk: all that there is a place for, and those of one repeat, taken out and put back.
#include <algorithm>
#include <utility>

#include "shared/checklist/evaluate/evaluation.h"

namespace plumb::checklist {

std::vector<AnswerKey> Evaluation::load(std::vector<std::pair<AnswerKey, std::string>> texts) {
    return m_source->load(std::move(texts));
}

std::vector<AnswerKey> Evaluation::keys() const {
    std::vector<AnswerKey> out;
    for (std::size_t q = 0; q < m_checklist.questions.size(); ++q) {
        const Question& question = m_checklist.questions[q];
        const bool repeats = question.type == QuestionType::repeat;
        if (!question.isKept() && !repeats) continue;
        for (auto& key : keysOf(q)) out.push_back(std::move(key));
    }
    return out;
}

std::vector<std::pair<std::string, LocalText>> Evaluation::choices(const AnswerKey& key) const {
    return m_source->choices(key);
}

Result<std::uint32_t> Evaluation::addInstance(const AnswerKey& repeat, std::uint32_t like) {
    return m_source->addInstance(repeat, like);
}

Result<void> Evaluation::removeInstance(const AnswerKey& repeat, std::uint32_t instance) {
    return m_source->removeInstance(repeat, instance);
}

std::map<AnswerKey, std::string> Evaluation::answersIn(const AnswerKey& repeat) const {
    std::map<AnswerKey, std::string> out{{repeat, std::to_string(count(repeat))}};
    for (std::size_t q = 0; q < m_checklist.questions.size(); ++q) {
        const Question& question = m_checklist.questions[q];
        const auto around = repeatsAround(m_checklist, q);
        if (std::ranges::find(around, repeat.question) == around.end()) continue;
        for (const auto& key : keysOf(q)) {
            const bool same = std::equal(repeat.instances.begin(), repeat.instances.end(), key.instances.begin());
            if (!same) continue;
            std::string text = question.type == QuestionType::repeat ? std::to_string(count(key)) : entered(key);
            if (!text.empty()) out.emplace(key, std::move(text));
        }
    }
    return out;
}

void Evaluation::replaceInstances(const AnswerKey& repeat, const std::map<AnswerKey, std::string>& texts) {
    m_source->removeInstances(repeat);
    load({texts.begin(), texts.end()});
}

}  // namespace plumb::checklist
