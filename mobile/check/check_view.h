// All that the Check screen shows of the check that is open, and what of it is made anew after a change. UI thread.
#pragma once

#include <QObject>

#include "mobile/check/check_facts.h"
#include "mobile/check/check_item.h"
#include "mobile/check/check_outline.h"
#include "mobile/check/check_totals.h"
#include "mobile/check/check_versions.h"
#include "mobile/check/open_check.h"

namespace plumb::mobile {

class CheckView {
  public:
    // `check` and `clock` outlive this; `parent` owns the parts.
    CheckView(const OpenCheck& check, const Clock& clock, QObject* parent);

    [[nodiscard]] CheckOutline& outline() { return m_outline; }
    [[nodiscard]] CheckItem& item() { return m_item; }
    [[nodiscard]] CheckFacts& facts() { return m_facts; }
    [[nodiscard]] CheckVersions& versions() { return m_versions; }
    [[nodiscard]] CheckTotals& totals() { return m_totals; }

    // REQUIRES, all of them: the check is open.
    void showAll();
    void showItem();
    void showTotals();
    void showVersions();
    void showChange(const checklist::Change& change);
    // At any time: nothing of it is shown any more.
    void forget();

  private:
    const OpenCheck& m_check;
    const Clock& m_clock;
    CheckOutline m_outline;
    CheckItem m_item;
    CheckFacts m_facts;
    CheckVersions m_versions;
    CheckTotals m_totals;
};

}  // namespace plumb::mobile
