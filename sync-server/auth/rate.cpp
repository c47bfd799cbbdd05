#include "sync-server/auth/rate.h"

#include <algorithm>

namespace plumb::server {

bool RateLimiter::allow(const std::string& peer, Time now) {
    sweep(now);
    const auto [at, fresh] = m_buckets.try_emplace(peer, Bucket{m_limit.burst, now});
    auto& bucket = at->second;
    const std::chrono::duration<double> passed = now - bucket.at;
    bucket.tokens = std::min(m_limit.burst, bucket.tokens + passed.count() * m_limit.perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
}

void RateLimiter::sweep(Time now) {
    // A bucket that would be full again says nothing any more.
    const std::chrono::duration<double> full(m_limit.burst / m_limit.perSecond);
    if (now - m_swept < full) return;
    std::erase_if(m_buckets, [&](const auto& entry) { return now - entry.second.at >= full; });
    m_swept = now;
}

}  // namespace plumb::server
