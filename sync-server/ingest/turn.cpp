#include "sync-server/ingest/turn.h"

#include <pthread.h>
#include <spdlog/spdlog.h>

namespace plumb::server {
namespace {

bool same(const SequencerRow& a, const SequencerRow& b) {
    return a.epoch == b.epoch && a.beat == b.beat;
}

}  // namespace

Turn::Turn(std::unique_ptr<sql::Connection> connection, TurnOptions options, std::function<void()> changed)
    : m_connection(std::move(connection)),
      m_table(*m_connection),
      m_options(std::move(options)),
      m_changed(std::move(changed)) {
    m_table.define();
    m_state.row = m_table.read();
    m_stood = m_options.steady();
}

Turn::~Turn() {
    end();
}

void Turn::end() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

void Turn::setWilling(bool willing) {
    const std::lock_guard lock(m_mutex);
    m_willing = willing;
}

void Turn::hurry() {
    const std::lock_guard lock(m_mutex);
    m_hurry = true;
    m_wake.notify_all();
}

void Turn::start() {
    m_thread = std::thread([this] { work(); });
}

void Turn::work() {
    pthread_setname_np(pthread_self(), "turn");
    bool failing = false;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, m_options.pace, [this] { return m_stop || m_hurry; });
            if (m_stop) return;
            m_hurry = false;
        }
        try {
            step();
            if (failing) spdlog::info("the sequencer's row can be read again");
            failing = false;
        } catch (const std::exception& broken) {
            if (!failing) spdlog::error("the sequencer's row cannot be read: {}", broken.what());
            failing = true;
        }
    }
}

void Turn::step() {
    auto state = this->state();
    const auto began = m_options.steady();
    bool willing = true;
    {
        const std::lock_guard lock(m_mutex);
        willing = m_willing;
    }
    if (state.mine && !willing) return leave();
    if (state.mine) {
        if (m_table.beat(state.row.epoch)) return set(std::move(state), began);
        spdlog::warn("front end {} is the sequencer no more: another one took epoch {}", m_options.name,
                     state.row.epoch);
    }
    auto row = m_table.read();
    if (!same(row, state.row)) m_stood = began;
    const bool free = willing && (row.holder.empty() || began - m_stood >= m_options.lapse);
    state = {std::move(row), false};
    if (free) {
        if (!state.row.holder.empty()) m_options.taking();
        if (const auto epoch = m_table.take(state.row, m_options.name, m_options.address, m_options.clock().utc)) {
            spdlog::info("front end {} is the sequencer, in epoch {}{}", m_options.name, *epoch,
                         state.row.holder.empty() ? "" : " after " + state.row.holder);
            state = {m_table.read(), true};
            state.row.epoch = *epoch;
        } else {
            m_stood = began;  // somebody is awake after all, or was faster
        }
    }
    set(std::move(state), began);
}

void Turn::leave() {
    auto state = this->state();
    if (!state.mine) return;
    m_table.leave(state.row.epoch);
    state.mine = false;
    set(std::move(state), {});
}

void Turn::set(TurnState state, std::chrono::steady_clock::time_point confirmed) {
    bool changed = false;
    {
        const std::lock_guard lock(m_mutex);
        changed = state.mine != m_state.mine || state.row.epoch != m_state.row.epoch;
        if (state.mine) m_confirmed = confirmed;
        m_state = std::move(state);
    }
    if (changed) m_changed();
}

TurnState Turn::state() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

bool Turn::fresh() const {
    const std::lock_guard lock(m_mutex);
    return m_state.mine && m_options.steady() - m_confirmed < m_options.lapse;
}

}  // namespace plumb::server
