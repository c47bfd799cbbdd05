// Small pictures of files: for whoever may read the file, made when they are asked for by a process that can do nothing
// else, and gone with what they are made of.
#include <catch2/catch.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "shared/crypto/hash.h"
#include "shared/picture/jpeg_writer.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/pictures/make_picture.h"
#include "sync-server/pictures/small_pictures.h"
#include "sync-server/pictures/tuning.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const fs::path kMaker = fs::path(PLUMB_BIN_DIR) / "plumb-small-picture";

std::string photo(int width = 900, int height = 600) {
    picture::Rgb drawn{width, height, {}};
    for (int i = 0; i < width * height * 3; ++i) drawn.bytes.push_back(static_cast<std::uint8_t>(i * i >> 7));
    return std::string(asText(picture::writeJpeg(drawn).value()));
}

struct Case {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"6203"}));
    std::string content = photo();
    std::string path = "/v1/files/" + crypto::sha256(content).hex();

    explicit Case(const fs::path& maker = kMaker) { world.makePicturesBy(maker); }
    void send(const std::string& type = "image/jpeg") {
        const record::FileRef file{crypto::sha256(content), content.size(), type, "evidence", "2"};
        const auto line = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321", {file}});
        REQUIRE(world.fate(line, inspector) == "accepted");
        world.upload(content, inspector);
    }
    Response small(int side = 320, const Author* who = nullptr, Headers headers = {}) {
        return world.call({Method::get, path + "?w=" + std::to_string(side), {}, std::move(headers)},
                          who ? who : &inspector);
    }
    // Asks until it is there, or until none is.
    Response made(int side = 320) {
        for (int tries = 0; tries < 400; ++tries) {
            auto response = small(side);
            if (response.status != 202) return response;
            CHECK(response.header("Retry-After") == "1");
            std::this_thread::sleep_for(25ms);
        }
        FAIL("no small picture was made in ten seconds");
        return {};
    }
    [[nodiscard]] std::size_t kept() const {
        std::size_t out = 0;
        std::error_code none;
        for (const auto& one : fs::recursive_directory_iterator(world.folder().pictures(), none))
            out += one.is_regular_file();
        return out;
    }
};

std::string codeOf(const Response& response) {
    return textOr(parseJson(response.body).value().get_object(), "code");
}

// A program of these words in the maker's place.
fs::path script(const TempFolder& folder, const std::string& words) {
    const auto file = folder.path / "maker";
    std::ofstream(file) << "#!/bin/sh\n" << words << "\n";
    fs::permissions(file, fs::perms::owner_all);
    return file;
}

}  // namespace

TEST_CASE("a small picture is made when somebody asks, and is there from then on") {
    Case c;
    c.send();
    CHECK(c.small().status == 202);
    const auto small = c.made();
    REQUIRE(small.status == 200);
    CHECK(small.header("Content-Type") == "image/jpeg");
    CHECK(small.header("Cache-Control") == "private, max-age=31536000, immutable");
    CHECK_THAT(std::string(small.header("Content-Security-Policy")), Catch::Contains("sandbox"));
    CHECK(small.body.size() < c.content.size());
    CHECK(small.body.starts_with("\xff\xd8\xff"));
    const std::string tag(small.header("ETag"));
    CHECK(c.small(320, nullptr, {{"if-none-match", tag}}).status == 304);
    CHECK(c.small().body == small.body);
    CHECK(c.made(1600).status == 200);
    CHECK(c.kept() == 2);
    // The file itself is what it was.
    CHECK(c.world.get(c.path, &c.inspector).file->size == c.content.size());
}

TEST_CASE("a small picture is for whoever may read the file, and of a file that is here") {
    Case c;
    const auto stranger = c.world.enrol(domain::Role::inspector, {"63"});
    CHECK(codeOf(c.small()) == "file_unknown");
    c.send();
    CHECK(c.made().status == 200);
    CHECK(codeOf(c.small(320, &stranger)) == "file_unknown");
    CHECK(c.world.call({Method::get, c.path + "?w=320"}).status == 401);
    for (const auto* w : {"", "0", "321", "-1", "320x", "99999999999999999999"})
        CHECK(codeOf(c.world.get(c.path + "?w=" + w, &c.inspector)) == "bad_query");
}

TEST_CASE("of what is no picture there is no small one, and the file itself is given") {
    SECTION("its line says so") {
        Case c;
        c.send("application/pdf");
        CHECK(codeOf(c.small()) == "no_small_picture");
        CHECK(c.kept() == 0);
    }
    SECTION("its bytes say so") {
        Case c;
        c.content = "this is no JPEG";
        c.path = "/v1/files/" + crypto::sha256(c.content).hex();
        c.send();
        CHECK(codeOf(c.made()) == "no_small_picture");
        // It is not tried for each who asks, and again on another day.
        CHECK(c.small().status == 404);
        c.world.pass(kNoPictureLife + 1min);
        const auto again = c.small();
        CAPTURE(again.body);
        CHECK(again.status == 202);
        CHECK(c.world.get(c.path, &c.inspector).status == 200);
    }
    SECTION("no program makes any") {
        Case c{fs::path()};
        c.send();
        CHECK(codeOf(c.small()) == "no_small_picture");
    }
    SECTION("the program is missing") {
        Case c("/nowhere/at-all");
        c.send();
        CHECK(codeOf(c.made()) == "no_small_picture");
    }
}

TEST_CASE("a program that dies, says too much, or hangs costs its picture and nothing else") {
    TempFolder folder;
    FolderBlobs blobs(folder.path / "blobs");
    const auto content = photo(200, 100);
    std::ofstream(folder.path / "new") << content;
    const auto hash = crypto::sha256(content);
    blobs.adopt(folder.path / "new", hash);
    const auto make = [&](
                          const std::string& words, const std::function<bool()>& stopping = [] { return false; }) {
        const auto made = makePicture(script(folder, words), *blobs.open(hash), 320, stopping);
        return made ? std::string("made") : made.error().code;
    };
    CHECK(make("cat > /dev/null; printf small") == "made");
    CHECK(make("cat > /dev/null; exit 3") == "no_picture");
    CHECK(make("exit 3") == "no_picture");
    CHECK(make("kill -9 $$") == "no_picture");
    CHECK(make("cat > /dev/null; kill -SYS $$") == "no_picture");
    CHECK(make("cat > /dev/null; exit 0") == "maker_failed");
    CHECK(make("cat > /dev/null; printf some; exit 1") == "maker_failed");
    CHECK(make("exec yes") == "no_picture");  // more than a small picture has
    const auto began = std::chrono::steady_clock::now();
    CHECK(make("exec sleep 100", [&] { return std::chrono::steady_clock::now() > began + 300ms; }) == "stopped");
    CHECK(make("exec 0<&- 1>&-; exec sleep 100") == "no_picture");  // says nothing more, and stays
    CHECK(std::chrono::steady_clock::now() < began + kMakerPatience);
    CHECK(makePicture(kMaker, *blobs.open(hash), 320, [] { return false; }));
    CHECK(makePicture(kMaker, *blobs.open(hash), 7, [] { return false; }).error().code == "maker_failed");
}

TEST_CASE("what the program inherits of the server is nothing") {
    TempFolder folder;
    FolderBlobs blobs(folder.path / "blobs");
    std::ofstream(folder.path / "new") << "x";
    const auto hash = crypto::sha256("x");
    blobs.adopt(folder.path / "new", hash);
    const int secret = open("/etc/hostname", O_RDONLY);  // not closed on exec
    REQUIRE(secret > 2);
    const auto said = makePicture(script(folder, "cat > /dev/null; ls /proc/$$/fd | tr '\\n' ' '; env"),
                                  *blobs.open(hash), 320, [] { return false; });
    close(secret);
    REQUIRE(said);
    // 10 is the shell's own, for its script.
    CHECK_THAT(std::string(asText(*said)),
               Catch::Matches("0 1 (10 )?2 (LC_ALL=C|PWD=.*|_=.*|\\n)*", Catch::CaseSensitive::Yes));
}

TEST_CASE("small pictures go when nobody asks for them, and with what they are made of") {
    Case c;
    c.send();
    REQUIRE(c.made().status == 200);
    auto& pictures = c.world.services().pictures;
    CHECK(pictures.sweep() == 0);
    c.world.pass(kPictureLife - 1h);
    REQUIRE(c.small().status == 200);  // asked for again
    c.world.pass(2h);
    CHECK(pictures.sweep() == 0);
    c.world.pass(kPictureLife);
    CHECK(pictures.sweep() == 1);
    CHECK(c.kept() == 0);
    REQUIRE(c.made().status == 200);
    pictures.forget(crypto::sha256(c.content));
    CHECK(c.kept() == 0);
    REQUIRE(c.made().status == 200);
    fs::remove(c.world.services().blobs.localCopy(crypto::sha256(c.content)).value());
    CHECK(pictures.sweep() == 1);
    CHECK(codeOf(c.small()) == "file_unknown");
}
