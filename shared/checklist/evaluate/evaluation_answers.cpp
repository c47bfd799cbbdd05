// What an evaluation says of each answer: from its own lists where all questions are plain, else off the form.
#include <algorithm>
#include <cmath>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/form_filling.h"
#include "shared/checklist/model/civil_date.h"

namespace plumb::checklist {
namespace {

// Of what many copies say only the beginning is shown anywhere.
constexpr std::size_t kMostGathered = 200;

// What a text of a form is worth in the rules of items.
form::DataType typeOf(const Question& question, const QuestionValue& value) {
    if (value.number) return form::DataType::decimal;
    const bool calculated = question.calculation.has_value();
    if (calculated && (value.text == "true" || value.text == "false")) return form::DataType::boolean;
    const bool day = question.type == QuestionType::date || (calculated && parseDate(value.text));
    return day ? form::DataType::date : form::DataType::string;
}

// The number that a text says; calculated ones are written as decimals already (FormFilling).
void takeNumber(const Question& question, QuestionValue& value) {
    if (!value.text.empty() && (question.isNumber() || question.calculation)) value.number = Decimal::parse(value.text);
}

}  // namespace

std::vector<AnswerKey> Evaluation::keysOf(std::size_t question) const {
    const auto& around = m_checklist.questions[question].repeat;
    if (!m_form || !around) return {{question, {}}};
    std::vector<AnswerKey> out;
    if (m_checklist.questions[question].type == QuestionType::repeat) {
        // How many copies there are is said for each copy around, also where there are none.
        for (const auto node : m_form->copies(*around)) {
            auto copies = m_form->keyOf(*around, node).copies;
            copies.push_back(m_form->filling().tree()[node].position);
            out.push_back({question, std::move(copies)});
        }
        return out;
    }
    for (const auto node : m_form->copies(question)) out.push_back(m_form->keyOf(question, node));
    return out;
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

bool Evaluation::has(const AnswerKey& key) const {
    if (!m_form) return key.copies.empty();
    return m_form->find(key) != form::kNone ||
           (m_checklist.questions[key.question].type == QuestionType::repeat && m_form->hasParent(key));
}

std::string Evaluation::entered(const AnswerKey& key) const {
    const Question& question = m_checklist.questions[key.question];
    if (!m_form) return m_entered[key.question];
    if (question.type == QuestionType::repeat) {
        // One copy is what a form begins with: nobody has to say so.
        const auto count = m_form->count(key);
        return m_form->isCounted(key.question) || count == 1 ? std::string() : std::to_string(count);
    }
    const auto node = question.isKept() ? m_form->find(key) : form::kNone;
    return node == form::kNone ? std::string() : m_form->text(node);
}

QuestionValue Evaluation::value(const AnswerKey& key) const {
    const Question& question = m_checklist.questions[key.question];
    if (question.type == QuestionType::repeat) {
        QuestionValue out;
        out.relevant = m_form->isRepeatRelevant(key);
        return out;
    }
    if (!question.repeat) return m_questions[key.question];
    QuestionValue out;
    const auto node = m_form->find(key);
    out.relevant = node != form::kNone && m_form->relevant(node);
    if (!out.relevant || question.isContainer()) return out;
    out.text = m_form->text(node);
    takeNumber(question, out);
    return out;
}

// Of a question in a repeat what all copies say, one after the other, and no number.
QuestionValue Evaluation::formValue(std::size_t index, form::DataType& type) const {
    const Question& question = m_checklist.questions[index];
    QuestionValue now;
    for (const auto node : m_form->copies(index)) {
        if (!m_form->relevant(node)) continue;
        now.relevant = true;
        const std::string& text = m_form->text(node);
        if (question.isContainer() || text.empty() || now.text.size() > kMostGathered) continue;
        now.text.append(now.text.empty() ? "" : ", ").append(text);
    }
    if (!question.repeat && !question.isContainer()) {
        takeNumber(question, now);
        if (now.relevant && question.calculation) now.waits = waits(*question.calculation);
    }
    type = typeOf(question, now);
    return now;
}

bool Evaluation::required(const AnswerKey& key) const {
    const Question& question = m_checklist.questions[key.question];
    if (!question.isAsked()) return false;
    if (m_form) {
        const auto node = m_form->find(key);
        return node != form::kNone && m_form->filling().required(node);
    }
    return question.requiredIf ? holds(question.requiredIf) : question.required;
}

bool Evaluation::lacks(const AnswerKey& key) const {
    const QuestionValue value = this->value(key);
    return value.relevant && (value.waits || (value.blank() && required(key)));
}

bool Evaluation::lacks(std::size_t index) const {
    if (m_checklist.questions[index].repeat)
        return std::ranges::any_of(keysOf(index), [&](const AnswerKey& key) { return lacks(key); });
    const QuestionValue& value = m_questions[index];
    return value.relevant && (value.waits || (value.blank() && required({index, {}})));
}

bool Evaluation::valid(const AnswerKey& key) const {
    const auto& constraint = m_checklist.questions[key.question].constraint;
    if (!constraint || (constraint->readsToday && !m_local.day)) return true;
    if (m_form) {
        const auto node = m_form->find(key);
        return node == form::kNone || m_form->filling().valid(node);
    }
    return m_questions[key.question].blank() || holds(constraint, key.question);
}

bool Evaluation::readOnly(const AnswerKey& key) const {
    if (!m_checklist.questions[key.question].isInput()) return true;
    if (!m_form) return false;
    const auto node = m_form->find(key);
    return node == form::kNone || m_form->filling().readOnly(node);
}

std::map<AnswerKey, std::string> Evaluation::answersIn(const AnswerKey& repeat) const {
    std::map<AnswerKey, std::string> out{{repeat, std::to_string(m_form->count(repeat))}};
    for (std::size_t q = 0; q < m_checklist.questions.size(); ++q) {
        const Question& question = m_checklist.questions[q];
        const auto around = repeatsAround(m_checklist, q);
        if (std::ranges::find(around, repeat.question) == around.end()) continue;
        for (const auto& key : keysOf(q)) {
            const bool same = std::equal(repeat.copies.begin(), repeat.copies.end(), key.copies.begin());
            if (!same) continue;
            std::string text =
                question.type == QuestionType::repeat ? std::to_string(m_form->count(key)) : entered(key);
            if (!text.empty()) out.emplace(key, std::move(text));
        }
    }
    return out;
}

void Evaluation::replaceCopies(const AnswerKey& repeat, const std::map<AnswerKey, std::string>& texts) {
    m_form->removeAll(repeat);
    load({texts.begin(), texts.end()});
}

}  // namespace plumb::checklist
