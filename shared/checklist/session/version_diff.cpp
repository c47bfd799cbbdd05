#include "shared/checklist/session/version_diff.h"

#include <algorithm>
#include <array>
#include <map>

#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/facts.h"

namespace plumb::checklist {
namespace {

using Kind = VersionChange::Kind;
using Of = VersionChange::Of;

void because(LocalText& reason, const char* zh, const char* en) {
    if (reason.empty()) reason = LocalText(zh, en);
}

bool sameBound(const std::optional<Bound>& a, const std::optional<Bound>& b) {
    if (!a || !b) return !a == !b;
    return a->inclusive == b->inclusive && a->number.has_value() == b->number.has_value() &&
           (!a->number || *a->number == *b->number);
}

bool sameLimits(const std::optional<Limits>& a, const std::optional<Limits>& b) {
    if (!a || !b) return !a == !b;
    return sameBound(a->lower, b->lower) && sameBound(a->upper, b->upper);
}

std::string sourceOf(const std::optional<Expression>& expression) {
    return expression ? expression->source : std::string();
}

class Differ {
  public:
    Differ(const Checklist& from, const Checklist& to, const Answers& answers)
        : m_from(from), m_to(to), m_answers(answers) {
        for (const auto& [key, text] : answers.values) {
            if (const auto now = parseKey(to, key)) m_given[now->question].push_back(key);
        }
    }

    VersionDiff run() {
        facts();
        for (const auto& item : m_to.items) {
            for (const auto q : item.questions) question(item, q);
            mark(item, m_answers.na, Of::notApplicable, m_out.carried.na);
            mark(item, m_answers.notes, Of::note, m_out.carried.notes);
        }
        dropped();
        return std::move(m_out);
    }

  private:
    void facts() {
        for (const auto& fact : m_to.facts) {
            const auto given = m_answers.facts.find(fact.id);
            const auto old = m_from.factIndex(fact.id);
            VersionChange change{Kind::added, Of::fact, "", fact.id, {}, fact.label, "", {}};
            if (old) change.before = m_from.facts[*old].label;
            if (given == m_answers.facts.end()) {
                if (!old) m_out.changes.push_back(std::move(change));
                continue;
            }
            change.value = given->second;
            const auto value = canonicalFact(fact, given->second);
            change.kind = !value ? Kind::dropped : old && change.before == fact.label ? Kind::kept : Kind::changed;
            if (!value) because(change.reason, "新版不接受这个值", "The newer version does not take this value");
            if (change.kind == Kind::changed) because(change.reason, "文字有改动", "The wording has changed");
            if (value) m_out.carried.facts[fact.id] = *value;
            m_out.changes.push_back(std::move(change));
        }
    }

    static bool isAnswered(const Question& question) {
        return question.isKept() || question.type == QuestionType::repeat;
    }

    void question(const Item& item, std::size_t index) {
        const Question& now = m_to.questions[index];
        if (!isAnswered(now)) return;
        const auto given = m_given.find(index);
        if (given != m_given.end()) {
            for (const auto& key : given->second) answer(item, now, key);
            return;
        }
        const Question* old = m_from.question(now.id);
        if (old && isAnswered(*old)) return;
        VersionChange change{Kind::added, Of::answer, item.id, now.id, {}, now.label, "", {}};
        if (old) change.before = old->label;
        m_out.changes.push_back(std::move(change));
    }

    void answer(const Item& item, const Question& now, const std::string& key) {
        const Question* old = m_from.question(now.id);
        VersionChange change{Kind::added, Of::answer, item.id, key, {}, now.label, "", {}};
        if (old) change.before = old->label;
        change.value = m_answers.values.at(key);
        const auto value = canonicalValue(now, change.value);
        if (!value) {
            change.kind = Kind::dropped;
            because(change.reason, "新版不接受这个值", "The newer version does not take this value");
        } else {
            m_out.carried.values[key] = *value;
            change.kind = old && sameQuestion(*old, now, *value, change.reason) &&
                                  sameItem(m_from.items[old->item], item, change.reason)
                              ? Kind::kept
                              : Kind::changed;
            if (!old) because(change.reason, "旧版没有这个问题", "The older version had no such question");
        }
        m_out.changes.push_back(std::move(change));
    }

    // Whether the same answer still means the same.
    static bool sameQuestion(const Question& old, const Question& now, const std::string& value, LocalText& reason) {
        if (old.type != now.type) because(reason, "填写类型已改变", "The type of the answer has changed");
        if (!(old.unit == now.unit)) because(reason, "单位已改变", "The unit has changed");
        if (!sameLimits(old.limits, now.limits)) because(reason, "限值已改变", "The limits have changed");
        for (const auto& choice : now.choices) {
            if ((" " + value + " ").find(" " + choice.name + " ") == std::string::npos) continue;
            const Choice* before = old.choice(choice.name);
            if (!before || !(before->label == choice.label))
                because(reason, "所选项的文字已改变", "The wording of the choice has changed");
            if (before && (before->verdict != choice.verdict || before->points != choice.points ||
                           before->share != choice.share || before->deduct != choice.deduct))
                because(reason, "所选项的计分已改变", "What the choice earns has changed");
        }
        if (!(old.label == now.label)) because(reason, "问题的文字有改动", "The wording of the question has changed");
        if (sourceOf(old.constraint) != sourceOf(now.constraint))
            because(reason, "填写要求已改变", "What may be entered has changed");
        return reason.empty();
    }

    static bool sameItem(const Item& old, const Item& now, LocalText& reason) {
        if (old.id != now.id) because(reason, "问题已移到另一项", "The question belongs to another item now");
        if (!(old.text == now.text)) because(reason, "检查项的文字有改动", "The wording of the item has changed");
        if (old.worth != now.worth || old.points != now.points || old.rule.kind != now.rule.kind ||
            old.rule.step != now.rule.step || sourceOf(old.rule.judge) != sourceOf(now.rule.judge))
            because(reason, "检查项的计分已改变", "How the item is scored has changed");
        if (old.key != now.key || old.veto != now.veto)
            because(reason, "关键项或否决项的设定已改变", "Whether the item is a key or veto item has changed");
        return reason.empty();
    }

    // Notes and reasons of an item.
    void mark(const Item& now, const std::map<std::string, std::string>& given, Of of,
              std::map<std::string, std::string>& carried) {
        const auto found = given.find(now.id);
        if (found == given.end()) return;
        const Item* old = m_from.item(now.id);
        VersionChange change{Kind::kept, of, now.id, now.id, {}, now.text, found->second, {}};
        if (old) change.before = old->text;
        if (of == Of::notApplicable && !acceptedReason(now, found->second)) {
            change.kind = Kind::dropped;
            because(change.reason, "新版不允许“不适用”", "\"Not applicable\" cannot be said any more");
        } else {
            carried[now.id] = found->second;
            if (!old || !sameItem(*old, now, change.reason)) change.kind = Kind::changed;
        }
        m_out.changes.push_back(std::move(change));
    }

    void dropped() {
        const auto gone = [&](Of of, const std::string& item, const std::string& id, const LocalText& label,
                              const std::string& value) {
            m_out.changes.push_back({Kind::dropped,
                                     of,
                                     item,
                                     id,
                                     label,
                                     {},
                                     value,
                                     LocalText("新版已删去", "It is not in the newer version")});
        };
        std::map<AnswerKey, std::string> lost;  // in the order of the older version
        for (const auto& [key, text] : m_answers.values) {
            const auto old = parseKey(m_from, key), now = parseKey(m_to, key);
            if (old && (!now || !isAnswered(m_to.questions[now->question]))) lost.emplace(*old, key);
        }
        for (const auto& [place, key] : lost) {
            const Question& question = m_from.questions[place.question];
            gone(Of::answer, m_from.items[question.item].id, key, question.label, m_answers.values.at(key));
        }
        for (const auto& item : m_from.items) {
            if (m_to.item(item.id)) continue;
            for (auto [of, given] :
                 {std::pair{Of::notApplicable, &m_answers.na}, std::pair{Of::note, &m_answers.notes}}) {
                if (const auto found = given->find(item.id); found != given->end())
                    gone(of, item.id, item.id, item.text, found->second);
            }
        }
        for (const auto& fact : m_from.facts) {
            const auto given = m_answers.facts.find(fact.id);
            if (given != m_answers.facts.end() && !m_to.factIndex(fact.id))
                gone(Of::fact, "", fact.id, fact.label, given->second);
        }
    }

    const Checklist& m_from;
    const Checklist& m_to;
    const Answers& m_answers;
    std::map<std::size_t, std::vector<std::string>> m_given;  // question of the newer version → keys that were answered
    VersionDiff m_out;
};

}  // namespace

std::string_view changeName(VersionChange::Kind kind) {
    constexpr std::array names{"kept", "changed", "dropped", "added"};
    return names.at(static_cast<std::size_t>(kind));
}

std::size_t VersionDiff::count(VersionChange::Kind kind) const {
    return static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(),
                                                  [&](const VersionChange& change) { return change.kind == kind; }));
}

VersionDiff diffVersions(const Checklist& from, const Checklist& to, const Answers& answers) {
    return Differ(from, to, answers).run();
}

}  // namespace plumb::checklist
