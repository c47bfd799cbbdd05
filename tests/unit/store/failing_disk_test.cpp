// A tablet's disk fails at one place: what the store then says is true, and what it said before stays so.
#include <catch2/catch.hpp>

#include <filesystem>

#include "shared/store/file_vault.h"
#include "shared/store/key_history.h"
#include "shared/store/pin_record.h"
#include "shared/store/vault_store.h"
#include "tests/faults/failing_access/failing_access.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using faults::Access;
namespace fs = std::filesystem;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();

// From here to the end of the block this access fails, and all of its kind after it.
class Failing {
  public:
    Failing(const fs::path& folder, Access access, int error, std::uint64_t nth = 1) {
        faults::Plan plan;
        plan.folder = folder.string();
        plan.access = access;
        plan.nth = nth;
        plan.error = error;
        plan.onwards = true;
        faults::arm(plan);
    }
    ~Failing() { faults::disarm(); }
    Failing(const Failing&) = delete;
    Failing& operator=(const Failing&) = delete;
};

struct Home {
    test::TemporaryFolder home;
    NewVault vault = createVault(home.path, "2468", kNow, {.logN = 10}).value();
};

// The error's code, or what was thrown.
template <class Work>
std::string codeOf(Work work) {
    try {
        const auto done = work();
        return done ? "" : done.error().code;
    } catch (const std::exception& broken) {
        return std::string("thrown: ") + broken.what();
    }
}

}  // namespace

TEST_CASE("a vault that cannot be read is not called damaged") {
    Home at;
    const Failing failing(at.home.path, Access::read, EIO);
    CHECK(codeOf([&] { return unlock(at.vault.folder, "2468", kNow); }) == "file_unreadable");
}

TEST_CASE("a count of PIN tries that cannot be read is not taken for one that is gone") {
    Home at;
    REQUIRE(unlock(at.vault.folder, "2468", kNow));
    {
        // The vault's own file is read first, then the two places of the count.
        const Failing failing(at.home.path, Access::read, EIO, 3);
        CHECK_FALSE(codeOf([&] { return unlock(at.vault.folder, "2468", kNow); }).empty());
    }
    CHECK(codeOf([&] { return unlock(at.vault.folder, "2468", kNow); }).empty());
}

TEST_CASE("a key's history that cannot be read is not written over") {
    Home at;
    REQUIRE(noteEnrolled(at.vault.folder, "tablet", kNow));
    {
        const Failing failing(at.home.path, Access::read, EIO);
        CHECK_FALSE(codeOf([&] { return noteRevoked(at.vault.folder, kNow, 1, 2); }).empty());
    }
    CHECK(keyHistory(at.vault.folder).device == "tablet");
}

TEST_CASE("a file that cannot be read is not called changed") {
    test::TemporaryFolder folder;
    const FileVault vault(folder.path, crypto::DataKey::generate());
    FileVault writes(vault);
    const auto hash = writes.put(asBytes("a photo")).value();
    {
        const Failing failing(folder.path, Access::read, EIO);
        CHECK(codeOf([&] { return vault.get(hash); }) == "file_unreadable");
    }
    CHECK(vault.get(hash));
}

TEST_CASE("what cannot be brought to the disk is not said to be there, and is there when it is put again") {
    test::TemporaryFolder folder;
    FileVault vault(folder.path, crypto::DataKey::generate());
    // For every sync of one put: of the folder's name, of the bytes, of the file's name.
    for (std::uint64_t nth = 1; nth <= 3; ++nth) {
        const std::string content = "a photo " + std::to_string(nth);
        {
            const Failing failing(folder.path, Access::sync, EIO, nth);
            CHECK_FALSE(codeOf([&] { return vault.put(asBytes(content)); }).empty());
            CHECK_FALSE(codeOf([&] { return vault.put(asBytes(content)); }).empty());
        }
        CHECK(codeOf([&] { return vault.put(asBytes(content)); }).empty());
    }
}
