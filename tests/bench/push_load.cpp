#include "tests/bench/push_load.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "tests/bench/processor_time.h"
#include "tests/unit/server/kit/inspections.h"

namespace plumb::bench {
namespace {

using namespace server::kit;
using Steady = std::chrono::steady_clock;

double secondsSince(Steady::time_point from) {
    return std::chrono::duration<double>(Steady::now() - from).count();
}

// How many lines the log has, as its checkpoint says.
std::uint64_t sizeOf(Remote& remote, const std::string& token) {
    const auto answer = remote.call("GET", "/v1/checkpoint", token);
    const auto note = textAt(parseJson(answer.body).value().get_object(), "checkpoint").value();
    return std::strtoull(note.c_str() + note.find('\n') + 1, nullptr, 10);
}

}  // namespace

record::Line inspection(Author& author) {
    static const json::object body = [] {
        Author probe(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
        const auto bare =
            probe.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"}).text().size();
        return inspectionBody(kLineBytes > bare ? kLineBytes - bare : 0);
    }();
    return author.say("inspection.submitted", body, {"yongchang-veg", "620321"});
}

void report(const std::string& name, double value, const char* unit) {
    std::printf("bench %s %.*f %s\n", name.c_str(), value < 10 ? 3 : 0, value, unit);
    std::fflush(stdout);
}

void reportLoad(const std::string& name) {
    double load = 0;
    if (getloadavg(&load, 1) == 1) report(name + ".machine_load", load, "processes");
}

ReadyPush makePush(Author& author, const std::string& token, std::size_t lines) {
    ReadyPush out;
    for (std::size_t i = 0; i < lines; ++i) out.body.append(inspection(author).text()).append(1, '\n');
    out.head = pushHead(token, out.body.size());
    return out;
}

double Sent::byProcessor() const {
    return static_cast<double>(std::thread::hardware_concurrency()) * 1e6 / (server + client);
}

Sent sendAll(Remote& remote, const std::vector<std::vector<ReadyPush>>& loads, std::size_t linesEach,
             const std::string& token) {
    std::vector<TlsClient> clients;
    for (std::size_t i = 0; i < loads.size(); ++i) clients.emplace_back(remote.process.port());
    Sent out;
    for (const auto& load : loads) out.lines += static_cast<double>(load.size() * linesEach);
    const auto sizeBefore = sizeOf(remote, token);
    const double serverBefore = processorTime(remote.process.pid()), mineBefore = ownProcessorTime();
    const auto from = Steady::now();
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < loads.size(); ++i) {
        threads.emplace_back([&, i] {
            try {
                for (const auto& push : loads[i]) failed += clients[i].call(push.head, push.body).status != 200;
            } catch (const std::exception& broken) {
                std::fprintf(stderr, "%s\n", broken.what());
                ++failed;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    out.seconds = secondsSince(from);
    out.server = (processorTime(remote.process.pid()) - serverBefore) / out.lines;
    out.client = (ownProcessorTime() - mineBefore) / out.lines;
    const auto grown = sizeOf(remote, token) - sizeBefore;
    if (failed != 0 || static_cast<double>(grown) != out.lines)
        throw std::runtime_error("not every line was taken in: " + std::to_string(failed) + " calls failed, " +
                                 std::to_string(grown) + " lines were added");
    return out;
}

Latency measureLatency(const ServerProcess& process, Author& author, const std::string& token, int rounds) {
    TlsClient client(process.port());
    std::vector<double> times;
    for (int i = -10; i < rounds; ++i) {
        const auto push = makePush(author, token);
        const auto from = Steady::now();
        if (client.call(push.head, push.body).status != 200) throw std::runtime_error("a push was not answered");
        if (i >= 0) times.push_back(secondsSince(from) * 1000);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

}  // namespace plumb::bench
