#include "mobile/check/check_model.h"

#include "mobile/check/drafts.h"
#include "mobile/check/opened_draft.h"
#include "mobile/check/opening.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

CheckModel::CheckModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        if (!m_session) return;
        showAll();
        emit openChanged();
        emit saveChanged();
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &CheckModel::save);
}

CheckModel::~CheckModel() = default;

QString CheckModel::title() const {
    return m_opened ? qs(m_opened->checklist->title, Settings::instance().language()) : QString();
}

QString CheckModel::subtitle() const {
    if (!m_opened) return {};
    const QString version = tr("%1 · 第 %2 版").arg(title(), qs(m_opened->checklist->version));
    return amending() ? tr("补正 · %1").arg(version) : version;
}

QString CheckModel::earned() const {
    return pointsText(m_totals.earned);
}
QString CheckModel::judged() const {
    return pointsText(m_totals.judged);
}
QString CheckModel::points() const {
    return pointsText(m_totals.points);
}
QString CheckModel::max() const {
    return pointsText(m_totals.max);
}
QString CheckModel::grade() const {
    return qs(m_totals.gradeLabel, Settings::instance().language());
}
QString CheckModel::advice() const {
    return qs(m_totals.gradeAdvice, Settings::instance().language());
}
QString CheckModel::explanation() const {
    return qs(m_totals.explanation, Settings::instance().language());
}

QString CheckModel::gradeTone() const {
    const auto* grade = m_opened ? m_opened->checklist->grade(m_totals.grade) : nullptr;
    return grade ? qs(checklist::verdictName(grade->tone)) : QString();
}

void CheckModel::begin(const QString& site, const QString& checklist) {
    m_busy = true;
    setProblem({});
    m_store.ask(
        this, [site, checklist](LocalStore& store) { return beginDraft(store, site, checklist); },
        [this](Result<QString> draft) {
            m_busy = false;
            if (!draft) return setProblem(sentenceFor(draft.error()));
            open(*draft);
            emit m_store.storeChanged();
        });
}

void CheckModel::amend(const QString& record) {
    m_busy = true;
    setProblem({});
    m_store.ask(
        this, [record](LocalStore& store) { return beginAmending(store, record); },
        [this](Result<QString> draft) {
            m_busy = false;
            if (!draft) {
                setProblem(sentenceFor(draft.error()));
                emit refused(m_problem);
                return;
            }
            open(*draft);
            emit m_store.storeChanged();
        });
}

void CheckModel::resume(const QString& draft) {
    // What is not on disk yet is here: reading the draft again would lose it.
    if (draft == m_draft && held()) {
        emit opened(draft);
        return;
    }
    open(draft);
}

void CheckModel::open(const QString& draft) {
    setProblem({});
    m_store.ask(
        this, [draft](LocalStore& store) { return openDraft(store, draft); },
        [this, draft](Result<OpenedDraft> opened) { take(draft, std::move(opened)); });
}

void CheckModel::take(const QString& draft, Result<OpenedDraft> opened) {
    if (!opened) {
        setProblem(sentenceFor(opened.error()));
        emit refused(m_problem);
        return;
    }
    m_opened = std::make_unique<OpenedDraft>(std::move(*opened));
    checklist::SessionOptions options;
    options.trail = m_opened->draft.trail;
    options.photos = store::photosPerItem(m_opened->draft.photos);
    if (m_opened->previous) options.previous = m_opened->previous->answers;
    m_session = std::make_unique<checklist::Session>(m_opened->checklist, m_store.clock(), m_opened->draft.answers,
                                                     std::move(options));
    m_draft = draft;
    m_saver = store::DraftSaver(*m_session, m_opened->draft);
    m_facts.clear();
    m_view.fields().clear();
    m_refusals.clear();
    m_refusedNow.clear();
    m_photosSeen = m_opened->draft.photos;
    m_retry.stop();
    m_nextRetry = m_firstRetry;
    m_writeError.reset();
    m_savedAt = secondsText(msOf(m_opened->draft.row.updated));

    const auto& list = *m_opened->checklist;
    const auto* place = list.item(m_opened->draft.place);
    m_item = place ? qs(place->id) : list.items.empty() ? QString() : qs(list.items.front().id);
    m_section = place                   ? qs(list.sections[place->section].id)
                : list.sections.empty() ? QString()
                                        : qs(list.sections.front().id);
    showAll();
    emit openChanged();
    emit placeChanged();
    emit saveChanged();
    emit this->opened(draft);
    save();
}

void CheckModel::leave() {
    save();
    m_store.ask(
        this, [](LocalStore& store) { return closeDraft(store); },
        [this](Result<void>) {
            // Lists read after everything that was answered here stands on disk: the vault thread works in order.
            emit m_store.storeChanged();
        });
}

void CheckModel::forget() {
    m_refusals.clear();
    m_refusedNow.clear();
    m_photosSeen.clear();
    m_retry.stop();
    m_writeError.reset();
    m_session.reset();
    m_opened.reset();
    m_whenSaved = nullptr;
    m_draft.clear();
    m_item.clear();
    m_section.clear();
    m_facts.clear();
    setProblem({});
    emit openChanged();
    emit saveChanged();
}

void CheckModel::discard(const QString& draft) {
    if (draft == m_draft) forget();
    m_store.ask(
        this,
        [draft](LocalStore& store) {
            (void)closeDraft(store);
            return discardDraft(store, draft);
        },
        [this](Result<void> done) {
            if (!done) setProblem(sentenceFor(done.error()));
            emit m_store.storeChanged();
        });
}

// --- where the person is

void CheckModel::goTo(const QString& id) {
    if (!m_session) return;
    const auto* item = m_opened->checklist->item(ss(id));
    if (!item) return;
    const QString section = qs(m_opened->checklist->sections[item->section].id);
    const bool otherSection = section != m_section;
    // What was said of the other item stands in its field, if anywhere.
    if (m_item != id && !m_writeError) setProblem({});
    m_item = id;
    m_section = section;
    if (otherSection) showItems();
    showItem();
    emit placeChanged();
    save();
}

void CheckModel::goToSection(const QString& id) {
    if (!m_session) return;
    const auto& list = *m_opened->checklist;
    const auto* wanted = list.section(ss(id));
    if (!wanted) return;
    // The first item that lacks something is where work goes on; else the section's first. A section that has no items
    // of its own begins with those of its sub-sections, which stand after it.
    QString first;
    for (auto at = static_cast<std::size_t>(wanted - list.sections.data()); at < list.sections.size(); ++at) {
        const auto& section = list.sections[at];
        if (&section != wanted && (section.depth <= wanted->depth || !first.isEmpty())) break;
        for (const std::size_t index : section.items) {
            const auto& item = list.items[index];
            const auto state = m_session->item(item.id);
            if (!state.relevant) continue;
            if (first.isEmpty()) first = qs(item.id);
            if (!state.missing.empty()) return goTo(qs(item.id));
        }
    }
    if (!first.isEmpty()) goTo(first);
}

int CheckModel::orderOf(const QString& id, int by) const {
    if (!m_session) return -1;
    const auto at = m_opened->checklist->itemIndex(ss(id));
    if (!at) return -1;
    const auto& items = m_opened->checklist->items;
    int index = static_cast<int>(*at);
    do index += by;
    while (index >= 0 && index < static_cast<int>(items.size()) &&
           !m_session->item(items[static_cast<std::size_t>(index)].id).relevant);
    return index >= 0 && index < static_cast<int>(items.size()) ? index : -1;
}

void CheckModel::step(int by) {
    if (const int index = orderOf(m_item, by); index >= 0)
        goTo(qs(m_opened->checklist->items[static_cast<std::size_t>(index)].id));
}

QString CheckModel::previousNo() const {
    const int index = orderOf(m_item, -1);
    return index < 0 ? QString() : qs(m_opened->checklist->items[static_cast<std::size_t>(index)].no);
}

QString CheckModel::nextNo() const {
    const int index = orderOf(m_item, 1);
    return index < 0 ? QString() : qs(m_opened->checklist->items[static_cast<std::size_t>(index)].no);
}

void CheckModel::nextMissing() {
    if (!m_session) return;
    const QString next = qs(m_session->nextMissing(ss(m_item)));
    if (next.isEmpty()) {
        if (!m_refusedNow.empty()) return goToRefused();
        if (m_facts.lacking() > 0) goToFacts();
        return;
    }
    QString question;
    for (const auto& lack : m_session->item(ss(next)).missing) {
        if (lack.question.empty()) continue;
        question = qs(lack.question);
        break;
    }
    goToQuestion(next, question);
}

void CheckModel::goToQuestion(const QString& item, const QString& question) {
    if (!m_session) return;
    m_view.fields().openWayTo(ss(question));
    if (item == m_item) showItem();
    goTo(item);
    if (!question.isEmpty()) emit questionAsked(question);
}

void CheckModel::setProblem(const QString& problem) {
    m_problem = problem;
    m_problemInField = false;
    emit problemChanged();
}

void CheckModel::tell(const QString& problem) {
    setProblem(problem);
    emit refused(problem);
}

void CheckModel::clearProblem() {
    if (!m_writeError) setProblem({});
}

}  // namespace plumb::mobile
