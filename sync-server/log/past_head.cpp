#include "sync-server/log/past_head.h"

namespace plumb::server {

HeadPtr pastHead(std::uint64_t size, StoreReader& reader, const LogSigner& signer) {
    crypto::TrustDigest trust;
    reader.eachTrustHash(size, [&](const Sha256& line) { trust.add(line); });
    const auto received = reader.receivedAt(size - 1);
    if (!received) throw std::runtime_error("line " + std::to_string(size - 1) + " of the log is missing");
    return signer.sign(size, crypto::rootOf(size, nodesOf(reader)), *received, trust);
}

}  // namespace plumb::server
