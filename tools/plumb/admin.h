// What the commands of administrators have in common.
#pragma once

#include "tools/plumb/app.h"

namespace plumb::cli {

// The store behind `options`, after a sync: what is signed is judged by what this device knows. Out of reach of the
// server it is what the device has.
Result<std::unique_ptr<store::TabletStore>> openFresh(const HomeOptions& options);

// Administrators' records go out at once; false where the server is away and they wait. Refused: "refused", "waiting".
Result<bool> deliver(store::TabletStore& store, const std::vector<record::Line>& lines);

// plumb admin publish | withdraw-checklist.
void addPublish(CLI::App& admin, int& exit);

}  // namespace plumb::cli
