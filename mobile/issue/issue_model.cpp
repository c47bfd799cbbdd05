#include "mobile/issue/issue_model.h"

namespace plumb::mobile {

IssueModel::IssueModel(StoreThread& store, PapersModel& papers, QObject* parent)
    : PinSigning(store, parent), m_papers(papers) {
    m_room.setMaxThreadCount(1);
}

IssueModel::~IssueModel() {
    m_room.waitForDone();
}

void IssueModel::issue(const QString& pin) {
    if (busy() || !m_papers.issuable()) return;
    began();
    const IssueAsk ask{m_papers.record(), m_papers.chosenPaper(), m_papers.english() ? "en" : "zh"};
    store().ask(
        this, [pin](LocalStore& local) { return placeToIssue(local, pin); },
        [this, ask](Result<PaperPlace> place) {
            if (!place) return failed(place.error());
            m_room.start([this, ask, place = std::move(*place)] {
                Result<IssuedPaper> paper = fail(ErrorKind::broken, "broken", "no paper was issued");
                try {
                    paper = issueFrom(place, ask);
                } catch (const std::exception& broken) {
                    paper = fail(ErrorKind::broken, "broken", broken.what());
                }
                QMetaObject::invokeMethod(
                    this, [this, paper = std::move(paper)] { take(paper); }, Qt::QueuedConnection);
            });
        });
}

void IssueModel::take(const Result<IssuedPaper>& paper) {
    if (!paper) return failed(paper.error());
    done();
    emit store().storeChanged();
    // Shown as it was issued: headed by the office that the server named.
    if (paper->office == m_papers.office())
        m_papers.makeAgain();
    else
        m_papers.headBy(paper->office);
    emit sealed(paper->record);
}

}  // namespace plumb::mobile
