// The text of an answer: what a question accepts, and the one canonical form it is kept in.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// Longer texts are refused, never cut: answers, notes, reasons, facts. Four of this length fill the record line that
// all of it has to go into (shared/record/line.h); shared/store/draft_size.h says when the whole becomes too long for
// one.
inline constexpr std::size_t kMaxAnswerBytes = 64 * 1024;

// Why a note or a reason cannot be taken: it is well-formed UTF-8 of at most kMaxAnswerBytes, and of the control
// characters below U+0020 only the tab and the ends of lines stand in it. "bad_value"; `what` begins the sentence.
Result<void> checkText(const std::string& what, std::string_view text);

// "" for blank input. Numbers become canonical decimals, several choices stand in the document's order with one space
// between, barcodes are trimmed. Refusals name the question and what is allowed.
Result<std::string> canonicalValue(const Question& question, std::string_view text);

// A value as a person reads it: labels of choices, otherwise the text itself.
std::string displayValue(const Question& question, std::string_view canonical, std::string_view language);

}  // namespace plumb::checklist
