// The functions of expressions: names, how many arguments each takes, what each does.
// Only operations that IEEE 754 defines exactly are here, so that every machine computes the same bits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "shared/checklist/expression/program.h"
#include "shared/checklist/expression/value.h"

namespace plumb::checklist {

enum class Function : std::uint8_t {
    none,
    ifThenElse,
    coalesce,  // compiled into jumps
    boolean,
    number,
    string,
    date,
    today,
    truth,
    falsehood,
    negation,
    concat,
    contains,
    startsWith,
    endsWith,
    substr,
    stringLength,
    normalizeSpace,
    selected,
    countSelected,
    selectedAt,
    round,
    integer,
    floor,
    ceiling,
    absolute,
    min,
    max,
    sum,
    countNonEmpty,
};

struct Signature {
    std::string_view name;
    Function function;
    std::size_t least, most;
};

const Signature* findFunction(std::string_view name);
// The known name that is nearest to a mistyped one; "" when none is near.
std::string_view nearestFunction(std::string_view name);

// `today`: days since 1970-01-01. A text result is cut at 65,536 bytes, between characters.
Value call(Function function, std::span<const Value> arguments, std::optional<std::int64_t> today);

}  // namespace plumb::checklist
