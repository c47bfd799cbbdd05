// A label with what was answered in its ${question} places. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

class Evaluation;

// The canonical text of an answer, "" where there is none.
using ValueAt = std::function<std::string(const AnswerKey&)>;

// In each language that the label has. ${name} stands for the answer in `instances`, as far as the question named
// stands within the same repeats; a name that is no question's leaves nothing.
LocalText filledLabel(const Checklist& checklist, const LocalText& label, const std::vector<std::uint32_t>& instances,
                      const ValueAt& valueAt);
// With the answers of a settled evaluation, computed ones included.
LocalText filledLabel(const Checklist& checklist, const LocalText& label, const std::vector<std::uint32_t>& instances,
                      const Evaluation& evaluation);

}  // namespace plumb::checklist
