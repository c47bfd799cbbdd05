#include "mobile/check/check_saving.h"

#include <QPointer>
#include <algorithm>
#include <utility>

#include "mobile/check/drafts.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {
constexpr int kLongestRetry = 30'000;
}

CheckSaving::CheckSaving(StoreThread& store, OpenCheck& check, CheckNotice& notice, QObject* parent)
    : QObject(parent), m_store(store), m_check(check), m_notice(notice) {
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &CheckSaving::save);
}

void CheckSaving::begin() {
    m_saver = store::DraftSaver(*m_check.session, m_check.opened->draft);
    m_retry.stop();
    m_nextRetry = m_firstRetry;
    m_writeError.reset();
    m_notice.hold(false);
    m_savedAt = secondsText(msOf(m_check.opened->draft.row.updated));
    emit changed();
}

void CheckSaving::forget() {
    m_retry.stop();
    m_writeError.reset();
    m_savedAt.clear();
    m_notice.hold(false);
    m_whenSaved = nullptr;
    emit changed();
}

void CheckSaving::save() {
    if (!m_check.isOpen() || m_writing) return;
    m_check.opened->draft.place = ss(m_check.item);
    auto step = m_saver.step(*m_check.session, m_check.opened->draft);
    if (step.rows.empty()) {
        if (m_sealing > 0) return;
        if (!m_unsealed.isEmpty()) m_notice.setBusy(false);
        const Result<void> all =
            m_unsealed.isEmpty() ? Result<void>() : fail(ErrorKind::full, "not_sealed", "a photo is not sealed yet");
        if (auto then = std::exchange(m_whenSaved, nullptr)) then(all);
        return;
    }
    m_writing = true;
    emit changed();
    m_store.ask(
        this,
        [draft = m_check.draft, rows = std::move(step.rows)](LocalStore& store) {
            return saveDraft(store, draft, rows);
        },
        [this, state = std::move(step.state), draft = m_check.draft](Result<void> saved) mutable {
            m_writing = false;
            if (draft != m_check.draft) return;
            if (!saved) return failed(saved.error());
            m_retry.stop();
            m_nextRetry = m_firstRetry;
            if (m_writeError) {
                m_writeError.reset();
                m_notice.hold(false);
                m_notice.say({});
            }
            m_saver.written(std::move(state));
            m_savedAt = secondsText(msOf(m_store.clock()().utc));
            emit changed();
            save();  // what was answered meanwhile
        });
}

void CheckSaving::failed(const Error& error) {
    m_writeError = error;
    m_notice.setBusy(false);
    m_notice.say(error);
    m_notice.hold(true);
    emit changed();
    if (auto then = std::exchange(m_whenSaved, nullptr)) then(fail(error));
    // A disk that was full may have room by now; a draft that is gone does not come back.
    if (error.kind == ErrorKind::notFound) return;
    m_retry.start(m_nextRetry);
    m_nextRetry = std::min(2 * m_nextRetry, kLongestRetry);
}

void CheckSaving::again() {
    m_nextRetry = m_firstRetry;
    if (!m_unsealed.isEmpty()) emit sealAgainAsked();
    save();
}

bool CheckSaving::held() const {
    return m_check.isOpen() &&
           (m_writing || m_sealing > 0 || !m_unsealed.isEmpty() || m_writeError || !m_check.refusedNow.empty());
}

std::shared_ptr<void> CheckSaving::sealing() {
    ++m_sealing;
    emit changed();
    return {static_cast<void*>(this), [alive = QPointer(this)](void*) {
                if (alive) alive->sealed();
            }};
}

void CheckSaving::sealed() {
    --m_sealing;
    emit changed();
    if (m_whenSaved) save();
}

void CheckSaving::setUnsealed(const QString& sentence) {
    if (sentence == m_unsealed) return;
    m_unsealed = sentence;
    emit changed();
}

QString CheckSaving::unsaved() const {
    QStringList lines;
    if (m_writeError) lines.append(sentenceFor(*m_writeError));
    if (!m_unsealed.isEmpty()) lines.append(m_unsealed);
    for (const auto& one : m_check.refusedNow) {
        const auto* item = m_check.list().item(one.item);
        lines.append(item ? tr("第 %1 项：%2").arg(qs(item->no), one.sentence())
                          : tr("现场情况：%1").arg(one.sentence()));
    }
    return lines.join(u'\n');
}

void CheckSaving::listRefusals() {
    m_check.refusedNow = m_check.isOpen() ? m_check.refusals.standing(*m_check.session) : std::vector<Refusal>{};
    emit changed();
}

void CheckSaving::abandon() {
    m_unsealed.clear();
    emit abandoned();
    m_check.refusals.clear();
    listRefusals();
    forget();
    m_notice.say({});
}

void CheckSaving::whenSaved(std::function<void(const Result<void>&)> then) {
    m_whenSaved = std::move(then);
    save();
}

QString CheckSaving::state() const {
    if (m_writeError || !m_unsealed.isEmpty()) return QStringLiteral("failed");
    if (!m_check.refusedNow.empty()) return QStringLiteral("refused");
    return m_writing || m_sealing > 0 ? QStringLiteral("saving") : QStringLiteral("saved");
}

}  // namespace plumb::mobile
