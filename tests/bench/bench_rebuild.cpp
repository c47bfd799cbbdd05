// How fast a server makes everything again from the lines of its log, and one projection alone. Two thirds of the lines
// are inspections of about 6 KB with three photos each, a third are reviews.
// Usage: bench_rebuild [--quick] [LINES]. Prints `bench <name> <value> <unit>`.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "shared/crypto/hash.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

namespace {

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kPadding = 3500;
constexpr int kAuthors = 200;
const RebuildProgress kQuiet = [](const auto&, std::uint64_t, std::uint64_t) {};

void report(const char* name, double value, const char* unit) {
    std::printf("bench %s %.*f %s\n", name, value < 10 ? 3 : 0, value, unit);
    std::fflush(stdout);
}

// The lines alone, as a log that was brought back without anything else.
void fill(Store& store, std::uint64_t lines) {
    std::vector<Author> authors;
    for (int i = 0; i < kAuthors; ++i)
        authors.emplace_back(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
    const auto body = inspectionBody(kPadding);
    auto& writer = store.writer();
    std::string of, hash;
    for (std::uint64_t index = 0; index < lines; ++index) {
        if (index % 10'000 == 0) writer.begin();
        auto& author = authors[index % authors.size()];
        const bool review = index % 3 == 2;
        Said said{"site-" + std::to_string(index % 5000), "620321", {}, {}};
        for (int i = 0; !review && i < 3; ++i)
            said.files.push_back({crypto::sha256(std::to_string(index) + "/" + std::to_string(i)), 180'000,
                                  "image/jpeg", "evidence", "2"});
        const auto line = review
                              ? author.say("review.returned",
                                           {{"of", of}, {"hash", hash}, {"comment", "again"}, {"items", json::array{}}},
                                           std::move(said))
                              : author.say("inspection.submitted", body, std::move(said));
        if (!review) {
            of = record::parsePayload(line.payload()).value().id;
            hash = line.hash().hex();
        }
        writer.appendLine(index, TimePoint(std::chrono::milliseconds(index)), line.text());
        if (index % 10'000 == 9'999 || index + 1 == lines) writer.commit();
    }
}

double rate(Store& store, const std::vector<std::string>& names) {
    const auto from = Steady::now();
    const auto lines = rebuild(store, names, kQuiet).value();
    return static_cast<double>(lines) / std::chrono::duration<double>(Steady::now() - from).count();
}

}  // namespace

int main(int argc, char** argv) {
    std::uint64_t lines = 200'000;
    for (int i = 1; i < argc; ++i)
        lines = std::strcmp(argv[i], "--quick") == 0 ? 20'000 : std::strtoull(argv[i], nullptr, 10);
    try {
        TempFolder folder;
        const auto store = openSqliteStore(folder.path / "log.db").value();
        fill(*store, lines);
        report("server.rebuild.rate", rate(*store, {}), "lines_per_second");
        report("server.rebuild.inspections.rate", rate(*store, {"inspections"}), "lines_per_second");
        report("server.rebuild.sites.rate", rate(*store, {"sites"}), "lines_per_second");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_rebuild: %s\n", broken.what());
        return 1;
    }
    return 0;
}
