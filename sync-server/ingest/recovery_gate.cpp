#include "sync-server/ingest/recovery_gate.h"

#include <algorithm>

#include "sync-server/ingest/tuning.h"

namespace plumb::server {

void RecoveryGate::load(StoreReader& reader) {
    std::vector<std::uint64_t> openings;
    std::optional<TimePoint> opened;
    const auto size = reader.size();
    for (const auto place : m_places) {
        // Only trust lines may stand between what was kept and what opens the log.
        for (auto index = place; index < size; ++index) {
            const auto line = record::Line::parse(reader.line(index).value());
            const auto payload =
                line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
            if (!payload) break;
            if (domain::isTrustType(payload->type)) continue;
            const auto said = payload->type == domain::kLogRecovered ? domain::readRecovery(payload->body, m_logKey)
                                                                     : Result<domain::Recovery>(fail(Error{}));
            if (said && said->kept == index) {
                openings.push_back(index);
                opened = said->opened.utc;
            }
            break;
        }
    }
    const std::lock_guard lock(m_mutex);
    m_openings = std::move(openings);
    m_opened = opened;
}

bool RecoveryGate::waits() const {
    const std::lock_guard lock(m_mutex);
    return !m_places.empty() && (m_openings.empty() || m_openings.back() < m_places.back());
}

std::vector<std::uint64_t> RecoveryGate::openings() const {
    const std::lock_guard lock(m_mutex);
    return m_openings;
}

Result<void> RecoveryGate::admitWaiting(const record::Line& line, const record::Payload& payload) const {
    if (payload.type == "invite.issued" && line.kid() == m_trust.rootKid()) return {};
    if (payload.type == "key.enrolled" && m_trust.rootIssued(line.kid())) return {};
    return fail(ErrorKind::refused, "log_recovering",
                "this server was restored from a backup and takes nothing before an administrator has opened its log "
                "(plumb admin recover-log); send it again later");
}

Result<void> RecoveryGate::admit(const record::Line& line, const record::Payload& payload, std::uint64_t index,
                                 const crypto::CompactRange& before, TimePoint now) const {
    const bool waiting = waits();
    if (payload.type != domain::kLogRecovered) return waiting ? admitWaiting(line, payload) : Result<void>();
    const auto said = domain::readRecovery(payload.body, m_logKey);
    if (!said) return fail(said.error());
    if (!m_trust.invitedByRoot(line.kid()))
        return fail(ErrorKind::forbidden, "wrong_role",
                    "only an administrator whom the root itself invited may open a log again");
    // No checkpoint after this line may be earlier than it (domain/recovery.h).
    if (said->opened.utc > now)
        return fail(ErrorKind::refused, "clock_ahead",
                    "the device's clock is ahead of the server's; set it right and say it again");
    // One of an earlier loss, which the fleet brought back: it is kept, and opens nothing.
    if (!waiting) return {};
    if (said->kept != index || said->root != before.root())
        return fail(ErrorKind::refused, "bad_payload",
                    "the log begins again with other entries than this log.recovered names");
    return {};
}

void RecoveryGate::taken(const record::Payload& payload, std::uint64_t index) {
    if (payload.type != domain::kLogRecovered || !waits()) return;
    const auto said = domain::readRecovery(payload.body, m_logKey);
    const std::lock_guard lock(m_mutex);
    m_openings.push_back(index);
    if (said) m_opened = said->opened.utc;
}

bool RecoveryGate::mayComeBack(const record::Payload& payload, TimePoint now) const {
    const std::lock_guard lock(m_mutex);
    return m_opened && payload.at.utc < *m_opened && now <= *m_opened + kRefillTime;
}

TimePoint RecoveryGate::judgedAt(const record::Payload& payload, TimePoint now) const {
    if (payload.type != "key.enrolled" || !mayComeBack(payload, now)) return now;
    return std::min(now, payload.at.utc);
}

}  // namespace plumb::server
