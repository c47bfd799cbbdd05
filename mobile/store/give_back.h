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

// Large buffers (a photo, a checklist's document) lie by themselves and go back to the system when they are freed. Left
// to itself the C library takes the size of the largest that was freed as a sign to keep such buffers among the small
// ones, between which they leave holes: some 3 MB with 100,000 records. Once, before threads are there.
inline void keepLargeBuffersApart() {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
}

}  // namespace plumb::mobile
