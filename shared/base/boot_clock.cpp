#include "shared/base/boot_clock.h"

#include <ctime>
#include <fstream>

namespace plumb {

SinceBoot systemSinceBoot() {
    static const std::string boot = [] {
        std::string id;
        std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
        return id;
    }();
    std::timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) != 0) return {};
    return {boot, std::chrono::seconds(now.tv_sec) + std::chrono::milliseconds(now.tv_nsec / 1'000'000)};
}

}  // namespace plumb
