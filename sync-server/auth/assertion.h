// The token call's assertion (RFC 7523, PROTOCOL.md): a JWT that the device signed, good for 60 seconds and for one
// use, also across restarts. Thread-safe.
#pragma once

#include <string>

#include "sync-server/auth/trust.h"
#include "sync-server/store/spent_ids.h"

namespace plumb::server {

class Assertions {
  public:
    // `spent` outlives this.
    Assertions(std::string audience, Clock clock, SpentIds& spent)
        : m_audience(std::move(audience)), m_clock(std::move(clock)), m_spent(spent) {}

    // Who signed it. Codes: bad_assertion, key_unknown, key_revoked, bad_signature, assertion_expired,
    // assertion_replayed.
    Result<Principal> check(std::string_view jwt, const Trust& trust);
    // The key that signed it, revoked or not: for the one call that a revoked key may make (PROTOCOL.md, revocation).
    // Codes: those of check() but key_revoked.
    Result<std::string> keyOf(std::string_view jwt, const Trust& trust);

  private:
    Result<std::string> judge(std::string_view jwt, const Trust& trust, bool revokedToo);

    std::string m_audience;
    Clock m_clock;
    SpentIds& m_spent;
};

}  // namespace plumb::server
