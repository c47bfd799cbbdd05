// How a draft gets to disk: what differs from what was last written, an answer and its entry of the trail together.
#include <algorithm>

#include "mobile/check/check_model.h"
#include "mobile/check/drafts.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {
constexpr int kLongestRetry = 30'000;
}

void CheckModel::save() {
    if (!m_session || m_writing) return;
    m_opened->draft.place = ss(m_item);
    auto step = m_saver.step(*m_session, m_opened->draft);
    if (step.rows.empty()) {
        if (auto then = std::exchange(m_whenSaved, nullptr)) then({});
        return;
    }
    m_writing = true;
    emit saveChanged();
    m_store.ask(
        this,
        [draft = m_draft, rows = std::move(step.rows)](LocalStore& store) { return saveDraft(store, draft, rows); },
        [this, state = std::move(step.state), draft = m_draft](Result<void> saved) mutable {
            m_writing = false;
            if (draft != m_draft) return;
            if (!saved) return failedToSave(saved.error());
            m_retry.stop();
            m_nextRetry = m_firstRetry;
            if (m_writeError) {
                m_writeError.reset();
                setProblem({});
            }
            m_saver.written(std::move(state));
            m_savedAt = secondsText(msOf(m_store.clock()().utc));
            emit saveChanged();
            save();  // what was answered meanwhile
        });
}

void CheckModel::failedToSave(const Error& error) {
    m_busy = false;
    m_writeError = error;
    setProblem(sentenceFor(error));
    emit saveChanged();
    if (auto then = std::exchange(m_whenSaved, nullptr)) then(fail(error));
    // A disk that was full may have room by now; a draft that is gone does not come back.
    if (error.kind == ErrorKind::notFound) return;
    m_retry.start(m_nextRetry);
    m_nextRetry = std::min(2 * m_nextRetry, kLongestRetry);
}

void CheckModel::saveAgain() {
    m_nextRetry = m_firstRetry;
    save();
}

bool CheckModel::held() const {
    return m_session && (m_writing || m_writeError || !m_refusedNow.empty());
}

QString CheckModel::unsaved() const {
    QStringList lines;
    if (m_writeError) lines.append(sentenceFor(*m_writeError));
    for (const auto& one : m_refusedNow) {
        const auto* item = m_opened->checklist->item(one.item);
        lines.append(item ? tr("第 %1 项：%2").arg(qs(item->no), one.sentence())
                          : tr("现场情况：%1").arg(one.sentence()));
    }
    return lines.join(u'\n');
}

void CheckModel::listRefusals() {
    m_refusedNow = m_session ? m_refusals.standing(*m_session) : std::vector<Refusal>{};
    emit saveChanged();
}

void CheckModel::goToRefused() {
    if (m_refusedNow.empty()) return;
    const auto first = m_refusedNow.front();
    if (first.kind == Refusal::Kind::fact) return goToFacts();
    goToQuestion(qs(first.item), first.kind == Refusal::Kind::answer ? qs(first.key) : QString());
}

void CheckModel::abandon() {
    m_refusals.clear();
    listRefusals();
    m_retry.stop();
    m_writeError.reset();
    m_whenSaved = nullptr;
    setProblem({});
    emit saveChanged();
}

void CheckModel::whenSaved(std::function<void(const Result<void>&)> then) {
    m_whenSaved = std::move(then);
    save();
}

QString CheckModel::saveState() const {
    if (m_writeError) return QStringLiteral("failed");
    if (!m_refusedNow.empty()) return QStringLiteral("refused");
    return m_writing ? QStringLiteral("saving") : QStringLiteral("saved");
}

}  // namespace plumb::mobile
