// Where several processes ("front ends") serve one database: the one row that says which of them appends to the log,
// the sequencer. Whoever takes the row raises its epoch; every transaction of the log's writer begins with hold(),
// which changes the row where it still has the writer's epoch. The database's own lock on a changed row does the rest:
// while such a transaction is open nobody takes the row, and once somebody took it no earlier sequencer writes anything
// more, however long it slept. No clock is believed by that.
//
// A sequencer also counts `beat` up now and then. A row whose epoch and beat stay as they are belongs to a process that
// is gone or asleep; how long others wait until they take it is theirs to say (ingest/turn.h).
//
// Borrows its connection; the thread of the connection. Throws what the connection throws.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "shared/base/clock.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

// Another process is the sequencer: what was begun is rolled back, and nothing may be written any more.
struct TurnLost : std::runtime_error {
    TurnLost() : std::runtime_error("another front end is the log's sequencer") {}
};

struct SequencerRow {
    std::uint64_t epoch = 0;  // 0: nobody ever was the sequencer
    std::string holder;       // the front end's name; "": it went by itself
    std::string address;      // where it takes lines from the others
    TimePoint since{};
    std::uint64_t beat = 0;
    // The log's newest checkpoint, written with the lines that it is of. "" before the first sequencer.
    std::uint64_t size = 0;
    std::string note;
    // The newest one that witnesses cosigned, their lines, and when they were asked.
    std::uint64_t cosignedSize = 0;
    std::string cosignedNote, cosignatures;
    TimePoint cosigned{};
};

class SequencerTable {
  public:
    explicit SequencerTable(sql::Connection& connection) : m_sql(connection) {}

    // Makes the table and its row where they are not there yet. Several processes may do so at once.
    void define();
    [[nodiscard]] SequencerRow read();
    // Makes `holder` the sequencer where the row is still as `seen`; the new epoch.
    std::optional<std::uint64_t> take(const SequencerRow& seen, std::string_view holder, std::string_view address,
                                      TimePoint since);
    // Whether the row still has this epoch; then others see that its holder is awake.
    bool beat(std::uint64_t epoch);
    // The next one need not wait.
    void leave(std::uint64_t epoch);

    // REQUIRES: within begin(). As beat(), and nobody takes the row before the transaction is over. Throws TurnLost.
    void hold(std::uint64_t epoch);
    // REQUIRES: within begin(), after hold().
    void putHead(std::uint64_t size, std::string_view note);
    // Where the row still has this epoch.
    void putCosigned(std::uint64_t epoch, std::uint64_t size, std::string_view note, std::string_view cosignatures,
                     TimePoint at);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
