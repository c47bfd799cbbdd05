// What was read and parsed leaves its pages with the allocator, which keeps them for the thread that read: a store that
// was opened, a checklist that was loaded. Some milliseconds; blocking; any thread.
#pragma once

#include <cstdlib>  // __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace plumb::mobile {

// Free pages of all threads' heaps go back to the system. Does nothing where the C library has no way to say so.
inline void giveBackMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace plumb::mobile
