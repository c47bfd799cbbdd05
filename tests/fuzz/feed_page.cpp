// A page of the feed as a hostile server may send it: whatever the bytes are, it is read or refused, and no page passes
// as proved by the root of an empty log.
#include <cstdint>
#include <cstdlib>

#include "shared/crypto/merkle.h"
#include "shared/crypto/multi_proof.h"
#include "shared/sync/feed_page.h"

using namespace plumb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto page = sync::parseFeedPage({reinterpret_cast<const char*>(data), size});
    if (!page) return 0;
    std::vector<crypto::PlacedLeaf> leaves;
    for (const auto& [index, text] : page->lines) leaves.push_back({index, crypto::leafHash(asBytes(text))});
    for (const std::uint64_t tree : {std::uint64_t{0}, std::uint64_t{leaves.size()}, ~std::uint64_t{0}}) {
        if (!leaves.empty() && crypto::verifyMultiProof(leaves, tree, page->proof, crypto::emptyRoot())) std::abort();
    }
    return 0;
}
