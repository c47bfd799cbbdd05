// How long the machine has run, sleep included: a clock that nobody can set. It tells whether the wall clock was set
// between two looks, as long as the machine was not started anew. Injected like a Clock.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace plumb {

struct SinceBoot {
    std::string boot;  // this run of the machine; "" where it cannot be told
    std::chrono::milliseconds since{0};
};
using BootClock = std::function<SinceBoot()>;

SinceBoot systemSinceBoot();

}  // namespace plumb
