// Text → Expression. A tokenizer and a recursive-descent parser that emits code as it goes; nesting is bounded, so
// a million parentheses are an error and not a stack overflow.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/checklist/expression/program.h"

namespace plumb::checklist {

inline constexpr std::size_t kMaxExpressionBytes = 256 * 1024;
inline constexpr int kMaxNesting = 100;

// The index of a question by name.
using QuestionLookup = std::function<std::optional<std::size_t>(std::string_view)>;
// What to add to "there is no question ${x}", e.g. a suggestion; may be empty.
using QuestionHint = std::function<std::string(std::string_view)>;

// The error is a sentence that names the column in `source`.
tl::expected<Expression, std::string> compileExpression(std::string_view source, const QuestionLookup& lookup,
                                                        const QuestionHint& hint = {});

}  // namespace plumb::checklist
