// A backup made beside a server at work, and what stands when it is put back. What the fleet makes of it is tested in
// tests/unit/sync/recovery_test.cpp.
#include "sync-server/setup/backup.h"

#include <catch2/catch.hpp>

#include <thread>

#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;
namespace fs = std::filesystem;

TEST_CASE("a backup of a server at work is a whole state of its log, with every file that it names", "[sqlite]") {
    World world;
    world.publish();
    TempFolder place;
    std::atomic<bool> stop{false};
    std::thread busy([&] {
        while (!stop) (void)world.push({world.admin().say("standard.feedback", {{"text", "t"}}, {})}, world.admin());
    });
    const auto least = world.services().head.get()->size;
    const auto copied = makeBackup(world.folder(), place.path / "backup");
    stop = true;
    busy.join();
    REQUIRE(copied);
    CHECK(copied->lines >= least);
    CHECK(copied->files == 1);
    const DataFolder backup{place.path / "backup"};
    CHECK_FALSE(fs::exists(backup.rootKey()));
    CHECK(readText(backup.logKey()) == readText(world.folder().logKey()));
    // The very lines, in their order.
    const auto store = kit::openAt(backup.database());
    const auto reader = store->openReader();
    for (std::uint64_t i = 0; i < copied->lines; ++i)
        CHECK(reader->line(i) == world.services().readers.borrow()->line(i));
    CHECK(makeBackup(world.folder(), place.path / "backup").error().code == "folder_not_empty");
}

TEST_CASE("what is put back waits, and is put back only where nothing lies", "[sqlite]") {
    World world;
    world.publish();
    TempFolder place;
    REQUIRE(makeBackup(world.folder(), place.path / "backup"));
    CHECK(restoreBackup(place.path / "backup", world.folder()).error().code == "folder_not_empty");
    CHECK(restoreBackup(place.path, DataFolder{place.path / "new"}).error().code == "not_initialised");
    const auto size = world.services().head.get()->size;
    const auto note = world.services().head.get()->note;
    const auto line = world.admin().say("standard.feedback", {{"text", "t"}}, {});
    world.stop();
    fs::remove_all(world.folder().path);
    REQUIRE(restoreBackup(place.path / "backup", world.folder())->lines == size);
    world.restart();
    CHECK(world.services().head.get()->note == note);
    CHECK(world.fate(line, world.admin()) == "log_recovering");
    CHECK(world.get("/metrics").body.find("plumb_log_recovering 1") != std::string::npos);
    CHECK(world.answered(world.get("/v1/server")).at("recovering").as_bool());
    // Reading goes on.
    CHECK(world.get("/v1/records?after=0", &world.admin()).status == 200);
}
