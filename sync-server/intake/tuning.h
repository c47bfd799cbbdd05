// What may be tuned in taking complaints from people without an account, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>

#include "sync-server/auth/rate.h"

namespace plumb::server {

// Some quarter of a million hashes: about a second in a browser's worker on a phone. Each further bit doubles it.
inline constexpr int kLeastWorkBits = 18, kMostWorkBits = 24;
// So many complaints within an hour are usual; each doubling beyond asks for one bit more.
inline constexpr std::size_t kUsualAnHour = 20;
// Time to read the form once more and let a slow phone work.
inline constexpr std::chrono::minutes kWorkLife{15};

// From one address: five at once (a family, a village's shop), then one in twelve minutes. Its bucket is forgotten when
// it is full again, after an hour.
inline constexpr RateLimit kComplaintsOfAddress{1.0 / 720, 5};
// From all addresses together: what people can read. A flood fills this, and no disk.
inline constexpr RateLimit kComplaintsOfAll{200.0 / 3600, 200};
// Looking up a code: a person does it by hand. A code has 100 bits, so that this is no defence but a courtesy.
inline constexpr RateLimit kCodesOfAddress{0.2, 20};

// Ratings: a market's shops behind one address are visited on one morning. From all together: some visits a minute.
inline constexpr RateLimit kRatingsOfAddress{1.0 / 120, 30};
inline constexpr RateLimit kRatingsOfAll{2000.0 / 3600, 2000};

// The page makes photos smaller than this before it sends them. Three of them and a text, in base64.
inline constexpr std::size_t kMostPhotoBytes = 450'000;
inline constexpr std::size_t kMostSubmissionBytes = 2 * 1024 * 1024;

}  // namespace plumb::server
