#include "sync-server/ingest/front_end.h"

#include <pthread.h>
#include <spdlog/spdlog.h>

namespace plumb::server {
namespace {

tl::unexpected<Error> noSequencer() {
    return fail(ErrorKind::offline, "busy",
                "no front end takes lines into the log just now; send it again in a moment, then it shows whether it "
                "was stored");
}

tl::unexpected<Error> behind() {
    return fail(ErrorKind::offline, "busy", "this front end cannot see all of the log just now; ask again in a moment");
}

}  // namespace

FrontEnd::FrontEnd(FrontEndPlace place, TurnOptions options, HandOver* handOver)
    : m_place(std::move(place)),
      m_options(std::move(options)),
      m_handOver(handOver),
      m_follower(m_place.followed),
      m_turn(m_place.followed.store.connect(), m_options, [this] { wake(); }) {}

FrontEnd::~FrontEnd() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    wake();
    if (m_thread.joinable()) m_thread.join();
    *m_sequencing = false;
    // First the writer, which commits what waits while the turn goes on; then the turn, so that nobody waits for its
    // lapse.
    {
        const std::unique_lock lock(m_writing);
        m_writer.reset();
    }
    m_turn.end();
    try {
        m_turn.leave();
    } catch (const std::exception& broken) {
        spdlog::warn("the sequencer's turn could not be left: {}", broken.what());
    }
}

Result<void> FrontEnd::begin(bool threads) {
    {
        const std::lock_guard lock(m_mutex);
        m_threads = threads;
    }
    // Before the first look: who begins on a database that nobody serves may bring it up to date.
    m_turn.step();
    if (threads) {
        m_turn.start();
        m_thread = std::thread([this] { work(); });
    }
    for (bool told = false;; told = true) {
        const auto good = current();
        if (good) return {};
        if (const auto now = state(); !now.trouble.empty())
            return fail(ErrorKind::broken, "front_end_lost", now.trouble);
        else if (!told)
            spdlog::info("waiting for the sequencer, {}, to say what the log is", now.sequencer);
        if (!threads) return good;
    }
}

void FrontEnd::wake() {
    const std::lock_guard lock(m_mutex);
    m_wake.notify_all();
    m_known.notify_all();
}

void FrontEnd::work() {
    pthread_setname_np(pthread_self(), "front end");
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, kFollowPace, [this] { return m_stop || (!*m_sequencing && m_asked != m_answered); });
            if (m_stop) return;
        }
        look();
    }
}

void FrontEnd::step() {
    m_turn.step();
    look();
}

void FrontEnd::look() {
    const std::lock_guard looking(m_looking);
    std::uint64_t asked = 0;
    {
        const std::lock_guard lock(m_mutex);
        asked = m_asked;
    }
    try {
        const auto before = m_place.followed.head.get()->size;
        changeRoles();
        const bool known = *m_sequencing ? surely(m_commitsBegun) : m_follower.look(false);
        tell(known, asked, "");
        if (known && !*m_sequencing) m_place.seen(m_follower.row());
        if (m_place.followed.head.get()->size > before) m_place.grown();
    } catch (const TurnLost&) {
        m_turn.hurry();
        tell(false, asked, "");
    } catch (const std::exception& broken) {
        tell(false, asked, broken.what());
    }
}

void FrontEnd::tell(bool known, std::uint64_t asked, std::string trouble) {
    const std::lock_guard lock(m_mutex);
    if (trouble != m_trouble) {
        if (trouble.empty())
            spdlog::info("the log is followed again");
        else
            spdlog::critical("the log cannot be followed: {}", trouble);
    }
    m_turn.setWilling(trouble.empty());
    m_trouble = std::move(trouble);
    m_row = m_follower.row();
    if (known) m_answered = asked;
    m_known.notify_all();
}

void FrontEnd::changeRoles() {
    const auto turn = m_turn.state();
    if (*m_sequencing && (!turn.mine || turn.row.epoch != m_epoch || m_writerLost)) becomeFollower();
    if (!*m_sequencing && turn.mine) becomeSequencer(turn.row.epoch);
}

void FrontEnd::becomeSequencer(std::uint64_t epoch) {
    auto& place = m_place.followed;
    auto& writer = place.store.writer();
    writer.guardBy([epoch](sql::Connection& connection) { SequencerTable(connection).hold(epoch); });
    // From the first of these transactions on nobody else appends.
    bringUpToDate(place.store, m_place.progress);
    writer.begin();
    try {
        m_follower.look(true);
        const auto head = place.head.get();
        SequencerTable(writer.connection()).putHead(head->size, head->note);
        writer.commit();
    } catch (...) {
        writer.rollback();
        throw;
    }
    m_writerLost = false;
    WriterOptions options;
    options.counts = m_counts;
    options.sealing = [](sql::Connection& connection, const Head& head) {
        SequencerTable(connection).putHead(head.size, head.note);
    };
    options.committing = [this] { ++m_commitsBegun; };
    options.known = [this] {
        m_commitsKnown = m_commitsBegun.load();
        const std::lock_guard lock(m_mutex);
        m_known.notify_all();
    };
    options.lost = [this] {
        m_writerLost = true;
        m_turn.hurry();
        wake();
    };
    auto next = std::make_unique<LogWriter>(place.store, place.trust, place.checklists, m_place.stateless, place.signer,
                                            place.head, m_place.clock, place.gate, m_place.grown, std::move(options));
    {
        const std::unique_lock lock(m_writing);
        m_writer = std::move(next);
    }
    m_epoch = epoch;
    m_commitsKnown = m_commitsBegun.load();
    *m_sequencing = true;
    // Whoever works at the sequencer alone begins.
    m_place.grown();
}

void FrontEnd::becomeFollower() {
    *m_sequencing = false;
    std::unique_ptr<LogWriter> last;
    {
        const std::unique_lock lock(m_writing);
        last = std::move(m_writer);
    }
    last.reset();  // answers what waits
    m_place.followed.store.writer().guardBy([](sql::Connection&) { throw TurnLost(); });
    m_follower.forget();
}

std::optional<std::future<Result<PushOutcome>>> FrontEnd::queue(std::vector<Candidate>& candidates) {
    const std::shared_lock lock(m_writing);
    if (!m_writer || m_writerLost) return std::nullopt;
    return m_writer->push(std::move(candidates));
}

Result<PushOutcome> FrontEnd::takeOver(std::vector<Candidate> candidates) {
    auto queued = queue(candidates);
    if (!queued) return noSequencer();
    return queued->get();
}

Result<PushOutcome> FrontEnd::push(std::vector<Candidate> candidates) {
    const auto until = std::chrono::steady_clock::now() + kHandOverTime;
    for (;;) {
        if (auto queued = queue(candidates)) return queued->get();
        if (!m_handOver) return noSequencer();
        if (const auto now = state(); !now.address.empty() && now.sequencer != m_options.name) {
            auto outcome = m_handOver->push(now.address, candidates);
            if (outcome || outcome.error().code != "busy") return known(std::move(outcome));
        }
        std::unique_lock lock(m_mutex);
        if (m_stop || !m_threads || std::chrono::steady_clock::now() >= until) return noSequencer();
        m_known.wait_for(lock, kHandOverPace);
    }
}

// What was taken in elsewhere is told here with a head of this front end's own, which it has held against the tree.
Result<PushOutcome> FrontEnd::known(Result<PushOutcome> outcome) {
    if (!outcome) return outcome;
    ++m_handedOver;
    if (const auto good = current(); !good) return fail(good.error());
    auto head = m_place.followed.head.get();
    if (head->size < outcome->head->size) return behind();
    outcome->head = std::move(head);
    return outcome;
}

bool FrontEnd::surely(std::uint64_t commits) const {
    return *m_sequencing && !m_writerLost && m_commitsKnown >= commits && m_turn.fresh();
}

// Another front end may have seen in the database, and told of, what this one has begun to commit and does not know of
// yet: then that is waited for.
Result<void> FrontEnd::current() {
    const auto commits = m_commitsBegun.load();
    if (surely(commits)) return {};
    std::unique_lock lock(m_mutex);
    const auto ticket = ++m_asked;
    if (!m_threads) {
        lock.unlock();
        step();
        lock.lock();
        return m_answered >= ticket ? Result<void>() : behind();
    }
    m_wake.notify_all();
    const auto until = std::chrono::steady_clock::now() + kCatchUpTime;
    while (m_answered < ticket) {
        if (surely(commits)) return {};
        if (m_stop || std::chrono::steady_clock::now() >= until) return behind();
        m_known.wait_for(lock, kFollowPace);
    }
    return {};
}

FrontEndState FrontEnd::state() const {
    FrontEndState out;
    out.name = m_options.name;
    out.sequencing = *m_sequencing;
    const auto size = m_place.followed.head.get()->size;
    const auto turn = m_turn.state();
    const std::lock_guard lock(m_mutex);
    const auto& row = *m_sequencing || turn.row.epoch > m_row.epoch ? turn.row : m_row;
    out.sequencer = row.holder;
    out.address = row.address;
    out.epoch = row.epoch;
    if (!*m_sequencing && m_row.size > size) out.behind = m_row.size - size;
    out.trouble = m_trouble;
    return out;
}

}  // namespace plumb::server
