// How a draft gets to disk: the difference between what the session holds and what was last written.
#include "mobile/backend/sentences.h"
#include "mobile/backend/text.h"
#include "mobile/models/check_model.h"

namespace plumb::mobile {

namespace {

// Calls `make(name, value)` for each entry that differs; a value that is gone comes as "".
template <class Make>
void differing(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& after,
               Make make) {
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old->first < now->first)) {
            make(old->first, std::string());
            ++old;
        } else if (old == before.end() || now->first < old->first) {
            make(now->first, now->second);
            ++now;
        } else {
            if (old->second != now->second) make(now->first, now->second);
            ++old;
            ++now;
        }
    }
}

bool same(const store::SignedFinding& a, const store::SignedFinding& b) {
    return a.item == b.item && a.severity == b.severity && a.text == b.text && a.where == b.where && a.due == b.due;
}

}  // namespace

std::vector<store::DraftEntry> CheckModel::unwritten() const {
    std::vector<store::DraftEntry> out;
    const auto now = m_session->answers();
    differing(m_written.answers.values, now.values,
              [&](const auto& name, const auto& value) { out.push_back(store::answerEntry(name, value)); });
    differing(m_written.answers.na, now.na,
              [&](const auto& name, const auto& value) { out.push_back(store::naEntry(name, value)); });
    differing(m_written.answers.notes, now.notes,
              [&](const auto& name, const auto& value) { out.push_back(store::noteEntry(name, value)); });
    for (const auto& [item, finding] : m_opened->draft.findings) {
        const auto old = m_written.findings.find(item);
        if (old == m_written.findings.end() || !same(old->second, finding)) out.push_back(store::findingEntry(finding));
    }
    if (m_item != m_written.item) out.push_back(store::placeEntry(ss(m_item)));
    return out;
}

void CheckModel::save() {
    if (!m_session || m_writing) return;
    auto entries = unwritten();
    if (entries.empty()) return;
    const Written going{m_session->answers(), m_opened->draft.findings, m_item};
    m_writing = true;
    emit saveChanged();
    m_backend.ask(
        this, [draft = m_draft, entries = std::move(entries)](Desk& desk) { return desk.save(draft, entries); },
        [this, going, draft = m_draft](Result<void> saved) {
            m_writing = false;
            if (draft != m_draft) return;
            m_writeFailed = !saved;
            if (!saved) {
                setProblem(sentenceFor(saved.error()));
                emit saveChanged();
                return;
            }
            m_written = going;
            m_savedAt = secondsText(msOf(m_backend.clock()().utc));
            emit saveChanged();
            save();  // what was answered meanwhile
        });
}

QString CheckModel::saveState() const {
    if (m_writeFailed) return QStringLiteral("failed");
    return m_writing ? QStringLiteral("saving") : QStringLiteral("saved");
}

}  // namespace plumb::mobile
