// What a person does to an item: answers, reasons, notes, findings, photos, undo.
#include <QUrl>
#include <algorithm>

#include "mobile/check/check_model.h"
#include "mobile/check/drafts.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "shared/checklist/value_text.h"

namespace plumb::mobile {

void CheckModel::changed(const Taken& change) {
    setRemovedCopy({});
    if (!change) {
        tell(sentenceFor(change.error()));
        showItem();  // the field goes back to what holds
        return;
    }
    if (!m_writeError) setProblem({});
    listRefusals();
    for (const auto& id : change->items) {
        const auto* item = m_opened->checklist->item(id);
        if (item && qs(m_opened->checklist->sections[item->section].id) == m_section) {
            // Which items are relevant may have changed: then the list is made anew.
            const bool shown = m_items.indexOf(qs(id)) >= 0;
            if (shown != m_session->item(id).relevant)
                showItems();
            else
                m_items.update(rowOf(*item));
        }
    }
    showSections();
    showTotals();
    showItem();
    save();
}

template <class Set>
CheckModel::Taken CheckModel::offer(const QString& text, Set set) {
    // What UTF-8 has no form for would be changed on its way to the session.
    const QString problem = textProblem(text, static_cast<qsizetype>(checklist::kMaxAnswerBytes));
    if (problem.isEmpty()) return set(ss(text));
    return fail(ErrorKind::malformed, "bad_value", ss(problem));
}

void CheckModel::enter(Refusal refusal, const Taken& change) {
    if (change) {
        m_refusals.take(refusal.kind, refusal.key);
        return changed(change);
    }
    setRemovedCopy({});
    refusal.error = change.error();
    const QString sentence = refusal.sentence();
    m_refusals.put(std::move(refusal));
    listRefusals();
    setProblem(sentence);
    m_problemInField = true;
    emit problemChanged();
    showTotals();
    showItem();
}

namespace {

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

}  // namespace

void CheckModel::answer(const QString& question, const QString& value) {
    if (!m_session) return;
    const auto key = checklist::parseKey(*m_opened->checklist, ss(question));
    // An answer says that the item applies after all.
    if (key && m_view.isNotApplicable() && !value.isEmpty()) {
        const auto& list = *m_opened->checklist;
        (void)m_session->clearNotApplicable(list.items[list.questions[key->question].item].id);
    }
    const auto taken = offer(value, [&](const std::string& text) { return m_session->setAnswer(ss(question), text); });
    if (!key || !isTyped(m_opened->checklist->questions[key->question].type)) return changed(taken);
    const auto& list = *m_opened->checklist;
    enter({Refusal::Kind::answer, list.items[list.questions[key->question].item].id, ss(question), value, {}}, taken);
}

void CheckModel::toggle(const QString& question, const QString& choice) {
    if (!m_session) return;
    QStringList chosen = qs(m_session->question(ss(question)).value).split(u' ', Qt::SkipEmptyParts);
    if (!chosen.removeOne(choice)) chosen.append(choice);
    answer(question, chosen.join(u' '));
}

QString CheckModel::pick(int n) {
    if (!m_session) return {};
    const QString question = m_view.judgingQuestion();
    const auto* known = m_opened->checklist->question(ss(question));
    const int choices = known ? static_cast<int>(known->choices.size()) : 0;
    if (n >= 1 && n <= choices) {
        answer(question, qs(known->choices[static_cast<std::size_t>(n - 1)].name));
        return QStringLiteral("answered");
    }
    if (n == choices + 1 && m_view.mayBeNotApplicable()) return QStringLiteral("na");
    return {};
}

void CheckModel::setNotApplicable(const QString& reason) {
    if (!m_session) return;
    if (reason.trimmed().isEmpty())
        changed(m_session->clearNotApplicable(ss(m_item)));
    else
        changed(offer(reason.trimmed(),
                      [&](const std::string& text) { return m_session->setNotApplicable(ss(m_item), text); }));
}

void CheckModel::setNote(const QString& text) {
    if (!m_session) return;
    const auto taken = offer(text, [&](const std::string& note) { return m_session->setNote(ss(m_item), note); });
    enter({Refusal::Kind::note, ss(m_item), ss(m_item), text, {}}, taken);
}

void CheckModel::setFinding(const QString& text, const QString& severity, const QString& where, const QString& due) {
    if (!m_session || m_item.isEmpty()) return;
    const std::string item = ss(m_item);
    for (const auto& words : {text, where}) {
        // The sheet says so before: it hands nothing over that cannot be kept.
        const QString problem = textProblem(words, static_cast<qsizetype>(checklist::kMaxAnswerBytes));
        if (!problem.isEmpty()) return setProblem(problem);
    }
    m_opened->draft.findings[item] = {item, ss(severity), ss(text.trimmed()), ss(where.trimmed()), ss(due)};
    showItem();
    showTotals();
    save();
}

void CheckModel::addPhoto(const QString& path) {
    if (!m_session) return;
    m_busy = true;
    setProblem({});
    QString place = path.trimmed();
    if (place.startsWith(QLatin1String("file://"))) place = QUrl(place).toLocalFile();
    m_store.ask(
        this, [item = m_item, place](LocalStore& store) { return importPhoto(store, item, place); },
        [this, draft = m_draft](Result<store::Photo> photo) {
            m_busy = false;
            emit problemChanged();
            if (draft != m_draft || !m_session) return;
            if (!photo) return tell(sentenceFor(photo.error()));
            auto& photos = m_opened->draft.photos;
            for (const auto& known : photos)
                if (store::samePhoto(known, *photo)) return tell(tr("这张照片已经在这一项里了。"));
            const auto before = photosOf(photo->item);
            photos.push_back(*photo);
            m_photosSeen.push_back(*photo);
            evidenceChanged(photo->item, before);
            emit photoAdded();
        });
}

void CheckModel::removePhoto(const QString& hash) {
    if (!m_session) return;
    auto& photos = m_opened->draft.photos;
    const auto before = photosOf(ss(m_item));
    const auto gone = std::erase_if(
        photos, [&](const auto& photo) { return qs(photo.sha256.hex()) == hash && qs(photo.item) == m_item; });
    if (gone > 0) evidenceChanged(ss(m_item), before);
}

// Their hashes, in order: what the session gives back when a step is undone.
std::string CheckModel::photosOf(const std::string& item) const {
    std::string out;
    for (const auto& photo : m_opened->draft.photos) {
        if (photo.item == item) out += (out.empty() ? "" : " ") + photo.sha256.hex();
    }
    return out;
}

// A photo that was taken away is still sealed in the vault, until the draft ends.
void CheckModel::bringBack(const std::string& item, const std::string& hashes) {
    auto& photos = m_opened->draft.photos;
    std::erase_if(photos, [&](const auto& photo) { return photo.item == item; });
    for (const auto& hash : qs(hashes).split(u' ', Qt::SkipEmptyParts)) {
        const auto seen = std::find_if(m_photosSeen.begin(), m_photosSeen.end(), [&](const auto& photo) {
            return photo.item == item && qs(photo.sha256.hex()) == hash;
        });
        if (seen != m_photosSeen.end()) photos.push_back(*seen);
    }
}

void CheckModel::evidenceChanged(const std::string& item, const std::string& before) {
    const auto& photos = m_opened->draft.photos;
    const auto count =
        std::count_if(photos.begin(), photos.end(), [&](const auto& photo) { return photo.item == item; });
    changed(m_session->setEvidenceCount(item, static_cast<int>(count), {before, photosOf(item)}));
}

void CheckModel::undo() {
    if (m_session && m_session->canUndo()) steppedBack(m_session->undo());
}

void CheckModel::redo() {
    if (m_session && m_session->canRedo()) steppedBack(m_session->redo());
}

// What was undone must be seen: the screen goes where it happened.
void CheckModel::steppedBack(const checklist::Change& change) {
    if (change.evidence) bringBack(change.evidence->first, change.evidence->second);
    if (!change.facts.empty()) {
        // What applies may depend on it: sections and items with it.
        showAll();
        changed(change);
        return goToFacts();
    }
    if (!change.items.empty() && std::find(change.items.begin(), change.items.end(), ss(m_item)) == change.items.end())
        goTo(qs(change.items.front()));
    changed(change);
}

}  // namespace plumb::mobile
