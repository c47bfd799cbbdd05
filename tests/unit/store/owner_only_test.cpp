#include "shared/store/owner_only.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "shared/store/key_history.h"
#include "shared/store/vault_store.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
namespace fs = std::filesystem;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();

class Umask {
  public:
    explicit Umask(mode_t mask) : m_before(::umask(mask)) {}
    ~Umask() { ::umask(m_before); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;

  private:
    mode_t m_before;
};

bool isOwners(const fs::path& path) {
    const auto all = fs::perms::owner_all, file = fs::perms::owner_read | fs::perms::owner_write;
    return fs::status(path).permissions() == (fs::is_directory(path) ? all : file);
}

std::vector<std::string> openOnes(const fs::path& home) {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(home))
        if (!isOwners(entry.path())) out.push_back(entry.path().string());
    return out;
}

struct Furnished {
    test::TemporaryFolder home;
    fs::path folder;
    std::unique_ptr<TabletStore> store;

    void open() {
        const auto key = unlock(folder, "2468", kNow).value();
        store = TabletStore::open(folder, key, [] { return kNow; }).value();
    }
    void fill() {
        folder = createVault(home.path, "2468", kNow, {.logN = 10}).value().folder;
        open();
        REQUIRE(store->importFile(asBytes("a letter"), "text/plain"));
        REQUIRE(nameVault(folder, "安", "inspector", "kid"));
        REQUIRE(noteEnrolled(folder, "tablet", kNow));
    }
};

}  // namespace

TEST_CASE("everything of a vault is its owner's alone, whatever the umask") {
    const Umask nothing(0);
    Furnished person;
    person.fill();
    CHECK(fs::exists(person.folder / "store.db-wal"));
    CHECK(fs::exists(person.folder / "store.db-shm"));
    CHECK(fs::exists(person.folder / "key.json"));
    CHECK(openOnes(person.home.path).empty());
}

TEST_CASE("what an older version or a backup left open is closed when the vault is opened") {
    Furnished person;
    person.fill();
    person.store.reset();
    fs::permissions(person.folder, fs::perms::all);
    for (const char* name : {"vault.json", "key.json", "attempts", "store.db", "files"})
        fs::permissions(person.folder / name, fs::perms::all);
    person.open();
    CHECK(isOwners(person.folder));
    for (const char* name : {"vault.json", "key.json", "attempts", "store.db", "store.db-wal", "store.db-shm", "files"})
        CHECK(isOwners(person.folder / name));
}
