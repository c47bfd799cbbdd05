// plumb checklist diff: two documents, as an author compares them.
#pragma once

#include <string>

namespace plumb::cli {

// Exit code; both have to be checklists.
int diffChecklists(const std::string& older, const std::string& newer, bool json);

}  // namespace plumb::cli
