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
                Result<QString> record = fail(ErrorKind::broken, "broken", "no paper was issued");
                try {
                    record = issueFrom(place, ask);
                } catch (const std::exception& broken) {
                    record = fail(ErrorKind::broken, "broken", broken.what());
                }
                QMetaObject::invokeMethod(
                    this, [this, record = std::move(record)] { take(record); }, Qt::QueuedConnection);
            });
        });
}

void IssueModel::take(const Result<QString>& record) {
    if (!record) return failed(record.error());
    done();
    emit store().storeChanged();
    m_papers.makeAgain();
    emit sealed(*record);
}

}  // namespace plumb::mobile
