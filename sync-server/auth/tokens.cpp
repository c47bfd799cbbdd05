#include "sync-server/auth/tokens.h"

#include <charconv>

#include "shared/crypto/hash.h"
#include "shared/crypto/keyed_hash.h"
#include "sync-server/auth/tuning.h"

namespace plumb::server {

namespace {

constexpr std::size_t kSealChars = 43;  // 32 bytes in base64url

tl::unexpected<Error> expired() {
    return fail(ErrorKind::expired, "token_expired",
                "the bearer token is past its time or from before a restart; ask for a new one at /v1/token");
}

}  // namespace

std::string Tokens::sealed(std::string_view said) const {
    return toBase64Url(crypto::keyedHash(m_shared->view(), asBytes(said)).view());
}

std::string Tokens::issue(const std::string& kid) {
    const TimePoint now = m_clock().utc;
    std::string token = toBase64Url(crypto::randomBytes(32));
    if (m_shared) {
        token = kid + "." + std::to_string((now + kTokenLife).time_since_epoch().count());
        token += "." + sealed(token);
    }
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
    if (m_shared) return findSealed(token, now);
    const std::lock_guard lock(m_mutex);
    const auto found = m_grants.find(hash);
    if (found == m_grants.end() || found->second.until <= now) return expired();
    return found->second.kid;
}

Result<std::string> Tokens::findSealed(std::string_view token, TimePoint now) const {
    if (token.size() <= kSealChars + 1) return expired();
    const auto said = token.substr(0, token.size() - kSealChars - 1);
    // As long as each other, and compared by their hashes: in a time that tells nothing.
    const auto is = crypto::sha256(token.substr(said.size() + 1)), should = crypto::sha256(sealed(said));
    const auto dot = said.rfind('.');
    if (token[said.size()] != '.' || !crypto::isSame(is, should) || dot == std::string_view::npos) return expired();
    std::int64_t until = 0;
    const auto digits = said.substr(dot + 1);
    const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), until);
    if (error != std::errc() || at != digits.data() + digits.size() || until <= now.time_since_epoch().count())
        return expired();
    return std::string(said.substr(0, dot));
}

std::size_t Tokens::count() const {
    const std::lock_guard lock(m_mutex);
    return m_grants.size();
}

}  // namespace plumb::server
