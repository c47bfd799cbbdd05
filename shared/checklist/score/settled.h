// A filled checklist as it stands on a day, for what is listed of it (findings, warnings). Pure; any thread.
#pragma once

#include <memory>
#include <string_view>

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/model/answers.h"

namespace plumb::checklist {

struct Settled {
    std::unique_ptr<Evaluation> evaluation;
    Day day;
};

// `checklist` outlives what is given. bad_date where `today` is no day; what answers are wrong, in one error.
Result<Settled> settledOn(const Checklist& checklist, const Answers& answers, std::string_view today);

}  // namespace plumb::checklist
