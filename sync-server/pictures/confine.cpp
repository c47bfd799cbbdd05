#include "sync-server/pictures/confine.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>

#include "sync-server/pictures/tuning.h"

namespace plumb::server {
namespace {

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#else
#error "which system calls this machine has is not known here"
#endif

constexpr unsigned kAllowed[] = {
    __NR_read,           __NR_write,         __NR_brk,       __NR_mmap, __NR_munmap,     __NR_mremap,
    __NR_mprotect,       __NR_madvise,       __NR_futex,     __NR_exit, __NR_exit_group, __NR_rt_sigreturn,
    __NR_rt_sigprocmask, __NR_clock_gettime, __NR_getrandom,
};

bool limit(__rlimit_resource what, rlim_t most, const char* name) {
    rlimit now{};
    if (getrlimit(what, &now) == 0) {
        const auto least = std::min(most, now.rlim_max);
        const rlimit both{least, least};
        if (setrlimit(what, &both) == 0) return true;
    }
    std::perror(name);
    return false;
}

}  // namespace

bool confine() {
    bool limited = limit(RLIMIT_CORE, 0, "RLIMIT_CORE") &&
                   limit(RLIMIT_CPU, static_cast<rlim_t>(kMakerSeconds.count()), "RLIMIT_CPU");
    // Sanitizers lay out terabytes of addresses, which are no memory.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limited = limited && limit(RLIMIT_AS, kMakerMemory, "RLIMIT_AS");
#endif
    limited = limited && limit(RLIMIT_NOFILE, 0, "RLIMIT_NOFILE") && limit(RLIMIT_NPROC, 0, "RLIMIT_NPROC");
    // A bound that does not hold is none: better no small picture.
    if (!limited || prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;

    constexpr auto kCount = std::size(kAllowed);
    constexpr unsigned kArch = offsetof(seccomp_data, arch), kNumber = offsetof(seccomp_data, nr);
    std::array<sock_filter, 6 + kCount> filter{};
    std::size_t at = 0;
    filter[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kArch);
    filter[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0);
    filter[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    filter[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kNumber);
    for (std::size_t i = 0; i < kCount; ++i) {
        // Each jumps over those behind it and the end of the rest.
        filter[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kAllowed[i], static_cast<std::uint8_t>(kCount - i), 0);
    }
    filter[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    filter[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace plumb::server
