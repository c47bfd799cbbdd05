// How wrong PINs are counted: the rule, as pure functions over one small value. pin_record.h keeps it on disk,
// vault_store.h applies it.
//
//   1. A try is noted on disk before the PIN is tried, and its verdict before it is answered. Whoever cuts the process
//      off at any point has learnt nothing that is not counted.
//   2. A wrong PIN counts. From the third on each costs a wait, which doubles.
//   3. A try that was noted and never judged (the app was killed, the battery fell out) is no wrong PIN: a verdict
//   takes
//      its note back. The first three in a row cost nothing; from the fourth on each counts like a wrong PIN, so that
//      killing the process buys three tries, whose answers nobody saw, and no more.
//   4. A right PIN ends all of it.
#pragma once

#include <cstdint>

#include "shared/base/clock.h"

namespace plumb::store {

struct PinAttempts {
    std::uint64_t generation = 0;  // grows with every change; of two copies the greater one holds
    int failures = 0;              // wrong PINs since the last right one
    int unjudged = 0;              // tries without a verdict since then
    TimePoint notBefore{};         // no try is taken before
    TimePoint lastUse{};           // the last right PIN
};

// How long to wait before the next try. A clock that was set back cannot stretch it beyond the longest wait.
std::chrono::milliseconds waitOf(const PinAttempts& attempts, TimePoint now);

// Each gives what is to be written next, with the next generation.
PinAttempts noted(PinAttempts before, TimePoint now);
// REQUIRES: noted() before, of this very try.
PinAttempts judgedWrong(PinAttempts noted, TimePoint now);
PinAttempts judgedRight(PinAttempts noted, TimePoint now);
// No PIN could be tried at all (the wrapped key is damaged): as before the note.
PinAttempts takenBack(const PinAttempts& noted, PinAttempts before);
// The count was there and is gone: as if all waits had been earned.
PinAttempts lostCount(TimePoint now);

}  // namespace plumb::store
