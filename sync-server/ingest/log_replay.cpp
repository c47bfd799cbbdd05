#include "sync-server/ingest/log_replay.h"

#include "shared/records/inspection/summary.h"

namespace plumb::server {

Result<LogReplay::Read> LogReplay::read(std::string text) {
    auto line = record::Line::parse(std::move(text));
    if (!line) return fail(line.error());
    auto payload = record::parsePayload(line->payload());
    if (!payload) return fail(payload.error());
    return Read{std::move(*line), std::move(*payload)};
}

void LogReplay::take(std::uint64_t index, TimePoint received, const Read& read) {
    const auto& [line, payload] = read;
    std::optional<records::InspectionSummary> summary;
    if (records::isInspection(payload.type)) {
        if (auto found = records::readSummary(payload.body)) summary = std::move(*found);
    }
    m_chains.add(line.kid(), payload.seq, payload.prev, line.hash());
    m_into.putNodes(m_range.append(crypto::leafHash(asBytes(line.text()))));
    m_projector.apply(index, received, line, payload, summary);
}

void LogReplay::takeDamaged(std::string_view text) {
    m_into.putNodes(m_range.append(crypto::leafHash(asBytes(text))));
}

}  // namespace plumb::server
