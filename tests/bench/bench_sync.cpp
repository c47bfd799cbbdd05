// A fresh device's first sync: everything that a supervisor may read, from a real plumbserver over TLS, proved, judged,
// sealed and on disk. Client and server share the cores. Usage: bench_sync [--quick] [--lines N]. Prints
// `bench <name> <value> <unit>`; sync.first.time is for 200,000 lines at the rate that was measured.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "shared/sync/engine.h"
#include "shared/sync/enrolment.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

namespace {

using namespace plumb;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kBatch = 200;
constexpr double kFirstSync = 200'000;

void fill(Remote& remote, Author& admin, std::size_t count) {
    auto author = remote.enrolBy(admin, domain::Role::inspector, {"62"});
    const auto token = remote.token(author);
    const auto body = inspectionBody();
    for (std::size_t sent = 0; sent < count; sent += kBatch) {
        std::vector<record::Line> lines;
        for (std::size_t i = 0; i < kBatch && sent + i < count; ++i)
            lines.push_back(author.say("inspection.submitted", body, {"yongchang-veg", "620321"}));
        const auto answer = remote.call("POST", "/v1/records", token, joined(lines));
        if (answer.status != 200 || answer.body.find("\"refused\"") != std::string::npos)
            throw std::runtime_error("a batch was not taken: " + answer.body.substr(0, 400));
    }
}

void firstSync(std::size_t count) {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    remote.publish(admin);
    fill(remote, admin, count);
    TempFolder home;
    const auto invitation = remote.inviteBy(admin, domain::Role::supervisor, {"62"});
    const auto done =
        sync::enrol({home.path, invitation, "246810", "tablet", crypto::Suite::eddsa, kTestCost}, systemNow);
    if (!done) throw std::runtime_error(done.error().detail);
    const auto store = store::TabletStore::open(done->folder, done->key, systemNow).value();
    const auto from = Steady::now();
    const auto report = sync::Engine(*store).run();
    const double took = std::chrono::duration<double>(Steady::now() - from).count();
    if (!report) throw std::runtime_error(report.error().detail);
    if (report->pulled < count || report->notBelieved != 0) throw std::runtime_error("not every line came");
    const double rate = static_cast<double>(report->pulled) / took;
    std::printf("bench sync.first.lines %zu lines\n", report->pulled);
    std::printf("bench sync.first.line_bytes %.0f bytes\n",
                static_cast<double>(report->bytesDown) / static_cast<double>(report->pulled));
    std::printf("bench sync.first.rate %.0f lines_per_second\n", rate);
    std::printf("bench sync.first.time %.1f s\n", kFirstSync / rate);
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t lines = 200'000;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0)
            lines = 5'000;
        else if (std::strcmp(argv[i], "--lines") == 0 && i + 1 < argc)
            lines = static_cast<std::size_t>(std::strtoull(argv[++i], nullptr, 10));
    }
    try {
        firstSync(lines);
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_sync: %s\n", broken.what());
        return 1;
    }
    return 0;
}
