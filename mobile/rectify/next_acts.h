// What whoever is signed in may do next about a finding: the acts of her side that the one table of legal moves
// (records::mayHappen) lets happen now. Pure; any thread.
#pragma once

#include <vector>

#include "mobile/rectify/case_info.h"

namespace plumb::mobile {

// In the order in which they are offered. `now`: by which they would be signed.
std::vector<records::ActKind> nextActs(const CaseInfo& info, const records::FindingRow& finding, const Instant& now);
// Whether an act of this kind about the finding may come next, whoever signs it.
bool isNext(const CaseInfo& info, records::ActKind kind, const records::FindingRow& finding, const Instant& now);
// Whether the act may happen now, by whoever is signed in; else the rule's own sentence.
Result<void> mayHappenNow(const CaseInfo& info, const records::Act& act, const Instant& now);
// An act about one finding with what follows from the case alone: the inspection, the order, what it answers, the
// re-check that it follows from.
records::Act actAbout(const CaseInfo& info, records::ActKind kind, const records::FindingRow& finding);

}  // namespace plumb::mobile
