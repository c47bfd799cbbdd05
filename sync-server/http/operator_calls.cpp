#include <algorithm>
#include <fstream>

#include <unistd.h>

#include "sync-server/http/calls.h"
#include "sync-server/http/metrics.h"
#include "sync-server/http/problem.h"

namespace plumb::server {
namespace {

// The log's time is a little ahead where groups follow each other faster than the clock ticks.
constexpr std::int64_t kLogAheadSeconds = 60;

std::uint64_t residentBytes() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t total = 0, resident = 0;
    statm >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

// Healthy: the log can be read and agrees with the head that is given out. What an operator has to say a word to is
// named: a clock that jumped, a log that waits to be opened again.
Response health(const Request&, Services& services) {
    const auto head = services.head.get();
    const auto reader = services.readers.borrow();
    if (reader->size() < head->size)
        return problem({ErrorKind::broken, "internal", "the log's database is smaller than the log"});
    const auto clock = services.clockGuard.state(head->size, head->time);
    const bool recovering = services.recovery.waits();
    json::object out{{"status", clock.jumped ? "clock_jumped"
                                : recovering ? "recovering"
                                             : "ok"},
                     {"size", head->size}};
    if (services.frontEnd) {
        const auto front = services.frontEnd->state();
        if (!front.trouble.empty())
            return problem({ErrorKind::offline, "front_end_lost",
                            "front end " + front.name + " does not follow the log: " + front.trouble});
        out["front_end"] = front.name;
        out["role"] = front.sequencing ? "sequencer" : "follower";
        out["epoch"] = front.epoch;
        out["sequencer"] = front.sequencer;
        out["lines_behind"] = front.behind;
    }
    const auto ahead = -std::chrono::duration_cast<std::chrono::seconds>(clock.after).count();
    if (ahead >= kLogAheadSeconds) out["log_ahead_seconds"] = ahead;
    return jsonResponse(out);
}

Response showMetrics(const Request&, Services& services) {
    MetricsText out;
    const auto& lines = services.frontEnd ? services.frontEnd->counts() : services.writer->counts();
    const auto& http = services.counts;
    out.gauge("plumb_log_size", "Lines in the log.", services.head.get()->size);
    out.begin("plumb_lines_total", "Lines that were pushed, by what became of them.", "counter");
    out.sample("plumb_lines_total", "status", "accepted", lines.accepted);
    out.sample("plumb_lines_total", "status", "known", lines.known);
    out.sample("plumb_lines_total", "status", "refused", lines.refused);
    out.counter("plumb_commits_total", "Group commits.", lines.groups);
    out.seconds("plumb_commit_seconds_total", "Time spent in commits.", lines.commitMicroseconds);
    const auto head = services.head.get();
    const auto clock = services.clockGuard.state(head->size, head->time);
    out.gauge("plumb_clock_jumped", "1: the clock is further after the log's last line than is believed.",
              clock.jumped ? 1 : 0);
    out.gauge("plumb_log_ahead_seconds", "How far the log's last line is ahead of this machine's clock.",
              static_cast<std::uint64_t>(
                  std::max<std::int64_t>(0, -std::chrono::duration_cast<std::chrono::seconds>(clock.after).count())));
    out.counter("plumb_clock_refused_total", "Groups refused because of the clock.", services.clockGuard.refused());
    out.gauge("plumb_log_recovering", "1: restored from a backup, and its log is not opened again yet.",
              services.recovery.waits() ? 1 : 0);
    if (services.frontEnd) {
        const auto front = services.frontEnd->state();
        out.gauge("plumb_sequencer", "1: this front end appends to the log.", front.sequencing ? 1 : 0);
        out.gauge("plumb_sequencer_epoch", "How often the sequencer was another one.", front.epoch);
        out.gauge("plumb_front_end_lines_behind", "Lines of the log that this front end does not know yet.",
                  front.behind);
        out.gauge("plumb_front_end_lost", "1: this front end cannot follow the log.", front.trouble.empty() ? 0 : 1);
        out.counter("plumb_pushes_handed_over_total", "Pushes that were handed over to the sequencer.",
                    services.frontEnd->handedOver());
    }
    out.counter("plumb_disk_full_total", "Groups refused because the disk was full.", lines.full);
    out.counter("plumb_store_errors_total", "Groups that could not be stored.", lines.broken);
    const auto reader = services.readers.borrow();
    const auto chains = reader->chainTotals();
    out.gauge("plumb_chains", "Authors with a chain.", chains.authors);
    out.gauge("plumb_chains_with_gaps", "Authors of whom a line is missing.", chains.withGaps);
    out.gauge("plumb_chains_with_forks", "Authors with two lines in one place: a cloned or restored device.",
              chains.withForks);
    out.gauge("plumb_tokens", "Bearer tokens that were issued in the last 15 minutes.", services.tokens.count());
    out.gauge("plumb_unnamed_bytes", "Bytes of files that no line names.", services.uploads.unnamedBytes());
    out.gauge("plumb_exports_open", "Lists that are being taken away.", services.exports.taken());
    if (const auto witnesses = services.cosigned.states(); !witnesses.empty()) {
        out.begin("plumb_witness_size", "Lines of the largest checkpoint that the witness cosigned.", "gauge");
        for (const auto& one : witnesses) out.sample("plumb_witness_size", "witness", one.name, one.size);
        out.begin("plumb_witness_failures_total", "Questions to the witness that it did not answer by cosigning.",
                  "counter");
        for (const auto& one : witnesses) out.sample("plumb_witness_failures_total", "witness", one.name, one.failures);
    }
    const auto& hooks = services.hooks.counts();
    out.begin("plumb_hooks", "Receivers of new lines, by state.", "gauge");
    for (const auto state : {HookState::sending, HookState::stopped, HookState::off})
        out.sample("plumb_hooks", "state", hookStateName(state), services.hooks.count(state));
    out.begin("plumb_hook_messages_total", "Messages to receivers, by how the call went.", "counter");
    out.sample("plumb_hook_messages_total", "result", "delivered", hooks.delivered);
    out.sample("plumb_hook_messages_total", "result", "failed", hooks.failed);
    out.counter("plumb_hooks_turned_off_total", "Receivers that the server gave up.", hooks.turnedOff);
    out.gauge("plumb_hook_lines_behind", "How far the receiver that is furthest behind is behind the log.",
              services.hooks.furthestBehind());
    out.gauge("plumb_connections_open", "Open connections.", http.open);
    out.counter("plumb_connections_total", "Connections.", http.connections);
    out.counter("plumb_connections_turned_away_total",
                "Connections closed at once: too many in all, too many of one address, or no descriptor left.",
                http.turnedAway);
    out.begin("plumb_requests_total", "Answered requests, by the class of their status.", "counter");
    for (int status = 1; status <= 5; ++status)
        out.sample("plumb_requests_total", "class", std::to_string(status) + "xx", http.byClass[status]);
    out.counter("plumb_received_bytes_total", "Bytes of bodies received.", http.bytesIn);
    out.counter("plumb_sent_bytes_total", "Bytes of bodies sent.", http.bytesOut);
    out.gauge("process_resident_memory_bytes", "Memory in use.", residentBytes());
    return textResponse(out.text(), "text/plain; version=0.0.4; charset=utf-8");
}

}  // namespace plumb::server
