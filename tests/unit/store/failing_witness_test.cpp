// A witness's disk fails at the n-th write, for each n: what it says that it wrote down is there, and nothing else.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/store/witness_book.h"
#include "tests/faults/failing_access/failing_access.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using faults::Access;

namespace {

const crypto::NoteKey kLog{"log.test/a",
                           crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, Bytes(32, 1)).value().publicKey()};

// Whether the book said that this size is written down.
bool advanceTo(WitnessBook& book, std::uint64_t size) {
    try {
        return book
            .advance(kLog.name, "note " + std::to_string(size),
                     [&](const WitnessedLog&) -> Result<crypto::TreeHead> {
                         return crypto::TreeHead{kLog.name, size, crypto::sha256(std::to_string(size))};
                     })
            .has_value();
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

TEST_CASE("a witness says only what is on its disk, whichever write fails") {
    for (const auto access : {Access::write, Access::sync}) {
        int failed = 0;
        for (std::uint64_t nth = 1; nth <= 12; ++nth) {
            INFO("access " << static_cast<int>(access) << ", number " << nth);
            test::TemporaryFolder folder;
            const auto file = folder.path / "witness.db";
            bool said = false;
            {
                auto book = WitnessBook::open(file).value();
                REQUIRE(book->addLog(kLog));
                REQUIRE(advanceTo(*book, 10));
                faults::Plan plan;
                plan.folder = folder.path.string();
                plan.access = access;
                plan.nth = nth;
                plan.error = EIO;
                plan.onwards = true;
                faults::arm(plan);
                said = advanceTo(*book, 20);
                faults::disarm();
            }
            const auto size = WitnessBook::open(file).value()->log(kLog.name)->size;
            // What was written and not said may be there: then it is asked again from there.
            if (said)
                CHECK(size == 20);
            else
                CHECK((size == 10 || size == 20));
            failed += said ? 0 : 1;
        }
        CHECK(failed > 0);
    }
}
