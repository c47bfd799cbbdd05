// Repeats of a session: instances added, removed and put back, the rows that a screen shows, and the answers that a
// form gives by itself.
#include <algorithm>
#include <charconv>
#include <set>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/evaluate/filled_label.h"
#include "shared/checklist/session/session.h"

namespace plumb::checklist {
namespace {

// "farm[1]/plots[2]" → the repeat "farm[1]/plots" and 2.
std::optional<std::pair<AnswerKey, std::uint32_t>> parseInstanceKey(const Checklist& checklist, std::string_view text) {
    const auto open = text.rfind('[');
    if (open == std::string_view::npos || !text.ends_with(']')) return std::nullopt;
    std::uint32_t instance = 0;
    const auto read = std::from_chars(text.data() + open + 1, text.data() + text.size() - 1, instance);
    const auto repeat = parseKey(checklist, text.substr(0, open));
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() - 1 || instance == 0 || !repeat ||
        checklist.questions[repeat->question].type != QuestionType::repeat)
        return std::nullopt;
    return std::pair(*repeat, instance);
}

void append(Change& to, const Checklist& checklist, const std::map<AnswerKey, std::string>& texts) {
    std::set<std::string> known(to.questions.begin(), to.questions.end());
    for (const auto& [key, text] : texts) {
        auto name = keyText(checklist, key);
        if (known.insert(name).second) to.questions.push_back(std::move(name));
    }
}

}  // namespace

Result<Change> Session::addInstance(std::string_view repeat, std::string_view like) {
    const auto key = parseKey(*m_checklist, repeat);
    if (!key || m_checklist->questions[key->question].type != QuestionType::repeat || !m_evaluation->has(*key))
        return fail(unknownQuestion(*m_checklist, repeat));
    if (auto may = mayChange(m_checklist->questions[key->question].item, key); !may) return fail(may.error());
    std::uint32_t original = 0;
    if (!like.empty()) {
        const auto copied = parseInstanceKey(*m_checklist, like);
        if (!copied || copied->first != *key) return fail(unknownQuestion(*m_checklist, like));
        original = copied->second;
    }
    auto before = m_evaluation->answersIn(*key);
    m_evaluation->takeOverflow();  // of what came before
    if (const auto added = m_evaluation->addInstance(*key, original); !added) return fail(added.error());
    return keepInstances(*key, std::move(before));
}

Result<Change> Session::removeInstance(std::string_view instance) {
    const auto place = parseInstanceKey(*m_checklist, instance);
    if (!place || !m_evaluation->has(place->first)) return fail(unknownQuestion(*m_checklist, instance));
    if (auto may = mayChange(m_checklist->questions[place->first.question].item, place->first); !may)
        return fail(may.error());
    auto before = m_evaluation->answersIn(place->first);
    m_evaluation->takeOverflow();  // of what came before
    if (const auto removed = m_evaluation->removeInstance(place->first, place->second); !removed)
        return fail(removed.error());
    return keepInstances(place->first, std::move(before));
}

Result<Change> Session::keepInstances(const AnswerKey& repeat, Texts before) {
    const Instant now = m_clock();
    Edit edit;
    edit.kind = Edit::Kind::instances;
    edit.key = repeat;
    edit.at = now.utc;
    edit.textsBefore = std::move(before);
    Change out = settled(*m_evaluation);
    if (auto why = m_evaluation->takeOverflow()) {
        // A number of instances that nothing can hold is nobody's wish.
        m_evaluation->replaceInstances(repeat, edit.textsBefore);
        settled(*m_evaluation);
        logGiven(m_evaluation->keys());
        m_evaluation->takeOverflow();
        return fail(std::move(*why));
    }
    edit.textsAfter = m_evaluation->answersIn(repeat);
    append(out, *m_checklist, edit.textsBefore);
    append(out, *m_checklist, edit.textsAfter);
    logTexts(edit.textsBefore, edit.textsAfter);
    logGiven(m_evaluation->touchedKeys());
    m_undone.clear();
    keep(std::move(edit));
    return out;
}

Change Session::replaceInstances(const AnswerKey& repeat, const Texts& texts) {
    const auto before = m_evaluation->answersIn(repeat);
    m_evaluation->replaceInstances(repeat, texts);
    Change out = settled(*m_evaluation);
    append(out, *m_checklist, before);
    append(out, *m_checklist, texts);
    logTexts(before, m_evaluation->answersIn(repeat));
    logGiven(m_evaluation->keys());
    return out;
}

// A count of one is what a form begins with: a blank.
void Session::logTexts(const Texts& before, const Texts& after) {
    const auto kept = [&](const AnswerKey& key, const Texts& texts) {
        const auto found = texts.find(key);
        if (found == texts.end()) return std::string();
        const bool counts = m_checklist->questions[key.question].type == QuestionType::repeat;
        return counts && found->second == "1" ? std::string() : found->second;
    };
    Texts all = before;
    all.insert(after.begin(), after.end());
    for (const auto& [key, unused] : all) {
        const std::string was = kept(key, before), is = kept(key, after);
        if (was != is) log(AuditEntry::Kind::answer, keyText(*m_checklist, key), was, is);
        if (is.empty()) {
            m_known.erase(key);
        } else {
            m_known[key] = is;
        }
    }
}

void Session::logGiven(const std::vector<AnswerKey>& keys, const std::optional<AnswerKey>& except) {
    if (!m_checklist->form) return;
    for (const auto& key : keys) {
        const Question& question = m_checklist->questions[key.question];
        if (!question.isKept() && question.type != QuestionType::repeat) continue;
        const std::string is = m_evaluation->has(key) ? m_evaluation->entered(key) : std::string();
        const auto known = m_known.find(key);
        const std::string was = known == m_known.end() ? std::string() : known->second;
        if (was == is) continue;
        if (key != except) log(AuditEntry::Kind::answer, keyText(*m_checklist, key), was, is);
        if (is.empty()) {
            m_known.erase(key);
        } else {
            m_known[key] = is;
        }
    }
}

std::vector<ItemRow> Session::rows(std::string_view id) const {
    std::vector<ItemRow> out;
    const auto index = m_checklist->itemIndex(id);
    if (!index) return out;
    const auto& questions = m_checklist->items[*index].questions;
    // Those that stand in `parent`, where its instances are `instances`.
    const auto list = [&](auto& self, std::optional<std::size_t> parent, const std::vector<std::uint32_t>& instances,
                          int depth) -> void {
        for (const auto q : questions) {
            const Question& question = m_checklist->questions[q];
            if (question.parent != parent) continue;
            const AnswerKey key{q, instances};
            if (question.type == QuestionType::hidden || question.type == QuestionType::metadata ||
                !m_evaluation->value(key).relevant)
                continue;
            ItemRow row{ItemRow::Kind::question, keyText(*m_checklist, key), question.id, depth};
            if (question.type == QuestionType::group) {
                row.kind = ItemRow::Kind::group;
                out.push_back(row);
                self(self, q, instances, depth + 1);
            } else if (question.type == QuestionType::repeat) {
                row.kind = ItemRow::Kind::repeat;
                row.instances = static_cast<std::uint32_t>(m_evaluation->count(key));
                row.counted = m_evaluation->isCounted(q);
                for (std::uint32_t instance = 1; instance <= row.instances; ++instance) {
                    ItemRow head = row;
                    head.kind = ItemRow::Kind::instance;
                    head.key += "[" + std::to_string(instance) + "]";
                    head.instance = instance;
                    out.push_back(std::move(head));
                    auto inner = instances;
                    inner.push_back(instance);
                    self(self, q, inner, depth + 1);
                }
                out.push_back(std::move(row));  // after its instances: where "add" stands
            } else {
                out.push_back(std::move(row));
            }
        }
    };
    list(list, std::nullopt, {}, 0);
    return out;
}

std::vector<std::pair<std::string, LocalText>> Session::choices(std::string_view id) const {
    const auto key = parseKey(*m_checklist, id);
    return key ? m_evaluation->choices(*key) : std::vector<std::pair<std::string, LocalText>>();
}

// ${name} in a label stands for what was answered there: in this instance, where the question stands in one.
LocalText Session::labelOf(const AnswerKey& key) const {
    return filledLabel(*m_checklist, m_checklist->questions[key.question].label, key.instances, *m_evaluation);
}

}  // namespace plumb::checklist
