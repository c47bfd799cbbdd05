// Sites and inspections as somebody else's tablets made them, in any number, pulled into a store: each some 2 KB, as a
// check of 40 items is. The same numbers give the same names, so that searches for them find something.
#pragma once

#include <string>

#include "shared/store/tablet_store.h"

namespace plumb::bench {

std::string manySiteId(int number);

// They stand in the log from index 1,000 on. `at`: of the first; each is a second later. Aborts where the store takes
// none.
void pullMany(store::TabletStore& store, const Instant& at, int sites, int records);

}  // namespace plumb::bench
