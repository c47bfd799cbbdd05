// One proof that many leaves stand in the Merkle tree of RFC 6962 (merkle.h), for a page of a log: the hashes of the
// largest subtrees that hold none of them, from left to right. For a run of neighbours that is what two inclusion proofs
// cost; for leaves far apart it is never more than their own proofs, each shared hash once. Stateless functions, any
// thread.
//
// A verifier walks the same tree: a subtree without a leaf of the page is the next hash of the proof, a leaf of the page
// is itself, everything else is the hash of its two halves, split as RFC 6962 §2.1 splits. The proof is good where no
// hash is too few or too many and the walk ends in the root. Size and root belong together and come from a signed
// checkpoint: a proof alone does not say how large the tree is.
#pragma once

#include <span>

#include "shared/crypto/merkle.h"

namespace plumb::crypto {

struct PlacedLeaf {
    std::uint64_t index = 0;
    Sha256 hash;  // leafHash of the leaf
};

// REQUIRES: `indexes` ascend, without doubles, and lie below `size`; else std::invalid_argument.
std::vector<Sha256> multiProof(std::span<const std::uint64_t> indexes, std::uint64_t size, const NodeReader& read);

// False, too, where the leaves do not ascend or lie beyond the tree. No leaves at all: the proof is the root alone.
bool verifyMultiProof(std::span<const PlacedLeaf> leaves, std::uint64_t size, std::span<const Sha256> proof,
                      const Sha256& root);

}  // namespace plumb::crypto
