// What a connection costs that is open and says nothing, as those of tablets between two long polls: ten thousand to a
// real plumbserver over TLS, each after its handshake and one call; the server's memory before and after. The limit is
// 60 KB each. The clients call from addresses of 127.0.0.0/8, a thousand each.
// Usage: bench_idle [--quick] [CONNECTIONS]. Prints `bench <name> <value> <unit>`.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "tests/bench/memory.h"
#include "tests/bench/processor_time.h"
#include "tests/bench/push_load.h"

namespace {

using namespace plumb;
using namespace plumb::bench;
using namespace plumb::server::kit;

constexpr int kPerAddress = 900;
constexpr double kLimit = 60;  // KB
constexpr std::string_view kHealth = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

void raiseDescriptors() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

int main(int argc, char** argv) {
    int count = 10'000;
    for (int i = 1; i < argc; ++i) count = std::strcmp(argv[i], "--quick") == 0 ? 500 : std::atoi(argv[i]);
    try {
        raiseDescriptors();
        ServerProcess process;
        process.start({"--open-rate", "100000"});
        // What the first calls need once is no cost of a connection.
        for (int i = 0; i < 20; ++i) TlsClient(process.port()).call(kHealth);
        const double before = memoryOf("VmRSS", process.pid()), used = processorTime(process.pid());
        std::vector<TlsClient> clients;
        clients.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            clients.emplace_back(process.port(), "127.0.1." + std::to_string(1 + i / kPerAddress));
            if (clients.back().call(kHealth).status != 200) throw std::runtime_error("a call was not answered");
        }
        report("server.idle_connection.handshake.cpu", (processorTime(process.pid()) - used) / count,
               "us_of_the_server");
        // The server gives back what a burst needed every fifteen seconds (http/tuning.h).
        std::this_thread::sleep_for(std::chrono::seconds(17));
        const double each = (memoryOf("VmRSS", process.pid()) - before) * 1000 / count;
        report("server.idle_connection.count", count, "connections");
        report("server.idle_connection", each, "KB_each");
        report("server.idle_connection.ratio", each / kLimit, "of_the_bar");
        for (auto& client : {&clients.front(), &clients.back()}) {
            if (client->call(kHealth).status != 200) throw std::runtime_error("an idle connection is dead");
        }
        clients.clear();
        if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_idle: %s\n", broken.what());
        return 1;
    }
    return 0;
}
