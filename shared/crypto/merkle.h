// The Merkle tree of RFC 6962 §2.1 over SHA-256, kept as a store of node hashes so that an append costs O(log n) and a
// proof reads O(log n) stored hashes, never the leaves.
//
// Layout: node (level, index) covers leaves [index·2^level, (index+1)·2^level). Only complete subtrees are stored.
// The tree owns nothing; who keeps the nodes gives a NodeReader. Stateless functions, any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "shared/base/sha256.h"

namespace plumb::crypto {

Sha256 leafHash(ByteView leaf);
Sha256 nodeHash(const Sha256& left, const Sha256& right);
// The root of the tree without leaves: SHA-256 of nothing.
Sha256 emptyRoot();

struct NodeId {
    int level = 0;
    std::uint64_t index = 0;
    friend bool operator==(const NodeId&, const NodeId&) = default;
};
// Gives the hash of a complete subtree that was appended earlier. May throw what the store throws.
using NodeReader = std::function<Sha256(NodeId)>;

// Grows a tree leaf by leaf, keeping only the right edge (at most 64 hashes).
class CompactRange {
  public:
    CompactRange() = default;
    // Restores that of a tree of `size` leaves.
    static CompactRange load(std::uint64_t size, const NodeReader& read);

    struct NewNode {
        NodeId id;
        Sha256 hash;
    };
    // Appends a leaf hash; gives the nodes that became complete, the leaf itself first.
    std::vector<NewNode> append(const Sha256& leaf);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Sha256 root() const;

  private:
    std::uint64_t m_size = 0;
    std::vector<Sha256> m_range;  // complete subtrees of the binary expansion of m_size, largest first
};

// RFC 6962 §2.1.1 and §2.1.2. `index < size`, `from <= to`: else std::invalid_argument.
std::vector<Sha256> inclusionProof(std::uint64_t index, std::uint64_t size, const NodeReader& read);
std::vector<Sha256> consistencyProof(std::uint64_t from, std::uint64_t to, const NodeReader& read);
Sha256 rootOf(std::uint64_t size, const NodeReader& read);
// Root of leaves [begin, begin + size). REQUIRES: `begin` is a multiple of a power of two ≥ `size`, as each part of an
// RFC 6962 tree is, so that every complete part is a stored node.
Sha256 subtreeRoot(std::uint64_t begin, std::uint64_t size, const NodeReader& read);

// RFC 9162 §2.1.3.2 and §2.1.4.2: true only where the proof is exactly right, no hash too few or too many.
bool verifyInclusion(const Sha256& leaf, std::uint64_t index, std::uint64_t size, const std::vector<Sha256>& proof,
                     const Sha256& root);
bool verifyConsistency(std::uint64_t from, const Sha256& fromRoot, std::uint64_t to, const Sha256& toRoot,
                       const std::vector<Sha256>& proof);

}  // namespace plumb::crypto
