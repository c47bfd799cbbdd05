// The sequencer's turn (ingest/turn.h) of a process that works on a log alone: a server without other front ends over a
// database that others could reach, too, and commands that write to a log. Each transaction of the store's writer is
// fenced as a front end's is. Nothing is held of a log that lies in a file: its folder's lock does it.
#pragma once

#include "sync-server/ingest/turn.h"
#include "sync-server/store/open_store.h"

namespace plumb::server {

class HeldTurn {
  public:
    // Waits for the lapse where somebody holds the turn and may be gone. conflict "log_in_use": she is not.
    // `store` outlives what is given. Null where there is nothing to hold.
    static Result<std::unique_ptr<HeldTurn>> take(Store& store, const StorePlace& place, const std::string& who);
    // Leaves it. REQUIRES: whoever used the writer is gone.
    ~HeldTurn();

  private:
    HeldTurn(Store& store, const std::string& who);

    Store& m_store;
    Turn m_turn;
};

}  // namespace plumb::server
