#include "shared/checklist/model/model.h"

#include <algorithm>
#include <array>

namespace plumb::checklist {
namespace {

template <class List>
auto byId(const List& list, std::string_view wanted) -> decltype(list.data()) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.id == wanted; });
    return found == list.end() ? nullptr : &*found;
}

constexpr std::array<std::string_view, 6> kVerdictNames{"unanswered", "pass", "part", "fail", "na", "not_relevant"};

}  // namespace

std::string_view verdictName(Verdict verdict) {
    return kVerdictNames.at(static_cast<std::size_t>(verdict));
}

std::optional<Verdict> verdictNamed(std::string_view name) {
    const auto found = std::find(kVerdictNames.begin(), kVerdictNames.end(), name);
    if (found == kVerdictNames.end()) return std::nullopt;
    return static_cast<Verdict>(found - kVerdictNames.begin());
}

std::string_view typeName(QuestionType type) {
    constexpr std::array names{
        "select_one", "select_multiple", "integer", "decimal", "text",        "date",     "barcode",  "image",
        "note",       "calculate",       "range",   "rank",    "time",        "dateTime", "geopoint", "geotrace",
        "geoshape",   "audio",           "video",   "file",    "acknowledge", "hidden",   "metadata", "group",
        "repeat"};
    return names.at(static_cast<std::size_t>(type));
}

std::string_view ruleName(RuleKind kind) {
    constexpr std::array names{"choice", "limits", "judge", "deduct", "band", "ratio", "count", "record", "within"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view severityName(Severity severity) {
    constexpr std::array names{"minor", "major", "critical"};
    return names.at(static_cast<std::size_t>(severity));
}

std::string_view bindingName(Binding binding) {
    constexpr std::array names{"unstated", "law", "declared", "contract", "taskbook", "none"};
    return names.at(static_cast<std::size_t>(binding));
}

std::string_view measureName(Measure::Kind kind) {
    constexpr std::array names{"days", "mean", "min", "max", "sum", "passRate"};
    return names.at(static_cast<std::size_t>(kind));
}

const Choice* Question::choice(std::string_view name) const {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.name == name; });
    return found == choices.end() ? nullptr : &*found;
}

std::optional<Force> Item::force() const {
    std::optional<Force> out;
    for (const auto& standard : standards) {
        if (!out || standard.force == Force::mandatory) out = standard.force;
    }
    return out;
}

const Section* Checklist::section(std::string_view wanted) const {
    return byId(sections, wanted);
}
const Grade* Checklist::grade(std::string_view wanted) const {
    return byId(grades, wanted);
}

std::optional<std::size_t> Checklist::factIndex(std::string_view wanted) const {
    const auto* found = byId(facts, wanted);
    return found ? std::optional(static_cast<std::size_t>(found - facts.data())) : std::nullopt;
}

const Item* Checklist::item(std::string_view wanted) const {
    const auto index = itemIndex(wanted);
    return index ? &items[*index] : nullptr;
}

const Question* Checklist::question(std::string_view wanted) const {
    const auto index = questionIndex(wanted);
    return index ? &questions[*index] : nullptr;
}

std::optional<std::size_t> Checklist::itemIndex(std::string_view wanted) const {
    const auto found = m_items.find(wanted);
    return found == m_items.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Checklist::questionIndex(std::string_view wanted) const {
    const auto found = m_questions.find(wanted);
    return found == m_questions.end() ? std::nullopt : std::optional(found->second);
}

void Checklist::indexNames() {
    m_items.clear();
    m_questions.clear();
    preconditions.clear();
    bonusItems.clear();
    vetoItems.clear();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].precondition != Precondition::none) preconditions.push_back(i);
        if (items[i].bonus) bonusItems.push_back(i);
        if (items[i].veto) vetoItems.push_back(i);
    }
    for (std::size_t i = 0; i < items.size(); ++i) m_items.emplace(items[i].id, i);
    for (std::size_t i = 0; i < questions.size(); ++i) m_questions.emplace(questions[i].id, i);
}

}  // namespace plumb::checklist
