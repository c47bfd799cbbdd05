#include <catch2/catch.hpp>

#include "sync-server/http/encoding.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;

namespace {

constexpr std::size_t kLimit = 1 << 20;

}  // namespace

TEST_CASE("gzip and zstd bodies come back as they were") {
    for (const auto& text : {std::string(), std::string("short"), std::string(300'000, 'x')}) {
        CHECK(decodeBody("gzip", encodeBody(Coding::gzip, text), kLimit).value() == text);
        CHECK(decodeBody("zstd", encodeBody(Coding::zstd, text), kLimit).value() == text);
        CHECK(decodeBody("identity", text, kLimit).value() == text);
    }
}

TEST_CASE("a small body that unfolds into a large one is refused at the limit") {
    const std::string bomb(50 << 20, '\0');
    for (const auto coding : {Coding::gzip, Coding::zstd}) {
        const auto packed = encodeBody(coding, bomb);
        CHECK(packed.size() < 100'000);
        CHECK(decodeBody(coding == Coding::gzip ? "gzip" : "zstd", packed, kLimit).error().code == "body_too_large");
    }
}

TEST_CASE("broken, cut and prolonged bodies are refused") {
    for (const auto& [name, coding] : {std::pair{"gzip", Coding::gzip}, std::pair{"zstd", Coding::zstd}}) {
        const auto good = encodeBody(coding, std::string(5000, 'x') + "end");
        CHECK(decodeBody(name, good.substr(0, good.size() - 3), kLimit).error().code == "bad_encoding");
        CHECK(decodeBody(name, good.substr(0, 4), kLimit).error().code == "bad_encoding");
        CHECK(decodeBody(name, "not compressed at all", kLimit).error().code == "bad_encoding");
        CHECK(decodeBody(name, good + "more", kLimit).error().code == "bad_encoding");
    }
    CHECK(decodeBody("br", "x", kLimit).error().code == "encoding_unknown");
}

TEST_CASE("the answer's coding is the best that the caller takes") {
    CHECK(chooseCoding("") == Coding::identity);
    CHECK(chooseCoding("gzip, deflate, br") == Coding::gzip);
    CHECK(chooseCoding("gzip, zstd") == Coding::zstd);
    CHECK(chooseCoding("zstd;q=0, gzip;q=0.5") == Coding::gzip);
    CHECK(chooseCoding("gzip;q=0") == Coding::identity);
    CHECK(chooseCoding("br") == Coding::identity);
}

TEST_CASE("a push may come compressed") {
    kit::World world;
    auto& admin = world.admin();
    const auto line = admin.say("standard.feedback", {{"text", "x"}});
    const auto response = world.call({Method::post,
                                      "/v1/records",
                                      encodeBody(Coding::zstd, line.text() + "\n"),
                                      {{"content-encoding", "zstd"}, {"accept-encoding", "gzip"}}},
                                     &admin);
    CHECK(response.status == 200);
    const auto broken = world.call({Method::post, "/v1/records", "xxxx", {{"content-encoding", "gzip"}}}, &admin);
    CHECK(broken.status == 400);
    CHECK(textOr(parseJson(broken.body).value().get_object(), "code") == "bad_encoding");
}
