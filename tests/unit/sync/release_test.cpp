// Letting originals go: only what is proved, accepted and acknowledged; whatever went comes back and hashes the same;
// a server that lost it, or merely says yes, gets nothing let go of.
#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "shared/crypto/hash.h"
#include "shared/store/file_release.h"
#include "shared/sync/server_link.h"
#include "tests/unit/sync/kit/scripted.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;

namespace {

struct Stand {
    World world;
    std::optional<Tablet> tablet;
    std::optional<server::kit::Author> supervisor;

    Stand() {
        world.publish();
        tablet.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        supervisor.emplace(world.enrol(domain::Role::supervisor, {"62"}));
        REQUIRE(tablet->fate().empty());
    }
    void review(const record::Line& line, bool accept) {
        const auto payload = record::parsePayload(line.payload()).value();
        json::object body{{"of", payload.id}, {"hash", line.hash().hex()}};
        if (!accept) body["comment"] = "again";
        const auto said =
            supervisor->say(accept ? "review.accepted" : "review.returned", body, {"yongchang-veg", "620321"});
        REQUIRE(world.fate(said, *supervisor) == "accepted");
    }
    Result<sync::Released> release(std::unique_ptr<sync::HttpCaller> caller = {}) {
        if (!caller) caller = std::make_unique<ToWorld>(world);
        return sync::Engine(*tablet->store, {}, std::move(caller)).releaseFiles();
    }
    [[nodiscard]] bool here(const std::string& content) { return tablet->store->vault().has(crypto::sha256(content)); }
    Bytes fetch(const Sha256& hash) {
        sync::ServerLink link(std::make_unique<ToWorld>(world));
        const auto origin = crypto::parseNoteKey(tablet->store->profile().value().logKey).value().name;
        REQUIRE(link.login(tablet->store->deviceKey().value(), origin, world.clock()));
        return link.file(hash).value();
    }
};

}  // namespace

TEST_CASE("whatever goes can be fetched again and hashes the same, and nothing goes that is not proved and accepted") {
    Stand at;
    std::mt19937 random(11);
    std::set<std::string> mayGo, mustStay;
    for (int n = 0; n < 24; ++n) {
        // Some photos stand in two records.
        const std::string own = "photo " + std::to_string(n), shared = "shared " + std::to_string(random() % 4);
        const auto line = at.tablet->inspect({own, shared});
        const auto kind = random() % 4;
        if (kind == 3) {  // stays unsent in this round: sent by a later sync
            mustStay.insert({own, shared});
            continue;
        }
        REQUIRE(at.tablet->fate().empty());
        if (kind != 2) at.review(line, kind == 0);
        (kind == 0 ? mayGo : mustStay).insert({own, shared});
    }
    REQUIRE(at.tablet->fate().empty());
    const auto last = at.tablet->inspect({"unsent"});
    mustStay.insert("unsent");
    const auto done = at.release();
    REQUIRE(done);
    std::size_t gone = 0;
    for (const auto& content : mayGo) {
        const bool needed = mustStay.contains(content);
        CAPTURE(content, needed);
        CHECK(at.here(content) == needed);
        if (needed) continue;
        ++gone;
        const auto bytes = at.fetch(crypto::sha256(content));
        CHECK(std::string(bytes.begin(), bytes.end()) == content);
    }
    for (const auto& content : mustStay) CHECK(at.here(content));
    CHECK(done->files == gone);
    CHECK(gone > 0);
    // A second time there is nothing to do, and another sync misses nothing.
    CHECK(at.release()->files == 0);
    const auto report = at.tablet->sync();
    REQUIRE(report);
    CHECK(report->files.missing == 0);
    CHECK(report->problems.empty());
}

TEST_CASE("a server that says no more that it holds a file, or says nothing, keeps the original here") {
    Stand at;
    const auto line = at.tablet->inspect({"seen"});
    REQUIRE(at.tablet->fate().empty());
    at.review(line, true);
    REQUIRE(at.tablet->fate().empty());
    REQUIRE(store::releasableFiles(*at.tablet->store)->size() == 1);
    SECTION("no receipt") {
        const auto done = at.release(std::make_unique<Scripted>(at.world, [](const auto& request, auto&) {
            return request.path == "/v1/receipt"
                       ? std::optional<Result<sync::HttpResponse>>(sync::HttpResponse{500, {}, "{}"})
                       : std::nullopt;
        }));
        CHECK_FALSE(done);
    }
    SECTION("an old receipt") {
        std::string before;
        const auto done = at.release(std::make_unique<Scripted>(at.world, [&](const auto& request, auto& honest) {
            if (request.path != "/v1/receipt") return std::optional<Result<sync::HttpResponse>>();
            auto asked = request;
            auto body = parseJson(request.body).value();
            body.get_object()["nonce"] = "another-question-another-question";
            asked.body = toText(body);
            return std::optional<Result<sync::HttpResponse>>(honest.call(asked));
        }));
        CHECK_FALSE(done);
    }
    SECTION("the server lost it") {
        const auto done = at.release(std::make_unique<Scripted>(at.world, [&](const auto& request, auto& honest) {
            if (request.path != "/v1/receipt") return std::optional<Result<sync::HttpResponse>>();
            auto asked = request;
            auto body = parseJson(request.body).value();
            body.get_object()["files"] = json::array();
            asked.body = toText(body);
            return std::optional<Result<sync::HttpResponse>>(honest.call(asked));
        }));
        REQUIRE(done);
        CHECK(done->files == 0);
        CHECK(done->lost == 1);
        CHECK(at.tablet->sync()->files.missing == 0);
    }
    CHECK(at.here("seen"));
}

TEST_CASE("what a draft names stays, and a release that is cut off loses nothing") {
    Stand at;
    const auto line = at.tablet->inspect({"one", "two", "three"});
    REQUIRE(at.tablet->fate().empty());
    at.review(line, true);
    REQUIRE(at.tablet->fate().empty());
    const auto draft = at.tablet->store->createDraft("yongchang-veg", Sha256{}).value();
    REQUIRE(at.tablet->store->putEntries(draft.id, {{"answer", "q", "\"" + crypto::sha256("one").hex() + "\""}}));
    int seen = 0;
    sync::Engine engine(*at.tablet->store, {}, std::make_unique<ToWorld>(at.world));
    CHECK_THROWS(engine.releaseFiles([&](const store::FileRow&) -> bool {
        if (seen++ == 1) throw std::runtime_error("the power went");
        return true;
    }));
    at.tablet->reopen();
    CHECK(at.here("one"));
    for (const std::string content : {"two", "three"}) {
        if (at.here(content)) continue;
        const auto bytes = at.fetch(crypto::sha256(content));
        CHECK(std::string(bytes.begin(), bytes.end()) == content);
    }
    CHECK(at.release()->files == 1);
    CHECK(at.here("one"));
}

TEST_CASE("a small picture stays where an original went") {
    Stand at;
    const auto original = crypto::sha256("a large photo");
    CHECK_FALSE(store::keptPicture(*at.tablet->store, original));
    REQUIRE(store::keepPicture(*at.tablet->store, original, asBytes("a small one")));
    at.tablet->reopen();
    CHECK(store::keptPicture(*at.tablet->store, original) == crypto::sha256("a small one"));
}
