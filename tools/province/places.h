// Counties of Gansu and Qinghai with the position and altitude of their seats, from general knowledge and rounded to
// some kilometres: good enough to put an invented site somewhere plausible, and no survey. The order is that in which
// small worlds are settled: what a tour needs first, then every prefecture, then the rest.
#pragma once

#include <span>
#include <string_view>

namespace plumb::province {

struct Place {
    std::string_view county;  // GB/T 2260
    double latitude = 0, longitude = 0;
    int altitude = 0;             // metres
    std::string_view grows;       // the kind of site that fits, see kinds.cpp
    std::string_view known = {};  // what the county is known for; "" where any product of the kind does
};
std::span<const Place> places();

}  // namespace plumb::province
