#include "shared/checklist/evaluate/form_answers.h"

#include <algorithm>
#include <iterator>

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/tuning.h"

namespace plumb::checklist {
namespace {

// What a text of a form is worth in the rules of items.
form::DataType typeOf(const Question& question, const QuestionValue& value) {
    if (value.number) return form::DataType::decimal;
    const bool calculated = question.calculation.has_value();
    if (calculated && (value.text == "true" || value.text == "false")) return form::DataType::boolean;
    const bool day = question.type == QuestionType::date || (calculated && parseDay(value.text));
    return day ? form::DataType::date : form::DataType::string;
}

// The number that a text says; calculated ones are written as decimals already (FormFilling).
void takeNumber(const Question& question, QuestionValue& value) {
    if (!value.text.empty() && (question.isNumber() || question.calculation)) value.number = Decimal::parse(value.text);
}

bool reads(const std::vector<FactTest>& tests, std::size_t fact) {
    return std::any_of(tests.begin(), tests.end(), [&](const FactTest& test) { return test.fact == fact; });
}

Clock clockOf(Clock clock, const LocalDay& local) {
    if (clock) return clock;
    return [midnight = midnightOf(local)] { return midnight; };
}

}  // namespace

FormAnswers::FormAnswers(const FillState& state, Agenda& agenda, Clock clock, bool fresh)
    : AnswerSource(state, agenda),
      m_nodes(*state.checklist.form),
      m_form(state.checklist, clockOf(std::move(clock), state.local), fresh) {
    for (std::size_t fact = 0; fact < state.checklist.facts.size(); ++fact) setGates(fact);
    if (m_nodes.startGate != FormNodes::kNone) m_form.setGate(m_nodes.startGate, true);
}

Result<void> FormAnswers::set(const AnswerKey& key, std::string text) {
    return m_form.set(m_form.find(key), text);
}

std::vector<AnswerKey> FormAnswers::load(std::vector<std::pair<AnswerKey, std::string>> texts) {
    m_agenda.markAll();
    return m_form.load({std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end())});
}

Result<std::uint32_t> FormAnswers::addInstance(const AnswerKey& repeat, std::uint32_t like) {
    return m_form.add(repeat, like);
}

Result<void> FormAnswers::removeInstance(const AnswerKey& repeat, std::uint32_t instance) {
    return m_form.remove(repeat, instance);
}

void FormAnswers::takeFact(std::size_t fact) {
    m_form.setFact(fact, m_state.fact(fact));
    setGates(fact);
}

void FormAnswers::takeStart() {
    m_form.setGate(m_nodes.startGate, !m_state.cannotStart);
}

// What a form says of facts: the gates of whatever this fact decides.
void FormAnswers::setGates(std::size_t fact) {
    const Checklist& checklist = m_state.checklist;
    for (std::size_t s = 0; s < checklist.sections.size(); ++s) {
        const auto& tests = checklist.sections[s].applies;
        if (reads(tests, fact)) m_form.setGate(m_nodes.sectionGates[s], m_state.applies(tests));
    }
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const auto& tests = checklist.items[i].applies;
        if (reads(tests, fact)) m_form.setGate(m_nodes.itemGates[i], m_state.applies(tests));
    }
}

void FormAnswers::markTouched(std::vector<AnswerKey>& keys) {
    const Checklist& checklist = m_state.checklist;
    const auto touched = m_form.takeTouched();
    for (const auto s : touched.sections) m_agenda.mark(checklist.graph.sectionPlace[s]);
    for (const auto i : touched.items) m_agenda.mark(checklist.graph.itemPlace[i]);
    for (const auto q : touched.questions) {
        m_agenda.mark(checklist.graph.questionPlace[q]);
        m_agenda.mark(checklist.graph.outcomePlace[checklist.questions[q].item]);
    }
    keys.insert(keys.end(), touched.keys.begin(), touched.keys.end());
}

// Bare sections and items have no group in the form: their own conditions are all there is.
bool FormAnswers::sectionRelevant(std::size_t section) const {
    const auto node = m_nodes.sections[section];
    return node == FormNodes::kNone ? sectionHolds(section) : m_form.isRelevant(node);
}

bool FormAnswers::itemAsked(std::size_t item) const {
    const auto node = m_nodes.items[item];
    return node == FormNodes::kNone ? itemHolds(item) : m_form.isRelevant(node);
}

// Of a question in a repeat what all instances say, one after the other, and no number.
QuestionValue FormAnswers::compute(std::size_t index, form::DataType& type) const {
    const Question& question = m_state.checklist.questions[index];
    QuestionValue now;
    for (const auto node : m_form.instances(index)) {
        if (!m_form.relevant(node)) continue;
        now.relevant = true;
        const std::string& text = m_form.text(node);
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

std::vector<AnswerKey> FormAnswers::keysOf(std::size_t question) const {
    const auto& around = m_state.checklist.questions[question].repeat;
    if (!around) return {{question, {}}};
    std::vector<AnswerKey> out;
    if (m_state.checklist.questions[question].type == QuestionType::repeat) {
        // How many instances there are is said for each instance around, also where there are none.
        for (const auto node : m_form.instances(*around)) {
            auto instances = m_form.keyOf(*around, node).instances;
            instances.push_back(m_form.filling().tree()[node].position);
            out.push_back({question, std::move(instances)});
        }
        return out;
    }
    for (const auto node : m_form.instances(question)) out.push_back(m_form.keyOf(question, node));
    return out;
}

bool FormAnswers::has(const AnswerKey& key) const {
    return m_form.find(key) != form::kNone ||
           (m_state.checklist.questions[key.question].type == QuestionType::repeat && m_form.hasParent(key));
}

std::string FormAnswers::entered(const AnswerKey& key) const {
    const Question& question = m_state.checklist.questions[key.question];
    if (question.type == QuestionType::repeat) {
        // One instance is what a form begins with: nobody has to say so.
        const auto count = m_form.count(key);
        return m_form.isCounted(key.question) || count == 1 ? std::string() : std::to_string(count);
    }
    const auto node = question.isKept() ? m_form.find(key) : form::kNone;
    return node == form::kNone ? std::string() : m_form.text(node);
}

QuestionValue FormAnswers::value(const AnswerKey& key) const {
    const Question& question = m_state.checklist.questions[key.question];
    if (question.type == QuestionType::repeat) {
        QuestionValue out;
        out.relevant = m_form.isRepeatRelevant(key);
        return out;
    }
    if (!question.repeat) return m_state.question(key.question);
    QuestionValue out;
    const auto node = m_form.find(key);
    out.relevant = node != form::kNone && m_form.relevant(node);
    if (!out.relevant || question.isContainer()) return out;
    out.text = m_form.text(node);
    takeNumber(question, out);
    return out;
}

bool FormAnswers::isRequired(const AnswerKey& key) const {
    const auto node = m_form.find(key);
    return node != form::kNone && m_form.filling().required(node);
}

bool FormAnswers::isValid(const AnswerKey& key) const {
    const auto node = m_form.find(key);
    return node == form::kNone || m_form.filling().valid(node);
}

bool FormAnswers::isReadOnly(const AnswerKey& key) const {
    const auto node = m_form.find(key);
    return node == form::kNone || m_form.filling().readOnly(node);
}

std::vector<std::pair<std::string, LocalText>> FormAnswers::choices(const AnswerKey& key) const {
    std::vector<std::pair<std::string, LocalText>> out;
    const Question& question = m_state.checklist.questions[key.question];
    const auto node = m_form.find(key);
    if (node == form::kNone) {
        for (const auto& choice : question.choices) out.emplace_back(choice.name, choice.label);
        return out;
    }
    for (const auto& choice : m_form.filling().choices(node)) {
        const Choice* known = question.choice(choice.value);
        out.emplace_back(choice.value, known ? known->label : LocalText(choice.label, choice.label));
    }
    return out;
}

}  // namespace plumb::checklist
