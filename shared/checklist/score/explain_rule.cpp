// How an item's rule came to its points, in words.
#include "shared/checklist/evaluate/measure.h"
#include "shared/checklist/score/explain.h"
#include "shared/checklist/score/explain_writer.h"

namespace plumb::checklist {

std::string ExplanationWriter::earned(const Item& item, const Outcome& outcome) const {
    const bool counts = item.points > 0;
    std::string head = item.advisory ? say("参考项，不计分", "For reference, no points")
                       : !counts     ? say("不计分", "No points")
                       : item.bonus  ? say("加 ", "Bonus ") + points(outcome.points)
                                     : say("得 ", "") + points(outcome.points);
    if (m_checklist.scoring.byVerdict && !item.advisory) head = verdict(outcome.verdict);
    if (item.worth != item.points) {
        const std::string own = pointsText(outcome.own);
        head += " = " + pointsText(item.worth) + " × " + own + " ÷ " + pointsText(item.points) +
                say("，其中 " + own, ", of which " + own);
    }
    head += byRule(item, outcome, counts);
    if (outcome.shortfall) {
        const std::string least = pointsText(*item.failsBelow) + " %";
        head +=
            say("；低于该项分值的 " + least + "，按不符合计", "; less than " + least + " of its points, so it fails");
    }
    return head;
}

std::string ExplanationWriter::byRule(const Item& item, const Outcome& outcome, bool counts) const {
    // A choice that replaced the measured verdict gives the points; the measurement is told as well.
    if (item.rule.kind == RuleKind::choice || outcome.byChoice) return choice(item, counts);
    switch (item.rule.kind) {
        case RuleKind::choice:
        case RuleKind::limits:
            return colon() + measurements(item);
        case RuleKind::judge: {
            const Template& text = outcome.measured == Verdict::pass ? item.rule.passText : item.rule.failText;
            return colon() + (text.empty() ? verdict(outcome.verdict) : render(text, m_evaluation).in(m_language));
        }
        case RuleKind::deduct:
            return deducted(item, outcome, counts);
        case RuleKind::count:
            return counted(item, outcome);
        case RuleKind::band:
            return colon() + band(item, outcome);
        case RuleKind::ratio:
            return ratio(item, outcome, counts);
        case RuleKind::within:
            return colon() + bounds(item);
        case RuleKind::record:
            return colon() + say("已记录", "recorded");
    }
    return {};
}

std::string ExplanationWriter::choice(const Item& item, bool counts) const {
    const auto& value = m_evaluation.question(*item.rule.choice).text;
    const Choice* chosen = m_checklist.questions[*item.rule.choice].choice(value);
    const std::string label = labelOf(*item.rule.choice, value);
    if (counts && chosen && chosen->share)
        return " = " + pointsText(item.points) + " × " + pointsText(*chosen->share) + bracketed(label);
    const std::string absent = chosen && chosen->absent ? say("；应有而无", "; needed but absent") : "";
    return colon() + label + absent;
}

std::string ExplanationWriter::measurements(const Item& item) const {
    std::string out;
    for (const auto q : item.questions) {
        const Question& question = m_checklist.questions[q];
        const auto& value = m_evaluation.question(q);
        if (!question.limits || !value.number) continue;
        const auto within = m_evaluation.within(*value.number, *question.limits);
        if (!within) continue;
        if (!out.empty()) out += say("；", "; ");
        out += measured(q) + say("，要求 ", ", required ") + limits(question);
        const Limits lower{question.limits->lower, std::nullopt};
        if (!*within)
            out += m_evaluation.within(*value.number, lower) == std::optional(false)
                       ? say("，低于要求", ", which is below")
                       : say("，高于要求", ", which is above");
    }
    return out;
}

// " = 6 − 1 × 2", " = 6 − 2 − 1（缺签名、缺日期）", " = 10 − 1 × 3（记录）− 2（标签；以 2 为限）".
std::string ExplanationWriter::deducted(const Item& item, const Outcome& outcome, bool counts) const {
    const Rule& rule = item.rule;
    if (!counts) return colon() + measured(rule.reasons.empty() ? rule.of : rule.reasons.front().of);
    std::vector<Deduction> reasons = rule.reasons;
    if (reasons.empty()) reasons.push_back({rule.of, rule.step, std::nullopt, {}});
    std::string sum = pointsText(item.points), notes;
    Points lost = 0;
    const auto note = [&](const std::string& text) { notes += (notes.empty() ? "" : say("；", "; ")) + text; };
    for (const auto& reason : reasons) {
        const Question& question = m_checklist.questions[reason.of];
        const std::string name = rule.reasons.empty()   ? std::string()
                                 : reason.label.empty() ? question.label.in(m_language)
                                                        : reason.label.in(m_language);
        std::string part, labels;
        Points taken = 0;
        if (question.type == QuestionType::selectMultiple) {
            const std::string padded = " " + m_evaluation.question(reason.of).text + " ";
            for (const auto& one : question.choices) {
                if (padded.find(" " + one.name + " ") == std::string::npos) continue;
                const Points step = one.deduct.value_or(reason.step);
                taken += step;
                part += " − " + pointsText(step);
                labels.append(labels.empty() ? "" : say("、", ", ")).append(one.label.in(m_language));
            }
        } else if (const auto& number = m_evaluation.question(reason.of).number; number && !number->isNegative()) {
            const auto times = Quantity(*number).integer().value_or(0);
            taken = std::min<std::int64_t>(times, 1'000'000) * reason.step;
            if (taken > 0) part = " − " + pointsText(reason.step) + " × " + std::to_string(times);
        }
        if (taken == 0) continue;
        if (reason.most && taken > *reason.most) {
            taken = *reason.most;
            part = " − " + pointsText(taken);
            labels += (labels.empty() ? "" : say("；", "; ")) +
                      say("以 " + pointsText(taken) + " 为限", "at most " + pointsText(taken));
        }
        lost += taken;
        sum += part;
        if (!name.empty()) labels = name + (labels.empty() ? "" : colon() + labels);
        if (!labels.empty()) note(labels);
    }
    if (lost == 0) return colon() + say("无扣分", "nothing deducted");
    if (rule.most && lost > *rule.most) {
        lost = *rule.most;
        note(say("共扣以 " + pointsText(lost) + " 为限", "at most " + pointsText(lost) + " altogether"));
    }
    if (lost > item.points) note(say("扣完为止", "down to 0"));
    (void)outcome;
    return " = " + sum + (notes.empty() ? "" : bracketed(notes));
}

std::string ExplanationWriter::counted(const Item& item, const Outcome& outcome) const {
    return " = " + pointsText(item.rule.step) + " × " + std::to_string(outcome.occurrences) +
           (outcome.occurrences * item.rule.step > item.points
                ? bracketed(say("以 " + pointsText(item.points) + " 分为限", "at most " + pointsText(item.points)))
                : "");
}

std::string ExplanationWriter::unitOf(const Rule& rule) const {
    if (!rule.unit.empty()) return " " + rule.unit.in(m_language);
    if (!rule.measure) return unit(m_checklist.questions[rule.of]);
    if (rule.measure->kind == Measure::Kind::passRate) return " %";
    if (rule.measure->kind == Measure::Kind::days) return say(" 天", " days");
    return unit(m_checklist.questions[rule.measure->questions.front()]);
}

std::string ExplanationWriter::quantity(const Rule& rule) const {
    if (!rule.measure) return measured(rule.of);
    const Measured read = measureOf(m_evaluation, rule);
    const std::string value = (read.value ? read.value->text() : "?") + unitOf(rule);
    const std::string count = std::to_string(read.samples);
    const std::string samples = bracketed(say(count + " 个样本", count + (read.samples == 1 ? " sample" : " samples")));
    switch (rule.measure->kind) {
        case Measure::Kind::days:
            return m_evaluation.question(rule.measure->questions[0]).text + say(" 至 ", " to ") +
                   m_evaluation.question(rule.measure->questions[1]).text + say("，相隔 ", ", ") + value;
        case Measure::Kind::mean:
            return say("均值 ", "mean ") + value + samples;
        case Measure::Kind::least:
            return say("最小值 ", "least ") + value + samples;
        case Measure::Kind::greatest:
            return say("最大值 ", "greatest ") + value + samples;
        case Measure::Kind::sum:
            return say("合计 ", "sum ") + value;
        case Measure::Kind::passRate:
            return say("合格率 ", "pass rate ") + value + bracketed(std::to_string(read.passed) + " / " + count);
    }
    return value;
}

std::string ExplanationWriter::band(const Item& item, const Outcome& outcome) const {
    const Band& band = item.rule.bands[*outcome.band];
    const std::string out = quantity(item.rule);
    if (!band.label.empty()) return out + bracketed(band.label.in(m_language));
    if (band.limits.open()) return out + bracketed(say("其余档", "the remaining band"));
    const std::string text = limits(band.limits, unitOf(item.rule));
    return out + bracketed(say(text + " 档", "band " + text));
}

std::string ExplanationWriter::bounds(const Item& item) const {
    const Rule& rule = item.rule;
    std::string out = quantity(rule) + say("，要求 ", ", required ") + limits(rule.limits, unitOf(rule));
    const auto value = measureOf(m_evaluation, rule).value;
    if (!value || within(m_evaluation, *value, rule.limits) != std::optional(false)) return out;
    const bool low = within(m_evaluation, *value, Limits{rule.limits.lower, std::nullopt}) == std::optional(false);
    return out + (low ? say("，低于要求", ", which is below") : say("，高于要求", ", which is above"));
}

std::string ExplanationWriter::ratio(const Item& item, const Outcome& outcome, bool counts) const {
    const auto read = measureOf(m_evaluation, item.rule);
    const std::string actual = !item.rule.measure ? m_evaluation.question(item.rule.of).text
                               : read.value       ? read.value->text()
                                                  : "?";
    const auto target = m_evaluation.boundValue(*item.rule.target);
    const std::string quotient = actual + " ÷ " + (target ? target->text() : "?");
    if (!counts || outcome.own == item.points) return colon() + quotient + say("，达到目标", ", target reached");
    if (outcome.own == 0 && item.rule.cliff)
        return colon() + quotient + say(" 低于 ", " is below ") + item.rule.cliff->text();
    return " = " + pointsText(item.points) + " × " + quotient;
}

}  // namespace plumb::checklist
