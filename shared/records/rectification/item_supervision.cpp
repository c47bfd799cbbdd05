#include "shared/records/rectification/item_supervision.h"

#include <algorithm>
#include <optional>

namespace plumb::records {

domain::Supervision supervisionOf(const checklist::Item& item) {
    std::optional<domain::Supervision> out;
    for (const auto& clause : item.standards) {
        const auto one = domain::supervisionOf(clause.ref, clause.force == checklist::Force::mandatory);
        out = out ? std::min(*out, one) : one;
    }
    return out.value_or(domain::Supervision::improvement);
}

}  // namespace plumb::records
