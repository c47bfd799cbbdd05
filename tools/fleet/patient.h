// Calls of the office and of the comparison: made again while the server is away for a moment, as tablets do by
// themselves, since a fleet is also sent to servers that are broken on purpose (tests/cluster).
#pragma once

#include <chrono>
#include <thread>

#include "shared/base/error.h"

namespace plumb::fleet {

template <class Call>
auto patient(const Call& call) {
    constexpr std::chrono::milliseconds kPause{500};
    for (int left = 120;; std::this_thread::sleep_for(kPause)) {
        auto out = call();
        if (out || out.error().kind != ErrorKind::offline || --left == 0) return out;
    }
}

}  // namespace plumb::fleet
