// What was entered as steps: done, joined while somebody types, undone and done again.
#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/session/session.h"
#include "shared/checklist/session/tuning.h"

namespace plumb::checklist {
namespace {

bool isTyped(QuestionType type) {
    return type == QuestionType::text || type == QuestionType::integer || type == QuestionType::decimal ||
           type == QuestionType::barcode;
}

}  // namespace

Session::Edit Session::itemEdit(Edit::Kind kind, std::size_t item, std::string before, std::string after) {
    Edit out;
    out.kind = kind;
    out.item = item;
    out.before = std::move(before);
    out.after = std::move(after);
    return out;
}

Result<Change> Session::commit(Edit edit) {
    if (edit.before == edit.after) return Change{};
    const Instant now = m_clock();
    m_evaluation->setToday(dayOf(now));
    edit.at = now.utc;
    // Whatever else was noted meanwhile ends the entry: only the newest one can be extended.
    const bool newest = !m_trail.empty() && edit.kind != Edit::Kind::instances &&
                        m_trail.entries().back().kind == kindOf(edit) && m_trail.entries().back().id == idOf(edit);
    const bool continues = newest && isTypedInto(edit) && m_undone.empty() && !m_done.empty() &&
                           m_done.back().kind == edit.kind && m_done.back().key == edit.key &&
                           m_done.back().item == edit.item && edit.at - m_done.back().at <= kTypingPause;
    auto out = apply(edit, true);
    if (!out) {
        // What was taken back may have set something off.
        settled(*m_evaluation);
        logGiven(m_evaluation->touchedKeys());
        return out;
    }
    m_undone.clear();
    if (continues) {
        m_trail.extend(now, m_monotonic() - m_begun, edit.after);
        m_done.back().after = edit.after;
        m_done.back().at = edit.at;
    } else {
        logEdit(edit, true);
        keep(edit);
    }
    if (edit.kind == Edit::Kind::answer) logGiven(m_evaluation->touchedKeys(), edit.key);
    if (edit.kind == Edit::Kind::fact) logGiven(m_evaluation->touchedKeys());
    return out;
}

bool Session::isTypedInto(const Edit& edit) const {
    switch (edit.kind) {
        case Edit::Kind::answer:
            return isTyped(m_checklist->questions[edit.key.question].type);
        case Edit::Kind::note:
            return true;
        case Edit::Kind::fact:
            return m_checklist->facts[edit.item].choices.empty();
        case Edit::Kind::notApplicable:
        case Edit::Kind::photos:
        case Edit::Kind::instances:
            break;
    }
    return false;
}

void Session::keep(Edit edit) {
    m_done.push_back(std::move(edit));
    std::size_t texts = 0;
    for (const auto& one : m_done) texts += one.textsBefore.size() + one.textsAfter.size();
    while (m_done.size() > kMostUndo || (texts > kMostUndoTexts && m_done.size() > 1)) {
        texts -= m_done.front().textsBefore.size() + m_done.front().textsAfter.size();
        m_done.pop_front();
    }
}

Result<Change> Session::apply(const Edit& edit, bool forward) {
    const std::string& text = forward ? edit.after : edit.before;
    switch (edit.kind) {
        case Edit::Kind::answer:
            if (auto set = m_evaluation->setEntered(edit.key, text); !set) return fail(set.error());
            break;
        case Edit::Kind::notApplicable:
            m_evaluation->setNaReason(edit.item, text);
            break;
        case Edit::Kind::note:
            m_evaluation->setNote(edit.item, text);
            break;
        case Edit::Kind::fact: {
            m_evaluation->takeOverflow();  // of what came before
            m_evaluation->setFact(edit.item, text);
            Change out = settled(*m_evaluation);
            out.totals = true;
            out.facts.push_back(m_checklist->facts[edit.item].id);
            auto why = m_evaluation->takeOverflow();
            if (!why) return out;
            m_evaluation->setFact(edit.item, forward ? edit.before : edit.after);
            return fail(std::move(*why));
        }
        case Edit::Kind::photos:
            m_evaluation->setPhotos(edit.item, std::stoi(text));
            break;
        case Edit::Kind::instances:
            return replaceInstances(edit.key, forward ? edit.textsAfter : edit.textsBefore);
    }
    return settled(*m_evaluation);
}

Change Session::replay(const Edit& edit, bool forward) {
    const bool answers = edit.kind == Edit::Kind::answer && m_checklist->form;
    if (!answers) logEdit(edit, forward);
    Change out = apply(edit, forward).value_or(Change{});
    if (edit.kind == Edit::Kind::photos)
        out.evidence.emplace(m_checklist->items[edit.item].id, forward ? edit.which.after : edit.which.before);
    if (edit.kind == Edit::Kind::fact) logGiven(m_evaluation->touchedKeys());
    if (!answers) return out;
    // What stands there now and what it set off, whatever was noted when it was done first.
    std::vector<AnswerKey> keys{edit.key};
    keys.insert(keys.end(), m_evaluation->touchedKeys().begin(), m_evaluation->touchedKeys().end());
    logGiven(keys);
    return out;
}

bool Session::canUndo() const {
    return !m_done.empty();
}
bool Session::canRedo() const {
    return !m_undone.empty();
}

Change Session::undo() {
    if (m_done.empty()) return {};
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    return replay(m_undone.back(), false);
}

Change Session::redo() {
    if (m_undone.empty()) return {};
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    return replay(m_done.back(), true);
}

}  // namespace plumb::checklist
