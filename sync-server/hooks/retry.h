// When a delivery that failed is tried again, and until when. Pure; any thread.
#pragma once

#include <chrono>
#include <optional>

namespace plumb::server {

// Before the next attempt after so many that failed (1: the first did). `chance` in [0, 1): each receiver's own. The
// receiver may ask for longer (Retry-After), up to the cap.
std::chrono::milliseconds waitAfter(unsigned failed, double chance, std::optional<std::chrono::seconds> asked = {});

}  // namespace plumb::server
