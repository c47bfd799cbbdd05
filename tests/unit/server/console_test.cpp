#include <catch2/catch.hpp>

#include <fstream>

#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Case {
    World world;
    TempFolder console;

    Case() {
        std::filesystem::create_directories(console.path / "assets");
        write("index.html", "<!doctype html>the page");
        write("assets/index-abc123.js", std::string(5000, 'x'));
        write("icon.svg", "<svg/>");
        std::filesystem::create_directories(console.path / "verify/assets");
        write("verify/index.html", "<!doctype html>the public page");
        write("verify/assets/index-abc.js", "x");
        std::ofstream(console.path.parent_path() / "outside.txt") << "outside";
        world.services().console = console.path;
    }
    void write(const char* name, const std::string& text) { std::ofstream(console.path / name) << text; }
};

}  // namespace

TEST_CASE("the console's page stands at the root and at its own addresses") {
    Case c;
    for (const char* path : {"/", "/inspections/0193", "/records/abc"}) {
        const auto response = c.world.get(path);
        CHECK(response.status == 200);
        CHECK(response.body == "<!doctype html>the page");
        CHECK(response.header("Cache-Control") == "no-cache");
        CHECK(response.header("X-Content-Type-Options") == "nosniff");
        const std::string policy(response.header("Content-Security-Policy"));
        CHECK_THAT(policy, Catch::Contains("default-src 'self'") && Catch::Contains("img-src 'self' blob: data:") &&
                               Catch::Contains("media-src 'self' blob:") &&
                               Catch::Contains("style-src 'self' 'unsafe-inline'") &&
                               Catch::Contains("connect-src 'self'"));
    }
}

TEST_CASE("the public page stands at every address below its own, under a policy of its own") {
    Case c;
    for (const char* path :
         {"/verify", "/verify/", "/verify/9f3ac41e77d02b95e8a6015cd3f46b12", "/verify/%3Cb%3E.png"}) {
        const auto response = c.world.get(path);
        CHECK(response.status == 200);
        CHECK(response.body == "<!doctype html>the public page");
        CHECK_THAT(std::string(response.header("Content-Security-Policy")),
                   Catch::Contains("default-src 'none'") && !Catch::Contains("unsafe"));
    }
    CHECK_THAT(std::string(c.world.get("/verify/assets/index-abc.js").header("Cache-Control")),
               Catch::Contains("immutable"));
    CHECK(c.world.get("/verify/assets/gone.js").status == 404);
}

TEST_CASE("files that are named by their contents are kept for ever, and compressed for who takes it") {
    Case c;
    const auto plain = c.world.get("/assets/index-abc123.js");
    CHECK(plain.header("Content-Type") == "text/javascript; charset=utf-8");
    CHECK_THAT(std::string(plain.header("Cache-Control")), Catch::Contains("immutable"));
    CHECK(plain.body.size() == 5000);
    const auto packed = c.world.call({Method::get, "/assets/index-abc123.js", {}, {{"accept-encoding", "gzip"}}});
    CHECK(packed.header("Content-Encoding") == "gzip");
    CHECK(packed.body.size() < 200);
    CHECK(c.world.get("/icon.svg").header("Content-Type") == "image/svg+xml");
}

TEST_CASE("what is missing is an error to the browser, not the page, and nothing leads out of the folder") {
    Case c;
    CHECK(c.world.get("/assets/index-gone.js").status == 404);
    CHECK(c.world.get("/gone.png").status == 404);
    CHECK(c.world.get("/v1/gone").status == 404);
    for (const char* path :
         {"/../outside.txt", "/assets/../../outside.txt", "/%2e%2e/outside.txt", "//etc/passwd", "/.hidden"}) {
        INFO(path);
        CHECK_THAT(c.world.get(path).body, !Catch::Contains("outside") || Catch::Contains("there is nothing at"));
    }
    c.world.services().console.clear();
    CHECK(c.world.get("/").status == 404);
}
