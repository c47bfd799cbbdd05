// Paths as people and drafts write them, "/data/plots[2]/@id", a step at a time.
#pragma once

#include <optional>
#include <string_view>

namespace plumb::form {

struct PathStep {
    std::string_view name;
    std::size_t position = 1;
    bool attribute = false;
};

// Takes the first step off `path`, which begins with '/'; nothing where it is none.
std::optional<PathStep> takeStep(std::string_view& path);

}  // namespace plumb::form
