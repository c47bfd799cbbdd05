#include "sync-server/intake/voice.h"

#include "shared/record/line.h"

namespace plumb::server {

Result<void> IntakeVoice::say(Spoken spoken, const Push& push) {
    const std::lock_guard lock(m_mutex);
    const auto head = m_head.get();
    const auto chain = m_readers.borrow()->chain(m_key.kid()).value_or(ChainState{});
    record::Payload payload;
    payload.id = std::move(spoken.id);
    payload.type = spoken.type;
    payload.seq = chain.tipSeq + 1;
    if (chain.tipSeq > 0) payload.prev = chain.tipHash;
    payload.at = m_clock();
    if (head->size > 0) payload.seen = record::Seen{head->size, head->root};
    payload.site = std::move(spoken.site);
    payload.region = std::move(spoken.region);
    payload.files = std::move(spoken.files);
    payload.body = std::move(spoken.body);
    const auto line = record::Line::sign(m_key, record::formatPayload(payload));
    const auto outcome = push(line.text());
    if (!outcome) return fail(outcome.error());
    const auto& decision = outcome->decisions.front();
    return decision.outcome == Outcome::refused ? Result<void>(fail(decision.error)) : Result<void>();
}

}  // namespace plumb::server
