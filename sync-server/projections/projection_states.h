// Of which version each projection's rows are and how many lines of the log they hold, in the table `projections`. The
// log's own index has a row there, too ("index"). Written in the transaction that writes the rows.
#pragma once

#include <map>
#include <string>

#include "sync-server/store/sql.h"

namespace plumb::server {

struct ProjectionState {
    int version = 0;         // 0: never made
    std::uint64_t upto = 0;  // lines 0 … upto − 1

    friend bool operator==(const ProjectionState&, const ProjectionState&) = default;
};

using ProjectionStates = std::map<std::string, ProjectionState, std::less<>>;

ProjectionStates projectionStates(sql::Connection& connection);
void putProjectionState(sql::Connection& connection, std::string_view name, const ProjectionState& state);
void forgetProjectionState(sql::Connection& connection, std::string_view name);
// All of them hold so many lines now.
void advanceProjections(sql::Connection& connection, std::uint64_t upto);

// The most lines that any of them holds; and what to say where that is more than the `size` lines of the log.
std::uint64_t mostHeld(const ProjectionStates& states);
std::string lostLines(std::uint64_t held, std::uint64_t size);

// The index's name among them, and its version.
inline constexpr const char* kIndexName = "index";
inline constexpr int kIndexVersion = 1;

}  // namespace plumb::server
