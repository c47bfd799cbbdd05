// A finding as lists of many show it. UI thread.
#pragma once

#include "mobile/ui/rows.h"
#include "shared/store/derived/case_lists.h"

namespace plumb::mobile {

// Its id is the case's and the item's: "CASE/ITEM".
CardRow cardOf(const store::ListedFinding& finding, const QString& no, Day today);
QString caseIdOf(const QString& card);
QString itemOf(const QString& card);

}  // namespace plumb::mobile
