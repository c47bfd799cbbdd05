// What stands around the items: the facts of the site, and the version of the checklist.
#include "mobile/check/check_model.h"
#include "mobile/check/opened_draft.h"
#include "mobile/check/opening.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "shared/checklist/value_text.h"

namespace plumb::mobile {

void CheckModel::setFact(const QString& fact, const QString& value) {
    if (!m_session) return;
    const QString problem = textProblem(value, static_cast<qsizetype>(checklist::kMaxAnswerBytes));
    const Taken change = problem.isEmpty() ? m_session->setFact(ss(fact), ss(value))
                                           : fail(ErrorKind::malformed, "bad_value", ss(problem));
    // What applies may depend on it: sections and items with it.
    if (change) showAll();
    enter({Refusal::Kind::fact, {}, ss(fact), value, {}}, change);
}

void CheckModel::toggleFact(const QString& fact, const QString& choice) {
    if (!m_session) return;
    QStringList chosen = qs(m_session->fact(ss(fact))).split(u' ', Qt::SkipEmptyParts);
    if (!chosen.removeOne(choice)) chosen.append(choice);
    setFact(fact, chosen.join(u' '));
}

void CheckModel::goToFacts() {
    if (m_session && m_facts.count() > 0) emit factsAsked();
}

void CheckModel::showFacts() {
    m_facts.show(*m_session, *m_opened, m_refusals, Settings::instance().language());
}

void CheckModel::compareVersions() {
    if (m_session) m_versions.compare(*m_opened, m_session->answers(), Settings::instance().language());
}

void CheckModel::stayOnVersion() {
    decide(false);
}

void CheckModel::moveToNewer() {
    decide(true);
}

void CheckModel::decide(bool move) {
    if (!m_session || !m_opened->newer || m_busy) return;
    if (!m_refusedNow.empty()) return setProblem(tr("有内容没有存上，请先改好再换版本。"));
    m_busy = true;
    setProblem({});
    // The draft moves with everything that was answered so far.
    whenSaved([this, move](const Result<void>& saved) {
        if (!saved) return;  // said already
        m_store.ask(
            this,
            [draft = m_draft, newer = m_opened->newer->sha256, move](LocalStore& store) {
                return move ? moveToVersion(store, draft, newer) : mobile::stayOnVersion(store, draft, newer);
            },
            [this, draft = m_draft, move](Result<OpenedDraft> opened) {
                m_busy = false;
                emit problemChanged();
                if (draft != m_draft) return;
                if (!opened) return setProblem(sentenceFor(opened.error()));
                if (move) {
                    take(draft, std::move(opened));
                } else {
                    m_opened->draft.staysBefore = opened->draft.staysBefore;
                    m_versions.show(*m_opened, Settings::instance().language());
                }
                emit versionDecided(move);
            });
    });
}

void CheckModel::lookForNewer() {
    if (!m_session) return;
    m_store.ask(
        this, [draft = m_draft](LocalStore& store) { return newerVersion(store, draft); },
        [this, draft = m_draft](Result<std::optional<NewerFact>> newer) {
            if (draft != m_draft || !m_session || !newer) return;
            m_opened->newer = std::move(*newer);
            m_versions.show(*m_opened, Settings::instance().language());
        });
}

}  // namespace plumb::mobile
