#include "sync-server/log/head.h"

#include "shared/crypto/sealed_box.h"

namespace plumb::server {

HeadPtr LogSigner::sign(std::uint64_t size, const Sha256& root, TimePoint time,
                        const crypto::TrustDigest& trust) const {
    const crypto::Checkpoint checkpoint{m_origin, size, root, Instant{time, std::chrono::minutes{0}}, trust};
    return std::make_shared<const Head>(Head{size, root, time, crypto::signCheckpoint(checkpoint, m_key)});
}

std::string LogSigner::sign(crypto::Receipt receipt) const {
    receipt.origin = m_origin;
    return crypto::signReceipt(receipt, m_key);
}

Result<Bytes> LogSigner::openSealed(ByteView sealed) const {
    return crypto::openSealed(m_key, sealed);
}

HeadPtr HeadHolder::get() const {
    const std::lock_guard lock(m_mutex);
    return m_head;
}

void HeadHolder::set(HeadPtr head) {
    const std::lock_guard lock(m_mutex);
    m_head = std::move(head);
}

}  // namespace plumb::server
