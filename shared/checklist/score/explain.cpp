#include "shared/checklist/score/explain.h"

#include <functional>

#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/evaluate/visit_missing.h"
#include "shared/checklist/model/facts.h"
#include "shared/checklist/score/explain_writer.h"

namespace plumb::checklist {

std::string ExplanationWriter::item(std::size_t index) const {
    const Item& item = m_checklist.items[index];
    const Outcome& outcome = m_evaluation.outcome(index);
    switch (outcome.verdict) {
        case Verdict::notRelevant:
            return notRelevant(index);
        case Verdict::notApplicable:
            return notApplicable(index);
        case Verdict::unanswered:
            if (item.bonus && !outcome.undecidable) return say("未申报加分", "No bonus claimed");
            return outcome.undecidable ? say("所填内容无法得出判定", "What is filled in gives no verdict")
                                       : say("尚未判定", "Not judged yet");
        case Verdict::pass:
        case Verdict::part:
        case Verdict::fail:
            break;
    }
    return earned(item, outcome) + afterthought(item, outcome);
}

std::string ExplanationWriter::notRelevant(std::size_t index) const {
    const Item& item = m_checklist.items[index];
    if (m_evaluation.cannotStart() && item.precondition != Precondition::start)
        return say("前提未满足，未检查，不计分", "A precondition is not met: not checked, it does not count");
    if (m_evaluation.unneeded(index))
        return say("不适用于本检查对象（" + unneeded(item) + "），不计分",
                   "It does not apply to this site (" + unneeded(item) + "); it does not count");
    return say("与本次检查无关，不计分", "Not relevant here; it does not count");
}

std::string ExplanationWriter::notApplicable(std::size_t index) const {
    const Item& item = m_checklist.items[index];
    const std::string full = pointsText(item.worth);
    if (m_evaluation.unneeded(index)) {
        return say("不适用于本检查对象（" + unneeded(item) + "），按满分 " + full + " 分计",
                   "It does not apply to this site (" + unneeded(item) + "): counts in full, " + points(item.worth));
    }
    const std::string& reason = m_evaluation.naReason(index);
    const std::string head = say("不适用（" + reason + "）：", "Not applicable (" + reason + "): ");
    if (item.points == 0) return head + say("不计分", "no points");
    if (item.na == NaPolicy::full)
        return head + say("按满分 " + full + " 分计", "counts in full, " + points(item.worth));
    if (item.na == NaPolicy::outside)
        return head + say(full + " 分不计入得分率，总分不折算",
                          points(item.worth) + " leave the percentage, the total is not brought up");
    return head + say(full + " 分不计入总分", points(item.worth) + " leave the total");
}

// The facts that keep an item away: "海拔 3200 米".
std::string ExplanationWriter::unneeded(const Item& item) const {
    std::string out;
    for (const auto& test : item.applies) {
        const Fact& fact = m_checklist.facts[test.fact];
        const std::string& text = m_evaluation.fact(test.fact);
        if (factHolds(fact, test, text)) continue;
        out.append(out.empty() ? "" : say("、", ", "));
        out.append(fact.label.in(m_language) + " " + displayFact(fact, text, m_language));
    }
    return out;
}

std::string ExplanationWriter::limits(const Limits& limits, const std::string& unit) const {
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
    return known ? out + unit : out;
}

std::string ExplanationWriter::limits(const Question& question) const {
    return limits(*question.limits, unit(question));
}

std::string ExplanationWriter::missing(std::size_t index, Missing::What what,
                                       std::optional<std::size_t> question) const {
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
            return say("还需 " + std::to_string(lacking) + " 张照片",
                       std::to_string(lacking) + (lacking == 1 ? " more photo is" : " more photos are") + " needed");
        }
        case Missing::What::note:
            return say("请写明现场所见", "Write down what was seen");
        case Missing::What::calibration: {
            const Instrument& instrument = *m_checklist.questions[*question].instrument;
            const std::string name = instrument.name.in(m_language);
            const std::string& until = m_evaluation.question(*instrument.calibratedUntil).text;
            return say("“" + label + "”所用" + name + "的校准已于 " + until + " 到期",
                       "The calibration of the instrument for “" + label + "” (" + name + ") ended on " + until);
        }
        case Missing::What::fact:
            break;
    }
    return {};
}

std::string ExplanationWriter::points(Points value) const {
    return m_zh ? pointsText(value) + " 分" : pointsText(value) + (value == kPoint ? " point" : " points");
}

std::string ExplanationWriter::unit(const Question& question) const {
    return question.unit.empty() ? "" : " " + question.unit.in(m_language);
}

std::string ExplanationWriter::bound(const Bound& bound) const {
    if (bound.number) return bound.written;
    const auto value = m_evaluation.boundValue(bound);
    return value ? value->text() : "“" + m_checklist.questions[*bound.question].label.in(m_language) + "”";
}

std::string ExplanationWriter::labelOf(std::size_t question, std::string_view value) const {
    return displayValue(m_checklist.questions[question], value, m_language);
}

std::string ExplanationWriter::measured(std::size_t index) const {
    const Question& question = m_checklist.questions[index];
    return question.label.in(m_language) + " " + m_evaluation.question(index).text + unit(question);
}

std::string ExplanationWriter::verdict(Verdict verdict) const {
    return verdict == Verdict::pass   ? say("符合", "conforms")
           : verdict == Verdict::part ? say("部分符合", "conforms in part")
                                      : say("不符合", "does not conform");
}

std::string ExplanationWriter::afterthought(const Item& item, const Outcome& outcome) const {
    if (outcome.contradicted) {
        const std::string label = labelOf(*item.rule.choice, m_evaluation.question(*item.rule.choice).text);
        return say("；所选“" + label + "”与实测不一致，按实测计",
                   "; the choice “" + label + "” contradicts the measurement, which counts");
    }
    if (!outcome.byChoice) return {};
    const std::string measured = verdict(*outcome.measured);
    if (outcome.overruled)
        return say("；实测为" + measured + "，由检查人员改判",
                   "; measured: " + measured + ", overruled by the inspector");
    return say("；实测为" + measured + "，检查人员从严判定",
               "; measured: " + measured + ", judged more strictly by the inspector");
}

namespace {

LocalText both(const Evaluation& evaluation, const std::function<std::string(const ExplanationWriter&)>& write) {
    return LocalText(write(ExplanationWriter(evaluation, "zh")), write(ExplanationWriter(evaluation, "en")));
}

}  // namespace

LocalText explainItem(const Evaluation& evaluation, std::size_t item) {
    return both(evaluation, [&](const ExplanationWriter& writer) { return writer.item(item); });
}

LocalText limitsText(const Evaluation& evaluation, std::size_t question) {
    const Question& asked = evaluation.checklist().questions[question];
    if (!asked.limits) return {};
    return both(evaluation, [&](const ExplanationWriter& writer) { return writer.limits(asked); });
}

LocalText missingSentence(const Evaluation& evaluation, std::size_t item, Missing::What what,
                          std::optional<std::size_t> question) {
    return both(evaluation, [&](const ExplanationWriter& writer) { return writer.missing(item, what, question); });
}

LocalText missingFact(const Fact& fact) {
    return LocalText("未填写检查对象情况：" + fact.label.in("zh"), "Not known of the site: " + fact.label.in("en"));
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
