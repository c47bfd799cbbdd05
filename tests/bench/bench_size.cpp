// A real plumbserver with a million lines stored, against the same when empty: what a line costs it in batches of a
// hundred over eight connections, how long it takes to start, what it holds in memory, how fast it gives lines out
// again, how long one line takes beside pages of statistics, and how long everything is made again from the lines. The
// lines before are put into its database as a log that was brought back: inspections of about 6 KB with three photos
// each, and the reviews that accept them; the last twenty thousand inspections wait for theirs. What is measured comes
// over TLS, fsync on, client and server on the same cores. Each figure stands beside its limit. Some 5 KB of disk a
// line, where TMPDIR says.
// Usage: bench_size [--quick] [LINES]. Prints `bench <name> <value> <unit>`.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "shared/crypto/hash.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/bench/memory.h"
#include "tests/bench/processor_time.h"
#include "tests/bench/push_load.h"
#include "tests/unit/server/kit/inspections.h"

namespace {

using namespace plumb;
using namespace plumb::bench;
using namespace plumb::server;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kPadding = 3500, kBatch = 100, kSites = 5000;
constexpr int kConnections = 8, kAuthors = 200;
constexpr std::uint64_t kWaiting = 20'000;
const RebuildProgress kQuiet = [](const auto&, std::uint64_t, std::uint64_t) {};

double secondsSince(Steady::time_point from) {
    return std::chrono::duration<double>(Steady::now() - from).count();
}

// The lines of a log that was brought back: their authors are not enrolled, and nobody asks any more.
void fill(Store& store, std::uint64_t lines) {
    std::vector<Author> authors;
    for (int i = 0; i < kAuthors; ++i)
        authors.emplace_back(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
    const auto body = inspectionBody(kPadding);
    auto& writer = store.writer();
    const auto first = writer.reader().size();
    const auto received = systemNow().utc;
    std::string of, hash;
    for (std::uint64_t n = 0; n < lines; ++n) {
        if (n % 10'000 == 0) writer.begin();
        auto& author = authors[n % authors.size()];
        const bool review = n % 2 == 1 && n + kWaiting < lines;
        const auto site = n % kSites;
        char region[8];
        std::snprintf(region, sizeof region, "62%02d%02d", static_cast<int>(site % 14) + 1,
                      static_cast<int>(site / 14 % 6) + 21);
        Said said{"site-" + std::to_string(site), region, {}, {}};
        for (int i = 0; !review && i < 3; ++i)
            said.files.push_back(
                {crypto::sha256(std::to_string(n) + "/" + std::to_string(i)), 180'000, "image/jpeg", "evidence", "2"});
        const auto line =
            review ? author.say("review.accepted", {{"of", of}, {"hash", hash}, {"comment", "good"}}, std::move(said))
                   : author.say("inspection.submitted", body, std::move(said));
        if (!review) {
            of = record::parsePayload(line.payload()).value().id;
            hash = line.hash().hex();
        }
        writer.appendLine(first + n, received + std::chrono::milliseconds(n), line.text());
        if (n % 10'000 == 9'999 || n + 1 == lines) writer.commit();
    }
}

struct Bench {
    ServerProcess process;
    std::optional<Remote> remote;
    std::vector<Author> authors;
    std::optional<Author> supervisor;

    void enrol() {
        remote.emplace(process);
        auto admin = remote->enrol(process.invitation());
        remote->publish(admin);
        for (int i = 0; i < kConnections; ++i)
            authors.push_back(remote->enrolBy(admin, domain::Role::inspector, {"62"}));
        supervisor.emplace(remote->enrolBy(admin, domain::Role::supervisor, {"62"}));
    }

    Sent ingest(std::size_t batches) {
        std::vector<std::vector<ReadyPush>> loads(authors.size());
        std::string token;
        for (std::size_t i = 0; i < loads.size(); ++i) {
            token = remote->token(authors[i]);
            for (std::size_t n = 0; n < batches; ++n) loads[i].push_back(makePush(authors[i], token, kBatch));
        }
        return sendAll(*remote, loads, kBatch, token);
    }
};

void reportIngest(const std::string& name, const Sent& sent) {
    report(name + ".rate", sent.rate(), "lines_per_second");
    report(name + ".cpu", sent.server, "us_per_line");
    report(name + ".per_cpu_second", 1e6 / sent.server, "lines");
    report(name + ".per_cpu_second.ratio", 1e6 / sent.server / 3200, "of_the_bar");
    reportLoad(name);
}

// Pages of the feed, one after the other, as a new device fetches them: uncompressed bytes of bodies.
void measureFeed(Bench& bench, std::uint64_t from, int pages) {
    const auto token = bench.remote->token(*bench.supervisor);
    TlsClient client(bench.process.port());
    const auto page = [&](std::uint64_t after) {
        return client.countBody("GET /v1/records?limit=1000&after=" + std::to_string(after) +
                                " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    };
    page(from);
    const double used = processorTime(bench.process.pid()), mine = ownProcessorTime();
    const auto began = Steady::now();
    double bytes = 0;
    for (int i = 0; i < pages; ++i) bytes += static_cast<double>(page(from + 1000 * static_cast<std::uint64_t>(i)));
    const double took = secondsSince(began), cpu = (processorTime(bench.process.pid()) - used) / 1e6,
                 client_cpu = (ownProcessorTime() - mine) / 1e6;
    report("server.feed.rate", bytes / 1e6 / took, "MB_per_second");
    report("server.feed.rate.ratio", bytes / 1e6 / took / 100, "of_the_bar");
    report("server.feed.per_cpu_second", bytes / 1e6 / cpu, "MB");
    report("server.feed.client_per_cpu_second", bytes / 1e6 / client_cpu, "MB");
    reportLoad("server.feed.rate");
}

void measureBesideStatistics(Bench& bench, int rounds) {
    const auto token = bench.remote->token(bench.authors[0]), reader = bench.remote->token(*bench.supervisor);
    const auto alone = measureLatency(bench.process, bench.authors[0], token, rounds);
    report("server.full.push.p50", alone.p50, "ms");
    report("server.full.push.p99", alone.p99, "ms");
    std::atomic<bool> done = false;
    std::vector<double> pages;
    std::thread asking([&] {
        Remote asker(bench.process);
        while (!done) {
            const auto from = Steady::now();
            if (asker.call("GET", "/v1/query/statistics?year=2026&today=2026-12-01", reader).status == 200)
                pages.push_back(secondsSince(from) * 1000);
        }
    });
    const auto beside = measureLatency(bench.process, bench.authors[0], token, rounds);
    done = true;
    asking.join();
    if (pages.empty()) throw std::runtime_error("no page of statistics came");
    std::sort(pages.begin(), pages.end());
    report("server.full.push.beside_statistics.p50", beside.p50, "ms");
    report("server.full.push.beside_statistics.p99", beside.p99, "ms");
    report("server.full.push.beside_statistics.p50.ratio", beside.p50 / 2, "of_the_bar");
    report("server.full.push.beside_statistics.p99.ratio", beside.p99 / 10, "of_the_bar");
    report("server.full.statistics.p95", pages[pages.size() * 95 / 100], "ms");
    reportLoad("server.full.push");
}

}  // namespace

int main(int argc, char** argv) {
    std::uint64_t lines = 1'000'000;
    std::size_t batches = 25;
    int rounds = 1000, pages = 100;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0)
            lines = 20'000, batches = 4, rounds = 100, pages = 10;
        else
            lines = std::strtoull(argv[i], nullptr, 10);
    }
    try {
        Bench bench;
        bench.process.start();
        bench.enrol();
        (void)bench.ingest(batches / 4);  // what the first lines need once
        const auto empty = bench.ingest(batches);
        reportIngest("server.empty.ingest", empty);
        if (bench.process.stop() != 0) throw std::runtime_error("the server did not stop well");
        {
            const auto store = openSqliteStore(bench.process.data() / "log.db").value();
            fill(*store, lines);
            const double used = ownProcessorTime();
            const auto from = Steady::now();
            rebuild(*store, {}, kQuiet).value();
            const double took = secondsSince(from), million = 1e6 / static_cast<double>(lines);
            report("server.rebuild", took * million, "seconds_a_million");
            report("server.rebuild.cpu", (ownProcessorTime() - used) / 1e6 * million, "seconds_a_million");
            report("server.rebuild.ratio", took * million / 60, "of_the_bar");
            reportLoad("server.rebuild");
        }
        double start = 1e9;
        for (int i = 0; i < 3; ++i) {
            const auto from = Steady::now();
            bench.process.start();
            start = std::min(start, secondsSince(from));
            report("server.start.cpu", processorTime(bench.process.pid()) / 1e6, "seconds");
            if (i < 2 && bench.process.stop() != 0) throw std::runtime_error("the server did not stop well");
        }
        report("server.start", start, "seconds");
        report("server.start.ratio", start / 0.3, "of_the_bar");
        std::this_thread::sleep_for(std::chrono::seconds(3));  // what is read ahead after the start
        report("server.start.rss", memoryOf("VmRSS", bench.process.pid()), "MB");
        bench.remote.emplace(bench.process);
        (void)bench.ingest(batches / 4);
        const auto full = bench.ingest(batches);
        reportIngest("server.full.ingest", full);
        report("server.ingest.flatness", empty.server / full.server, "ratio_by_cpu");
        report("server.ingest.flatness.rate", full.rate() / empty.rate(), "ratio");
        report("server.rss", memoryOf("VmRSS", bench.process.pid()), "MB");
        report("server.rss.most", memoryOf("VmHWM", bench.process.pid()), "MB");
        report("server.rss.ratio", memoryOf("VmRSS", bench.process.pid()) / 150, "of_the_bar");
        measureFeed(bench, lines / 2, pages);
        measureBesideStatistics(bench, rounds);
        report("server.rss.after", memoryOf("VmRSS", bench.process.pid()), "MB");
        if (bench.process.stop() != 0) throw std::runtime_error("the server did not stop well");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_size: %s\n", broken.what());
        return 1;
    }
    return 0;
}
