// The wall clock and the heap, in the C library's place.
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

#include <cerrno>
#include <cstdlib>

#include "tests/faults/failing_access/watch.h"

using plumb::faults::Watch;

extern "C" {

void* __libc_malloc(size_t size);

// Small ones go straight through: nobody's program can do anything about one of them, and they are many.
void* malloc(size_t size) {
    if (size >= plumb::faults::kCountedAllocation) {
        auto* watch = Watch::existing();
        if (watch && watch->failsAllocation()) {
            errno = ENOMEM;
            return nullptr;
        }
    }
    return __libc_malloc(size);
}

int clock_gettime(clockid_t clock, struct timespec* out) noexcept {
    static const auto real = reinterpret_cast<int (*)(clockid_t, struct timespec*)>(dlsym(RTLD_NEXT, "clock_gettime"));
    const int done = real(clock, out);
    const auto* watch = Watch::existing();
    if (done == 0 && watch && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        out->tv_sec += watch->jumpSeconds();
    return done;
}

int gettimeofday(struct timeval* out, void* zone) noexcept {
    static const auto real = reinterpret_cast<int (*)(struct timeval*, void*)>(dlsym(RTLD_NEXT, "gettimeofday"));
    const int done = real(out, zone);
    const auto* watch = Watch::existing();
    if (done == 0 && watch) out->tv_sec += watch->jumpSeconds();
    return done;
}

time_t time(time_t* out) noexcept {
    struct timespec now {};
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}

}  // extern "C"
