// What a person does to an item: answers, reasons, notes, findings, photos, undo.
#include <QUrl>
#include <algorithm>

#include "mobile/app/settings.h"
#include "mobile/backend/sentences.h"
#include "mobile/backend/text.h"
#include "mobile/models/check_model.h"

namespace plumb::mobile {

void CheckModel::changed(const Taken& change) {
    setRemovedCopy({});
    if (!change) {
        setProblem(sentenceFor(change.error()));
        showItem();  // the field goes back to what holds
        return;
    }
    if (!m_writeFailed) setProblem({});
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

void CheckModel::answer(const QString& question, const QString& value) {
    if (!m_session) return;
    const auto key = checklist::parseKey(*m_opened->checklist, ss(question));
    // An answer says that the item applies after all.
    if (key && m_view.isNotApplicable() && !value.isEmpty()) {
        const auto& list = *m_opened->checklist;
        (void)m_session->clearNotApplicable(list.items[list.questions[key->question].item].id);
    }
    changed(m_session->setAnswer(ss(question), ss(value)));
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
        changed(m_session->setNotApplicable(ss(m_item), ss(reason.trimmed())));
}

void CheckModel::setNote(const QString& text) {
    if (m_session) changed(m_session->setNote(ss(m_item), ss(text)));
}

void CheckModel::setFinding(const QString& text, const QString& severity, const QString& where, const QString& due) {
    if (!m_session || m_item.isEmpty()) return;
    const std::string item = ss(m_item);
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
    m_backend.ask(
        this, [item = m_item, place](Desk& desk) { return desk.importPhoto(item, place); },
        [this, draft = m_draft](Result<store::Photo> photo) {
            m_busy = false;
            emit problemChanged();
            if (draft != m_draft || !m_session) return;
            if (!photo) return setProblem(sentenceFor(photo.error()));
            auto& photos = m_opened->draft.photos;
            for (const auto& known : photos)
                if (store::samePhoto(known, *photo)) return setProblem(tr("这张照片已经在这一项里了。"));
            photos.push_back(*photo);
            evidenceChanged(photo->item);
            emit photoAdded();
        });
}

void CheckModel::removePhoto(const QString& hash) {
    if (!m_session) return;
    auto& photos = m_opened->draft.photos;
    const auto gone = std::erase_if(
        photos, [&](const auto& photo) { return qs(photo.sha256.hex()) == hash && qs(photo.item) == m_item; });
    if (gone > 0) evidenceChanged(ss(m_item));
}

void CheckModel::evidenceChanged(const std::string& item) {
    const auto& photos = m_opened->draft.photos;
    const auto count =
        std::count_if(photos.begin(), photos.end(), [&](const auto& photo) { return photo.item == item; });
    changed(m_session->setEvidenceCount(item, static_cast<int>(count)));
}

void CheckModel::undo() {
    if (!m_session || !m_session->canUndo()) return;
    const auto change = m_session->undo();
    // What was undone must be seen: the screen goes where it happened.
    if (!change.items.empty() && std::find(change.items.begin(), change.items.end(), ss(m_item)) == change.items.end())
        goTo(qs(change.items.front()));
    changed(change);
}

void CheckModel::redo() {
    if (!m_session || !m_session->canRedo()) return;
    const auto change = m_session->redo();
    if (!change.items.empty() && std::find(change.items.begin(), change.items.end(), ss(m_item)) == change.items.end())
        goTo(qs(change.items.front()));
    changed(change);
}

}  // namespace plumb::mobile
