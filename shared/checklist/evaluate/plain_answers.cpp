#include "shared/checklist/evaluate/plain_answers.h"

namespace plumb::checklist {
namespace {

// What a canonical text is worth in expressions.
form::DataType typeOf(const Question& question, bool number) {
    if (number) return form::DataType::decimal;
    return question.type == QuestionType::date ? form::DataType::date : form::DataType::string;
}

tl::unexpected<Error> noRepeat(const Checklist& checklist, const AnswerKey& repeat) {
    return fail(ErrorKind::notFound, "unknown_question", "there is no repeat " + keyText(checklist, repeat));
}

}  // namespace

PlainAnswers::PlainAnswers(const FillState& state, Agenda& agenda)
    : AnswerSource(state, agenda), m_entered(state.checklist.questions.size()) {}

Result<void> PlainAnswers::set(const AnswerKey& key, std::string text) {
    m_entered[key.question] = std::move(text);
    m_agenda.mark(m_state.checklist.graph.questionPlace[key.question]);
    return {};
}

std::vector<AnswerKey> PlainAnswers::load(std::vector<std::pair<AnswerKey, std::string>> texts) {
    for (auto& [key, text] : texts) {
        m_entered[key.question] = std::move(text);
        m_agenda.mark(m_state.checklist.graph.questionPlace[key.question]);
    }
    return {};
}

Result<std::uint32_t> PlainAnswers::addInstance(const AnswerKey& repeat, std::uint32_t) {
    return noRepeat(m_state.checklist, repeat);
}

Result<void> PlainAnswers::removeInstance(const AnswerKey& repeat, std::uint32_t) {
    return noRepeat(m_state.checklist, repeat);
}

QuestionValue PlainAnswers::compute(std::size_t index, form::DataType& type) const {
    const Question& question = m_state.checklist.questions[index];
    QuestionValue now;
    now.relevant = m_state.itemRelevant[question.item] && m_state.holds(question.relevant);
    if (now.relevant && question.calculation) {
        now.waits = waits(*question.calculation);
        const Value value = m_state.compute(*question.calculation);
        if (value.kind == Value::Kind::number) {
            // Fifteen significant digits: what people see is what is compared, and binary noise is gone.
            now.number = Decimal::fromDouble(value.number);
            if (now.number) now.text = now.number->text();
            type = form::DataType::decimal;
        } else {
            now.text = form::xpath::textOf(value);
            if (value.kind == Value::Kind::date) type = form::DataType::date;
            if (value.kind == Value::Kind::boolean) type = form::DataType::boolean;
            if (value.kind == Value::Kind::text) now.number = Decimal::parse(now.text);
        }
    } else if (now.relevant) {
        now.text = m_entered[index];
        if (question.isNumber() && !now.text.empty()) now.number = Decimal::parse(now.text);
        type = typeOf(question, now.number.has_value());
    }
    return now;
}

bool PlainAnswers::isRequired(const AnswerKey& key) const {
    const Question& question = m_state.checklist.questions[key.question];
    return question.requiredIf ? m_state.holds(question.requiredIf) : question.required;
}

bool PlainAnswers::isValid(const AnswerKey& key) const {
    return m_state.question(key.question).blank() ||
           m_state.holds(m_state.checklist.questions[key.question].constraint, key.question);
}

std::vector<std::pair<std::string, LocalText>> PlainAnswers::choices(const AnswerKey& key) const {
    std::vector<std::pair<std::string, LocalText>> out;
    for (const auto& choice : m_state.checklist.questions[key.question].choices)
        out.emplace_back(choice.name, choice.label);
    return out;
}

}  // namespace plumb::checklist
