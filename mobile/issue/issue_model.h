// Issuing the paper that is shown (papers/papers_model.h): the PIN on the vault thread, then key, certificate,
// signature and record on a thread of its own, since the server is asked. What was issued goes with the next sync. UI
// thread.
#pragma once

#include <qqmlregistration.h>
#include <QThreadPool>

#include "mobile/issue/issuing.h"
#include "mobile/papers/papers_model.h"
#include "mobile/sign/pin_signing.h"

namespace plumb::mobile {

class IssueModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.issue")

  public:
    // All that is passed outlives this.
    IssueModel(StoreThread& store, PapersModel& papers, QObject* parent);
    ~IssueModel() override;

    Q_INVOKABLE void issue(const QString& pin);

  private:
    void take(const Result<IssuedPaper>& paper);

    PapersModel& m_papers;
    QThreadPool m_room;  // of one thread
};

}  // namespace plumb::mobile
