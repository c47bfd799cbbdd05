// One line a request, as tablets do that find a network: how many of them a real plumbserver takes from eight
// connections, what one costs its processor, and how long one takes on a connection of its own, also while statistics
// are asked for without a pause. TLS and fsync on; client and server share the cores, and other work may, too: so each
// rate stands beside what the processors' time alone would allow (`by_cpu`: all cores / what server and client used for
// a line), and beside this machine's own limits in the same run.
// Usage: bench_push [--quick] [--lines N] [--rate] (the rate alone). Prints `bench <name> <value> <unit>`.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "tests/bench/processor_time.h"
#include "tests/bench/push_load.h"
#include "tests/unit/server/kit/inspections.h"

namespace {

using namespace plumb;
using namespace plumb::bench;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr int kConnections = 8;
constexpr double kP50Limit = 2, kP99Limit = 10, kRateLimit = 3800;

double verifyLimit(double seconds) {
    Author author(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
    const auto line = author.say("inspection.submitted", inspectionBody(kLineBytes - 1200), {"s", "62"});
    const auto& key = author.key().publicKey();
    std::size_t count = 0;
    const double from = ownProcessorTime();
    while (ownProcessorTime() - from < seconds * 1e6) {
        for (int i = 0; i < 50; ++i, ++count) {
            if (!line.verify(key)) throw std::runtime_error("a good signature was refused");
        }
    }
    return static_cast<double>(count) / (ownProcessorTime() - from) * 1e6;
}

// Two lines' bytes, written over what a file holds and brought to the disk, as a write-ahead log does it.
double syncLimit(const std::filesystem::path& file, int rounds) {
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const std::string bytes(kLineBytes * 2, 'x');
    const auto write = [&](int place) {
        if (pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(bytes.size()) * place) < 0)
            throw std::runtime_error("the disk does not write");
    };
    for (int i = 0; i < rounds; ++i) write(i);
    fsync(descriptor);
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto from = Steady::now();
        write(i);
        if (fdatasync(descriptor) != 0) throw std::runtime_error("the disk does not write");
        times.push_back(std::chrono::duration<double, std::milli>(Steady::now() - from).count());
    }
    close(descriptor);
    std::filesystem::remove(file);
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

struct People {
    explicit People(ServerProcess& process) : remote(process), admin(remote.enrol(process.invitation())) {
        remote.publish(admin);
    }
    Remote remote;
    Author admin;
};

void measureRate(int perConnection, double verify) {
    ServerProcess process;
    process.start();
    People people(process);
    std::vector<std::vector<ReadyPush>> loads(kConnections);
    std::string token;
    for (auto& load : loads) {
        auto author = people.remote.enrolBy(people.admin, domain::Role::inspector, {"62"});
        token = people.remote.token(author);
        for (int n = 0; n < perConnection; ++n) load.push_back(makePush(author, token));
    }
    const auto sent = sendAll(people.remote, loads, 1, token);
    report("server.push.rate8", sent.rate(), "lines_per_second");
    report("server.push.rate8.cpu", sent.server, "us_per_line");
    report("server.push.rate8.client_cpu", sent.client, "us_per_line");
    report("server.push.rate8.by_cpu", sent.byProcessor(), "lines_per_second");
    report("server.push.rate8.of_verify_limit", sent.rate() / verify, "ratio");
    report("server.push.rate8.ratio", sent.rate() / kRateLimit, "of_the_bar");
    report("server.push.rate8.by_cpu.ratio", sent.byProcessor() / kRateLimit, "of_the_bar");
    reportLoad("server.push.rate8");
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
}

void reportLatency(const std::string& name, const Latency& took) {
    report(name + ".p50", took.p50, "ms");
    report(name + ".p99", took.p99, "ms");
    report(name + ".p50.ratio", took.p50 / kP50Limit, "of_the_bar");
    report(name + ".p99.ratio", took.p99 / kP99Limit, "of_the_bar");
    reportLoad(name);
}

void measureLatencies(int rounds) {
    ServerProcess process;
    process.start();
    People people(process);
    auto author = people.remote.enrolBy(people.admin, domain::Role::inspector, {"62"});
    const auto supervisor = people.remote.enrolBy(people.admin, domain::Role::supervisor, {"62"});
    const auto token = people.remote.token(author), reader = people.remote.token(supervisor);
    report("limit.fsync.p50", syncLimit(process.data() / "bench.tmp", 200), "ms");
    reportLatency("server.push", measureLatency(process, author, token, rounds));
    std::atomic<bool> done = false;
    std::atomic<int> pages = 0;
    std::thread asking([&] {
        Remote remote(process);
        while (!done)
            pages += remote.call("GET", "/v1/query/statistics?year=2026&today=2026-12-01", reader).status == 200;
    });
    reportLatency("server.push.beside_statistics", measureLatency(process, author, token, rounds));
    done = true;
    asking.join();
    if (pages == 0) throw std::runtime_error("no statistics came meanwhile");
    report("server.push.beside_statistics.pages", pages, "pages_meanwhile");
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
}

}  // namespace

int main(int argc, char** argv) {
    int perConnection = 1500, rounds = 1000;
    bool rateAlone = false;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0) perConnection = 200, rounds = 100;
        if (std::strcmp(argv[i], "--rate") == 0) rateAlone = true;
        if (std::strcmp(argv[i], "--lines") == 0 && i + 1 < argc) perConnection = std::atoi(argv[i + 1]);
    }
    try {
        const double verify = verifyLimit(1);
        report("limit.verify.eddsa.cpu", verify, "per_cpu_second");
        measureRate(perConnection, verify);
        if (!rateAlone) measureLatencies(rounds);
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_push: %s\n", broken.what());
        return 1;
    }
    return 0;
}
