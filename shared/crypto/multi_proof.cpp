#include "shared/crypto/multi_proof.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <optional>
#include <stdexcept>

namespace plumb::crypto {
namespace {

// RFC 6962's k: the largest power of two smaller than n (n > 1).
std::uint64_t splitOf(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

void collect(std::span<const std::uint64_t> wanted, std::uint64_t begin, std::uint64_t size, const NodeReader& read,
             std::vector<Sha256>& out) {
    if (wanted.empty()) {
        out.push_back(subtreeRoot(begin, size, read));
        return;
    }
    if (size == 1) return;
    const std::uint64_t k = splitOf(size);
    const auto cut = std::lower_bound(wanted.begin(), wanted.end(), begin + k);
    collect({wanted.begin(), cut}, begin, k, read, out);
    collect({cut, wanted.end()}, begin + k, size - k, read, out);
}

// Gives the hash of the subtree, or nothing where the proof ends too early.
std::optional<Sha256> walk(std::span<const PlacedLeaf> leaves, std::uint64_t begin, std::uint64_t size,
                           std::span<const Sha256>& proof) {
    if (leaves.empty()) {
        if (proof.empty()) return std::nullopt;
        const Sha256 hash = proof.front();
        proof = proof.subspan(1);
        return hash;
    }
    if (size == 1) return leaves.front().hash;
    const std::uint64_t k = splitOf(size);
    const auto cut = std::lower_bound(leaves.begin(), leaves.end(), begin + k,
                                      [](const PlacedLeaf& leaf, std::uint64_t index) { return leaf.index < index; });
    const auto left = walk({leaves.begin(), cut}, begin, k, proof);
    const auto right = left ? walk({cut, leaves.end()}, begin + k, size - k, proof) : std::nullopt;
    if (!right) return std::nullopt;
    return nodeHash(*left, *right);
}

}  // namespace

std::vector<Sha256> multiProof(std::span<const std::uint64_t> indexes, std::uint64_t size, const NodeReader& read) {
    const bool ascend = std::adjacent_find(indexes.begin(), indexes.end(), std::greater_equal<>()) == indexes.end();
    if (!ascend || (!indexes.empty() && indexes.back() >= size))
        throw std::invalid_argument("a proof of leaves that do not ascend, or lie beyond the tree");
    std::vector<Sha256> out;
    if (size > 0) collect(indexes, 0, size, read, out);
    return out;
}

bool verifyMultiProof(std::span<const PlacedLeaf> leaves, std::uint64_t size, std::span<const Sha256> proof,
                      const Sha256& root) {
    if (size == 0) return leaves.empty() && proof.empty() && root == emptyRoot();
    const bool ascend = std::adjacent_find(leaves.begin(), leaves.end(), [](const auto& a, const auto& b) {
                            return a.index >= b.index;
                        }) == leaves.end();
    if (!ascend || (!leaves.empty() && leaves.back().index >= size)) return false;
    const auto hash = walk(leaves, 0, size, proof);
    return hash && proof.empty() && *hash == root;
}

}  // namespace plumb::crypto
