#include "shared/checklist/evaluate/measure.h"

#include <algorithm>
#include <iterator>

#include "shared/base/civil_date.h"

namespace plumb::checklist {
namespace {

Measured days(const Evaluation& evaluation, const Measure& measure) {
    Measured out;
    const auto from = parseDay(evaluation.question(measure.questions[0]).text);
    const auto to = parseDay(evaluation.question(measure.questions[1]).text);
    if (from && to) out.value = Quantity::whole((*to - *from).count());
    return out;
}

// Whether one sample passes; none where that is not known yet.
std::optional<bool> passes(const Evaluation& evaluation, const Measure& measure, const AnswerKey& key) {
    const Question& question = evaluation.checklist().questions[key.question];
    const QuestionValue value = evaluation.value(key);
    if (question.type == QuestionType::selectOne) {
        const Choice* choice = question.choice(value.text);
        return choice && choice->verdict == Verdict::pass;
    }
    if (!value.number) return std::nullopt;
    return evaluation.within(*value.number, measure.within.open() ? *question.limits : measure.within);
}

Measured samples(const Evaluation& evaluation, const Measure& measure) {
    Measured out;
    std::vector<Decimal> numbers;
    std::vector<AnswerKey> keys;
    for (const auto q : measure.questions) std::ranges::move(evaluation.keysOf(q), std::back_inserter(keys));
    for (const auto& q : keys) {
        const QuestionValue value = evaluation.value(q);
        if (evaluation.lacks(q)) return {};
        if (value.blank()) continue;
        if (measure.kind == Measure::Kind::passRate) {
            const auto good = passes(evaluation, measure, q);
            if (!good) return {};
            out.passed += *good;
        } else if (!value.number) {
            out.undecidable = true;
            return out;
        } else {
            numbers.push_back(*value.number);
        }
        ++out.samples;
    }
    if (out.samples == 0 || static_cast<std::size_t>(out.samples) < measure.needed) return out;
    switch (measure.kind) {
        case Measure::Kind::days:
            break;
        case Measure::Kind::mean:
            out.value = Quantity(numbers, out.samples);
            break;
        case Measure::Kind::sum:
            out.value = Quantity(numbers, 1);
            break;
        case Measure::Kind::least:
            out.value = Quantity(*std::min_element(numbers.begin(), numbers.end()));
            break;
        case Measure::Kind::greatest:
            out.value = Quantity(*std::max_element(numbers.begin(), numbers.end()));
            break;
        case Measure::Kind::passRate:
            out.value = Quantity::percent(out.passed, out.samples);
            break;
    }
    return out;
}

}  // namespace

Measured measureOf(const Evaluation& evaluation, const Rule& rule) {
    if (rule.measure) {
        return rule.measure->kind == Measure::Kind::days ? days(evaluation, *rule.measure)
                                                         : samples(evaluation, *rule.measure);
    }
    Measured out;
    const QuestionValue& value = evaluation.question(rule.of);
    if (evaluation.lacks(rule.of) || value.blank()) return out;
    out.undecidable = !value.number;
    out.samples = 1;
    if (value.number) out.value = Quantity(*value.number);
    return out;
}

std::optional<bool> within(const Evaluation& evaluation, const Quantity& value, const Limits& limits) {
    bool out = true;
    if (limits.lower) {
        const auto bound = evaluation.boundValue(*limits.lower);
        if (!bound) return std::nullopt;
        out = out && (limits.lower->inclusive ? value.compare(*bound) >= 0 : value.compare(*bound) > 0);
    }
    if (limits.upper) {
        const auto bound = evaluation.boundValue(*limits.upper);
        if (!bound) return std::nullopt;
        out = out && (limits.upper->inclusive ? value.compare(*bound) <= 0 : value.compare(*bound) < 0);
    }
    return out;
}

}  // namespace plumb::checklist
