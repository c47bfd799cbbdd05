#include "sync-server/projections/projection_states.h"

#include <algorithm>

namespace plumb::server {

ProjectionStates projectionStates(sql::Connection& connection) {
    auto row = connection.use("SELECT name, version, upto FROM projections");
    ProjectionStates out;
    while (row.step()) out[row.text(0)] = {static_cast<int>(row.integer(1)), row.count(2)};
    return out;
}

void putProjectionState(sql::Connection& connection, std::string_view name, const ProjectionState& state) {
    static constexpr const char* kSql =
        "INSERT INTO projections (name, version, upto) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET version = "
        "excluded.version, upto = excluded.upto";
    connection.use(kSql).with(name, state.version, state.upto).run();
}

void forgetProjectionState(sql::Connection& connection, std::string_view name) {
    connection.use("DELETE FROM projections WHERE name = ?1").with(name).run();
}

void advanceProjections(sql::Connection& connection, std::uint64_t upto) {
    connection.use("UPDATE projections SET upto = ?1").with(upto).run();
}

std::uint64_t mostHeld(const ProjectionStates& states) {
    std::uint64_t out = 0;
    for (const auto& [name, state] : states) out = std::max(out, state.upto);
    return out;
}

std::string lostLines(std::uint64_t held, std::uint64_t size) {
    return "the log had " + std::to_string(held) + " lines and has " + std::to_string(size) +
           ": the last ones are gone. Keep this folder as it is, and bring log.db back from the newest backup; devices "
           "send what came later again.";
}

}  // namespace plumb::server
