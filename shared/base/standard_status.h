// Whether a published standard, or statute, holds on a day. Checklists ask it of whatever they cite, the catalogue of
// the domain room answers it; neither room knows the other.
#pragma once

namespace plumb {

// 即将实施, 现行, 部分代替, 被代替, 废止; and not in the catalogue.
enum class StandardStatus { upcoming, inForce, partlyReplaced, replaced, withdrawn, unknown };

}  // namespace plumb
