#include "shared/crypto/multi_proof.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace plumb;
using namespace plumb::crypto;

namespace {

Sha256 leafOf(std::uint64_t index) {
    return leafHash(asBytes("leaf " + std::to_string(index)));
}

struct Tree {
    std::map<std::pair<int, std::uint64_t>, Sha256> nodes;
    CompactRange range;

    explicit Tree(std::uint64_t size) {
        for (std::uint64_t i = 0; i < size; ++i) {
            for (const auto& node : range.append(leafOf(i))) nodes[{node.id.level, node.id.index}] = node.hash;
        }
    }
    [[nodiscard]] NodeReader reader() const {
        return [this](NodeId id) { return nodes.at({id.level, id.index}); };
    }
};

std::vector<PlacedLeaf> leavesOf(const std::vector<std::uint64_t>& indexes) {
    std::vector<PlacedLeaf> out;
    for (const auto index : indexes) out.push_back({index, leafOf(index)});
    return out;
}

std::vector<std::uint64_t> bitsOf(unsigned set, unsigned size) {
    std::vector<std::uint64_t> out;
    for (unsigned i = 0; i < size; ++i) {
        if (set & (1u << i)) out.push_back(i);
    }
    return out;
}

}  // namespace

TEST_CASE("every set of leaves of every small tree is proved by one proof, and by no shorter, longer or other one") {
    for (unsigned size = 0; size <= 9; ++size) {
        const Tree tree(size);
        const auto root = tree.range.root();
        for (unsigned set = 0; set < (1u << size); ++set) {
            const auto indexes = bitsOf(set, size);
            const auto leaves = leavesOf(indexes);
            const auto proof = multiProof(indexes, size, tree.reader());
            REQUIRE(verifyMultiProof(leaves, size, proof, root));
            auto more = proof;
            more.push_back(root);
            REQUIRE_FALSE(verifyMultiProof(leaves, size, more, root));
            if (!proof.empty()) {
                REQUIRE_FALSE(verifyMultiProof(leaves, size, std::span(proof).first(proof.size() - 1), root));
                auto other = proof;
                other.front().bytes[0] ^= 1;
                REQUIRE_FALSE(verifyMultiProof(leaves, size, other, root));
            }
        }
    }
}

TEST_CASE("a leaf that was changed, moved by one, doubled, left out or put in another's place is not proved") {
    const std::uint64_t size = 200;
    const Tree tree(size);
    const auto root = tree.range.root();
    std::mt19937 random(4);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint64_t> indexes;
        for (std::uint64_t i = 0; i < size; ++i) {
            if (random() % 7 == 0) indexes.push_back(i);
        }
        if (indexes.size() < 3) continue;
        const auto proof = multiProof(indexes, size, tree.reader());
        const auto good = leavesOf(indexes);
        REQUIRE(verifyMultiProof(good, size, proof, root));
        const auto at = random() % good.size();
        auto changed = good;
        changed[at].hash.bytes[3] ^= 1;
        CHECK_FALSE(verifyMultiProof(changed, size, proof, root));
        auto moved = good;
        ++moved[at].index;
        CHECK_FALSE(verifyMultiProof(moved, size, proof, root));
        auto doubled = good;
        doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(at), good[at]);
        CHECK_FALSE(verifyMultiProof(doubled, size, proof, root));
        auto without = good;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(at));
        CHECK_FALSE(verifyMultiProof(without, size, proof, root));
        auto swapped = good;
        std::swap(swapped[0].hash, swapped[1].hash);
        CHECK_FALSE(verifyMultiProof(swapped, size, proof, root));
    }
}

TEST_CASE("a page of five hundred neighbours costs a few dozen hashes, one of a thousandth of the log its share") {
    const std::uint64_t size = 20'000;
    const Tree tree(size);
    std::vector<std::uint64_t> run, sparse;
    for (std::uint64_t i = 0; i < 500; ++i) {
        run.push_back(7'321 + i);
        sparse.push_back(i * 40);
    }
    CHECK(multiProof(run, size, tree.reader()).size() <= 30);
    CHECK(multiProof(sparse, size, tree.reader()).size() <= 500 * 6);
}

TEST_CASE("what cannot be proved is refused before anything is read") {
    const Tree tree(4);
    const std::vector<std::uint64_t> doubled{1, 1}, falling{2, 1}, beyond{4};
    CHECK_THROWS_AS(multiProof(doubled, 4, tree.reader()), std::invalid_argument);
    CHECK_THROWS_AS(multiProof(falling, 4, tree.reader()), std::invalid_argument);
    CHECK_THROWS_AS(multiProof(beyond, 4, tree.reader()), std::invalid_argument);
}
