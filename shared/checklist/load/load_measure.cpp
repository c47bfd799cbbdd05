// What a rule measures: one answer, days between two dates, several samples; and several reasons to deduct.
#include <algorithm>

#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/load/tuning.h"

namespace plumb::checklist {
namespace {

const std::vector<std::string_view> kMeasures{"days", "mean", "min", "max", "sum", "passRate"};

}  // namespace

void DocumentLoader::readOf(ObjectReader& reader, std::size_t index) {
    m_out.items[index].rule.unit = reader.local("unit", ObjectReader::optional);
    const auto* of = reader.member("of");
    if (of && of->is_object()) return readMeasure(*of, reader.pathOf("of"), index);
    const std::string name = reader.text("of", ObjectReader::needed);
    m_later.push_back([this, index, name, where = reader.pathOf("of")] { resolveOf(index, name, where); });
}

void DocumentLoader::readMeasure(const json::value& value, const std::string& path, std::size_t index) {
    ObjectReader reader(value, path, m_context);
    Rule& rule = m_out.items[index].rule;
    Measure& out = rule.measure.emplace();
    const json::array* names = nullptr;
    for (std::size_t i = 0; i < kMeasures.size(); ++i) {
        if (!reader.has(kMeasures[i])) continue;
        if (names) reader.problem(kMeasures[i], "one measure is enough");
        names = reader.array(kMeasures[i], ObjectReader::needed);
        out.kind = static_cast<Measure::Kind>(i);
    }
    if (!names) {
        m_context.add(path, "must have one of days, mean, min, max, sum, passRate with a list of questions");
        return;
    }
    const bool days = out.kind == Measure::Kind::days, rate = out.kind == Measure::Kind::passRate;
    const std::string where = reader.pathOf(measureName(out.kind));
    if (days && names->size() != 2) m_context.add(where, "must name two dates: from, to");
    if (names->size() > kMostSamples)
        m_context.add(where, "must name at most " + std::to_string(kMostSamples) + " questions");
    out.needed = static_cast<std::size_t>(reader.count("needed", static_cast<int>(names->size()), kMostSamples));
    m_later.push_back([this, index, path = reader.pathOf("needed")] {
        const Measure& measure = *m_out.items[index].rule.measure;
        const bool repeats = std::ranges::any_of(measure.questions,
                                                 [&](std::size_t q) { return m_out.questions[q].repeat.has_value(); });
        if (measure.needed == 0 ||
            (measure.needed > measure.questions.size() && !repeats && !measure.questions.empty()))
            m_context.add(path, "must be from 1 to the number of questions");
    });
    if (days && out.needed != names->size()) reader.problem("needed", "both dates are needed");
    if (const auto* within = reader.member("within")) {
        if (!rate) reader.problem("within", "only a pass rate has one");
        ObjectReader limits(*within, reader.pathOf("within"), m_context);
        readLimits(limits, [this, index]() -> Limits& { return m_out.items[index].rule.measure->within; });
    }
    const bool numbers = rate && !out.within.open();
    for (std::size_t i = 0; i < names->size() && i < kMostSamples; ++i) {
        const std::string place = where + "[" + std::to_string(i) + "]";
        if (!(*names)[i].is_string()) {
            m_context.add(place, "must be the name of a question");
            continue;
        }
        m_later.push_back([this, index, place, days, rate, numbers, name = std::string((*names)[i].get_string())] {
            const auto found = findQuestion(name, place, !days);
            if (!found) return;
            const Question& question = m_out.questions[*found];
            m_out.items[index].rule.measure->questions.push_back(*found);
            if (days) {
                if (question.type != QuestionType::date) m_context.add(place, "\"" + name + "\" is no date");
                return;
            }
            if (question.item != index) m_context.add(place, "\"" + name + "\" is a question of another item");
            bool judging = question.type == QuestionType::selectOne;
            for (const auto& choice : question.choices) judging = judging && choice.verdict;
            if (rate && !numbers && judging) return;
            if (rate && !numbers && question.isNumber() && question.limits) return;
            if (!numbers && rate) {
                m_context.add(place, "\"" + name + "\" needs limits, or choices that all have a verdict");
            } else if (!question.isNumber()) {
                m_context.add(place, "\"" + name + "\" is no number");
            }
        });
    }
}

void DocumentLoader::readDeductions(ObjectReader& reader, std::size_t index) {
    Rule& rule = m_out.items[index].rule;
    rule.most = reader.thousandths("most", ObjectReader::optional, 0, kMaxPoints);
    const auto* reasons = reader.array("reasons", ObjectReader::optional);
    if (!reasons) {
        rule.step = reader.thousandths("each", ObjectReader::needed, 0, kMaxPoints).value_or(0);
        return;
    }
    if (reasons->empty() || reasons->size() > kMostReasons)
        reader.problem("reasons", "must hold 1 to " + std::to_string(kMostReasons) + " reasons");
    for (std::size_t i = 0; i < reasons->size() && i < kMostReasons; ++i) {
        ObjectReader reason((*reasons)[i], reader.pathOf("reasons") + "[" + std::to_string(i) + "]", m_context);
        Deduction& out = m_out.items[index].rule.reasons.emplace_back();
        out.step = reason.thousandths("each", ObjectReader::needed, 0, kMaxPoints).value_or(0);
        out.most = reason.thousandths("most", ObjectReader::optional, 0, kMaxPoints);
        out.label = reason.local("label", ObjectReader::optional);
        const std::string name = reason.text("of", ObjectReader::needed);
        if (name.empty()) continue;
        m_later.push_back([this, index, i, name, path = reason.pathOf("of")] {
            const auto found = findQuestion(name, path);
            if (!found) return;
            const Question& question = m_out.questions[*found];
            m_out.items[index].rule.reasons[i].of = *found;
            if (question.item != index) m_context.add(path, "\"" + name + "\" is a question of another item");
            if (question.type != QuestionType::selectMultiple && !question.isNumber())
                m_context.add(path, "\"" + name + "\" is no number");
        });
    }
}

}  // namespace plumb::checklist
