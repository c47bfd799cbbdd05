// What a second front end takes off the sequencer, by processor time: lines that are pushed to the sequencer itself
// cost it everything; lines that are pushed to another front end cost that one the verifying and scoring, and the
// sequencer the rest. Both on this machine, over one SQLite file, so that rates say nothing and accounts do.
// Usage: bench_front_ends [--quick]. Prints `bench <name> <value> <unit>`.
//
// server.front_ends.gain: how many lines three machines of equal cores take in, two of them front ends and one the
// sequencer that takes none in itself, against one machine alone.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <thread>

#include "tests/bench/processor_time.h"
#include "tests/bench/push_load.h"
#include "tests/unit/server/kit/process.h"

namespace {

using namespace plumb;
using namespace plumb::server::kit;
using bench::processorTime;

constexpr int kConnections = 4;
constexpr std::size_t kBatch = 100;

struct Cost {
    double sequencer = 0, front = 0;  // microseconds of the processor for a line
};

// What `at` takes in, and what it costs the two.
Cost costOf(const ServerProcess& at, const ServerProcess& sequencer,
            const std::vector<std::vector<bench::ReadyPush>>& loads, std::size_t batches, const std::string& token) {
    const double sequencerBefore = processorTime(sequencer.pid()), frontBefore = processorTime(at.pid());
    Remote remote(at);
    bench::sendAll(remote, loads, kBatch, token);
    const auto lines = static_cast<double>(loads.size() * batches * kBatch);
    return {(processorTime(sequencer.pid()) - sequencerBefore) / lines,
            (processorTime(at.pid()) - frontBefore) / lines};
}

void measure(std::size_t batches) {
    ServerProcess first;
    ServerProcess second(&first);
    first.startFrontEnd("a", first);
    second.startFrontEnd("b", first);
    Remote remote(first);
    auto admin = remote.enrol(first.invitation());
    remote.publish(admin);
    const auto token = remote.token(admin);
    const auto prepared = [&] {
        std::vector<std::vector<bench::ReadyPush>> loads;
        for (int i = 0; i < kConnections; ++i) {
            auto author = remote.enrolBy(admin, domain::Role::inspector, {"62"});
            const auto own = remote.token(author);
            loads.emplace_back();
            for (std::size_t n = 0; n < batches; ++n) loads.back().push_back(bench::makePush(author, own, kBatch));
        }
        return loads;
    };
    const auto forSecond = prepared(), forFirst = prepared();
    const auto handed = costOf(second, first, forSecond, batches, token);
    const auto alone = costOf(first, first, forFirst, batches, token);
    bench::report("server.front_ends.alone", alone.sequencer, "us");
    bench::report("server.front_ends.sequencer", handed.sequencer, "us");
    bench::report("server.front_ends.front_end", handed.front, "us");
    bench::report("server.front_ends.gain", std::min(1 / handed.sequencer, 2 / handed.front) * alone.sequencer,
                  "ratio");
}

}  // namespace

int main(int count, char** arguments) {
    const bool quick = count > 1 && std::strcmp(arguments[1], "--quick") == 0;
    measure(quick ? 3 : 15);
}
