// Several front ends that serve one log, in this process: each with a folder of its own, a loopback socket on which the
// others reach it, and a clock of its own by which it judges whether the sequencer is awake. Calls to them go the way
// that World's do.
#pragma once

#include <thread>

#include "sync-server/http/server.h"
#include "tests/unit/server/kit/world.h"

namespace plumb::server::kit {

class FrontEnds {
  public:
    // REQUIRES: the world is stopped: its folder is what the front ends share. `threads`: none of them works unless it
    // is asked (step()), or all do.
    explicit FrontEnds(World& world, bool threads = false);
    ~FrontEnds();

    struct Given {
        std::string secret = "a secret of more than thirty-two characters";
        std::chrono::milliseconds pace{50}, lapse{3000};
        bool otherKey = false;  // its folder has another log's key
    };
    // Opens one more, or the one of this name anew; an error as Running::open gives it.
    Result<void> open(const std::string& name, const Given& given);
    Result<void> open(const std::string& name) { return open(name, Given()); }
    // Ends it as a stop does.
    void close(const std::string& name);
    // It takes no calls of the others any more.
    void deafen(const std::string& name);

    Services& at(const std::string& name);
    FrontEnd& frontEnd(const std::string& name) { return *at(name).frontEnd; }
    void step(const std::string& name) { frontEnd(name).step(); }
    // As all of them see it.
    void passSteady(std::chrono::milliseconds time) { m_steady += time.count(); }

    Response call(const std::string& name, const Call& call, const Author* caller = nullptr);
    Response get(const std::string& name, const std::string& target, const Author* caller = nullptr) {
        return this->call(name, {Method::get, target}, caller);
    }
    json::object answered(const Response& response, int status = 200) { return m_world.answered(response, status); }
    // From any of them, good at all of them.
    std::string token(const Author& author);
    Response push(const std::string& name, const std::vector<record::Line>& lines, const Author& carrier);
    // What became of the one line: "accepted", "known", the code of its refusal, or of the refusal of the push.
    std::string fate(const std::string& name, const record::Line& line, const Author& carrier);
    // The checkpoint that it hands out.
    std::string checkpoint(const std::string& name, const Author& caller);

  private:
    struct One;
    World& m_world;
    bool m_threads;
    std::atomic<std::int64_t> m_steady{0};
    TempFolder m_folder;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_tokens;
    std::map<std::string, std::unique_ptr<One>> m_ones;
};

}  // namespace plumb::server::kit
