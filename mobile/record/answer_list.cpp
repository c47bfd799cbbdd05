#include "mobile/record/answer_list.h"

#include <algorithm>
#include <charconv>

#include "mobile/ui/text.h"
#include "shared/checklist/model/answer_key.h"

namespace plumb::mobile {

namespace {

using checklist::AnswerKey;
using checklist::QuestionType;

class Lister {
  public:
    Lister(const checklist::Checklist& checklist, const checklist::Item& item,
           const std::map<std::string, std::string>& values, const checklist::ValueAt& valueAt)
        : m_checklist(checklist), m_item(item), m_values(values), m_valueAt(valueAt) {}

    void list(std::optional<std::size_t> parent, const std::vector<std::uint32_t>& instances, int depth) {
        for (const std::size_t index : m_item.questions) {
            const auto& question = m_checklist.questions[index];
            if (question.parent != parent) continue;
            const std::string key = checklist::keyText(m_checklist, AnswerKey{index, instances});
            if (question.type == QuestionType::group) {
                under({labelOf(question, instances), nullptr, {}, depth, 0, true}, index, instances);
            } else if (question.type == QuestionType::repeat) {
                const auto many = countOf(key);
                for (std::uint32_t instance = 1; instance <= many; ++instance) {
                    auto inner = instances;
                    inner.push_back(instance);
                    under({labelOf(question, inner), nullptr, {}, depth, instance, true}, index, inner);
                }
            } else if (const auto value = m_values.find(key); value != m_values.end() && !value->second.empty()) {
                auto label = labelOf(question, instances);
                if (label.empty()) label = checklist::LocalText(question.id, question.id);
                out.push_back({std::move(label), &question, value->second, depth, 0, false});
                const auto files = qs(value->second).split(u' ', Qt::SkipEmptyParts);
                if (question.type == QuestionType::audio) out.back().sounds = files;
                if (question.type == QuestionType::video) out.back().films = files;
                out.back().recordings = out.back().sounds.size() + out.back().films.size();
            }
        }
    }

    std::vector<AnswerInfo> out;

  private:
    [[nodiscard]] checklist::LocalText labelOf(const checklist::Question& question,
                                               const std::vector<std::uint32_t>& instances) const {
        return checklist::filledLabel(m_checklist, question.label, instances, m_valueAt);
    }

    // A group that holds no answer has no heading; every instance has one, since how many there are is an answer too.
    void under(AnswerInfo heading, std::size_t index, const std::vector<std::uint32_t>& instances) {
        const bool instance = heading.instance > 0;
        const bool titled = instance || !heading.label.empty();
        if (instance && heading.label.empty())
            heading.label = checklist::LocalText(m_checklist.questions[index].id, m_checklist.questions[index].id);
        const int depth = heading.depth + (titled ? 1 : 0);
        if (titled) out.push_back(std::move(heading));
        const std::size_t before = out.size();
        list(index, instances, depth);
        if (titled && !instance && out.size() == before) out.pop_back();
    }

    // One where nobody has said, provided that anything was answered in it.
    [[nodiscard]] std::uint32_t countOf(const std::string& key) const {
        const auto stated = m_values.find(key);
        if (stated == m_values.end() || stated->second.empty()) {
            const std::string first = key + "[1]/";
            const auto inside = m_values.lower_bound(first);
            return inside != m_values.end() && inside->first.starts_with(first) ? 1 : 0;
        }
        std::uint32_t count = 0;
        std::from_chars(stated->second.data(), stated->second.data() + stated->second.size(), count);
        return std::min(count, checklist::kMostInstances);
    }

    const checklist::Checklist& m_checklist;
    const checklist::Item& m_item;
    const std::map<std::string, std::string>& m_values;
    const checklist::ValueAt& m_valueAt;
};

}  // namespace

std::vector<AnswerInfo> answersOf(const checklist::Checklist& checklist, const checklist::Item& item,
                                  const std::map<std::string, std::string>& values, const checklist::ValueAt& valueAt) {
    const checklist::ValueAt stated = [&](const AnswerKey& key) {
        const auto found = values.find(checklist::keyText(checklist, key));
        return found == values.end() ? std::string() : found->second;
    };
    Lister lister(checklist, item, values, valueAt ? valueAt : stated);
    lister.list(std::nullopt, {}, 0);
    return std::move(lister.out);
}

}  // namespace plumb::mobile
