// One line a request, as tablets do that find a network: how many of them a real plumbserver takes from eight
// connections, what one costs its processor, and how long one takes on a connection of its own, also while statistics
// are asked for without a pause. TLS and fsync on; client and server share the cores, and other work may, too: so each
// rate stands beside what the processors' time alone would allow (`by_cpu`: all cores / what server and client used for
// a line), and beside this machine's own limits in the same run.
// Usage: bench_push [--quick] [--lines N]. Prints `bench <name> <value> <unit>`.
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
#include "tests/bench/tls_client.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

namespace {

using namespace plumb;
using namespace plumb::server::kit;
using bench::TlsClient;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kLineBytes = 6 * 1024;
constexpr int kConnections = 8;
constexpr double kP50Limit = 2, kP99Limit = 10, kRateLimit = 3800;

double secondsSince(Steady::time_point from) {
    return std::chrono::duration<double>(Steady::now() - from).count();
}

void report(const std::string& name, double value, const char* unit) {
    std::printf("bench %s %.*f %s\n", name.c_str(), value < 10 ? 3 : 0, value, unit);
    std::fflush(stdout);
}

// A push of one submission of about 6 KB, ready to be sent.
struct Ready {
    std::string head, body;
};

Ready ready(Author& author, const std::string& token) {
    static const json::object body = [] {
        Author probe(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
        const auto bare =
            probe.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"}).text().size();
        return inspectionBody(kLineBytes > bare ? kLineBytes - bare : 0);
    }();
    auto text = author.say("inspection.submitted", body, {"yongchang-veg", "620321"}).text() + "\n";
    auto head = bench::pushHead(token, text.size());
    return {std::move(head), std::move(text)};
}

double verifyLimit(double seconds) {
    Author author(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
    const auto line = author.say("inspection.submitted", inspectionBody(kLineBytes - 1200), {"s", "62"});
    const auto& key = author.key().publicKey();
    std::size_t count = 0;
    const double from = bench::ownProcessorTime();
    while (bench::ownProcessorTime() - from < seconds * 1e6) {
        for (int i = 0; i < 50; ++i, ++count) {
            if (!line.verify(key)) throw std::runtime_error("a good signature was refused");
        }
    }
    return static_cast<double>(count) / (bench::ownProcessorTime() - from) * 1e6;
}

// A line's bytes, written and brought to the disk, as often as this disk does it.
double syncLimit(const std::filesystem::path& file, int rounds) {
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const std::string bytes(kLineBytes * 2, 'x');
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto from = Steady::now();
        if (write(descriptor, bytes.data(), bytes.size()) < 0 || fdatasync(descriptor) != 0)
            throw std::runtime_error("the disk does not write");
        times.push_back(secondsSince(from) * 1000);
    }
    close(descriptor);
    std::filesystem::remove(file);
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// How many lines the log has, as its checkpoint says.
std::uint64_t sizeOf(Remote& remote, const std::string& token) {
    const auto answer = remote.call("GET", "/v1/checkpoint", token);
    const auto note = textAt(parseJson(answer.body).value().get_object(), "checkpoint").value();
    return std::strtoull(note.c_str() + note.find('\n') + 1, nullptr, 10);
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
    std::vector<std::vector<Ready>> loads;
    std::string token;
    for (int i = 0; i < kConnections; ++i) {
        auto author = people.remote.enrolBy(people.admin, domain::Role::inspector, {"62"});
        token = people.remote.token(author);
        std::vector<Ready> load;
        for (int n = 0; n < perConnection; ++n) load.push_back(ready(author, token));
        loads.push_back(std::move(load));
    }
    std::vector<TlsClient> clients;
    for (int i = 0; i < kConnections; ++i) clients.emplace_back(process.port());
    const auto sizeBefore = sizeOf(people.remote, token);
    const double serverBefore = bench::processorTime(process.pid()), mineBefore = bench::ownProcessorTime();
    const auto from = Steady::now();
    std::vector<std::thread> threads;
    std::atomic<int> bad = 0;
    for (int i = 0; i < kConnections; ++i) {
        threads.emplace_back([&, i] {
            for (const auto& one : loads[static_cast<std::size_t>(i)])
                bad += clients[static_cast<std::size_t>(i)].call(one.head, one.body).status != 200;
        });
    }
    for (auto& thread : threads) thread.join();
    const double took = secondsSince(from);
    const auto lines = static_cast<double>(kConnections * perConnection);
    const double server = (bench::processorTime(process.pid()) - serverBefore) / lines,
                 mine = (bench::ownProcessorTime() - mineBefore) / lines;
    if (bad != 0 || sizeOf(people.remote, token) - sizeBefore != static_cast<std::uint64_t>(lines))
        throw std::runtime_error("not every line was taken in: " + std::to_string(bad) +
                                 " calls failed, the log grew by " +
                                 std::to_string(sizeOf(people.remote, token) - sizeBefore));
    const double byCpu = static_cast<double>(std::thread::hardware_concurrency()) * 1e6 / (server + mine);
    report("server.push.rate8", lines / took, "lines_per_second");
    report("server.push.rate8.cpu", server, "us_per_line");
    report("server.push.rate8.client_cpu", mine, "us_per_line");
    report("server.push.rate8.by_cpu", byCpu, "lines_per_second");
    report("server.push.rate8.of_verify_limit", lines / took / verify, "ratio");
    report("server.push.rate8.ratio", lines / took / kRateLimit, "of_the_bar");
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
}

void measureLatency(const std::string& name, ServerProcess& process, Author& author, const std::string& token,
                    int rounds) {
    TlsClient client(process.port());
    std::vector<double> times;
    for (int i = -10; i < rounds; ++i) {
        const auto one = ready(author, token);
        const auto from = Steady::now();
        if (client.call(one.head, one.body).status != 200) throw std::runtime_error("a push was not answered");
        if (i >= 0) times.push_back(secondsSince(from) * 1000);
    }
    std::sort(times.begin(), times.end());
    const double p50 = times[times.size() / 2], p99 = times[times.size() * 99 / 100];
    report(name + ".p50", p50, "ms");
    report(name + ".p99", p99, "ms");
    report(name + ".p50.ratio", p50 / kP50Limit, "of_the_bar");
    report(name + ".p99.ratio", p99 / kP99Limit, "of_the_bar");
}

void measureLatencies(int rounds) {
    ServerProcess process;
    process.start();
    People people(process);
    auto author = people.remote.enrolBy(people.admin, domain::Role::inspector, {"62"});
    const auto supervisor = people.remote.enrolBy(people.admin, domain::Role::supervisor, {"62"});
    const auto token = people.remote.token(author), reader = people.remote.token(supervisor);
    report("limit.fsync.p50", syncLimit(process.data() / "bench.tmp", 200), "ms");
    measureLatency("server.push", process, author, token, rounds);
    std::atomic<bool> done = false;
    std::atomic<int> pages = 0;
    std::thread asking([&] {
        Remote remote(process);
        while (!done)
            pages += remote.call("GET", "/v1/query/statistics?year=2026&today=2026-12-01", reader).status == 200;
    });
    measureLatency("server.push.beside_statistics", process, author, token, rounds);
    done = true;
    asking.join();
    if (pages == 0) throw std::runtime_error("no statistics came meanwhile");
    report("server.push.beside_statistics.pages", pages, "pages_meanwhile");
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
}

}  // namespace

int main(int argc, char** argv) {
    int perConnection = 1500, rounds = 1000;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0) perConnection = 200, rounds = 100;
        if (std::strcmp(argv[i], "--lines") == 0 && i + 1 < argc) perConnection = std::atoi(argv[i + 1]);
    }
    try {
        const double verify = verifyLimit(1);
        report("limit.verify.eddsa.cpu", verify, "per_cpu_second");
        measureRate(perConnection, verify);
        measureLatencies(rounds);
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_push: %s\n", broken.what());
        return 1;
    }
    return 0;
}
