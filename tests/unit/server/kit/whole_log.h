// A log with something of everything: what checks and rebuilds are tried on.
#pragma once

#include "sync-server/check/check_log.h"
#include "tests/unit/server/kit/world.h"

namespace plumb::server::kit {

class WholeLog {
  public:
    // A site, a checklist, an inspection with photos that was returned and amended, a gap, a fork, a revoked key.
    WholeLog();

    // Runs SQL on the database, as somebody would who has the file in hand.
    void change(const std::string& sql);
    // The first column of each row.
    std::vector<std::string> ask(const std::string& sql);
    std::string lineAt(std::uint64_t index);
    // What plumbserver check finds; its sentences are in `said`.
    CheckTotals check();

    World world;
    std::string photo = "not really a photo";
    std::uint64_t submission = 0;  // the inspection's place in the log
    std::string said;
    std::size_t progress = 0;
};

// As an SQL literal of bytes.
std::string quotedBytes(std::string text);
std::string hexBytes(const std::string& hex);

}  // namespace plumb::server::kit
