#include "sync-server/ingest/chain_book.h"

#include <algorithm>

#include "shared/record/line.h"
#include "sync-server/ingest/tuning.h"

namespace plumb::server {
ChainState& ChainBook::stateOf(const std::string& kid) {
    if (const auto found = m_states.find(kid); found != m_states.end()) return found->second;
    return m_states.emplace(kid, m_reader.chain(kid).value_or(ChainState{})).first->second;
}

std::optional<std::uint64_t> ChainBook::known(const std::string& kid, std::uint64_t seq, const Sha256& hash) {
    if (seq > stateOf(kid).tipSeq) return std::nullopt;
    for (const auto& place : m_reader.placesOf(kid, seq)) {
        if (place.hash == hash) return place.index;
    }
    return std::nullopt;
}

bool ChainBook::namesOneOf(const std::optional<Sha256>& prev, const std::vector<Entry>& before) const {
    return prev && std::any_of(before.begin(), before.end(), [&](const Entry& entry) { return entry.hash == *prev; });
}

// A line that fills a gap: does it follow what stands before it, and do the lines after it follow it?
bool ChainBook::fitsBetween(const std::string& kid, std::uint64_t seq, const std::optional<Sha256>& prev,
                            const Sha256& hash) {
    const auto before = m_reader.placesOf(kid, seq - 1);
    if (!before.empty() && !namesOneOf(prev, before)) return false;
    for (const auto& after : m_reader.placesOf(kid, seq + 1)) {
        auto text = m_reader.line(after.index);
        const auto line = text ? record::Line::parse(std::move(*text)) : Result<record::Line>(fail(Error{}));
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(Error{}));
        if (!payload || payload->prev != hash) return false;
    }
    return true;
}

record::Link ChainBook::add(const std::string& kid, std::uint64_t seq, const std::optional<Sha256>& prev,
                            const Sha256& hash) {
    auto& state = stateOf(kid);
    m_changed.insert(kid);
    record::Link link = record::Link::next;
    if (seq > state.tipSeq) {
        if (seq != state.tipSeq + 1) {
            link = record::Link::gap;
        } else if (state.tipSeq > 0 && prev != state.tipHash &&
                   !namesOneOf(prev, m_reader.placesOf(kid, state.tipSeq))) {
            link = record::Link::fork;
        }
        state.tipSeq = seq;
        state.tipHash = hash;
        ++state.places;
    } else if (!m_reader.placesOf(kid, seq).empty()) {
        link = record::Link::fork;
    } else {
        link = fitsBetween(kid, seq, prev, hash) ? record::Link::fills : record::Link::fork;
        ++state.places;
    }
    if (link == record::Link::fork) ++state.forks;
    return link;
}

bool ChainBook::hasGap(const std::string& kid) {
    const auto& state = stateOf(kid);
    return state.places < state.tipSeq && state.places + m_reader.refusedPlaces(kid, state.tipSeq) < state.tipSeq;
}

void ChainBook::save(StoreWriter& writer) {
    for (const auto& kid : m_changed) writer.putChain(kid, m_states.at(kid));
    m_changed.clear();
    if (m_states.size() > kMaxChains) m_states.clear();
}

void ChainBook::reset() {
    m_states.clear();
    m_changed.clear();
}

}  // namespace plumb::server
