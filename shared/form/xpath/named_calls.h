// Where an expression calls a function whose first argument is a name in quotation marks: instance('villages'),
// pulldata('areas', …). For those who must know of names before an expression is parsed, or write them otherwise.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::form {

struct NamedCall {
    std::string name;                // "" where the first argument is no text
    std::size_t begin = 0, end = 0;  // of the name, without its quotation marks
};

// Calls inside texts ('instance("x")' as words) are none.
std::vector<NamedCall> namedCalls(std::string_view expression, std::string_view function);

}  // namespace plumb::form
