// The text of an answer: what a question accepts, and the one canonical form it is kept in.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/checklist/model/model.h"
#include "shared/checklist/model/text_limits.h"

namespace plumb::checklist {

// "" for blank input. Numbers become canonical decimals, several choices stand in the document's order with one space
// between, barcodes are trimmed. Refusals name the question and what is allowed.
Result<std::string> canonicalValue(const Question& question, std::string_view text);

// A value as a person reads it: labels of choices, otherwise the text itself.
std::string displayValue(const Question& question, std::string_view canonical, std::string_view language);

}  // namespace plumb::checklist
