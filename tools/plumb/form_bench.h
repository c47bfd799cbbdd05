// plumb form bench: how long a form, or a checklist document (.json), takes to load, to evaluate first, to answer and
// to finish.
#pragma once

#include "tools/plumb/form_file.h"

namespace plumb::cli {

// Prints `bench form.NAME VALUE UNIT` lines. Gives the exit code.
int benchForm(const FormSource& source, bool json);
int benchChecklist(const FormSource& source, bool json);
// `bench form.NAME VALUE UNIT`.
void benchLine(const char* name, double value, const char* unit);

}  // namespace plumb::cli
