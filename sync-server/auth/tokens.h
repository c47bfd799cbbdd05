// Bearer tokens: 32 random bytes, kept only as their hash, in memory, for 15 minutes. After a restart devices simply
// ask again.
//
// Where several front ends serve one log a token must be good at all of them: it then says itself whose it is and until
// when, under a keyed hash of a key that all of them hold. Those that are given here are still counted. Thread-safe.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"

namespace plumb::server {

class Tokens {
  public:
    // `shared`: the key of all front ends; none: this process is alone.
    explicit Tokens(Clock clock, std::optional<Sha256> shared = std::nullopt)
        : m_clock(std::move(clock)), m_shared(std::move(shared)) {}

    std::string issue(const std::string& kid);
    // The key that the token was given to: token_expired otherwise (an unknown token may be one from before a restart).
    Result<std::string> find(std::string_view token);
    [[nodiscard]] std::size_t count() const;

  private:
    struct Grant {
        std::string kid;
        TimePoint until;
    };
    [[nodiscard]] Result<std::string> findSealed(std::string_view token, TimePoint now) const;
    [[nodiscard]] std::string sealed(std::string_view said) const;

    Clock m_clock;
    std::optional<Sha256> m_shared;
    mutable std::mutex m_mutex;
    std::map<Sha256, Grant> m_grants;
    TimePoint m_swept{};
};

}  // namespace plumb::server
