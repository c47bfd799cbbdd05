// The kinds of sites that this world has: what each is called, what it grows or offers, by which checklists it is
// checked and what its photos show.
#pragma once

#include <span>
#include <string_view>

namespace plumb::province {

struct Kind {
    char letter = 0;  // as places.cpp uses it
    std::string_view programme, sector, unit;
    double least = 0, most = 0;  // scale, in `unit`
    std::string_view body;       // licence: 93 co-operative, 91 company, 12 public institution
    std::string_view products;   // separated by blanks, like the rest
    std::string_view suffixes, checklists, scenes;
};
const Kind& kindOf(char letter);

// Made-up parts of names.
std::span<const std::string_view> brands();

}  // namespace plumb::province
