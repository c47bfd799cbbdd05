// How a draft gets to disk: what differs from what was last written, an answer and its entry of the trail together.
#include "mobile/backend/sentences.h"
#include "mobile/backend/text.h"
#include "mobile/models/check_model.h"

namespace plumb::mobile {

void CheckModel::save() {
    if (!m_session || m_writing) return;
    m_opened->draft.place = ss(m_item);
    auto step = m_saver.step(*m_session, m_opened->draft);
    if (step.rows.empty()) {
        if (auto then = std::exchange(m_whenSaved, nullptr)) then();
        return;
    }
    m_writing = true;
    emit saveChanged();
    m_backend.ask(
        this, [draft = m_draft, rows = std::move(step.rows)](Desk& desk) { return desk.save(draft, rows); },
        [this, state = std::move(step.state), draft = m_draft](Result<void> saved) mutable {
            m_writing = false;
            if (draft != m_draft) return;
            m_writeFailed = !saved;
            if (!saved) {
                m_whenSaved = nullptr;
                m_busy = false;
                setProblem(sentenceFor(saved.error()));
                emit saveChanged();
                return;
            }
            m_saver.written(std::move(state));
            m_savedAt = secondsText(msOf(m_backend.clock()().utc));
            emit saveChanged();
            save();  // what was answered meanwhile
        });
}

void CheckModel::whenSaved(std::function<void()> then) {
    m_whenSaved = std::move(then);
    save();
}

QString CheckModel::saveState() const {
    if (m_writeFailed) return QStringLiteral("failed");
    return m_writing ? QStringLiteral("saving") : QStringLiteral("saved");
}

}  // namespace plumb::mobile
