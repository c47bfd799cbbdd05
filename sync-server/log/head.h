// The log's newest durable state, and who signs it. The writer signs a head before each commit and
// publishes it after; anyone reads it.
//
// A checkpoint's time is the time at which its last line was received, and Ed25519 is deterministic: so the same log
// gives the same note, byte for byte, after a restart, and nothing about checkpoints needs to be stored.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "shared/crypto/checkpoint.h"
#include "shared/crypto/merkle.h"
#include "shared/crypto/receipt.h"
#include "sync-server/log/recent_nodes.h"

namespace plumb::server {

struct Head {
    std::uint64_t size = 0;
    Sha256 root;
    TimePoint time{};
    std::string note;  // the signed checkpoint
};
using HeadPtr = std::shared_ptr<const Head>;

// Immutable; any thread.
class LogSigner {
  public:
    virtual ~LogSigner() = default;
    LogSigner(std::string origin, crypto::PrivateKey key) : m_origin(std::move(origin)), m_key(std::move(key)) {}

    [[nodiscard]] const std::string& origin() const { return m_origin; }
    [[nodiscard]] std::string verifierKey() const { return crypto::formatNoteKey(m_origin, m_key.publicKey()); }
    // Throws where it cannot be signed.
    [[nodiscard]] virtual HeadPtr sign(std::uint64_t size, const Sha256& root, TimePoint time,
                                       const crypto::TrustDigest& trust) const;
    // Signed with the log's key as it stands, but for the origin, which is filled in.
    [[nodiscard]] std::string sign(crypto::Receipt receipt) const;
    // What was sealed for the log's key (crypto/sealed_box.h). badSignature "seal_broken".
    [[nodiscard]] Result<Bytes> openSealed(ByteView sealed) const;

  private:
    std::string m_origin;
    crypto::PrivateKey m_key;
};

// Any thread.
class HeadHolder {
  public:
    [[nodiscard]] HeadPtr get() const;
    void set(HeadPtr head);
    // Of the tree that it is the head of.
    [[nodiscard]] RecentNodes& nodes() { return m_nodes; }

  private:
    RecentNodes m_nodes;
    mutable std::mutex m_mutex;
    HeadPtr m_head = std::make_shared<const Head>();
};

}  // namespace plumb::server
