#include "shared/record/chain.h"

#include <algorithm>

namespace plumb::record {

Link ChainView::add(std::uint64_t seq, const std::optional<Sha256>& prev, const Sha256& hash) {
    const std::uint64_t highest = m_places.empty() ? 0 : m_places.rbegin()->first;
    auto& place = m_places[seq];
    if (std::find(place.hashes.begin(), place.hashes.end(), hash) != place.hashes.end()) return Link::known;
    const bool taken = !place.hashes.empty();
    place.hashes.push_back(hash);
    place.prevs.push_back(prev);
    if (taken) return Link::fork;
    const auto names = [](const Place& later, const Place& earlier) {
        return std::all_of(later.prevs.begin(), later.prevs.end(), [&](const auto& p) {
            return p && std::find(earlier.hashes.begin(), earlier.hashes.end(), *p) != earlier.hashes.end();
        });
    };
    if (const auto before = m_places.find(seq - 1); before != m_places.end() && !names(place, before->second))
        return Link::fork;
    if (const auto after = m_places.find(seq + 1); after != m_places.end() && !names(after->second, place))
        return Link::fork;
    if (seq < highest) return Link::fills;
    return seq == highest + 1 ? Link::next : Link::gap;
}

std::vector<std::uint64_t> ChainView::missing(std::size_t limit) const {
    std::vector<std::uint64_t> out;
    std::uint64_t expected = 1;
    for (const auto& [seq, place] : m_places) {
        for (; expected < seq && out.size() < limit; ++expected) out.push_back(expected);
        expected = seq + 1;
    }
    return out;
}

std::vector<std::uint64_t> ChainView::forks() const {
    std::vector<std::uint64_t> out;
    const Place* before = nullptr;
    std::uint64_t last = 0;
    for (const auto& [seq, place] : m_places) {
        bool fork = place.hashes.size() > 1;
        if (!fork && before && last + 1 == seq) {
            const auto& prev = place.prevs.front();
            fork = !prev || std::find(before->hashes.begin(), before->hashes.end(), *prev) == before->hashes.end();
        }
        if (fork) out.push_back(seq);
        before = &place;
        last = seq;
    }
    return out;
}

ChainTip ChainView::tip() const {
    if (m_places.empty()) return {};
    const auto& [seq, place] = *m_places.rbegin();
    return {seq, place.hashes.front()};
}

}  // namespace plumb::record
