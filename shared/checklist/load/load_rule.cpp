#include "shared/checklist/load/document_loader.h"

#include "shared/checklist/load/tuning.h"

namespace plumb::checklist {
namespace {

const std::vector<std::string_view> kRules{"choice", "limits", "judge",  "deduct", "band",
                                           "ratio",  "count",  "record", "within"};

}  // namespace

void DocumentLoader::readRule(ObjectReader& item, std::size_t index) {
    const auto* value = item.member("rule");
    const std::string path = item.pathOf("rule");
    if (!value) {
        // A plain question with judging choices needs no rule of its own.
        m_later.push_back([this, index, path] { resolveChoice(index, "", path); });
        return;
    }
    if (value->is_string()) {
        const json::value whole = json::object{{"kind", value->get_string()}};
        ObjectReader rule(whole, path, m_context);
        return readRuleMembers(rule, index);
    }
    ObjectReader rule(*value, path, m_context);
    if (rule.isObject()) readRuleMembers(rule, index);
}

void DocumentLoader::readRuleMembers(ObjectReader& reader, std::size_t index) {
    const auto kind = reader.oneOf("kind", kRules, ObjectReader::needed);
    Rule& rule = m_out.items[index].rule;
    rule.kind = static_cast<RuleKind>(kind.value_or(0));
    const std::string path = reader.path();
    if (!kind) {
        // What the other members mean depends on it: one problem is enough.
        for (const auto name : {"choice", "of", "when", "pass", "fail", "part", "each", "bands", "target", "below",
                                "min", "above", "max", "most", "reasons", "unit"})
            reader.member(name);
        return;
    }
    const std::string choice = reader.text("choice", ObjectReader::optional);
    if (rule.kind == RuleKind::choice || !choice.empty()) {
        m_later.push_back(
            [this, index, choice, where = reader.pathOf("choice")] { resolveChoice(index, choice, where); });
    }
    switch (rule.kind) {
        case RuleKind::choice:
            break;
        case RuleKind::limits:
            m_later.push_back([this, index, path] {
                for (const auto question : m_out.items[index].questions) {
                    if (m_out.questions[question].limits) return;
                }
                m_context.add(path, "none of the item's questions has limits");
            });
            break;
        case RuleKind::judge:
            if (!reader.has("when"))
                reader.problem("when", "must be an expression that is true where the item conforms; it is missing");
            compileLater(reader, "when", Where::rule,
                         [this, index](Expression e) { m_out.items[index].rule.judge = std::move(e); });
            rule.partShare = reader.thousandths("part", ObjectReader::optional, 0, kPoint).value_or(kPoint / 2);
            templateLater(reader, "pass",
                          [this, index](Template text) { m_out.items[index].rule.passText = std::move(text); });
            templateLater(reader, "fail",
                          [this, index](Template text) { m_out.items[index].rule.failText = std::move(text); });
            break;
        case RuleKind::deduct:
            readDeductions(reader, index);
            break;
        case RuleKind::within:
            readLimits(reader, [this, index]() -> Limits& { return m_out.items[index].rule.limits; });
            if (rule.limits.open()) reader.problem("min", "must have min, above, max or below");
            break;
        case RuleKind::count:
            rule.step = reader.thousandths("each", ObjectReader::needed, 0, kMaxPoints).value_or(0);
            if (m_out.items[index].points == 0)
                reader.problem("kind", "what is counted earns points: the item has none");
            break;
        case RuleKind::band:
            readBands(reader, index);
            break;
        case RuleKind::ratio: {
            if (const auto* target = reader.member("target")) {
                rule.target = boundOf(*target, reader.pathOf("target"), true, [this, index](std::size_t question) {
                    m_out.items[index].rule.target->question = question;
                });
                if (rule.target && rule.target->number && *rule.target->number <= Decimal())
                    reader.problem("target", "must be above 0");
            } else {
                reader.problem("target", "must be a number or a question as ${name}; it is missing");
            }
            if (const auto* below = reader.member("below")) {
                rule.cliff = decimalOf(*below);
                const auto one = Decimal::parse("1");
                const bool exact = rule.cliff && (rule.cliff->text().size() <= 2 + kMostCliffDecimals);
                if (!exact || rule.cliff->isNegative() || *rule.cliff > *one) {
                    reader.problem("below", "must be a number from 0 to 1 with at most six decimals");
                }
            }
            break;
        }
        case RuleKind::record:
            if (m_out.items[index].points > 0) reader.problem("kind", "what is only recorded has no points");
            break;
    }
    const bool measures = rule.kind == RuleKind::count || rule.kind == RuleKind::band || rule.kind == RuleKind::ratio ||
                          rule.kind == RuleKind::within;
    if (measures || (rule.kind == RuleKind::deduct && rule.reasons.empty())) readOf(reader, index);
}

void DocumentLoader::readBands(ObjectReader& reader, std::size_t index) {
    const auto* bands = reader.array("bands", ObjectReader::needed);
    if (!bands) return;
    const Points full = m_out.items[index].points;
    for (std::size_t i = 0; i < bands->size(); ++i) {
        ObjectReader band((*bands)[i], reader.pathOf("bands") + "[" + std::to_string(i) + "]", m_context);
        m_out.items[index].rule.bands.emplace_back();
        readLimits(band, [this, index, i]() -> Limits& { return m_out.items[index].rule.bands[i].limits; });
        Band& read = m_out.items[index].rule.bands[i];
        read.points = band.thousandths("points", ObjectReader::needed, 0, full).value_or(0);
        const auto verdict = band.oneOf("verdict", kVerdictNames, ObjectReader::optional);
        read.verdict = verdict               ? verdictAt(*verdict)
                       : read.points == full ? Verdict::pass
                       : read.points == 0    ? Verdict::fail
                                             : Verdict::part;
        read.label = band.local("label", ObjectReader::optional);
    }
    const auto& read = m_out.items[index].rule.bands;
    if (!read.empty() && (read.back().limits.lower || read.back().limits.upper)) {
        reader.problem("bands", "the last band must have no limits, so that every value falls into one");
    }
}

void DocumentLoader::resolveChoice(std::size_t index, const std::string& name, const std::string& path) {
    Item& item = m_out.items[index];
    const auto judges = [&](std::size_t question) {
        for (const auto& choice : m_out.questions[question].choices) {
            if (choice.verdict && m_out.questions[question].type == QuestionType::selectOne) return true;
        }
        return false;
    };
    if (!name.empty()) {
        const auto found = findQuestion(name, path);
        if (!found) return;
        if (m_out.questions[*found].item != index) {
            m_context.add(path, "\"" + name + "\" is a question of another item");
        } else if (!judges(*found)) {
            m_context.add(path, "\"" + name + "\" has no choices with a verdict");
        } else {
            item.rule.choice = found;
        }
    } else {
        for (const auto question : item.questions) {
            if (!judges(question) || m_out.questions[question].repeat) continue;
            if (item.rule.choice) {
                m_context.add(
                    path,
                    "several questions have choices with a verdict: name the one that judges the item (\"choice\")");
                return;
            }
            item.rule.choice = question;
        }
        if (!item.rule.choice)
            m_context.add(path, "no question of the item has choices with a verdict: say by which rule it is judged");
    }
    if (item.rule.choice) checkChoices(index, path);
}

void DocumentLoader::checkChoices(std::size_t index, const std::string& path) {
    const Item& item = m_out.items[index];
    for (const auto& choice : m_out.questions[*item.rule.choice].choices) {
        if (!choice.verdict)
            m_context.add(path, "the choice \"" + choice.name + "\" must say its verdict: pass, part or fail");
        if (choice.points && *choice.points > item.points) {
            m_context.add(path, "the choice \"" + choice.name + "\" earns more than the item's " +
                                    pointsText(item.points) + " points");
        }
    }
}

void DocumentLoader::resolveOf(std::size_t index, const std::string& name, const std::string& path) {
    if (name.empty()) return;
    const auto found = findQuestion(name, path);
    if (!found) return;
    const Question& question = m_out.questions[*found];
    Item& item = m_out.items[index];
    item.rule.of = *found;
    const bool ticked = question.type == QuestionType::selectMultiple &&
                        (item.rule.kind == RuleKind::deduct || item.rule.kind == RuleKind::count);
    if (question.item != index) m_context.add(path, "\"" + name + "\" is a question of another item");
    if (!ticked && !question.isNumber()) m_context.add(path, "\"" + name + "\" is no number");
}

}  // namespace plumb::checklist
