// What a process holds in memory, as the kernel counts it (proc(5)). Under software rendering pictures, glyphs and
// the window's own buffer are memory of the process and are in it; a graphics driver would hold them elsewhere.
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

namespace plumb::bench {

// Of this process or another: "VmRSS", "RssAnon" (its own), "RssFile" (programs and libraries, shared with whoever runs
// them too), "VmHWM" (the most so far): MB.
inline double memoryOf(const std::string& what, pid_t pid = getpid()) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (!line.starts_with(what + ":")) continue;
        std::istringstream rest(line.substr(what.size() + 1));
        double kilobytes = 0;
        rest >> kilobytes;
        return kilobytes * 1024 / 1e6;
    }
    return 0;
}

// From now on "VmHWM" counts anew.
inline void forgetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

}  // namespace plumb::bench
