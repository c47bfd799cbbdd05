// Runs a compiled expression. Total: every expression gives a value for all answers, never an error.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/checklist/expression/program.h"
#include "shared/checklist/expression/value.h"

namespace plumb::checklist {

// Where the values of questions come from.
class ValueSource {
  public:
    virtual ~ValueSource() = default;
    [[nodiscard]] virtual Value valueOf(std::size_t question) const = 0;
};

struct Scope {
    const ValueSource& source;
    std::optional<std::int64_t> today;  // days since 1970-01-01; none where a score is made
    const Value* self = nullptr;        // of '.', borrowed
};

// `stack` is scratch space that callers keep to save allocations.
Value evaluate(const Expression& expression, const Scope& scope, std::vector<Value>& stack);

}  // namespace plumb::checklist
