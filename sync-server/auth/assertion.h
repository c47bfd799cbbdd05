// The token call's assertion (RFC 7523, PROTOCOL.md): a JWT that the device signed, good for 60 seconds and for one
// use. Thread-safe.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "sync-server/auth/trust.h"

namespace plumb::server {

class Assertions {
  public:
    Assertions(std::string audience, Clock clock) : m_audience(std::move(audience)), m_clock(std::move(clock)) {}

    // Who signed it. Codes: bad_assertion, key_unknown, key_revoked, bad_signature, assertion_expired,
    // assertion_replayed.
    Result<Principal> check(std::string_view jwt, const Trust& trust);

  private:
    bool firstUse(const std::string& kid, const std::string& id, TimePoint until, TimePoint now);

    std::string m_audience;
    Clock m_clock;
    std::mutex m_mutex;
    std::unordered_map<std::string, TimePoint> m_used;  // "<kid> <jti>" → when it can be forgotten
    TimePoint m_swept{};
};

}  // namespace plumb::server
