// What the check comes to so far: the figures, what lacks, and the findings. Holds no rule. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <optional>
#include <string>
#include <vector>

#include "mobile/check/check_rows.h"
#include "mobile/check/open_check.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class CheckTotals : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.totals")
    Q_PROPERTY(int answered READ answered NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int vetoes READ vetoes NOTIFY changed)
    Q_PROPERTY(int lacking READ lacking NOTIFY changed)  // with what was refused
    Q_PROPERTY(bool complete READ complete NOTIFY changed)
    Q_PROPERTY(QString earned READ earned NOTIFY changed)
    Q_PROPERTY(QString judged READ judged NOTIFY changed)
    Q_PROPERTY(QString points READ points NOTIFY changed)
    Q_PROPERTY(QString max READ max NOTIFY changed)
    Q_PROPERTY(QString grade READ grade NOTIFY changed)
    Q_PROPERTY(QString gradeTone READ gradeTone NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* missing READ missing CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* findings READ findings CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* conduct READ conduct CONSTANT)  // to look at once more (conduct.h)

  public:
    // All that is passed outlives this.
    CheckTotals(const OpenCheck& check, const Clock& clock, QObject* parent)
        : QObject(parent), m_check(check), m_clock(clock) {}

    [[nodiscard]] int answered() const { return m_totals.answered; }
    [[nodiscard]] int total() const { return m_totals.total; }
    [[nodiscard]] int vetoes() const { return static_cast<int>(m_totals.vetoes.size()); }
    [[nodiscard]] int lacking() const { return m_totals.missing + m_refused; }
    // Nothing holds back the signature.
    [[nodiscard]] bool complete() const { return m_check.isOpen() && m_missing.rowCount() == 0; }
    [[nodiscard]] QString earned() const;
    [[nodiscard]] QString judged() const;
    [[nodiscard]] QString points() const;
    [[nodiscard]] QString max() const;
    [[nodiscard]] QString grade() const;
    [[nodiscard]] QString gradeTone() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] RowModel* missing() { return &m_missing; }
    [[nodiscard]] RowModel* findings() { return &m_findings; }
    [[nodiscard]] RowModel* conduct() { return &m_conduct; }
    // Looked at where it is shown, before signing: it costs nothing while somebody answers. REQUIRES: the check is
    // open.
    Q_INVOKABLE void showConduct();

    // REQUIRES: the check is open. To be called after each change, before findingOf().
    void show();
    void forget();
    // As it will be signed: as it was edited, or in the checklist's own words. None where the item has none.
    [[nodiscard]] std::optional<store::SignedFinding> findingOf(const std::string& item) const;

  signals:
    void changed();

  private:
    [[nodiscard]] store::SignedFinding signedOf(const checklist::Finding& offered) const;
    void showMissing();
    void showFindings();
    void addRefused(std::vector<MissingRow>& rows) const;
    void addTooLong(std::vector<MissingRow>& rows) const;

    const OpenCheck& m_check;
    const Clock& m_clock;
    checklist::Totals m_totals;
    int m_refused = 0;  // of what was refused, that which does not lack, too
    // As of the last show(): of a form of 500 items with 100 failures, listing them costs too much to ask again for
    // each of them.
    std::vector<checklist::Finding> m_offered;
    Rows<MissingRow> m_missing{this};
    Rows<FindingRow> m_findings{this};
    Rows<MissingRow> m_conduct{this};
};

}  // namespace plumb::mobile
