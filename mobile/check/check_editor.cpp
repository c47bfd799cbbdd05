#include "mobile/check/check_editor.h"

#include <algorithm>

#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "shared/checklist/evaluate/value_text.h"

namespace plumb::mobile {

namespace {

// Why `text` goes to no session, or what `set` makes of it.
template <class Set>
CheckEditor::Taken offer(const QString& text, Set set) {
    // What UTF-8 has no form for would be changed on its way to the session.
    const QString problem = textProblem(text, static_cast<qsizetype>(checklist::kMaxAnswerBytes));
    if (problem.isEmpty()) return set(ss(text));
    return fail(ErrorKind::malformed, "bad_value", ss(problem));
}

// What is picked from a list was never typed: there is no text that could stay.
bool isTyped(checklist::QuestionType type) {
    using checklist::QuestionType;
    switch (type) {
        case QuestionType::text:
        case QuestionType::integer:
        case QuestionType::decimal:
        case QuestionType::barcode:
        case QuestionType::date:
        case QuestionType::time:
        case QuestionType::dateTime:
        case QuestionType::geopoint:
        case QuestionType::geotrace:
        case QuestionType::geoshape:
            return true;
        default:
            return false;
    }
}

QString toggled(const std::string& value, const QString& choice) {
    QStringList chosen = qs(value).split(u' ', Qt::SkipEmptyParts);
    if (!chosen.removeOne(choice)) chosen.append(choice);
    return chosen.join(u' ');
}

}  // namespace

CheckEditor::CheckEditor(OpenCheck& check, CheckView& view, CheckSaving& saving, CheckPlace& place, CheckNotice& notice,
                         QObject* parent)
    : QObject(parent), m_check(check), m_view(view), m_saving(saving), m_place(place), m_notice(notice) {
    connect(&view.totals(), &CheckTotals::changed, this, &CheckEditor::historyChanged);
}

void CheckEditor::changed(const Taken& change) {
    emit entered();
    if (!change) {
        m_notice.tell(change.error());
        m_view.showItem();  // the field goes back to what holds
        return;
    }
    m_notice.clear();
    m_saving.listRefusals();
    m_view.showChange(*change);
    m_saving.save();
}

void CheckEditor::enter(Refusal refusal, const Taken& change) {
    if (change) {
        m_check.refusals.take(refusal.kind, refusal.key);
        return changed(change);
    }
    emit entered();
    refusal.error = change.error();
    const Sentence sentence = [refusal] { return refusal.sentence(); };
    m_check.refusals.put(std::move(refusal));
    m_saving.listRefusals();
    m_notice.sayInField(sentence);
    m_view.showTotals();
    m_view.showItem();
}

void CheckEditor::answer(const QString& question, const QString& value) {
    if (!m_check.isOpen()) return;
    const auto& list = m_check.list();
    auto& session = *m_check.session;
    const auto key = checklist::parseKey(list, ss(question));
    // An answer says that the item applies after all.
    if (key && m_view.item().isNotApplicable() && !value.isEmpty())
        (void)session.clearNotApplicable(list.items[list.questions[key->question].item].id);
    const auto taken = offer(value, [&](const std::string& text) { return session.setAnswer(ss(question), text); });
    if (!key || !isTyped(list.questions[key->question].type)) return changed(taken);
    enter({Refusal::Kind::answer, list.items[list.questions[key->question].item].id, ss(question), value, {}}, taken);
}

void CheckEditor::toggle(const QString& question, const QString& choice) {
    if (m_check.isOpen()) answer(question, toggled(m_check.session->question(ss(question)).value, choice));
}

QString CheckEditor::pick(int n) {
    if (!m_check.isOpen()) return {};
    const QString question = m_view.item().judgingQuestion();
    const auto* known = m_check.list().question(ss(question));
    const int choices = known ? static_cast<int>(known->choices.size()) : 0;
    if (n >= 1 && n <= choices) {
        answer(question, qs(known->choices[static_cast<std::size_t>(n - 1)].name));
        return QStringLiteral("answered");
    }
    if (n == choices + 1 && m_view.item().mayBeNotApplicable()) return QStringLiteral("na");
    return {};
}

void CheckEditor::setNotApplicable(const QString& reason) {
    if (!m_check.isOpen()) return;
    const std::string item = ss(m_check.item);
    if (reason.trimmed().isEmpty())
        changed(m_check.session->clearNotApplicable(item));
    else
        changed(offer(reason.trimmed(),
                      [&](const std::string& text) { return m_check.session->setNotApplicable(item, text); }));
}

void CheckEditor::setNote(const QString& text) {
    if (!m_check.isOpen()) return;
    const std::string item = ss(m_check.item);
    const auto taken = offer(text, [&](const std::string& note) { return m_check.session->setNote(item, note); });
    enter({Refusal::Kind::note, item, item, text, {}}, taken);
}

void CheckEditor::setFact(const QString& fact, const QString& value) {
    if (!m_check.isOpen()) return;
    const auto taken = offer(value, [&](const std::string& text) { return m_check.session->setFact(ss(fact), text); });
    // What applies may depend on it: sections and items with it.
    if (taken) m_view.showAll();
    enter({Refusal::Kind::fact, {}, ss(fact), value, {}}, taken);
}

void CheckEditor::toggleFact(const QString& fact, const QString& choice) {
    if (m_check.isOpen()) setFact(fact, toggled(m_check.session->fact(ss(fact)), choice));
}

void CheckEditor::undo() {
    if (canUndo()) steppedBack(m_check.session->undo());
}

void CheckEditor::redo() {
    if (canRedo()) steppedBack(m_check.session->redo());
}

// What was undone must be seen: the screen goes where it happened.
void CheckEditor::steppedBack(const checklist::Change& change) {
    if (change.evidence) m_check.bringBackPhotos(change.evidence->first, change.evidence->second);
    if (!change.facts.empty()) {
        // What applies may depend on it: sections and items with it.
        m_view.showAll();
        changed(change);
        return m_place.goToFacts();
    }
    const auto& items = change.items;
    if (!items.empty() && std::ranges::find(items, ss(m_check.item)) == items.end()) m_place.goTo(qs(items.front()));
    changed(change);
}

}  // namespace plumb::mobile
