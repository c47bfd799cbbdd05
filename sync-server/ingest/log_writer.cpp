#include "sync-server/ingest/log_writer.h"

#include <pthread.h>
#include <spdlog/spdlog.h>

#include "sync-server/ingest/index_entry.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/ingest/tuning.h"
#include "sync-server/projections/projection_states.h"
#include "sync-server/store/sequencer_row.h"

namespace plumb::server {
namespace {

std::size_t bytesOf(const std::vector<Candidate>& candidates) {
    std::size_t out = 0;
    for (const auto& candidate : candidates) out += candidate.line ? candidate.line->text().size() : 0;
    return out;
}

Error diskFull() {
    return {ErrorKind::full, "disk_full",
            "the server's disk is full; nothing of this push was stored, send it again later"};
}
Error internal() {
    return {ErrorKind::broken, "internal",
            "the server could not store this; nothing of it was kept, send it again later"};
}
// Of a database elsewhere: whether the last transaction was committed may be unknown.
Error outOfReach() {
    return {ErrorKind::offline, "busy",
            "the log's database is out of reach; send it again in a moment, then it shows whether it was stored"};
}
Error tryAgain() {
    return {ErrorKind::offline, "busy",
            "another front end takes lines in by now; nothing of this was stored, send it again in a moment"};
}

}  // namespace

LogWriter::LogWriter(Store& store, Trust& trust, Checklists& checklists, const StatelessValidator& stateless,
                     const LogSigner& signer, HeadHolder& head, ClockGuard& clock, RecoveryGate& gate,
                     std::function<void()> grown, WriterOptions options)
    : m_writer(store.writer()),
      m_projections(allProjections(m_writer)),
      m_observers{&checklists},
      m_trust(trust),
      m_signer(signer),
      m_head(head),
      m_clock(clock),
      m_gate(gate),
      m_grown(std::move(grown)),
      m_options(std::move(options)),
      m_counts(*(m_options.counts ? m_options.counts : m_options.counts = std::make_shared<WriterCounts>())),
      m_chains(m_writer.reader()),
      m_ordered(trust, checklists, stateless, m_chains, m_writer.reader(), gate) {
    whileOurs([&] {
        if (const auto stale = staleProjections(store); !stale.empty())
            throw std::logic_error("projection " + stale.front() + " does not hold what the log holds");
        m_gate.load(m_writer.reader());
        loadRange();
    });
    m_thread = std::thread([this] { serve(); });
}

LogWriter::~LogWriter() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

// What is read of the log of several processes, and signed, is read while none of the others can append to it.
template <class Work>
void LogWriter::whileOurs(const Work& work) {
    if (!m_writer.guarded()) return work();
    m_writer.begin();
    try {
        work();
    } catch (...) {
        m_writer.rollback();
        throw;
    }
    m_writer.rollback();
}

void LogWriter::loadRange() {
    auto& reader = m_writer.reader();
    m_head.nodes().clear();
    // A database elsewhere may have lost what it had confirmed: then the log that was handed out ends here.
    if (m_writer.guarded() && reader.size() < m_head.get()->size)
        throw std::runtime_error("the database holds fewer lines than were handed out");
    m_range = crypto::CompactRange::load(reader.size(), nodesOf(reader));
    if (m_range.size() == 0) return;
    const auto time = reader.receivedAt(m_range.size() - 1).value();
    m_head.set(m_signer.sign(m_range.size(), m_range.root(), time, m_trust.digest()));
}

std::future<Result<PushOutcome>> LogWriter::push(std::vector<Candidate> candidates) {
    Push push{std::move(candidates), {}};
    auto answer = push.promise.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(push));
        if (m_patient && m_coming > 0) return answer;
    }
    m_wake.notify_one();
    return answer;
}

std::vector<LogWriter::Push> LogWriter::waitForGroup() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [&] { return m_stop || !m_queue.empty(); });
    // Without a moment's patience the first of several is a group, and a commit, of its own. Nobody waits for whoever
    // is alone.
    m_patient = true;
    m_wake.wait_for(lock, kPatience, [&] { return m_stop || m_coming == 0; });
    m_patient = false;
    std::vector<Push> group;
    std::size_t lines = 0, bytes = 0;
    while (!m_queue.empty()) {
        lines += m_queue.front().candidates.size();
        bytes += bytesOf(m_queue.front().candidates);
        if (!group.empty() && (lines > kMaxGroupLines || bytes > kMaxGroupBytes)) break;
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return group;
}

// Of a database that was out of reach, what became of the last group is asked again also when nobody sends: who reads
// waits for it.
void LogWriter::mend() {
    while (m_stale && !m_lost && m_writer.guarded()) {
        {
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_for(lock, kMendPace, [this] { return m_stop || !m_queue.empty(); })) return;
        }
        forget();
    }
}

void LogWriter::serve() {
    pthread_setname_np(pthread_self(), "log writer");
    for (;;) {
        mend();
        auto group = waitForGroup();
        if (group.empty()) return;
        commitGroup(group);
    }
}

void LogWriter::commitGroup(std::vector<Push>& group) {
    Error failure;
    try {
        if (m_lost) throw TurnLost();
        if (m_stale) startAnew();
        // Never twice the same time: then "received" also says which checkpoint first held a line, and checkpoints can
        // be made again from the lines.
        const auto received = m_clock.timeAfter(m_range.size(), m_head.get()->time);
        if (!received) {
            spdlog::warn("{} pushes were refused: {}", group.size(), received.error().detail);
            for (auto& push : group) push.promise.set_value(tl::unexpected<Error>(received.error()));
            return;
        }
        auto outcomes = writeGroup(group, *received);
        for (std::size_t i = 0; i < group.size(); ++i) group[i].promise.set_value(std::move(outcomes[i]));
        return;
    } catch (const TurnLost&) {
        lose();
        for (auto& push : group) push.promise.set_value(tl::unexpected<Error>(tryAgain()));
        return;
    } catch (const StoreFull& full) {
        spdlog::warn("the disk is full, {} pushes were refused: {}", group.size(), full.what());
        ++m_counts.full;
        failure = diskFull();
    } catch (const BlobsAway& away) {
        spdlog::warn("the store of files is away, {} pushes were refused: {}", group.size(), away.what());
        failure = {ErrorKind::offline, "files_away",
                   "the store of the files cannot be reached now; send the lines again later"};
    } catch (const sql::Lost& lost) {
        spdlog::error("the database went away, {} pushes were refused: {}", group.size(), lost.what());
        ++m_counts.broken;
        failure = {ErrorKind::offline, "busy",
                   "the log's database cannot be reached just now; send this again in a moment"};
    } catch (const std::exception& broken) {
        spdlog::error("a group of {} pushes could not be stored: {}", group.size(), broken.what());
        ++m_counts.broken;
        failure = m_writer.guarded() ? outOfReach() : internal();
    }
    m_stale = true;
    // First the memory, then the answers: who sends again at once is judged by what is in the log.
    forget();
    for (auto& push : group) push.promise.set_value(tl::unexpected<Error>(failure));
}

// What a failed transaction taught the memory is not in the log. Where even this fails it is tried again before the
// next group: nothing is judged by a memory that may be wrong.
void LogWriter::forget() {
    m_writer.rollback();
    try {
        startAnew();
    } catch (const TurnLost&) {
        lose();
    } catch (const std::exception& broken) {
        spdlog::critical("the log cannot be read again after a failure: {}", broken.what());
    }
}

void LogWriter::startAnew() {
    whileOurs([this] {
        m_trust.load(m_writer.reader());
        loadRange();
        m_chains.reset();
        m_projections = allProjections(m_writer);
        m_gate.load(m_writer.reader());
        for (auto* observer : m_observers) observer->reload(m_writer.reader());
    });
    m_stale = false;
    if (m_options.known) m_options.known();
}

void LogWriter::lose() {
    m_writer.rollback();
    if (std::exchange(m_lost, true)) return;
    spdlog::warn("this front end takes no more lines in: another one is the log's sequencer");
    if (m_options.lost) m_options.lost();
}

std::vector<PushOutcome> LogWriter::writeGroup(std::vector<Push>& group, TimePoint received) {
    auto range = m_range;
    std::vector<PushOutcome> outcomes;
    outcomes.reserve(group.size());
    std::uint64_t known = 0, refused = 0, remembered = 0;
    m_newNodes.clear();
    m_writer.begin();
    for (auto& push : group) {
        PushOutcome outcome;
        outcome.decisions.reserve(push.candidates.size());
        for (auto& candidate : push.candidates) {
            auto decision = m_ordered.validate(candidate, range, received);
            if (decision.outcome == Outcome::accepted) append(candidate, decision.index, received, range);
            if (decision.takesPlace) {
                m_writer.putRefused(candidate.line->kid(), candidate.payload->seq, candidate.hash, decision.error.code);
                ++remembered;
            }
            known += decision.outcome == Outcome::known;
            refused += decision.outcome == Outcome::refused;
            outcome.decisions.push_back(std::move(decision));
        }
        outcomes.push_back(std::move(outcome));
    }
    const auto added = range.size() - m_range.size();
    if (added == 0 && remembered == 0) {
        m_writer.rollback();
    } else if (added == 0) {
        m_writer.commit();
    } else {
        m_chains.save(m_writer);
        for (const auto& projection : m_projections) projection->settle();
        advanceProjections(m_writer.connection(), range.size());
        auto signedHead = m_signer.sign(range.size(), range.root(), received, m_trust.digest());
        if (m_options.sealing) m_options.sealing(m_writer.connection(), *signedHead);
        const auto began = std::chrono::steady_clock::now();
        if (m_options.committing) m_options.committing();
        m_writer.commit();
        m_counts.commitMicroseconds += static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began).count());
        m_range = std::move(range);
        m_head.nodes().put(m_newNodes);
        m_head.set(std::move(signedHead));
        if (m_options.known) m_options.known();
        ++m_counts.groups;
        m_counts.groupLines += added;
    }
    m_counts.accepted += added;
    m_counts.known += known;
    m_counts.refused += refused;
    const auto head = m_head.get();
    for (auto& outcome : outcomes) outcome.head = head;
    if (added > 0) m_grown();
    return outcomes;
}

void LogWriter::append(Candidate& candidate, std::uint64_t index, TimePoint received, crypto::CompactRange& range) {
    m_writer.appendLine(index, received, candidate.line->text());
    const auto nodes = range.append(candidate.leaf);
    m_writer.putNodes(nodes);
    m_newNodes.insert(m_newNodes.end(), nodes.begin(), nodes.end());
    const LoggedLine line{index, candidate.hash, candidate.line->kid(), *candidate.payload, candidate.reading};
    putEntry(m_writer, line, received);
    for (const auto& projection : m_projections) projection->apply(line);
    for (auto* observer : m_observers) observer->appended(line);
}

}  // namespace plumb::server
