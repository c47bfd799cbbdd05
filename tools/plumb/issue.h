// What the commands about signed PDFs have in common.
#pragma once

#include "tools/plumb/app.h"

namespace plumb::cli {

// plumb pdf sign.
void addPdfSign(CLI::App& pdf, int& exit);

}  // namespace plumb::cli
