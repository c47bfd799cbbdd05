#include "sync-server/ingest/ordered_validator.h"

#include "sync-server/ingest/act_evidence.h"
#include "sync-server/ingest/log_facts.h"
#include "sync-server/ingest/references.h"
#include "sync-server/ingest/tuning.h"

namespace plumb::server {
Decision OrderedValidator::validate(Candidate& candidate, const crypto::CompactRange& range, TimePoint now) {
    const auto index = range.size();
    Decision out;
    out.hash = candidate.hash;
    if (!candidate.line || !candidate.payload) {
        out.error = *candidate.refusal;
        return out;
    }
    const auto& payload = *candidate.payload;
    out.id = payload.id;
    // The very bytes that stand in the log were judged when they came.
    if (const auto known = m_chains.known(candidate.line->kid(), payload.seq, candidate.hash)) {
        out.outcome = Outcome::known;
        out.index = *known;
        return out;
    }
    if (auto open = m_gate.admit(*candidate.line, payload, index, range, now); !open) {
        out.error = std::move(open.error());
        return out;
    }
    if (candidate.refusal && candidate.mayChange) m_stateless.validateAgain(candidate);
    if (candidate.refusal) {
        out.error = *candidate.refusal;
        out.takesPlace = candidate.verified;
        return out;
    }
    if (auto good = checkOrder(candidate, index, now); !good) {
        out.error = std::move(good.error());
        out.takesPlace = candidate.verified;
        return out;
    }
    m_gate.taken(payload, index);
    out.outcome = Outcome::accepted;
    out.index = index;
    const auto link = m_chains.add(candidate.line->kid(), payload.seq, payload.prev, candidate.hash);
    if (m_chains.hasGap(candidate.line->kid())) out.notes.push_back("gap");
    if (link == record::Link::fork) out.notes.push_back("fork");
    if (clockIsOdd(candidate, now)) out.notes.push_back("clock");
    if (seenIsOdd(payload, index)) out.notes.push_back("seen");
    if (leavesTaskOpen(payload, m_reader)) out.notes.push_back("task");
    return out;
}

Result<void> OrderedValidator::checkOrder(const Candidate& candidate, std::uint64_t index, TimePoint now) {
    const auto& line = *candidate.line;
    const auto& payload = *candidate.payload;
    if (const auto owner = m_reader.firstOfRecord(payload.id)) {
        if (owner->author != line.kid())
            return fail(ErrorKind::conflict, "bad_payload",
                        "\"id\" " + payload.id + " belongs to another author's record");
        return fail(ErrorKind::conflict, "id_used",
                    "\"id\" " + payload.id + " is that of this author's line " + std::to_string(owner->seq) +
                        " already; what is new needs an id of its own");
    }
    if (domain::isTrustType(payload.type)) return m_trust.add(line, payload, index, m_gate.judgedAt(payload, now));
    if (const auto author = m_trust.checkRights(line, payload, index, LogFacts(m_reader)); !author)
        return fail(author.error());
    const LoggedLine logged{index, candidate.hash, line.kid(), payload, candidate.reading};
    auto good = checkReferences(logged, {m_reader, m_checklists, m_trust, now});
    if (!good || !candidate.reading.act) return good;
    return checkActEvidence(logged, m_reader, seenIsOdd(payload, index) ? std::nullopt : seenAt(payload));
}

std::optional<TimePoint> OrderedValidator::seenAt(const record::Payload& payload) {
    return payload.seen ? timeOfSize(payload.seen->size) : std::nullopt;
}

std::optional<TimePoint> OrderedValidator::timeOfSize(std::uint64_t size) {
    if (size == 0) return std::nullopt;
    if (m_lastSeen.first == size) return m_lastSeen.second;
    const auto time = m_reader.receivedAt(size - 1);
    if (time) m_lastSeen = {size, time};
    return time;
}

// A checkpoint that this log never had proves nothing about when the line was signed. It is no reason to refuse: after
// a restore, lines come back that name checkpoints of the lost log.
bool OrderedValidator::seenIsOdd(const record::Payload& payload, std::uint64_t index) {
    if (!payload.seen) return false;
    const auto size = payload.seen->size;
    if (size > index) return true;
    if (m_lastRoot.first != size) m_lastRoot = {size, crypto::rootOf(size, nodesOf(m_reader))};
    return m_lastRoot.second != payload.seen->root;
}

// Weeks without a network are no fault of a clock: what tells is a time after now, or before the checkpoint that the
// line names, or before its key was enrolled here.
bool OrderedValidator::clockIsOdd(const Candidate& candidate, TimePoint now) {
    const auto& payload = *candidate.payload;
    if (payload.at.utc > now + kOddBy) return true;
    std::optional<TimePoint> earliest = m_trust.enrolledAt(candidate.line->kid());
    const auto seen = seenAt(payload);
    if (seen && (!earliest || *seen > *earliest)) earliest = seen;
    return earliest && payload.at.utc + kOddBy < *earliest;
}

}  // namespace plumb::server
