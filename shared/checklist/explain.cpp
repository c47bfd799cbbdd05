#include "shared/checklist/explain.h"

#include <functional>

#include "shared/checklist/value_text.h"
#include "shared/checklist/visit_missing.h"

namespace plumb::checklist {
namespace {

// Writes one language's sentences; `say(zh, en)` picks.
class Writer {
  public:
    Writer(const Evaluation& evaluation, std::string_view language)
        : m_evaluation(evaluation), m_checklist(evaluation.checklist()), m_language(language), m_zh(language == "zh") {}

    std::string item(std::size_t index) const {
        const Item& item = m_checklist.items[index];
        const Outcome& outcome = m_evaluation.outcome(index);
        const std::string full = pointsText(item.points);
        switch (outcome.verdict) {
            case Verdict::notRelevant:
                return say("与本次检查无关，不计分", "Not relevant here; it does not count");
            case Verdict::notApplicable: {
                const std::string& reason = m_evaluation.naReason(index);
                const std::string head = say("不适用（" + reason + "）：", "Not applicable (" + reason + "): ");
                if (item.points == 0) return head + say("不计分", "no points");
                if (item.na == NaPolicy::full)
                    return head + say("按满分 " + full + " 分计", "counts in full, " + points(item.points));
                return head + say(full + " 分不计入总分", points(item.points) + " leave the total");
            }
            case Verdict::unanswered:
                return outcome.undecidable ? say("所填内容无法得出判定", "What is filled in gives no verdict")
                                           : say("尚未判定", "Not judged yet");
            case Verdict::pass:
            case Verdict::part:
            case Verdict::fail:
                break;
        }
        return earned(item, outcome) + afterthought(item, outcome);
    }

    std::string limits(const Question& question) const {
        const Limits& limits = *question.limits;
        const auto& lower = limits.lower;
        const auto& upper = limits.upper;
        std::string out;
        if (lower && upper && lower->inclusive && upper->inclusive) {
            out = bound(*lower) + " – " + bound(*upper);
        } else {
            if (lower) out = (lower->inclusive ? "≥ " : "> ") + bound(*lower);
            if (upper) out += (lower ? say("，", ", ") : "") + (upper->inclusive ? "≤ " : "< ") + bound(*upper);
        }
        const bool known = (!lower || m_evaluation.boundValue(*lower)) && (!upper || m_evaluation.boundValue(*upper));
        return known ? out + unit(question) : out;
    }

    std::string missing(std::size_t index, Missing::What what, std::optional<std::size_t> question) const {
        const std::string label = question ? m_checklist.questions[*question].label.in(m_language) : "";
        switch (what) {
            case Missing::What::answer:
                return say("未填：" + label, "Blank: " + label);
            case Missing::What::verdict:
                return item(index);
            case Missing::What::invalid: {
                const LocalText& message = m_checklist.questions[*question].constraintMessage;
                return message.empty()
                           ? say("“" + label + "”的值不在允许范围内", "The value of “" + label + "” is not acceptable")
                           : message.in(m_language);
            }
            case Missing::What::contradiction:
                return say("所选判定优于实测结果，请改选，或选用注明例外的选项",
                           "The choice is better than what was measured: change it, or choose one that says why");
            case Missing::What::photo: {
                const int lacking = photosNeeded(m_evaluation, index) - m_evaluation.photos(index);
                return say(
                    "还需 " + std::to_string(lacking) + " 张照片",
                    std::to_string(lacking) + (lacking == 1 ? " more photo is" : " more photos are") + " needed");
            }
            case Missing::What::note:
                return say("请写明现场所见", "Write down what was seen");
        }
        return {};
    }

  private:
    std::string say(std::string zh, std::string en) const { return m_zh ? std::move(zh) : std::move(en); }
    std::string points(Points value) const {
        return m_zh ? pointsText(value) + " 分" : pointsText(value) + (value == kPoint ? " point" : " points");
    }
    std::string bracketed(const std::string& text) const { return say("（" + text + "）", " (" + text + ")"); }
    std::string unit(const Question& question) const {
        return question.unit.empty() ? "" : " " + question.unit.in(m_language);
    }
    std::string bound(const Bound& bound) const {
        if (bound.number) return bound.written;
        const auto value = m_evaluation.boundValue(bound);
        return value ? value->text() : "“" + m_checklist.questions[*bound.question].label.in(m_language) + "”";
    }
    std::string labelOf(std::size_t question, std::string_view value) const {
        return displayValue(m_checklist.questions[question], value, m_language);
    }
    std::string measured(std::size_t index) const {
        const Question& question = m_checklist.questions[index];
        return question.label.in(m_language) + " " + m_evaluation.question(index).text + unit(question);
    }

    // "得 4 分" and how: " = 8 × 0.5（…）" or "：…".
    std::string earned(const Item& item, const Outcome& outcome) const {
        const std::string head = item.advisory      ? say("参考项，不计分", "For reference, no points")
                                 : item.points == 0 ? say("不计分", "No points")
                                                    : say("得 ", "") + points(outcome.points);
        const std::string colon = say("：", ": ");
        const bool counts = item.points > 0;
        // A choice that replaced the measured verdict gives the points; the measurement is told as well.
        const bool byChoice =
            item.rule.kind == RuleKind::choice || (outcome.measured && *outcome.measured != outcome.verdict);
        if (byChoice) return head + choice(item, outcome, counts);
        switch (item.rule.kind) {
            case RuleKind::choice:
            case RuleKind::limits:
                return head + colon + measurements(item);
            case RuleKind::judge: {
                const Template& text = outcome.verdict == Verdict::pass ? item.rule.passText : item.rule.failText;
                return head + colon +
                       (text.empty() ? verdict(outcome.verdict) : render(text, m_evaluation).in(m_language));
            }
            case RuleKind::deduct: {
                if (!counts) return head + colon + measured(item.rule.of);
                if (outcome.occurrences == 0) return head + colon + say("无扣分", "nothing deducted");
                const Question& question = m_checklist.questions[item.rule.of];
                if (question.type == QuestionType::selectMultiple) return head + deducted(item, question);
                return head + " = " + pointsText(item.points) + " − " + pointsText(item.rule.step) + " × " +
                       std::to_string(outcome.occurrences) +
                       (outcome.occurrences * item.rule.step > item.points ? bracketed(say("扣完为止", "down to 0"))
                                                                           : "");
            }
            case RuleKind::count:
                return head + " = " + pointsText(item.rule.step) + " × " + std::to_string(outcome.occurrences) +
                       (outcome.occurrences * item.rule.step > item.points
                            ? bracketed(say("以 " + pointsText(item.points) + " 分为限",
                                            "at most " + pointsText(item.points)))
                            : "");
            case RuleKind::band:
                return head + colon + band(item, outcome);
            case RuleKind::ratio:
                return head + ratio(item, outcome, counts);
            case RuleKind::within:
            case RuleKind::record:
                return head + colon + say("已记录", "recorded");
        }
        return head;
    }

    std::string verdict(Verdict verdict) const {
        return verdict == Verdict::pass   ? say("符合", "conforms")
               : verdict == Verdict::part ? say("部分符合", "conforms in part")
                                          : say("不符合", "does not conform");
    }

    std::string choice(const Item& item, const Outcome&, bool counts) const {
        const auto& value = m_evaluation.question(*item.rule.choice).text;
        const Choice* chosen = m_checklist.questions[*item.rule.choice].choice(value);
        const std::string label = labelOf(*item.rule.choice, value);
        if (counts && chosen && chosen->share)
            return " = " + pointsText(item.points) + " × " + pointsText(*chosen->share) + bracketed(label);
        return say("：", ": ") + label;
    }

    std::string measurements(const Item& item) const {
        std::string out;
        for (const auto q : item.questions) {
            const Question& question = m_checklist.questions[q];
            const auto& value = m_evaluation.question(q);
            if (!question.limits || !value.number) continue;
            const auto within = m_evaluation.within(*value.number, *question.limits);
            if (!within) continue;
            if (!out.empty()) out += say("；", "; ");
            out += measured(q) + say("，要求 ", ", required ") + limits(question);
            if (!*within)
                out += below(*value.number, *question.limits) ? say("，低于要求", ", which is below")
                                                              : say("，高于要求", ", which is above");
        }
        return out;
    }

    bool below(const Decimal& number, const Limits& limits) const {
        return m_evaluation.within(number, Limits{limits.lower, std::nullopt}) == std::optional(false);
    }

    std::string deducted(const Item& item, const Question& question) const {
        const std::string padded = " " + m_evaluation.question(item.rule.of).text + " ";
        std::string sum = pointsText(item.points), labels;
        Points lost = 0;
        for (const auto& one : question.choices) {
            if (padded.find(" " + one.name + " ") == std::string::npos) continue;
            const Points step = one.deduct.value_or(item.rule.step);
            lost += step;
            sum += " − " + pointsText(step);
            labels.append(labels.empty() ? "" : say("、", ", ")).append(one.label.in(m_language));
        }
        if (lost > item.points) labels += say("；扣完为止", "; down to 0");
        return " = " + sum + bracketed(labels);
    }

    std::string band(const Item& item, const Outcome& outcome) const {
        const Band& band = item.rule.bands[*outcome.band];
        std::string out = measured(item.rule.of);
        if (!band.label.empty()) return out + bracketed(band.label.in(m_language));
        if (!band.limits.lower && !band.limits.upper) return out + bracketed(say("其余档", "the remaining band"));
        Question as = m_checklist.questions[item.rule.of];
        as.limits = band.limits;
        return out + bracketed(say(limits(as) + " 档", "band " + limits(as)));
    }

    std::string ratio(const Item& item, const Outcome& outcome, bool counts) const {
        const std::string actual = m_evaluation.question(item.rule.of).text;
        const auto target = m_evaluation.boundValue(*item.rule.target);
        const std::string quotient = actual + " ÷ " + (target ? target->text() : "?");
        if (!counts || outcome.verdict == Verdict::pass)
            return say("：", ": ") + quotient + say("，达到目标", ", target reached");
        if (outcome.points == 0 && item.rule.cliff)
            return say("：", ": ") + quotient + say(" 低于 ", " is below ") + item.rule.cliff->text();
        return " = " + pointsText(item.points) + " × " + quotient;
    }

    std::string afterthought(const Item& item, const Outcome& outcome) const {
        if (outcome.contradicted) {
            const std::string label = labelOf(*item.rule.choice, m_evaluation.question(*item.rule.choice).text);
            return say("；所选“" + label + "”与实测不一致，按实测计",
                       "; the choice “" + label + "” contradicts the measurement, which counts");
        }
        if (outcome.overruled)
            return say("；实测为" + verdict(*outcome.measured) + "，由检查人员改判",
                       "; measured: " + verdict(*outcome.measured) + ", overruled by the inspector");
        if (outcome.measured && *outcome.measured != outcome.verdict) {
            return say("；实测为" + verdict(*outcome.measured) + "，检查人员从严判定",
                       "; measured: " + verdict(*outcome.measured) + ", judged more strictly by the inspector");
        }
        return {};
    }

    const Evaluation& m_evaluation;
    const Checklist& m_checklist;
    std::string m_language;
    bool m_zh;
};

LocalText both(const Evaluation& evaluation, const std::function<std::string(const Writer&)>& write) {
    return LocalText(write(Writer(evaluation, "zh")), write(Writer(evaluation, "en")));
}

}  // namespace

LocalText explainItem(const Evaluation& evaluation, std::size_t item) {
    return both(evaluation, [&](const Writer& writer) { return writer.item(item); });
}

LocalText limitsText(const Evaluation& evaluation, std::size_t question) {
    const Question& asked = evaluation.checklist().questions[question];
    if (!asked.limits) return {};
    return both(evaluation, [&](const Writer& writer) { return writer.limits(asked); });
}

LocalText missingSentence(const Evaluation& evaluation, std::size_t item, Missing::What what,
                          std::optional<std::size_t> question) {
    return both(evaluation, [&](const Writer& writer) { return writer.missing(item, what, question); });
}

LocalText render(const Template& text, const Evaluation& evaluation) {
    LocalText out;
    for (const auto& [language, pieces] : text.languages) {
        std::string whole;
        for (const auto& piece : pieces) {
            whole += piece.before;
            if (piece.question)
                whole += displayValue(evaluation.checklist().questions[*piece.question],
                                      evaluation.question(*piece.question).text, language);
        }
        out.add(language, std::move(whole));
    }
    return out;
}

}  // namespace plumb::checklist
