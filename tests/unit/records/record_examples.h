// The bodies that RECORDS.md shows: below each heading of its "Types and their bodies" that names types, the block that
// follows is an example of each of them.
#pragma once

#include <map>
#include <string>

#include "shared/base/json.h"

namespace plumb::test {

std::string readPage(const std::string& path);
// By type. Throws where a block is no JSON object.
std::map<std::string, json::object> recordExamples();

}  // namespace plumb::test
