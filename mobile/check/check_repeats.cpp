// What a person does to repeats, ranked choices, long lists of choices and files.
#include <QUrl>

#include "mobile/check/check_model.h"
#include "mobile/check/check_rows.h"
#include "mobile/check/drafts.h"
#include "mobile/check/field_rows.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

// So many of what a search found are listed; who wants another types more.
constexpr int kMostFound = 100;

QStringList wordsOf(const std::string& value) {
    return qs(value).split(u' ', Qt::SkipEmptyParts);
}

}  // namespace

void CheckModel::grown(const std::string& repeat, const Taken& change) {
    QString first;
    if (change) {
        // The new copy is the last one: it is what the person wants to fill now.
        for (const auto& row : m_session->rows(ss(m_item))) {
            if (row.kind == checklist::ItemRow::Kind::repeat && row.key == repeat)
                first = qs(repeat) + u'[' + QString::number(row.copies) + u']';
        }
        m_view.fields().openWayTo(ss(first));
    }
    changed(change);
    if (!first.isEmpty()) emit questionAsked(first);
}

void CheckModel::addCopy(const QString& repeat) {
    if (m_session) grown(ss(repeat), m_session->addCopy(ss(repeat)));
}

void CheckModel::copyCopy(const QString& copy) {
    if (!m_session) return;
    const std::string like = ss(copy), repeat = like.substr(0, like.rfind('['));
    grown(repeat, m_session->addCopy(repeat, like));
}

void CheckModel::removeCopy(const QString& copy, const QString& label) {
    if (!m_session) return;
    const auto removed = m_session->removeCopy(ss(copy));
    if (removed) m_refusals.removeCopy(ss(copy));
    changed(removed);
    if (removed) setRemovedCopy(label);
}

void CheckModel::setRemovedCopy(const QString& label) {
    if (m_removedCopy == label) return;
    m_removedCopy = label;
    emit removedCopyChanged();
}

void CheckModel::toggleCopy(const QString& copy) {
    if (!m_session) return;
    m_view.fields().toggleCopy(ss(copy));
    showItem();
}

void CheckModel::rank(const QString& question, const QString& choice, int by) {
    if (!m_session) return;
    QStringList order = wordsOf(m_session->question(ss(question)).value);
    for (const auto& [name, label] : m_session->choices(ss(question)))
        if (!order.contains(qs(name))) order.append(qs(name));
    const auto from = order.indexOf(choice), to = from + by;
    if (by != 0 && (from < 0 || to < 0 || to >= order.size())) return;
    if (by != 0) order.move(from, to);
    answer(question, order.join(u' '));
}

void CheckModel::search(const QString& question, const QString& text) {
    if (!m_session) return;
    const QString language = Settings::instance().language(), wanted = text.trimmed();
    std::vector<ChoiceRow> rows;
    m_foundMore = 0;
    for (const auto& [name, words] : m_session->choices(ss(question))) {
        const QString label = qs(words, language);
        if (!label.contains(wanted, Qt::CaseInsensitive) && !qs(name).contains(wanted, Qt::CaseInsensitive)) continue;
        if (rows.size() < kMostFound)
            rows.push_back({qs(name), label, {}, {}});
        else
            ++m_foundMore;
    }
    m_found.set(std::move(rows));
    emit foundChanged();
}

void CheckModel::addFile(const QString& question, const QString& path) {
    if (!m_session) return;
    const auto key = checklist::parseKey(*m_opened->checklist, ss(question));
    if (!key) return;
    const bool picture = m_opened->checklist->questions[key->question].type == checklist::QuestionType::image;
    m_busy = true;
    setProblem({});
    QString place = path.trimmed();
    if (place.startsWith(QLatin1String("file://"))) place = QUrl(place).toLocalFile();
    m_store.ask(
        this, [place, picture](LocalStore& store) { return importFile(store, place, picture); },
        [this, question, draft = m_draft](Result<store::FileRow> file) {
            m_busy = false;
            emit problemChanged();
            if (draft != m_draft || !m_session) return;
            if (!file) return tell(sentenceFor(file.error()));
            QStringList files = wordsOf(m_session->question(ss(question)).value);
            const QString hash = qs(file->sha256.hex());
            if (files.contains(hash)) return tell(tr("这个文件已经在这里了。"));
            answer(question, (files << hash).join(u' '));
        });
}

void CheckModel::removeFile(const QString& question, const QString& hash) {
    if (!m_session) return;
    QStringList files = wordsOf(m_session->question(ss(question)).value);
    if (files.removeOne(hash)) answer(question, files.join(u' '));
}

}  // namespace plumb::mobile
