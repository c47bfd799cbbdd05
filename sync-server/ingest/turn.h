// Whose turn it is to be the sequencer, as one front end sees it. A thread with a connection of its own looks at the
// row (store/sequencer_row.h): it counts the beat up while this front end is the sequencer, and takes the row when its
// holder left it or did not count for kTurnLapse. Times are those of this machine's steady clock alone; that the lapse
// was wrong (the other one only slept) costs nothing but a change of roles, since every transaction asks the row.
//
// start(), step(), leave() are for one thread at a time, which is the turn's own once it started; the rest for any.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "sync-server/ingest/tuning.h"
#include "sync-server/store/sequencer_row.h"

namespace plumb::server {

using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;

struct TurnOptions {
    std::string name;     // of this front end, in one database another than the others'
    std::string address;  // where it takes lines from the others; "": it takes none
    Clock clock;
    SteadyClock steady = [] { return std::chrono::steady_clock::now(); };
    std::chrono::milliseconds pace = kTurnPace, lapse = kTurnLapse;
    // Before the row is taken from one who does not beat.
    std::function<void()> taking = [] {};
};

struct TurnState {
    SequencerRow row;   // as it was seen last
    bool mine = false;  // this front end took the row, and has not seen that somebody else did
};

class Turn {
  public:
    // Makes the row where there is none. `changed` is called by the thread after each look that changed the state.
    Turn(std::unique_ptr<sql::Connection> connection, TurnOptions options, std::function<void()> changed);
    // Does not leave the row.
    ~Turn();

    void start();
    // The thread looks at once.
    void hurry();
    // Whether this front end may be the sequencer; one that may not leaves the row. Any thread.
    void setWilling(bool willing);
    // No look after this one; waits for one that is under way.
    void end();
    // One look. Throws what the database throws.
    void step();
    // So that another front end need not wait for the lapse.
    void leave();

    [[nodiscard]] TurnState state() const;
    // Whether it is certain that nobody else is the sequencer: what this front end knows of the log is all there is.
    [[nodiscard]] bool fresh() const;

  private:
    void work();
    void set(TurnState state, std::chrono::steady_clock::time_point confirmed);

    std::unique_ptr<sql::Connection> m_connection;
    SequencerTable m_table;
    const TurnOptions m_options;
    const std::function<void()> m_changed;
    std::chrono::steady_clock::time_point m_stood{};  // since when the row is as it is, seen from here

    mutable std::mutex m_mutex;  // of what follows
    std::condition_variable m_wake;
    TurnState m_state;
    std::chrono::steady_clock::time_point m_confirmed{};  // when the last beat that counted was begun
    bool m_stop = false, m_hurry = false, m_willing = true;
    std::thread m_thread;
};

}  // namespace plumb::server
