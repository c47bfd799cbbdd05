// Starting libsodium, which chooses its implementations for this processor. Private to this room, which alone sees the
// library. Any thread.
#pragma once

#include <sodium.h>

#include <stdexcept>

namespace plumb::crypto {

// Before the first call of the library; every later one finds that done.
inline void startSodium() {
    static const int state = sodium_init();
    if (state < 0) throw std::runtime_error("libsodium cannot be started");
}

}  // namespace plumb::crypto
