// Proof of work: what a browser without an account does before its complaint is taken. The server gives a challenge
// that only it can make, good for some minutes; the browser looks for a counter so that
//   SHA-256("plumb-work-v1." challenge "." hex(SHA-256(content)) "." counter)
// begins with so many zero bits. So the work is bound to this content, is done after the challenge was given, and
// counts once. The challenge carries its own end and difficulty under the server's key, which is made anew at each
// start: nothing is stored until it was used, and challenges of before a start are void. PROTOCOL.md, "Complaints".
// Thread-safe.
#pragma once

#include <deque>
#include <map>
#include <mutex>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/base/sha256.h"

namespace plumb::server {

struct Challenge {
    std::string text;
    int bits = 0;
    TimePoint expires{};
};

class WorkGate {
  public:
    WorkGate(Clock clock, Bytes key) : m_clock(std::move(clock)), m_key(std::move(key)) {}

    Challenge give();
    // `said`: "challenge:counter". Spends the challenge where it is good. Codes: work_missing, work_unknown (none of
    // this server's, or of before its start), work_expired, work_short, work_used.
    Result<void> take(std::string_view said, std::string_view content);
    // How many were taken within the last hour.
    std::size_t takenLately();

  private:
    void forget(TimePoint now);

    Clock m_clock;
    Bytes m_key;
    std::mutex m_mutex;
    std::map<std::string, TimePoint, std::less<>> m_spent;  // until when it would be good
    std::deque<TimePoint> m_taken;
};

// How many zero bits the hash begins with.
int zeroBits(const Sha256& hash);
Sha256 workHash(std::string_view challenge, std::string_view content, std::string_view counter);

}  // namespace plumb::server
