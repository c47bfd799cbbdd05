#include "sync-server/setup/held_turn.h"

#include <spdlog/spdlog.h>

namespace plumb::server {
namespace {

TurnOptions optionsOf(Store& store, const std::string& who) {
    TurnOptions options;
    options.name = who;
    options.clock = systemNow;
    options.taking = [&store] { store.endStanding(); };
    return options;
}

}  // namespace

HeldTurn::HeldTurn(Store& store, const std::string& who)
    : m_store(store), m_turn(store.connect(), optionsOf(store, who), [] {}) {}

Result<std::unique_ptr<HeldTurn>> HeldTurn::take(Store& store, const StorePlace& place, const std::string& who) {
    if (!place.isShared()) return std::unique_ptr<HeldTurn>();
    std::unique_ptr<HeldTurn> out(new HeldTurn(store, who));
    auto& turn = out->m_turn;
    turn.step();
    const auto until = std::chrono::steady_clock::now() + kTurnLapse + kTurnPace;
    while (!turn.state().mine && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(kTurnPace);
        turn.step();
    }
    const auto state = turn.state();
    if (!state.mine)
        return fail(ErrorKind::conflict, "log_in_use",
                    "\"" + state.row.holder + "\" works on the log in " + place.name() +
                        (state.row.address.empty() ? "" : " (" + state.row.address + ")") + "; stop it first");
    store.writer().guardBy(
        [epoch = state.row.epoch](sql::Connection& connection) { SequencerTable(connection).hold(epoch); });
    turn.start();
    return out;
}

HeldTurn::~HeldTurn() {
    m_turn.end();
    try {
        m_turn.leave();
    } catch (const std::exception& broken) {
        spdlog::warn("the log's turn could not be left: {}", broken.what());
    }
    m_store.writer().guardBy({});
}

}  // namespace plumb::server
