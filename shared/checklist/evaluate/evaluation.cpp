#include "shared/checklist/evaluate/evaluation.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "shared/checklist/evaluate/form_filling.h"
#include "shared/checklist/evaluate/judge.h"
#include "shared/checklist/model/civil_date.h"

namespace plumb::checklist {
namespace {

// What a canonical text is worth in expressions.
form::DataType typeOf(const Question& question, bool number) {
    if (number) return form::DataType::decimal;
    return question.type == QuestionType::date ? form::DataType::date : form::DataType::string;
}

}  // namespace

Evaluation::Evaluation(const Checklist& checklist, EvaluationOptions options)
    : m_checklist(checklist),
      m_local(options.local),
      m_tracksMissing(options.tracksMissing),
      m_values(checklist.questions.size(), checklist.facts.size(), m_local.zone) {
    const std::size_t items = checklist.items.size(), questions = checklist.questions.size(),
                      sections = checklist.sections.size();
    m_entered.resize(questions);
    m_naReasons.resize(items);
    m_notes.resize(items);
    m_photos.resize(items);
    m_sectionRelevant.resize(sections);
    m_itemRelevant.resize(items);
    m_questions.resize(questions);
    m_types.resize(questions, form::DataType::string);
    m_outcomes.resize(items);
    m_itemSums.resize(items);
    m_ownSums.resize(sections);
    m_sectionSums.resize(sections);
    m_facts.resize(checklist.facts.size());
    m_unneeded.resize(items);
    m_marked.assign(checklist.graph.order.size(), 1);
    m_queue.resize(checklist.graph.order.size());
    for (std::uint32_t place = 0; place < m_queue.size(); ++place)
        m_queue[place] = place;  // ascending is a heap already
    if (!checklist.form) return;
    if (!options.clock) {
        options.clock = [midnight = midnightOf(m_local)] { return midnight; };
    }
    m_form = std::make_unique<FormFilling>(checklist, std::move(options.clock), options.fresh);
    for (std::size_t fact = 0; fact < m_facts.size(); ++fact) setGates(fact);
    if (checklist.form->startGate != FormNodes::kNone) m_form->setGate(checklist.form->startGate, true);
}

Evaluation::~Evaluation() = default;

void Evaluation::mark(std::uint32_t place) {
    if (m_marked[place]) return;
    m_marked[place] = 1;
    m_queue.push_back(place);
    std::push_heap(m_queue.begin(), m_queue.end(), std::greater<>());
}

Result<void> Evaluation::setEntered(const AnswerKey& key, std::string text) {
    if (m_form) return m_form->set(m_form->find(key), text);
    m_entered[key.question] = std::move(text);
    mark(m_checklist.graph.questionPlace[key.question]);
    return {};
}

std::vector<AnswerKey> Evaluation::load(std::vector<std::pair<AnswerKey, std::string>> texts) {
    if (m_form) {
        for (std::uint32_t place = 0; place < m_marked.size(); ++place) mark(place);
        return m_form->load({std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end())});
    }
    for (auto& [key, text] : texts) {
        m_entered[key.question] = std::move(text);
        mark(m_checklist.graph.questionPlace[key.question]);
    }
    return {};
}

std::optional<Error> Evaluation::takeOverflow() {
    return m_form ? m_form->takeOverflow() : std::nullopt;
}

Result<std::uint32_t> Evaluation::addCopy(const AnswerKey& repeat, std::uint32_t like) {
    return m_form->add(repeat, like);
}

Result<void> Evaluation::removeCopy(const AnswerKey& repeat, std::uint32_t copy) {
    return m_form->remove(repeat, copy);
}

void Evaluation::setNaReason(std::size_t item, std::string reason) {
    m_naReasons[item] = std::move(reason);
    mark(m_checklist.graph.outcomePlace[item]);
}

void Evaluation::setNote(std::size_t item, std::string note) {
    m_notes[item] = std::move(note);
    mark(m_checklist.graph.outcomePlace[item]);
}

void Evaluation::setPhotos(std::size_t item, int photos) {
    m_photos[item] = photos;
    mark(m_checklist.graph.outcomePlace[item]);
}

void Evaluation::setToday(std::int64_t today) {
    if (m_local.day == today) return;
    m_local.day = today;
    if (m_form) m_form->refreshTime();
    for (const auto& question : m_checklist.questions) {
        const bool measures = question.instrument && !question.instrument->on;
        if (measures || (question.constraint && question.constraint->readsToday))
            mark(m_checklist.graph.outcomePlace[question.item]);
    }
}

void Evaluation::takeTouched() {
    if (!m_form) return;
    auto touched = m_form->takeTouched();
    for (const auto s : touched.sections) mark(m_checklist.graph.sectionPlace[s]);
    for (const auto i : touched.items) mark(m_checklist.graph.itemPlace[i]);
    for (const auto q : touched.questions) {
        mark(m_checklist.graph.questionPlace[q]);
        mark(m_checklist.graph.outcomePlace[m_checklist.questions[q].item]);
    }
    m_touchedKeys.insert(m_touchedKeys.end(), touched.keys.begin(), touched.keys.end());
}

std::vector<std::size_t> Evaluation::settle() {
    std::vector<std::size_t> computed;
    m_touchedKeys.clear();
    takeTouched();
    settleMarked(computed);
    // A precondition changes what all others are, and nothing changes a precondition: twice is enough.
    const auto unmet = blocked();
    const bool cannotStart = std::any_of(unmet.begin(), unmet.end(), [&](std::size_t i) {
        return m_checklist.items[i].precondition == Precondition::start;
    });
    if (cannotStart != m_cannotStart) {
        m_cannotStart = cannotStart;
        if (m_form) m_form->setGate(m_checklist.form->startGate, !cannotStart);
        takeTouched();
        for (const auto place : m_checklist.graph.itemPlace) mark(place);
        settleMarked(computed);
    }
    std::sort(computed.begin(), computed.end());
    computed.erase(std::unique(computed.begin(), computed.end()), computed.end());
    if (!computed.empty()) rollUp();
    return computed;
}

void Evaluation::settleMarked(std::vector<std::size_t>& computed) {
    while (!m_queue.empty()) {
        std::pop_heap(m_queue.begin(), m_queue.end(), std::greater<>());
        const auto place = m_queue.back();
        m_queue.pop_back();
        m_marked[place] = 0;
        const Node& node = m_checklist.graph.order[place];
        bool changed = false;
        switch (node.kind) {
            case Node::Kind::section:
                changed = computeSection(node.index);
                break;
            case Node::Kind::item:
                changed = computeItem(node.index);
                break;
            case Node::Kind::question:
                changed = computeQuestion(node.index);
                break;
            case Node::Kind::outcome:
                computeOutcome(node.index);
                computed.push_back(node.index);
                break;
        }
        if (changed) {
            for (const auto reader : m_checklist.graph.readersOf(place)) mark(reader);
        }
    }
}

bool Evaluation::computeSection(std::size_t index) {
    const Section& section = m_checklist.sections[index];
    const auto node = m_form ? m_checklist.form->sections[index] : FormNodes::kNone;
    const char now = node != FormNodes::kNone ? m_form->isRelevant(node)
                                              : (!section.parent || m_sectionRelevant[*section.parent]) &&
                                                    holds(section.relevant) && applies(section.applies);
    return std::exchange(m_sectionRelevant[index], now) != now;
}

bool Evaluation::computeItem(std::size_t index) {
    const Item& item = m_checklist.items[index];
    const auto node = m_form ? m_checklist.form->items[index] : FormNodes::kNone;
    const bool asked = node != FormNodes::kNone ? m_form->isRelevant(node)
                                                : m_sectionRelevant[item.section] && holds(item.relevant) &&
                                                      (!m_cannotStart || item.precondition == Precondition::start);
    const bool fits = applies(item.applies);
    const char now = asked && fits, unneeded = asked && !fits;
    const bool changed = std::exchange(m_itemRelevant[index], now) != now;
    return std::exchange(m_unneeded[index], unneeded) != unneeded || changed;
}

// Only what is required whatever else is answered: a condition could come round to the calculation itself.
// A calculation in a repeat waits while any of its copies does; `seen`: those that were looked at, each once.
bool Evaluation::waits(const Expression& calculation) const {
    std::set<std::size_t> seen;
    return waits(calculation, seen);
}

bool Evaluation::waits(const Expression& calculation, std::set<std::size_t>& seen) const {
    const bool unknown = std::any_of(calculation.facts.begin(), calculation.facts.end(), [&](std::size_t fact) {
        return m_checklist.facts[fact].required && m_facts[fact].empty();
    });
    if (unknown) return true;
    return std::any_of(calculation.questions.begin(), calculation.questions.end(), [&](std::size_t index) {
        const Question& question = m_checklist.questions[index];
        const QuestionValue& value = m_questions[index];
        if (!value.relevant) return false;
        if (question.calculation && !question.isInput()) {
            if (!question.repeat) return value.waits;
            return seen.insert(index).second && waits(*question.calculation, seen);
        }
        const bool blank = question.repeat ? lacks(index) : value.blank();
        return blank && question.required && !question.requiredIf && question.isAsked();
    });
}

QuestionValue Evaluation::plainValue(std::size_t index, form::DataType& type) const {
    const Question& question = m_checklist.questions[index];
    QuestionValue now;
    now.relevant = m_itemRelevant[question.item] && holds(question.relevant);
    if (now.relevant && question.calculation) {
        now.waits = waits(*question.calculation);
        const Value value = compute(*question.calculation);
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

bool Evaluation::computeQuestion(std::size_t index) {
    auto type = form::DataType::string;
    QuestionValue now = m_form ? formValue(index, type) : plainValue(index, type);
    QuestionValue& before = m_questions[index];
    const bool gathers = m_form && m_checklist.questions[index].repeat;  // a copy may differ where the whole does not
    if (!gathers && before.relevant == now.relevant && before.waits == now.waits && before.text == now.text &&
        m_types[index] == type)
        return false;
    m_values.set(index, now.text, type);
    m_types[index] = type;
    before = std::move(now);
    return true;
}

void Evaluation::computeOutcome(std::size_t item) {
    m_outcomes[item] = judgeItem(*this, item);
    const Sums now = sumsOf(item);
    Sums& section = m_ownSums[m_checklist.items[item].section];
    section.add(m_itemSums[item], -1);
    section.add(now, 1);
    m_itemSums[item] = now;
}

bool Evaluation::holds(const std::optional<Expression>& expression, std::optional<std::size_t> self) const {
    return !expression || form::xpath::booleanOf(compute(*expression, self));
}

Value Evaluation::compute(const Expression& expression, std::optional<std::size_t> self) const {
    return m_values.evaluate(expression, m_local, self);
}

std::optional<Decimal> Evaluation::boundValue(const Bound& bound) const {
    return bound.question ? m_questions[*bound.question].number : bound.number;
}

std::optional<bool> Evaluation::within(const Decimal& number, const Limits& limits) const {
    bool out = true;
    if (limits.lower) {
        const auto bound = boundValue(*limits.lower);
        if (!bound) return std::nullopt;
        out = out && (limits.lower->inclusive ? number >= *bound : number > *bound);
    }
    if (limits.upper) {
        const auto bound = boundValue(*limits.upper);
        if (!bound) return std::nullopt;
        out = out && (limits.upper->inclusive ? number <= *bound : number < *bound);
    }
    return out;
}

}  // namespace plumb::checklist
