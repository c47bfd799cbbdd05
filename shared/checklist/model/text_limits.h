// What any text that people type has to keep to: answers, notes, reasons, facts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::checklist {

// Longer texts are refused, never cut: answers, notes, reasons, facts. Four of this length fill the record line that
// all of it has to go into (shared/record/line.h); shared/store/draft_size.h says when the whole becomes too long for
// one.
inline constexpr std::size_t kMaxAnswerBytes = 64 * 1024;

// Why a note or a reason cannot be taken: it is well-formed UTF-8 of at most kMaxAnswerBytes, and of the control
// characters below U+0020 only the tab and the ends of lines stand in it. "bad_value"; `what` begins the sentence.
Result<void> checkText(const std::string& what, std::string_view text);

}  // namespace plumb::checklist
