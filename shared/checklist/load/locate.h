// Where in a JSON text the value of a path stands, so that a semantic problem can name line and column too.
#pragma once

#include <cstddef>
#include <string_view>

namespace plumb::checklist {

struct Position {
    std::size_t line = 1, column = 1;  // column in characters
};

// `text` is well-formed JSON; `path` is as in "sections[1].items[3].points". Where the path ends in something that
// is not there, the position of the nearest value around it.
Position locate(std::string_view text, std::string_view path);

}  // namespace plumb::checklist
