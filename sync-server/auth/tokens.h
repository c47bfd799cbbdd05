// Bearer tokens: 32 random bytes, kept only as their hash, in memory, for 15 minutes. After a restart devices simply
// ask again. Thread-safe.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"

namespace plumb::server {

class Tokens {
  public:
    explicit Tokens(Clock clock) : m_clock(std::move(clock)) {}

    std::string issue(const std::string& kid);
    // The key that the token was given to: token_expired otherwise (an unknown token may be one from before a restart).
    Result<std::string> find(std::string_view token);
    [[nodiscard]] std::size_t count() const;

  private:
    struct Grant {
        std::string kid;
        TimePoint until;
    };
    Clock m_clock;
    mutable std::mutex m_mutex;
    std::map<Sha256, Grant> m_grants;
    TimePoint m_swept{};
};

}  // namespace plumb::server
