// What a picture is drawn from: of a HEIC its JPEG where that suffices, on the store's thread and on those of the pool.
#include "mobile/store/sealed_files.h"

#include <catch2/catch.hpp>

#include "mobile/store/picture_content.h"
#include "shared/store/shown_link.h"
#include "shared/store/tuning.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/picture/heic_pictures.h"
#include "tests/unit/store/pictures.h"

using namespace plumb;
using namespace plumb::mobile;

namespace {

// A store with its vault, and what the app gives to those who draw.
struct Desk {
    test::TemporaryFolder folder;
    crypto::DataKey key = crypto::DataKey::generate();
    std::unique_ptr<store::TabletStore> store =
        store::TabletStore::open(folder.path, key, [] { return Instant{}; }).value();
    std::shared_ptr<store::FileVault> vault = std::make_shared<store::FileVault>(folder.path / "files", key);
    SealedFiles files;

    Desk() {
        files.use(vault,
                  [this](const Sha256& original) { return store::shownLink(folder.path, *vault, key, original); });
    }
};

}  // namespace

TEST_CASE("a HEIC is drawn from its JPEG wherever that is large enough, and from itself beyond") {
    Desk desk;
    const auto heic = test::heicBytes(64, 48);
    REQUIRE_FALSE(heic.empty());
    const auto photo = desk.store->importPicture(asBytes(heic)).value().sha256;
    const auto shown = desk.store->shownOf(photo).value().sha256;
    const auto jpeg = desk.vault->get(shown).value(), original = desk.vault->get(photo).value();
    for (const int side : {1, 320, store::kShownSide}) {
        CHECK(desk.files.picture(photo, side).value() == jpeg);
        CHECK(pictureContent(*desk.store, photo, side).value() == jpeg);
    }
    for (const int side : {0, -1, store::kShownSide + 1}) {
        CHECK(desk.files.picture(photo, side).value() == original);
        CHECK(pictureContent(*desk.store, photo, side).value() == original);
    }

    // The JPEG is gone: the original is still a picture.
    REQUIRE(desk.vault->remove(shown));
    CHECK(desk.files.picture(photo, 320).value() == original);
    CHECK(pictureContent(*desk.store, photo, 320).value() == original);
}

TEST_CASE("what was taken from elsewhere has no JPEG beside it and is drawn from itself; what is not here is told") {
    Desk desk;
    const auto heic = test::heicBytes(64, 48);
    const auto png = test::pngBytes();
    const auto alone = desk.vault->put(asBytes(heic)).value(), other = desk.vault->put(asBytes(png)).value();
    CHECK(desk.files.picture(alone, 320).value().size() == heic.size());
    CHECK(desk.files.picture(other, 320).value().size() == png.size());
    CHECK(pictureContent(*desk.store, other, 320).value().size() == png.size());
    CHECK(desk.files.picture(Sha256{{9}}, 320).error().kind == ErrorKind::notFound);
    desk.files.use(nullptr);
    CHECK(desk.files.picture(alone, 320).error().kind == ErrorKind::notFound);
}

TEST_CASE("a link is nobody's who has not the key of that store") {
    Desk desk;
    const auto heic = test::heicBytes(64, 48);
    const auto photo = desk.store->importPicture(asBytes(heic)).value().sha256;
    const auto link = store::shownLink(desk.folder.path, *desk.vault, desk.key, photo);
    REQUIRE(link);
    CHECK(*link == desk.store->shownOf(photo).value().sha256);
    CHECK_FALSE(store::shownLink(desk.folder.path, *desk.vault, crypto::DataKey::generate(), photo));
    CHECK_FALSE(store::shownLink(desk.folder.path / "nowhere", *desk.vault, desk.key, photo));
}
