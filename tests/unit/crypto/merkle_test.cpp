#include "shared/crypto/merkle.h"

#include <catch2/catch.hpp>
#include <map>

using namespace plumb;
using namespace plumb::crypto;

namespace {

// The eight leaves and roots that Certificate Transparency's implementations test with (RFC 6962 hashing).
const char* const kLeaves[] = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const char* const kRoots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                              "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                              "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                              "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                              "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                              "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                              "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                              "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

// A tree with its nodes in a map, counting how many a proof reads.
struct Tree {
    std::map<std::pair<int, std::uint64_t>, Sha256> nodes;
    CompactRange edge;
    mutable int reads = 0;

    std::size_t append(ByteView leaf) {
        const auto made = edge.append(leafHash(leaf));
        for (const auto& node : made) nodes[{node.id.level, node.id.index}] = node.hash;
        return made.size();
    }
    [[nodiscard]] NodeReader reader() const {
        return [this](NodeId id) {
            ++reads;
            return nodes.at({id.level, id.index});
        };
    }
};

Tree treeOf(int size) {
    Tree tree;
    for (int i = 0; i < size; ++i) tree.append(asBytes("leaf " + std::to_string(i)));
    return tree;
}

}  // namespace

TEST_CASE("the known trees of RFC 6962 have their known roots") {
    Tree tree;
    CHECK(tree.edge.root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (int i = 0; i < 8; ++i) {
        tree.append(fromHex(kLeaves[i]).value());
        CHECK(tree.edge.root().hex() == kRoots[i]);
        CHECK(rootOf(tree.edge.size(), tree.reader()).hex() == kRoots[i]);
    }
}

TEST_CASE("every leaf of every small tree is proved, and nothing else is") {
    for (int size = 1; size <= 40; ++size) {
        const auto tree = treeOf(size);
        const auto root = tree.edge.root();
        for (int i = 0; i < size; ++i) {
            const auto proof = inclusionProof(i, size, tree.reader());
            const auto leaf = leafHash(asBytes("leaf " + std::to_string(i)));
            REQUIRE(verifyInclusion(leaf, i, size, proof, root));
            REQUIRE_FALSE(verifyInclusion(leafHash(asBytes("another")), i, size, proof, root));
            REQUIRE_FALSE(verifyInclusion(leaf, size, size, proof, root));
            if (size > 1) {
                REQUIRE_FALSE(verifyInclusion(leaf, (i + 1) % size, size, proof, root));
                auto less = proof;
                less.pop_back();
                REQUIRE_FALSE(verifyInclusion(leaf, i, size, less, root));
            }
            auto more = proof;
            more.push_back(root);
            REQUIRE_FALSE(verifyInclusion(leaf, i, size, more, root));
        }
    }
}

TEST_CASE("every growth is consistent, and a rewritten past is not") {
    const auto tree = treeOf(40);
    for (int from = 0; from <= 40; ++from) {
        const auto oldRoot = rootOf(from, tree.reader());
        for (int to = from; to <= 40; ++to) {
            const auto newRoot = rootOf(to, tree.reader());
            const auto proof = consistencyProof(from, to, tree.reader());
            REQUIRE(verifyConsistency(from, oldRoot, to, newRoot, proof));
            if (from == to) continue;
            auto more = proof;
            more.push_back(newRoot);
            REQUIRE_FALSE(verifyConsistency(from, oldRoot, to, newRoot, more));
            if (from == 0) continue;
            REQUIRE_FALSE(verifyConsistency(from, leafHash(asBytes("x")), to, newRoot, proof));
            REQUIRE_FALSE(verifyConsistency(from, oldRoot, to, leafHash(asBytes("x")), proof));
            if (!proof.empty()) {
                auto less = proof;
                less.pop_back();
                REQUIRE_FALSE(verifyConsistency(from, oldRoot, to, newRoot, less));
            }
        }
    }
    CHECK_FALSE(verifyConsistency(5, rootOf(5, tree.reader()), 4, rootOf(4, tree.reader()), {}));
}

TEST_CASE("appends and proofs touch O(log n) nodes, never all leaves") {
    Tree tree;
    std::size_t made = 0;
    for (int i = 0; i < 10'000; ++i) made += tree.append(asBytes(std::to_string(i)));
    CHECK(made < 20'000);
    tree.reads = 0;
    (void)inclusionProof(4321, 10'000, tree.reader());
    CHECK(tree.reads < 40);
    tree.reads = 0;
    (void)consistencyProof(4321, 10'000, tree.reader());
    CHECK(tree.reads < 60);
    CHECK(CompactRange::load(10'000, tree.reader()).root() == tree.edge.root());
}
