#include "sync-server/ingest/log_replay.h"

#include <algorithm>

#include "sync-server/ingest/index_entry.h"
#include "sync-server/projections/projection_states.h"

namespace plumb::server {

StoredLine storedLine(std::uint64_t index, TimePoint received, const record::Line& line, record::Payload payload) {
    StoredLine out{index, received, line.kid(), line.hash(), {}, std::move(payload), {}};
    out.reading = takeReading(out.payload);
    return out;
}

LogReplay::LogReplay(StoreWriter& into, StoreReader& lines, std::uint64_t size)
    : m_into(into), m_size(size), m_chains(into.reader(), lines) {
    for (auto& projection : allProjections(into)) m_parts.push_back({std::move(projection)});
    m_into.begin();
    try {
        clearStale();
        m_into.commit();
    } catch (...) {
        m_into.rollback();
        throw;
    }
}

void LogReplay::clearStale() {
    auto& connection = m_into.connection();
    auto states = projectionStates(connection);
    if (mostHeld(states) > m_size) throw std::runtime_error(lostLines(mostHeld(states), m_size));
    auto& index = states[kIndexName];
    // The numbers of authors stand in projections' rows: they go with the index.
    const bool anew = index.version != kIndexVersion || index.upto == 0;
    if (index.version != kIndexVersion) {
        m_into.clearIndex();
        index = {kIndexVersion, 0};
        putProjectionState(connection, kIndexName, index);
    }
    m_range = crypto::CompactRange::load(index.upto, nodesOf(m_into.reader()));
    states.erase(kIndexName);
    for (auto& part : m_parts) {
        const auto& projection = *part.projection;
        auto& state = states[projection.name()];
        if (state.version != projection.version() || (anew && state.upto > 0)) {
            clear(projection, connection);
            state = {projection.version(), 0};
            putProjectionState(connection, projection.name(), state);
        }
        part.upto = state.upto;
        states.erase(projection.name());
    }
    finishThoseAtTheEnd();
    // What this program does not know it does not carry on either: whoever knows it makes it again.
    for (const auto& [name, state] : states) forgetProjectionState(connection, name);
}

// In the transaction that says that they hold the whole log: what is up to date answers queries.
void LogReplay::finishThoseAtTheEnd() {
    for (auto& part : m_parts) {
        if (part.finished || part.upto < m_size) continue;
        finish(*part.projection, m_into.connection());
        part.finished = true;
    }
}

std::uint64_t LogReplay::next() const {
    auto out = m_range.size();
    for (const auto& part : m_parts) out = std::min(out, part.upto);
    return out;
}

std::vector<std::string> LogReplay::behind() const {
    std::vector<std::string> out;
    if (indexIsBehind()) out.emplace_back(kIndexName);
    for (const auto& part : m_parts) {
        if (part.upto < m_size) out.emplace_back(part.projection->name());
    }
    return out;
}

void LogReplay::take(const StoredLine& line) {
    const LoggedLine logged{line.index, line.hash, line.kid, line.payload, line.reading};
    if (line.index == m_range.size()) {
        m_chains.add(line.kid, line.payload.seq, line.payload.prev, line.hash);
        m_into.putNodes(m_range.append(line.leaf));
        putEntry(m_into, logged, line.received);
    }
    for (auto& part : m_parts) {
        if (part.upto != line.index) continue;
        part.projection->apply(logged);
        ++part.upto;
    }
}

void LogReplay::takeDamaged(std::uint64_t index, std::string_view text) {
    if (index == m_range.size()) m_into.putNodes(m_range.append(crypto::leafHash(asBytes(text))));
    for (auto& part : m_parts) part.upto += part.upto == index;
}

void LogReplay::save() {
    auto& connection = m_into.connection();
    m_chains.save(m_into);
    for (auto& part : m_parts) part.projection->settle();
    finishThoseAtTheEnd();
    putProjectionState(connection, kIndexName, {kIndexVersion, m_range.size()});
    for (const auto& part : m_parts)
        putProjectionState(connection, part.projection->name(), {part.projection->version(), part.upto});
}

}  // namespace plumb::server
