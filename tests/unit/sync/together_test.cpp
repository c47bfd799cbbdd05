// Small texts go to the server together; whatever that meets on the way, each of them arrives.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/store/tuning.h"
#include "shared/sync/tuning.h"
#include "tests/unit/sync/kit/scripted.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using sync::HttpRequest;
using sync::HttpResponse;
using namespace std::chrono_literals;

namespace {

using Said = std::optional<Result<HttpResponse>>;

struct Stand {
    World world;
    std::optional<Tablet> tablet;
    std::size_t together = 0, alone = 0, bytes = 0;

    Stand() {
        world.publish();
        tablet.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        REQUIRE(tablet->fate().empty());
    }
    // Counts what goes how; `script` may answer in the server's place.
    std::unique_ptr<sync::HttpCaller> counted(const Scripted::Script& script = {}) {
        together = alone = bytes = 0;
        return std::make_unique<Scripted>(world, [this, script](const auto& request, sync::HttpCaller& honest) -> Said {
            together += request.path == "/v1/files";
            alone += request.method == "POST" && request.path == "/v1/uploads";
            if (request.path == "/v1/files") bytes += request.body.size();
            return script ? script(request, honest) : std::nullopt;
        });
    }
    bool stored(const std::string& content) {
        return world.services().blobs.sizeOf(crypto::sha256(content)) == content.size();
    }
};

// So many texts that have much in common.
std::vector<std::string> texts(int count, std::size_t size = 3000) {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) {
        std::string text;
        for (int n = 0; text.size() < size; ++n)
            text += "{\"n\":" + std::to_string(n) + ",\"kind\":\"answer\",\"id\":\"q" + std::to_string(i * n % 97) +
                    "\"}\n";
        out.push_back(std::move(text));
    }
    return out;
}

}  // namespace

TEST_CASE("texts of a batch go in one call, a fraction of their size, and photos each by itself") {
    Stand at;
    const auto contents = texts(12);
    for (const auto& content : contents) at.tablet->inspect({content}, "application/x-ndjson");
    at.tablet->inspect({"a photo"}, "application/octet-stream");
    const auto report = at.tablet->sync(at.counted());
    REQUIRE(report);
    CHECK(report->files.missing == 0);
    CHECK(report->problems.empty());
    CHECK(at.together == 1);
    CHECK(at.alone == 1);
    CHECK(at.bytes < 12 * 3000 / 5);
    for (const auto& content : contents) CHECK(at.stored(content));
}

TEST_CASE("more than goes together goes in several calls") {
    Stand at;
    for (const auto& content : texts(30, 20'000)) at.tablet->inspect({content}, "text/plain");
    const auto report = at.tablet->sync(at.counted());
    REQUIRE(report);
    CHECK(report->files.missing == 0);
    CHECK(at.together == 3);
    CHECK(at.alone == 0);
}

TEST_CASE("a server of before takes each text by itself, and is asked once") {
    Stand at;
    for (const auto& content : texts(3)) at.tablet->inspect({content}, "text/plain");
    const auto old = [](const auto& request, auto&) -> Said {
        if (request.path != "/v1/files") return std::nullopt;
        return HttpResponse{
            404, {{"content-type", "application/problem+json"}}, R"({"code":"not_found","status":404})"};
    };
    sync::Engine engine(*at.tablet->store, {}, at.counted(old));
    auto report = engine.run();
    REQUIRE(report);
    CHECK(report->files.missing == 0);
    CHECK(report->problems.empty());
    CHECK(at.together == 1);
    CHECK(at.alone == 3);
    at.tablet->inspect({"one more"}, "text/plain");
    REQUIRE(engine.run());
    CHECK(at.together == 1);
    CHECK(at.alone == 4);
}

TEST_CASE("what was acknowledged together and did not arrive goes by itself at the next sync") {
    Stand at;
    const auto contents = texts(3);
    for (const auto& content : contents) at.tablet->inspect({content}, "text/plain");
    const auto swallow = [](const auto& request, auto&) -> Said {
        if (request.path != "/v1/files") return std::nullopt;
        return HttpResponse{200, {}, R"({"taken":3,"refused":[]})"};
    };
    auto report = at.tablet->sync(at.counted(swallow));
    REQUIRE(report);
    CHECK(report->files.missing == 3);
    CHECK(report->problems.size() == 3);
    report = at.tablet->sync(at.counted(swallow));
    REQUIRE(report);
    CHECK(report->files.missing == 0);
    CHECK(at.together == 0);
    CHECK(at.alone == 3);
    for (const auto& content : contents) CHECK(at.stored(content));
    // Not for ever.
    at.world.pass(sync::kAloneFor);
    at.tablet->inspect({"later"}, "text/plain");
    REQUIRE(at.tablet->sync(at.counted()));
    CHECK(at.together == 1);
    CHECK(at.stored("later"));
}

TEST_CASE("a link that breaks carries half as much the next time, and in the end each by itself") {
    Stand at;
    for (const auto& content : texts(40, 8'000)) at.tablet->inspect({content}, "text/plain");
    std::vector<std::size_t> sizes;
    sync::Engine engine(*at.tablet->store, {}, at.counted([&](const auto& request, auto&) -> Said {
        if (request.path != "/v1/files") return std::nullopt;
        sizes.push_back(request.body.size());
        return Result<HttpResponse>(fail(ErrorKind::offline, "offline", "the connection broke"));
    }));
    std::size_t runs = 0;
    while (!engine.run() && runs < 20) ++runs;
    CHECK(runs == sizes.size());
    CHECK(runs <= 6);
    for (std::size_t i = 1; i < sizes.size(); ++i) CHECK(sizes[i] < sizes[i - 1]);
    CHECK(at.tablet->store->tally().missing == 0);
}

TEST_CASE("what the server refuses together says why when it goes by itself") {
    Stand at;
    at.tablet->inspect({"seen"}, "text/plain");
    const auto report = at.tablet->sync(at.counted([](const auto& request, auto&) -> Said {
        if (request.path != "/v1/files") return std::nullopt;
        return HttpResponse{200,
                            {},
                            R"({"taken":0,"refused":[{"sha256":")" + crypto::sha256("seen").hex() +
                                R"(","code":"wrong_hash","detail":"no"}]})"};
    }));
    REQUIRE(report);
    CHECK(at.alone == 1);
    CHECK(report->files.missing == 0);
}

TEST_CASE("an answer that does not speak of every file is none") {
    Stand at;
    at.tablet->inspect({"seen"}, "text/plain");
    const auto said = GENERATE(as<std::string>(), "", "[]", "{}", R"({"taken":2,"refused":[]})",
                               R"({"taken":-1,"refused":[{},{}]})", R"({"taken":0,"refused":[{"sha256":"x"}]})",
                               R"({"taken":0,"refused":[5]})", R"({"taken":"1","refused":[]})");
    CAPTURE(said);
    const auto report = at.tablet->sync(at.counted([&](const auto& request, auto&) -> Said {
        if (request.path != "/v1/files") return std::nullopt;
        return HttpResponse{200, {}, said};
    }));
    REQUIRE(report);
    CHECK(at.alone == 1);
    CHECK(report->files.missing == 0);
}
