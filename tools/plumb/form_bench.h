// plumb form bench: how long a form takes to load, to evaluate first, to answer and to finish.
#pragma once

#include "tools/plumb/form_file.h"

namespace plumb::cli {

// Prints `bench form.NAME VALUE UNIT` lines. Gives the exit code.
int benchForm(const FormSource& source, bool json);

}  // namespace plumb::cli
