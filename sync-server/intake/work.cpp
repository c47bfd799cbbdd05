#include "sync-server/intake/work.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/keyed_hash.h"
#include "sync-server/intake/tuning.h"

namespace plumb::server {
namespace {

constexpr std::size_t kNonce = 16, kEnd = 8, kBits = 1, kBody = kNonce + kEnd + kBits;
constexpr std::size_t kMostCounter = 20;
constexpr std::chrono::hours kWindow{1};

tl::unexpected<Error> refuse(const char* code, const char* why) {
    return fail(ErrorKind::refused, code, why);
}

std::uint64_t secondsOf(TimePoint at) {
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count());
}

bool isCounter(std::string_view text) {
    return !text.empty() && text.size() <= kMostCounter &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What a challenge says, where this key made it.
std::optional<std::pair<TimePoint, int>> readChallenge(std::string_view text, ByteView key) {
    const auto bytes = fromBase64Url(text);
    if (!bytes || bytes->size() != kBody + Sha256().bytes.size()) return std::nullopt;
    const ByteView all(*bytes);
    const auto mac = Sha256::fromView(all.subspan(kBody)).value();
    if (!crypto::isSame(crypto::keyedHash(key, all.first(kBody)), mac)) return std::nullopt;
    std::uint64_t end = 0;
    for (std::size_t i = kNonce; i < kNonce + kEnd; ++i) end = end << 8 | all[i];
    return std::pair(TimePoint(std::chrono::seconds(end)), static_cast<int>(all[kBody - 1]));
}

}  // namespace

int zeroBits(const Sha256& hash) {
    int out = 0;
    for (const auto byte : hash.bytes) {
        out += std::countl_zero(static_cast<std::uint8_t>(byte));
        if (byte != 0) break;
    }
    return out;
}

Sha256 workHash(std::string_view challenge, std::string_view content, std::string_view counter) {
    std::string text = "plumb-work-v1.";
    text.append(challenge).append(1, '.').append(crypto::sha256(content).hex()).append(1, '.').append(counter);
    return crypto::sha256(text);
}

Challenge WorkGate::give() {
    const auto now = m_clock().utc;
    auto bits = kLeastWorkBits;
    for (auto taken = takenLately() / kUsualAnHour; taken > 0 && bits < kMostWorkBits; taken /= 2) ++bits;
    const auto expires = now + kWorkLife;
    auto body = crypto::randomBytes(kNonce);
    const auto end = secondsOf(expires);
    for (int shift = 56; shift >= 0; shift -= 8) body.push_back(static_cast<std::uint8_t>(end >> shift));
    body.push_back(static_cast<std::uint8_t>(bits));
    const auto mac = crypto::keyedHash(m_key, body);
    body.insert(body.end(), mac.bytes.begin(), mac.bytes.end());
    return {toBase64Url(body), bits, expires};
}

Result<void> WorkGate::take(std::string_view said, std::string_view content) {
    const auto colon = said.find(':');
    if (colon == std::string_view::npos || !isCounter(said.substr(colon + 1)))
        return refuse("work_missing", "this call needs \"Plumb-Work: challenge:counter\"");
    const auto challenge = said.substr(0, colon);
    const auto known = readChallenge(challenge, m_key);
    if (!known) return refuse("work_unknown", "this challenge is not one that stands here; ask for another");
    const auto [expires, bits] = *known;
    const auto now = m_clock().utc;
    if (now >= expires) return refuse("work_expired", "this challenge is past its time; ask for another");
    if (zeroBits(workHash(challenge, content, said.substr(colon + 1))) < bits)
        return refuse("work_short", "the counter does not solve this challenge for this content");
    const std::lock_guard lock(m_mutex);
    forget(now);
    if (!m_spent.emplace(challenge, expires).second)
        return refuse("work_used", "this challenge was used already; ask for another");
    m_taken.push_back(now);
    return {};
}

std::size_t WorkGate::takenLately() {
    const std::lock_guard lock(m_mutex);
    forget(m_clock().utc);
    return m_taken.size();
}

void WorkGate::forget(TimePoint now) {
    std::erase_if(m_spent, [&](const auto& spent) { return spent.second <= now; });
    while (!m_taken.empty() && now - m_taken.front() >= kWindow) m_taken.pop_front();
}

}  // namespace plumb::server
