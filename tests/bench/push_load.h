// What the server's benches send: inspections of about 6 KB, signed before a clock starts, one line a request or in
// batches, over connections that cost as little as they can (tls_client.h).
#pragma once

#include <string>
#include <vector>

#include "tests/bench/tls_client.h"
#include "tests/unit/server/kit/process.h"

namespace plumb::bench {

constexpr std::size_t kLineBytes = 6 * 1024;

void report(const std::string& name, double value, const char* unit);
// How busy the machine is: its load of the last minute. Stands beside each rate.
void reportLoad(const std::string& name);

// The author's next line: an inspection of kLineBytes, of a site of county 620321 that Remote::publish published.
record::Line inspection(server::kit::Author& author);

// A push that is ready to be sent.
struct ReadyPush {
    std::string head, body;
};
// The author's next `lines` lines.
ReadyPush makePush(server::kit::Author& author, const std::string& token, std::size_t lines = 1);

// What eight connections got through, each with an author of its own.
struct Sent {
    double lines = 0, seconds = 0;
    double server = 0, client = 0;  // microseconds of the processor for a line

    [[nodiscard]] double rate() const { return lines / seconds; }
    // What all of this machine's cores could do, were nobody else there and nobody ever waiting.
    [[nodiscard]] double byProcessor() const;
};
// Throws where not every line was taken in. `loads`: a connection each.
Sent sendAll(server::kit::Remote& remote, const std::vector<std::vector<ReadyPush>>& loads, std::size_t linesEach,
             const std::string& token);

struct Latency {
    double p50 = 0, p99 = 0;  // milliseconds
};
Latency measureLatency(const server::kit::ServerProcess& process, server::kit::Author& author, const std::string& token,
                       int rounds);

}  // namespace plumb::bench
