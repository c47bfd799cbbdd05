#include "sync-server/ingest/chain_book.h"

#include "shared/record/line.h"
#include "sync-server/ingest/tuning.h"

namespace plumb::server {
ChainState& ChainBook::stateOf(const std::string& kid) {
    if (const auto found = m_states.find(kid); found != m_states.end()) return found->second;
    return m_states.emplace(kid, m_reader.chain(kid).value_or(ChainState{})).first->second;
}

std::optional<std::uint64_t> ChainBook::known(const std::string& kid, std::uint64_t seq, const Sha256& hash) {
    if (seq > stateOf(kid).tipSeq) return std::nullopt;
    const auto entry = m_reader.entryByHash(hash);
    return entry ? std::optional(entry->index) : std::nullopt;
}

// Whether `prev` is a line of this author with this number. Looked up by its hash, since forks may have put any number
// of lines there.
bool ChainBook::namesLineAt(const std::optional<Sha256>& prev, const std::string& kid, std::uint64_t seq) {
    if (!prev) return false;
    const auto entry = m_reader.entryByHash(*prev);
    return entry && entry->author == kid && entry->seq == seq;
}

// A line that fills a gap: does it follow what stands before it, and do the lines after it follow it?
bool ChainBook::fitsBetween(const std::string& kid, std::uint64_t seq, const std::optional<Sha256>& prev,
                            const Sha256& hash) {
    if (!m_reader.placesOf(kid, seq - 1, 1).empty() && !namesLineAt(prev, kid, seq - 1)) return false;
    for (const auto& after : m_reader.placesOf(kid, seq + 1, kMaxFollowers)) {
        auto text = m_lines.line(after.index);
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
        } else if (state.tipSeq > 0 && prev != state.tipHash && !namesLineAt(prev, kid, state.tipSeq)) {
            link = record::Link::fork;
        }
        state.tipSeq = seq;
        state.tipHash = hash;
        ++state.places;
    } else if (!m_reader.placesOf(kid, seq, 1).empty()) {
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
