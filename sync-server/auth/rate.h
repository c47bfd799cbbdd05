// A token bucket for each peer address: how many calls without a token it may make. Used from one thread.
#pragma once

#include <chrono>
#include <string>
#include <unordered_map>

namespace plumb::server {

struct RateLimit {
    double perSecond = 50;
    double burst = 500;
};

class RateLimiter {
  public:
    using Time = std::chrono::steady_clock::time_point;
    explicit RateLimiter(RateLimit limit) : m_limit(limit) {}

    // Whether `peer` may make one more call at `now`.
    bool allow(const std::string& peer, Time now);

  private:
    struct Bucket {
        double tokens = 0;
        Time at;
    };
    void sweep(Time now);

    RateLimit m_limit;
    std::unordered_map<std::string, Bucket> m_buckets;
    Time m_swept{};
};

}  // namespace plumb::server
