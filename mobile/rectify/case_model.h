// One case: its findings by the day that is due, and the one that is open. Read on the vault thread, and again whenever
// something was stored. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <memory>

#include "mobile/rectify/case_finding.h"
#include "mobile/rectify/case_info.h"
#include "mobile/rectify/order_paper.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class CaseModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.rectify")
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    // What was being written about it and cannot be signed any more, since the case moved on; "" where nothing was.
    Q_PROPERTY(QString overtaken READ overtaken NOTIFY changed)
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString today READ today NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int closed READ closed NOTIFY changed)
    Q_PROPERTY(int overdue READ overdue NOTIFY changed)
    Q_PROPERTY(int found READ found NOTIFY changed)  // findings for which nothing was ordered yet
    Q_PROPERTY(bool enterprise READ enterprise NOTIFY changed)
    Q_PROPERTY(QString order READ order NOTIFY changed)  // of the open finding, or the newest; "" where there is none
    Q_PROPERTY(bool recheckable READ recheckable NOTIFY changed)
    // What followed the open finding under its kind of supervision, a line for each paper; "" where nothing did.
    Q_PROPERTY(QString followed READ followed NOTIFY changed)
    Q_PROPERTY(QString away READ away NOTIFY changed)  // "" where every photo is on this device
    Q_PROPERTY(bool fetching READ fetching NOTIFY changed)
    Q_PROPERTY(QString fetchProblem READ fetchProblem NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* findings READ findings CONSTANT)
    Q_PROPERTY(plumb::mobile::CaseFinding* finding READ finding CONSTANT)
    Q_PROPERTY(plumb::mobile::OrderPaperText* paper READ paper CONSTANT)  // as showPaper() filled it

  public:
    // `store` outlives this.
    CaseModel(StoreThread& store, QObject* parent);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] bool ready() const { return m_info != nullptr; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] QString overtaken() const;
    Q_INVOKABLE void forgetOvertaken();
    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString today() const;
    [[nodiscard]] int total() const { return m_findings.rowCount(); }
    [[nodiscard]] int closed() const;
    [[nodiscard]] int overdue() const;
    [[nodiscard]] int found() const;
    [[nodiscard]] bool enterprise() const { return m_info && m_info->side.enterprise; }
    [[nodiscard]] QString order() const;
    [[nodiscard]] bool recheckable() const;
    [[nodiscard]] QString followed() const;
    [[nodiscard]] QString away() const;
    [[nodiscard]] bool fetching() const { return m_fetching; }
    [[nodiscard]] QString fetchProblem() const { return m_fetchProblem.text(); }
    [[nodiscard]] RowModel* findings() { return &m_findings; }
    [[nodiscard]] CaseFinding* finding() { return &m_finding; }
    [[nodiscard]] OrderPaperText* paper() { return &m_paper; }

    // Opens the case at one of its findings; at the first by the day that is due where `item` is "".
    Q_INVOKABLE void show(const QString& id, const QString& item);
    Q_INVOKABLE void pick(const QString& item);
    Q_INVOKABLE void refresh();
    // The order that order() names, as it was signed.
    Q_INVOKABLE void showPaper();
    // Somebody else is at the tablet.
    void forget();
    Q_INVOKABLE void fetch();
    void fetched();
    void fetchFailed(const Error& error);

    // For what is composed about it; null while none is read.
    [[nodiscard]] const CaseInfo* info() const { return m_info.get(); }
    [[nodiscard]] const records::FindingRow* openFinding() const;
    [[nodiscard]] Instant now() const { return m_store.clock()(); }

  signals:
    void changed();
    // Another finding, or another case, is open.
    void picked();
    void filesWanted(const std::vector<plumb::Sha256>& files);

  private:
    void fill();
    void showFinding();

    StoreThread& m_store;
    QString m_id, m_item;
    Sentence m_problem, m_fetchProblem;
    QStringList m_overtaken;
    bool m_fetching = false;
    std::unique_ptr<CaseInfo> m_info;
    Rows<CaseFindingRow> m_findings{this};
    CaseFinding m_finding{this};
    OrderPaperText m_paper{this};
};

}  // namespace plumb::mobile
