// What a re-check may say of findings: nothing that the case of its order has no place for.
#include <algorithm>

#include "shared/records/rectification/case.h"

namespace plumb::records {

Result<void> mayRecheck(const CaseOfOrder& of, std::string_view site, const std::vector<FoundFinding>& findings) {
    const auto* row = of.row;
    const bool known = row && row->site == site &&
                       std::any_of(row->orders.begin(), row->orders.end(),
                                   [&](const OrderRow& order) { return order.id == of.order; });
    if (!known) {
        return fail(ErrorKind::refused, "order_unknown",
                    "no order " + std::string(of.order.substr(0, 40)) +
                        " was given to this site; a re-check looks at the findings of one that was");
    }
    for (const auto& finding : findings) {
        if (row->finding(finding.item)) continue;
        return fail(ErrorKind::refused, "finding_new",
                    "the inspection whose order is looked at again states no finding at item " +
                        finding.item.substr(0, 80) +
                        "; what is new is recorded by a new inspection, not by a re-check");
    }
    return {};
}

}  // namespace plumb::records
