// Several people on one tablet: what may be known of one without her PIN, and what may not.
#include "shared/store/waiting_counts.h"

#include <catch2/catch.hpp>

#include "shared/store/vault_store.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:15:30.123+08:00").value();
constexpr crypto::PinCost kCheap{10};
constexpr const char* kSecret = "only ann knows this sentence";

// A vault of its own, with a draft in which something was noted.
struct Owner {
    NewVault vault;
    std::unique_ptr<TabletStore> store;

    Owner(const std::filesystem::path& home, const char* pin)
        : vault(createVault(home, pin, kNow, kCheap).value()),
          store(TabletStore::open(vault.folder, vault.key, [] { return kNow; }).value()) {}
};

}  // namespace

TEST_CASE("what waits of a person is counted without her PIN") {
    test::TemporaryFolder home;
    CHECK(waitingIn(home.path / "nobody").all() == 0);
    test::Tablet tablet;
    CHECK(waitingIn(tablet.folder.path).records == 0);
    json::object body{{"text", "x"}};
    NewRecord record{"standard.feedback", "", "6203", {}, body, {}};
    const auto photo = tablet.store->importPicture(asBytes(test::pngBytes())).value();
    record.files.push_back({photo.sha256, photo.size, photo.type, "evidence", {}});
    const auto line = tablet.store->append(record).value();
    CHECK(waitingIn(tablet.folder.path).records == 1);
    CHECK(waitingIn(tablet.folder.path).files == 1);
    REQUIRE(tablet.store->markSent(line.hash()));
    CHECK(waitingIn(tablet.folder.path).records == 1);  // until it is proved
    REQUIRE(tablet.store->markProved(line.hash(), 9, 10));
    CHECK(waitingIn(tablet.folder.path).records == 0);
}

TEST_CASE("nothing that one person wrote can be read in the files of the tablet, nor opened with another's key") {
    test::TemporaryFolder home;
    Owner ann(home.path, "1234"), bea(home.path, "5678");
    const auto draft = ann.store->createDraft("yongchang", Sha256{{7}}).value();
    REQUIRE(ann.store->putEntries(draft.id, {{"note", "2", kSecret}}));
    const auto file = ann.store->importFile(asBytes(std::string_view(kSecret)), "text/plain").value();
    CHECK(ann.store->entries(draft.id).value().front().value == kSecret);

    CHECK(bea.store->drafts().empty());
    CHECK_FALSE(bea.store->vault().get(file.sha256));
    // Her key is none of the other's: her store does not open with it, nor does her PIN open it.
    CHECK(unlock(ann.vault.folder, "5678", kNow).error().code == "wrong_pin");
    const auto pried = TabletStore::open(ann.vault.folder, bea.vault.key, [] { return kNow; });
    if (pried) CHECK_FALSE((*pried)->entries(draft.id));
    ann.store.reset();
    bea.store.reset();
    std::size_t looked = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home.path)) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path().string());
        CHECK(test::readFile(entry.path()).find(kSecret) == std::string::npos);
        ++looked;
    }
    CHECK(looked > 4);
}

TEST_CASE("wrong PINs of one person make no other wait") {
    test::TemporaryFolder home;
    Owner ann(home.path, "1234"), bea(home.path, "5678");
    for (int i = 0; i < 4; ++i) (void)unlock(ann.vault.folder, "0000", kNow);
    CHECK(unlock(ann.vault.folder, "1234", kNow).error().code == "pin_wait");
    CHECK(unlock(bea.vault.folder, "5678", kNow));
    const auto people = peopleOf(home.path);
    REQUIRE(people.size() == 2);
    for (const auto& person : people) CHECK((person.notBefore > kNow.utc) == (person.folder == ann.vault.folder));
}
