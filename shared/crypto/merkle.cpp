#include "shared/crypto/merkle.h"

#include <bit>
#include <stdexcept>

#include "shared/crypto/hash.h"

namespace plumb::crypto {
namespace {

// The largest power of two smaller than n (n > 1), RFC 6962's k.
std::uint64_t splitOf(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

void path(std::uint64_t m, std::uint64_t begin, std::uint64_t size, const NodeReader& read, std::vector<Sha256>& out) {
    if (size == 1) return;
    const std::uint64_t k = splitOf(size);
    if (m < k) {
        path(m, begin, k, read, out);
        out.push_back(subtreeRoot(begin + k, size - k, read));
    } else {
        path(m - k, begin + k, size - k, read, out);
        out.push_back(subtreeRoot(begin, k, read));
    }
}

// RFC 6962 §2.1.2 SUBPROOF; `whole`: the subtree is one whose root the verifier already knows.
void subproof(std::uint64_t m, std::uint64_t begin, std::uint64_t size, bool whole, const NodeReader& read,
              std::vector<Sha256>& out) {
    if (m == size) {
        if (!whole) out.push_back(subtreeRoot(begin, size, read));
        return;
    }
    const std::uint64_t k = splitOf(size);
    if (m <= k) {
        subproof(m, begin, k, whole, read, out);
        out.push_back(subtreeRoot(begin + k, size - k, read));
    } else {
        subproof(m - k, begin + k, size - k, false, read, out);
        out.push_back(subtreeRoot(begin, k, read));
    }
}

}  // namespace

Sha256 subtreeRoot(std::uint64_t begin, std::uint64_t size, const NodeReader& read) {
    if (std::has_single_bit(size)) {
        const int level = std::countr_zero(size);
        return read({level, begin >> level});
    }
    const std::uint64_t k = splitOf(size);
    return nodeHash(subtreeRoot(begin, k, read), subtreeRoot(begin + k, size - k, read));
}

Sha256 leafHash(ByteView leaf) {
    Bytes data{0};
    data.insert(data.end(), leaf.begin(), leaf.end());
    return sha256(data);
}

Sha256 nodeHash(const Sha256& left, const Sha256& right) {
    std::array<std::uint8_t, 65> data{1};
    std::copy(left.bytes.begin(), left.bytes.end(), data.begin() + 1);
    std::copy(right.bytes.begin(), right.bytes.end(), data.begin() + 33);
    return sha256(data);
}

Sha256 emptyRoot() {
    return sha256(ByteView{});
}

CompactRange CompactRange::load(std::uint64_t size, const NodeReader& read) {
    CompactRange out;
    out.m_size = size;
    std::uint64_t begin = 0;
    for (std::uint64_t rest = size; rest != 0;) {
        const std::uint64_t part = std::bit_floor(rest);
        out.m_range.push_back(subtreeRoot(begin, part, read));
        begin += part;
        rest -= part;
    }
    return out;
}

std::vector<CompactRange::NewNode> CompactRange::append(const Sha256& leaf) {
    std::vector<NewNode> made{{{0, m_size}, leaf}};
    // Each trailing 1 bit of the old size is a complete subtree that the new one joins to.
    for (std::uint64_t bits = m_size; bits & 1; bits >>= 1) {
        const NewNode& last = made.back();
        made.push_back({{last.id.level + 1, last.id.index >> 1}, nodeHash(m_range.back(), last.hash)});
        m_range.pop_back();
    }
    m_range.push_back(made.back().hash);
    ++m_size;
    return made;
}

Sha256 CompactRange::root() const {
    if (m_range.empty()) return emptyRoot();
    Sha256 hash = m_range.back();
    for (auto it = m_range.rbegin() + 1; it != m_range.rend(); ++it) hash = nodeHash(*it, hash);
    return hash;
}

std::vector<Sha256> inclusionProof(std::uint64_t index, std::uint64_t size, const NodeReader& read) {
    if (index >= size) throw std::invalid_argument("inclusion proof of a leaf beyond the tree");
    std::vector<Sha256> out;
    path(index, 0, size, read, out);
    return out;
}

std::vector<Sha256> consistencyProof(std::uint64_t from, std::uint64_t to, const NodeReader& read) {
    if (from > to) throw std::invalid_argument("consistency proof from a larger tree");
    std::vector<Sha256> out;
    if (from != 0 && from != to) subproof(from, 0, to, true, read, out);
    return out;
}

Sha256 rootOf(std::uint64_t size, const NodeReader& read) {
    return size == 0 ? emptyRoot() : subtreeRoot(0, size, read);
}

bool verifyInclusion(const Sha256& leaf, std::uint64_t index, std::uint64_t size, const std::vector<Sha256>& proof,
                     const Sha256& root) {
    if (index >= size) return false;
    std::uint64_t node = index, last = size - 1;
    Sha256 hash = leaf;
    for (const auto& step : proof) {
        if (last == 0) return false;
        if ((node & 1) || node == last) {
            hash = nodeHash(step, hash);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, step);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verifyConsistency(std::uint64_t from, const Sha256& fromRoot, std::uint64_t to, const Sha256& toRoot,
                       const std::vector<Sha256>& proof) {
    if (from > to) return false;
    if (from == to) return proof.empty() && fromRoot == toRoot;
    if (from == 0) return proof.empty() && fromRoot == emptyRoot();
    auto step = proof.begin();
    // A complete old tree is itself the first node; the proof then leaves it out.
    std::uint64_t node = from - 1, last = to - 1;
    while (node & 1) {
        node >>= 1;
        last >>= 1;
    }
    Sha256 oldHash, newHash;
    if (std::has_single_bit(from)) {
        oldHash = newHash = fromRoot;
    } else {
        if (step == proof.end()) return false;
        oldHash = newHash = *step++;
    }
    for (; step != proof.end(); ++step) {
        if (last == 0) return false;
        if ((node & 1) || node == last) {
            oldHash = nodeHash(*step, oldHash);
            newHash = nodeHash(*step, newHash);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newHash = nodeHash(newHash, *step);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && oldHash == fromRoot && newHash == toRoot;
}

}  // namespace plumb::crypto
