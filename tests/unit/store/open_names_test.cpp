// A store of the third form, whose files and rows were named by SHA-256, is brought to names that tell nothing; cut
// off, doubled, on a full disk and under a wrong key.
#include "shared/store/open_names.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdio>
#include <fstream>

#include "shared/crypto/hash.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/schema.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
namespace fs = std::filesystem;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();
constexpr const char* kDraft = "d1";

struct ThirdForm {
    test::TemporaryFolder folder;
    crypto::DataKey key = crypto::DataKey::generate();
    std::vector<Sha256> files;

    explicit ThirdForm(int count, std::size_t bulk = 10) {
        const auto database = Database::open(folder.path / "store.db", Migrations(kTabletMigrations).first(4)).value();
        auto& sql = database->sql();
        setting(sql, "server_words", std::string(bulk, 'w'));
        sql.exec("INSERT INTO draft VALUES('d1', 's', x'00', '', 1, 1)");
        for (int i = 0; i < count; ++i) file(sql, "photo " + std::to_string(i));
        std::ofstream(placeOf(files.front()).string() + ".new") << "half";
    }

    std::unique_ptr<TabletStore> open() const {
        return TabletStore::open(folder.path, key, [] { return kNow; }).value();
    }
    fs::path placeOf(const Sha256& hash) const { return folder.path / "files" / hash.hex().substr(0, 2) / hash.hex(); }
    Photo photo(std::size_t at) const { return {files[at], 7, "image/png", "b3", "", kNow}; }

    // Everything is there, and nothing of it is named by what it holds.
    void check() const {
        const auto store = open();
        for (std::size_t i = 0; i < files.size(); ++i) {
            CHECK(asText(store->vault().get(files[i]).value()) == "photo " + std::to_string(i));
            const auto row = store->file(files[i]).value();
            CHECK(row.sha256 == files[i]);
            CHECK(row.wanted);
            CHECK(row.sent == 3);
        }
        CHECK(loadDraft(*store, kDraft).value().photos.size() == files.size());
        CHECK(store->filesToUpload().size() == files.size());
    }
    bool unfinished() const {
        return SQLite::Database((folder.path / "store.db").string()).tableExists("file_by_hash");
    }
    std::vector<std::string> told() const {
        std::vector<std::string> out;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path)) {
            const auto name = entry.path().string();
            const auto content = entry.is_regular_file() ? test::readFile(entry.path()) : std::string();
            for (const auto& hash : files) {
                const std::string raw(asText(hash.view()));
                if ((name + content).find(hash.hex()) != std::string::npos || content.find(raw) != std::string::npos)
                    out.push_back(name);
            }
        }
        return out;
    }

  private:
    void setting(SQLite::Database& sql, const std::string& name, const std::string& value) {
        SQLite::Statement put(sql, "INSERT INTO setting VALUES(?, ?)");
        put.bind(1, name);
        bindBlob(put, 2, key.seal(asBytes(value), "setting/" + name));
        put.exec();
    }
    void file(SQLite::Database& sql, const std::string& content) {
        const auto hash = crypto::sha256(content);
        files.push_back(hash);
        fs::create_directories(placeOf(hash).parent_path());
        const auto sealed = key.seal(asBytes(content), "file/" + hash.hex());
        std::ofstream(placeOf(hash), std::ios::binary) << asText(sealed);
        SQLite::Statement put(sql,
                              "INSERT INTO file(sha256, size, type, wanted, sent) VALUES(?, 7, 'image/png', 1, 3)");
        bindBlob(put, 1, hash.view());
        put.exec();
        const auto entry = photoEntry(photo(files.size() - 1));
        SQLite::Statement draw(sql, "INSERT INTO entry VALUES('d1', 'photo', ?, ?)");
        draw.bind(1, entry.name);
        bindBlob(draw, 2, key.seal(asBytes(entry.value), "draft/d1/photo/" + entry.name));
        draw.exec();
    }
};

pid_t openInProcess(const ThirdForm& old) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        bool good = false;
        try {
            good = old.open() != nullptr;
        } catch (const std::exception& broken) {
            std::fprintf(stderr, "open: %s\n", broken.what());
        }
        _exit(good ? 0 : 1);
    }
    return child;
}

}  // namespace

TEST_CASE("a new store names no photo by its hash, neither file nor row nor draft") {
    test::TemporaryFolder folder;
    const auto key = crypto::DataKey::generate();
    const auto store = TabletStore::open(folder.path, key, [] { return kNow; }).value();
    const auto file = store->importFile(asBytes(test::pngBytes()), "image/png").value();
    const auto draft = store->createDraft("s", Sha256{}).value();
    const Photo photo{file.sha256, file.size, file.type, "b3", "", kNow};
    REQUIRE(store->putEntries(draft.id, {photoEntry(photo)}));
    for (const auto& entry : fs::recursive_directory_iterator(folder.path)) {
        INFO(entry.path());
        CHECK(entry.path().string().find(file.sha256.hex()) == std::string::npos);
        if (!entry.is_regular_file()) continue;
        const auto content = test::readFile(entry.path());
        CHECK(content.find(file.sha256.hex()) == std::string::npos);
        CHECK(content.find(asText(file.sha256.view())) == std::string::npos);
    }
    REQUIRE(store->putEntries(draft.id, {photoGone(photo)}));
    CHECK(store->entries(draft.id).value().empty());
}

TEST_CASE("a store of the third form keeps every file and row, and tells no hash any more") {
    const ThirdForm old(20);
    REQUIRE_FALSE(old.told().empty());
    old.check();
    CHECK(old.told().empty());
    // What was moved can be taken out again.
    const auto store = old.open();
    REQUIRE(store->putEntries(kDraft, {photoGone(old.photo(3))}));
    CHECK(loadDraft(*store, kDraft).value().photos.size() == 19);
}

TEST_CASE("renaming that is cut off goes on, wherever it was cut") {
    const ThirdForm old(60);
    int cuts = 0;
    for (useconds_t pause = 100; pause < 60'000; pause += pause / 4) {
        const pid_t child = openInProcess(old);
        usleep(pause);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        cuts += WIFSIGNALED(status);
    }
    CHECK(cuts > 5);
    old.check();
    CHECK(old.told().empty());
}

TEST_CASE("several processes may bring one store over at once") {
    const ThirdForm old(40);
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) children.push_back(openInProcess(old));
    for (const auto child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    old.check();
    old.check();
    CHECK(old.told().empty());
}

TEST_CASE("where the disk is too full to write the database anew, the store opens, and it is done later") {
    const ThirdForm old(5, 3'000'000);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit tight = before;
    tight.rlim_cur = 1'000'000;
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto opened = TabletStore::open(old.folder.path, old.key, [] { return kNow; });
    const bool good = opened && (*opened)->vault().get(old.files[0]);
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(good);
    CHECK(old.unfinished());
    old.check();
    CHECK_FALSE(old.unfinished());
    CHECK(old.told().empty());
}

TEST_CASE("a wrong key renames nothing") {
    const ThirdForm old(3);
    const auto wrong = TabletStore::open(old.folder.path, crypto::DataKey::generate(), [] { return kNow; });
    CHECK(wrong.error().code == "seal_broken");
    CHECK(fs::exists(old.placeOf(old.files[0])));
    old.check();
}
