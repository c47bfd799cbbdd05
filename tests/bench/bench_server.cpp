// The server against this machine's own limit: how many signatures one core verifies, how many lines a second a real
// plumbserver takes in over TLS with fsync on, and how long one line takes. Client and server share the cores.
// Usage: bench_server [--quick] [SUITE …]. Prints `bench <name> <value> <unit>`.
// server.ingest.<suite>.cpu is what the server's process used for one line: it says more than the rate where other work
// shares the machine.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <thread>

#include "tests/bench/processor_time.h"
#include "tests/bench/push_load.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

namespace {

using namespace plumb;
using namespace plumb::server::kit;
using bench::inspection;
using bench::processorTime;
using bench::report;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kBatch = 100;
constexpr int kConnections = 8;

double secondsSince(Steady::time_point from) {
    return std::chrono::duration<double>(Steady::now() - from).count();
}

std::string lowerName(crypto::Suite suite) {
    std::string out(crypto::suiteName(suite));
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

double verifyLimit(crypto::Suite suite, double seconds) {
    Author author(crypto::PrivateKey::generate(suite), systemNow);
    const auto line = inspection(author);
    const auto& key = author.key().publicKey();
    std::size_t count = 0;
    const auto from = Steady::now();
    while (secondsSince(from) < seconds) {
        for (int i = 0; i < 50; ++i, ++count) {
            if (!line.verify(key)) throw std::runtime_error("a good signature was refused");
        }
    }
    return static_cast<double>(count) / secondsSince(from);
}

struct Load {
    std::vector<std::string> batches;
    std::string token;
};

// One author a connection, all lines signed before the clock starts.
Load prepare(Remote& remote, Author& admin, crypto::Suite suite, std::size_t batches) {
    auto author = remote.enrolBy(admin, domain::Role::inspector, {"62"}, suite);
    Load load;
    load.token = remote.token(author);
    for (std::size_t i = 0; i < batches; ++i) {
        std::string body;
        for (std::size_t n = 0; n < kBatch; ++n) body.append(inspection(author).text()).append(1, '\n');
        load.batches.push_back(std::move(body));
    }
    return load;
}

void send(const ServerProcess& process, const Load& load) {
    auto client = process.client();
    for (const auto& batch : load.batches) {
        const auto answer =
            client.call({"POST",
                         "/v1/records",
                         {"Authorization: Bearer " + load.token, "Content-Type: application/plumb-lines"},
                         batch});
        if (!answer || answer->status != 200)
            throw std::runtime_error("a batch was not answered: " + (answer ? answer->body : answer.error().detail));
        if (answer->body.find("\"refused\"") != std::string::npos)
            throw std::runtime_error("a line was refused: " + answer->body.substr(0, 400));
    }
}

struct Ingest {
    double rate = 0;       // lines a second
    double processor = 0;  // the server's microseconds for a line
};

Ingest ingest(crypto::Suite suite, double limit, double seconds) {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    remote.publish(admin);
    const auto batches = static_cast<std::size_t>(std::max(2.0, std::ceil(limit * seconds / kBatch / kConnections)));
    std::vector<Load> loads;
    for (int i = 0; i < kConnections; ++i) loads.push_back(prepare(remote, admin, suite, batches));
    const double usedBefore = processorTime(process.pid());
    const auto from = Steady::now();
    std::vector<std::thread> threads;
    for (const auto& load : loads) threads.emplace_back([&] { send(process, load); });
    for (auto& thread : threads) thread.join();
    const auto lines = static_cast<double>(kConnections * batches * kBatch);
    const Ingest out{lines / secondsSince(from), (processorTime(process.pid()) - usedBefore) / lines};
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
    return out;
}

void pushLatency(int rounds) {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    remote.publish(admin);
    auto author = remote.enrolBy(admin, domain::Role::inspector, {"62"});
    const auto token = remote.token(author);
    std::vector<double> times;
    for (int i = -10; i < rounds; ++i) {
        const std::string body = inspection(author).text() + "\n";
        const auto from = Steady::now();
        if (remote.call("POST", "/v1/records", token, body).status != 200)
            throw std::runtime_error("a push was not answered");
        if (i >= 0) times.push_back(secondsSince(from) * 1000);
    }
    std::sort(times.begin(), times.end());
    report("server.push.p50", times[times.size() / 2], "ms");
    report("server.push.p99", times[times.size() * 99 / 100], "ms");
}

void push(Remote& remote, const std::string& token, const std::vector<record::Line>& lines) {
    const auto answer = remote.call("POST", "/v1/records", token, joined(lines));
    if (answer.status != 200 || answer.body.find("\"refused\"") != std::string::npos)
        throw std::runtime_error("a batch was not taken: " + answer.body.substr(0, 400));
}

// Ten amendments of 100 KB after 140 others, against the first ten: the history is not read again for each.
void amendments() {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    remote.publish(admin);
    auto author = remote.enrolBy(admin, domain::Role::inspector, {"62"});
    const auto token = remote.token(author);
    const auto submission = inspection(author);
    push(remote, token, {submission});
    auto body = inspectionBody(100'000);
    body["of"] = record::parsePayload(submission.payload()).value().id;
    body["reason"] = "corrected";
    const auto ten = [&] {
        std::vector<record::Line> lines;
        for (int i = 0; i < 10; ++i)
            lines.push_back(author.say("inspection.amended", body, {"yongchang-veg", "620321"}));
        const double before = processorTime(process.pid());
        push(remote, token, lines);
        return processorTime(process.pid()) - before;
    };
    double first = 0, last = 0;
    for (int round = 0; round < 15; ++round) {
        const double took = ten();
        if (round < 3) first += took;
        if (round >= 12) last += took;
    }
    report("server.amend.growth", last / std::max(first, 1e4), "ratio");
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
}

// What the proof of a page of 500 lines costs of the page, where every other line of the log is another's.
void proofShare() {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    remote.publish(admin);
    auto author = remote.enrolBy(admin, domain::Role::inspector, {"62"});
    const auto token = remote.token(author);
    for (int batch = 0; batch < 10; ++batch) {
        std::vector<record::Line> lines;
        for (int i = 0; i < 60; ++i) {
            lines.push_back(inspection(author));
            lines.push_back(admin.say("standard.feedback", {{"text", "x"}}, {"", "63"}));
        }
        push(remote, token, lines);
    }
    const auto page = remote.call("GET", "/v1/records?after=0&limit=500", token);
    const auto at = page.body.rfind("\nproof ");
    if (page.status != 200 || at == std::string::npos) throw std::runtime_error("no page: " + page.body.substr(0, 200));
    const auto end = page.body.find('\n', at + 1);
    report("server.feed.proof_share", static_cast<double>(end - at) / static_cast<double>(page.body.size()), "ratio");
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
}

}  // namespace

int main(int argc, char** argv) {
    bool quick = false;
    std::vector<std::string> wanted;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0)
            quick = true;
        else
            wanted.emplace_back(argv[i]);
    }
    try {
        for (const auto suite : {crypto::Suite::eddsa, crypto::Suite::es256, crypto::Suite::sm2}) {
            if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), lowerName(suite)) == wanted.end()) continue;
            const double limit = verifyLimit(suite, quick ? 0.3 : 2);
            report("limit.verify." + lowerName(suite), limit, "per_second");
            const auto got = ingest(suite, limit, quick ? 0.5 : 5);
            report("server.ingest." + lowerName(suite) + ".rate", got.rate, "lines_per_second");
            report("server.ingest." + lowerName(suite) + ".ratio", got.rate / limit, "ratio");
            report("server.ingest." + lowerName(suite) + ".cpu", got.processor, "us_per_line");
        }
        pushLatency(quick ? 100 : 1000);
        amendments();
        proofShare();
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_server: %s\n", broken.what());
        return 1;
    }
    return 0;
}
