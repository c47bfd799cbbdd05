// The nodes that are kept in memory are those of the log, and whatever is missing there is read.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "sync-server/log/recent_nodes.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;

namespace {

Sha256 leafOf(std::uint64_t index) {
    return crypto::leafHash(asBytes("line " + std::to_string(index)));
}

}  // namespace

TEST_CASE("a kept node is found by its own place alone, and none after all are forgotten") {
    RecentNodes recent;
    const crypto::CompactRange::NewNode node{{3, 7}, leafOf(7)};
    recent.put({&node, 1});
    CHECK(recent.find({3, 7}) == node.hash);
    for (const crypto::NodeId other : {crypto::NodeId{3, 6}, {2, 7}, {3, 7 + 1024}, {3, 7 + 4096}})
        CHECK_FALSE(recent.find(other));
    // Another one takes its place in the memory, not its name.
    const crypto::CompactRange::NewNode later{{3, 7 + 1024}, leafOf(1)};
    recent.put({&later, 1});
    CHECK_FALSE(recent.find({3, 7}));
    CHECK(recent.find({3, 7 + 1024}) == later.hash);
    recent.clear();
    CHECK_FALSE(recent.find({3, 7 + 1024}));
}

TEST_CASE("proofs are the same from memory, from the store and from both") {
    kit::TempFolder folder;
    const auto store = kit::openAt(folder.path / "log.db");
    ReaderPool readers(*store);
    RecentNodes warm, cold;
    crypto::CompactRange range;
    constexpr std::uint64_t kLines = 2500;
    auto& writer = store->writer();
    writer.begin();
    for (std::uint64_t i = 0; i < kLines; ++i) {
        const auto nodes = range.append(leafOf(i));
        writer.putNodes(nodes);
        warm.put(nodes);
    }
    writer.commit();
    for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{1023}, std::uint64_t{2048}, kLines - 1}) {
        const auto expected = crypto::inclusionProof(index, kLines, nodesOf(*readers.borrow()));
        CHECK(crypto::inclusionProof(index, kLines, nodesOf(warm, readers)) == expected);
        for (int round = 0; round < 2; ++round)
            CHECK(crypto::inclusionProof(index, kLines, nodesOf(cold, readers)) == expected);
        CHECK(crypto::verifyInclusion(leafOf(index), index, kLines, expected, range.root()));
    }
    CHECK(crypto::consistencyProof(1000, kLines, nodesOf(warm, readers)) ==
          crypto::consistencyProof(1000, kLines, nodesOf(*readers.borrow())));
}
