// Who holds which file, by the same cases: in a folder, and in a database beside the log (with PLUMB_TEST_POSTGRESQL in
// PostgreSQL, too).
#include "sync-server/store/file_holders.h"

#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_holders.h"
#include "sync-server/store/book.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct InFolder {
    TempFolder folder;
    std::unique_ptr<FileHolders> open() { return std::make_unique<FolderHolders>(folder.path / "holders"); }
};

struct InBook {
    TempFolder folder;
    std::unique_ptr<Store> store = openAt(folder.path / "log.db");
    std::unique_ptr<FileHolders> open() {
        auto books = store->connectBooks();
        return std::make_unique<SqlHolders>(books ? std::move(books) : openBook(folder.path / "holders.db", ""));
    }
};

using Kids = std::vector<std::string>;

}  // namespace

TEMPLATE_TEST_CASE("who uploaded a file is known, once, and to whoever opens it next", "", InFolder, InBook) {
    TestType place;
    const auto one = crypto::sha256("one"), other = crypto::sha256("other");
    {
        const auto holders = place.open();
        CHECK(holders->of(one).empty());
        CHECK_FALSE(holders->holds(one, "kid-a"));
        holders->add(one, "kid-b");
        holders->add(one, "kid-a");
        holders->add(one, "kid-b");
        holders->add(other, "kid-c");
    }
    const auto holders = place.open();
    auto kids = holders->of(one);
    std::sort(kids.begin(), kids.end());
    CHECK(kids == Kids{"kid-a", "kid-b"});
    CHECK(holders->of(other) == Kids{"kid-c"});
    CHECK(holders->holds(one, "kid-a"));
    CHECK_FALSE(holders->holds(one, "kid-c"));
    CHECK_FALSE(holders->holds(other, "kid-"));
}

TEMPLATE_TEST_CASE("what one adds another one sees who had it open before", "", InFolder, InBook) {
    TestType place;
    const auto file = crypto::sha256("a file");
    const auto here = place.open(), there = place.open();
    CHECK(there->of(file).empty());
    here->add(file, "kid-a");
    CHECK(there->of(file) == Kids{"kid-a"});
    there->add(file, "kid-b");
    CHECK(here->holds(file, "kid-b"));
}
