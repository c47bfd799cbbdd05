// How long a supervisor waits for a list with all its answers: 30,000 inspections of about 6 KB in a real plumbserver,
// taken away by curl over TLS, client and server on the same cores. Also how long the largest pause of a colleague's
// pushes was meanwhile, against the one before: a list on its way holds nobody up.
// Usage: bench_download [--quick] [LINES]. Prints `bench <name> <value> <unit>`.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "shared/crypto/hash.h"
#include "tests/bench/processor_time.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

namespace {

using namespace plumb;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kPadding = 3500;
constexpr std::size_t kBatch = 100;
constexpr int kRounds = 5;

double secondsSince(Steady::time_point from) {
    return std::chrono::duration<double>(Steady::now() - from).count();
}

void report(const std::string& name, double value, const char* unit) {
    std::printf("bench %s %.*f %s\n", name.c_str(), value < 10 ? 3 : 0, value, unit);
    std::fflush(stdout);
}

void push(Remote& remote, Author& author, const std::string& token, std::size_t lines) {
    static const auto body = inspectionBody(kPadding);
    std::string batch;
    for (std::size_t n = 0; n < lines; ++n)
        batch += author.say("inspection.submitted", body, {"yongchang-veg", "620321"}).text() + "\n";
    const auto answer = remote.call("POST", "/v1/records", token, batch);
    if (answer.status != 200 || answer.body.find("\"refused\"") != std::string::npos)
        throw std::runtime_error("a batch was not taken: " + answer.body.substr(0, 400));
}

struct Taken {
    double seconds = 0;
    double megabytes = 0;
};

// By curl, as anybody would.
Taken take(const ServerProcess& process, const std::string& token, const std::string& path) {
    const auto command = "curl -sSkf -o /dev/null -w '%{time_total} %{size_download}' -H 'Authorization: Bearer " +
                         token + "' '" + process.url() + path + "'";
    auto* said = popen(command.c_str(), "r");
    if (!said) throw std::runtime_error("curl cannot be started");
    Taken out;
    double bytes = 0;
    const int read = std::fscanf(said, "%lf %lf", &out.seconds, &bytes);
    if (pclose(said) != 0 || read != 2) throw std::runtime_error("curl did not get " + path);
    out.megabytes = bytes / 1e6;
    return out;
}

// The longest of pushes of one line each, while `until` is not set.
double longestPush(const ServerProcess& process, Author& author, const std::string& token,
                   const std::atomic<bool>& until) {
    Remote remote(process);
    double longest = 0;
    while (!until) {
        const auto from = Steady::now();
        push(remote, author, token, 1);
        longest = std::max(longest, secondsSince(from));
    }
    return longest;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t lines = 30'000;
    for (int i = 1; i < argc; ++i)
        lines = std::strcmp(argv[i], "--quick") == 0 ? 3'000 : std::strtoull(argv[i], nullptr, 10);
    try {
        ServerProcess process;
        process.start();
        Remote remote(process);
        auto admin = remote.enrol(process.invitation());
        remote.publish(admin);
        auto author = remote.enrolBy(admin, domain::Role::inspector, {"62"});
        const auto supervisor = remote.enrolBy(admin, domain::Role::supervisor, {"62"});
        auto token = remote.token(author);
        for (std::size_t sent = 0; sent < lines; sent += kBatch) push(remote, author, token, kBatch);
        const auto reader = remote.token(supervisor);
        const double scale = 30'000.0 / static_cast<double>(lines);
        const auto answers = "?answers=1&zone=Asia/Shanghai&checklist=" + crypto::sha256(checklistDocument()).hex();
        const auto measure = [&](const std::string& name, const std::string& path) {
            std::vector<double> times;
            Taken taken;
            const double used = bench::processorTime(process.pid());
            for (int i = 0; i < kRounds; ++i) {
                taken = take(process, reader, path);
                times.push_back(taken.seconds);
            }
            std::sort(times.begin(), times.end());
            report(name, times[kRounds / 2] * scale, "seconds_per_30000");
            report(name + ".cpu", (bench::processorTime(process.pid()) - used) / 1e6 / kRounds * scale,
                   "server_seconds_per_30000");
            report(name + ".size", taken.megabytes, "MB");
        };
        measure("server.download.csv_answers", "/v1/export/inspections.csv" + answers);
        measure("server.download.csv_plain", "/v1/export/inspections.csv?zone=Asia/Shanghai");
        measure("server.download.xlsx_plain", "/v1/export/inspections.xlsx?zone=Asia/Shanghai");

        const auto pause = [&](const auto& meanwhile) {
            std::atomic<bool> done = false;
            double longest = 0;
            std::thread pushing([&] { longest = longestPush(process, author, token, done); });
            meanwhile();
            done = true;
            pushing.join();
            return longest * 1000;
        };
        report("server.download.push_without", pause([] { std::this_thread::sleep_for(std::chrono::seconds(2)); }),
               "ms_longest");
        report("server.download.push_beside",
               pause([&] { (void)take(process, reader, "/v1/export/inspections.csv" + answers); }), "ms_longest");
        if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_download: %s\n", broken.what());
        return 1;
    }
    return 0;
}
