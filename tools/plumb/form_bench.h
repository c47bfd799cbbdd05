// plumb form bench: how long a form, or a checklist document (.json), takes to load, to evaluate first, to answer and
// to finish.
#pragma once

#include <vector>

#include "tools/plumb/form_file.h"

namespace plumb::cli {

// Prints `bench form.NAME VALUE UNIT` lines. Gives the exit code.
int benchForm(const FormSource& source, bool json);
int benchChecklist(const FormSource& source, bool json);
// `bench form.NAME VALUE UNIT`.
void benchLine(const char* name, double value, const char* unit);
// How long answers took, in milliseconds: p50, p95, p99.
void benchAnswers(std::vector<double> answers);

}  // namespace plumb::cli
