#include "sync-server/auth/tokens.h"

#include "shared/crypto/hash.h"
#include "sync-server/auth/tuning.h"

namespace plumb::server {

std::string Tokens::issue(const std::string& kid) {
    const std::string token = toBase64Url(crypto::randomBytes(32));
    const TimePoint now = m_clock().utc;
    const std::lock_guard lock(m_mutex);
    if (now - m_swept > std::chrono::minutes(1)) {
        std::erase_if(m_grants, [&](const auto& entry) { return entry.second.until <= now; });
        m_swept = now;
    }
    m_grants.insert_or_assign(crypto::sha256(token), Grant{kid, now + kTokenLife});
    return token;
}

Result<std::string> Tokens::find(std::string_view token) {
    const auto hash = crypto::sha256(token);
    const TimePoint now = m_clock().utc;
    const std::lock_guard lock(m_mutex);
    const auto found = m_grants.find(hash);
    if (found == m_grants.end() || found->second.until <= now) {
        return fail(ErrorKind::expired, "token_expired",
                    "the bearer token is past its time or from before a restart; ask for a new one at /v1/token");
    }
    return found->second.kid;
}

std::size_t Tokens::count() const {
    const std::lock_guard lock(m_mutex);
    return m_grants.size();
}

}  // namespace plumb::server
