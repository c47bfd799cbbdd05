// The number that a rule judges, read off the answers; inside the room only. REQUIRES everywhere: the values of the
// questions that the rule reads are computed.
#pragma once

#include <optional>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/model/quantity.h"

namespace plumb::checklist {

struct Measured {
    std::optional<Quantity> value;  // none while something is blank
    bool undecidable = false;       // filled in, but no number
    std::int64_t samples = 0;       // so many were filled in
    std::int64_t passed = 0;        // passRate: so many of them pass
};

// Of a rule's `of` or `measure`.
Measured measureOf(const Evaluation& evaluation, const Rule& rule);

// Whether it keeps both sides; none where a limit is not known yet.
std::optional<bool> within(const Evaluation& evaluation, const Quantity& value, const Limits& limits);

}  // namespace plumb::checklist
