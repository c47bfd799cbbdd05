// A lost tablet: its key ends by a line of the log that is proved here, and by nothing else that a server says or keeps
// back. Each vault of a tablet is judged by itself.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/store/key_history.h"
#include "shared/store/own_revocation.h"
#include "tests/unit/sync/kit/scripted.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;

namespace {

struct Stand {
    World world;
    std::optional<Tablet> tablet;

    Stand() {
        world.publish();
        tablet.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        REQUIRE(tablet->fate().empty());
    }
    void revoke(const std::string& kid) {
        auto& admin = world.admin();
        REQUIRE(world.fate(admin.say("key.revoked", {{"key", kid}, {"reason", "left in a taxi"}}), admin) ==
                "accepted");
    }
    std::string through(Scripted::Script script) {
        return tablet->fate(std::make_unique<Scripted>(world, std::move(script)));
    }
    [[nodiscard]] bool ended() const { return store::ownRevocation(*tablet->store).has_value(); }
};

using Said = std::optional<Result<sync::HttpResponse>>;

sync::HttpResponse refusal() {
    return {403, {}, R"({"code":"key_revoked","detail":"revoked"})"};
}

// The honest proof, changed.
Said changed(const sync::HttpRequest& request, sync::HttpCaller& honest,
             const std::function<void(json::object&)>& change) {
    if (!request.path.starts_with("/v1/revocation")) return std::nullopt;
    auto answer = honest.call(request);
    REQUIRE(answer);
    REQUIRE(answer->status == 200);
    auto value = parseJson(answer->body).value();
    change(value.get_object());
    answer->body = toText(value);
    return answer;
}

}  // namespace

TEST_CASE("a revoked tablet knows by whom, why and where in the log, and the server's time has no say in it") {
    Stand at;
    const auto line = at.tablet->inspect({"seen"});
    at.revoke(at.tablet->kid());
    // Others came and went since: nothing of them is told.
    const auto later = at.world.enrol(domain::Role::inspector, {"62"}).kid();
    CHECK(at.tablet->fate() == "key_revoked");
    const auto by = store::ownRevocation(*at.tablet->store);
    REQUIRE(by);
    CHECK(by->reason == "left in a taxi");
    CHECK_FALSE(by->by.empty());
    CHECK(at.tablet->store->trust()->member(at.tablet->kid())->revokedAt == by->index);
    CHECK(at.tablet->store->trust()->member(later) == nullptr);
    const auto history = store::keyHistory(at.tablet->store->folder());
    CHECK(history.revoked);
    CHECK(history.revokedBy == by->by);
    CHECK(history.unsentRecords == 1);
    // It is in the sealed store: another start, a file that was taken away and a clock set back change nothing.
    std::filesystem::remove(at.tablet->store->folder() / "key.json");
    at.tablet->reopen();
    at.world.pass(-std::chrono::hours(24 * 400));
    CHECK(at.ended());
    // What waited is whole.
    CHECK(at.tablet->store->recordByHash(line.hash())->state == store::RecordState::signedHere);
    CHECK(sync::makeUnloggedBundle(*at.tablet->store, at.tablet->store->waiting().front().id));
}

TEST_CASE("a server that refuses without proof locks nobody out") {
    Stand at;
    const auto line = at.tablet->inspect();
    const auto where = GENERATE(as<std::string>(), "/v1/token", "/v1/records", "/v1/receipt", "/v1/checkpoint");
    CAPTURE(where);
    const auto fate = at.through([&](const auto& request, auto& honest) -> Said {
        return request.path.starts_with(where) ? Said(refusal()) : asBefore(request, honest);
    });
    CHECK(fate == "revocation_unproved");
    CHECK_FALSE(at.ended());
    CHECK_FALSE(store::keyHistory(at.tablet->store->folder()).revoked);
    CHECK(at.tablet->store->recordByHash(line.hash())->problem.empty());
    CHECK(at.tablet->fate().empty());
    CHECK(at.tablet->unproved() == 0);
}

TEST_CASE("another's revocation, an old one, or one by whoever may not is no proof") {
    Stand at;
    const auto other = at.world.enrol(domain::Role::inspector, {"62"}).kid();
    at.revoke(other);
    auto carrier = at.world.enrol(domain::Role::inspector, {"62"});
    SECTION("another's") {
        const auto fate = at.through([&](const auto& request, auto& honest) -> Said {
            if (request.path == "/v1/token") return refusal();
            if (!request.path.starts_with("/v1/revocation")) return std::nullopt;
            // The log's trust lines are all there and proved; that this key is among the revoked is not.
            // A proof that is whole, of a device that stands: there is no line that ends it.
            sync::HttpRequest asked{"GET",
                                    "/v1/checkpoint?have=" + request.path.substr(request.path.find("have=") + 5)};
            asked.headers = {"Authorization: Bearer " + at.world.token(carrier)};
            const auto honestly = honest.call(asked);
            REQUIRE(honestly->status == 200);
            auto value = parseJson(honestly->body).value();
            auto& answer = value.get_object();
            answer["trust"] = json::array();
            return sync::HttpResponse{200, {}, toText(answer)};
        });
        CHECK(fate == "revocation_unproved");
    }
    SECTION("of somebody who may not, in the log as it is") {
        auto stranger = at.world.enrol(domain::Role::inspector, {"62"});
        (void)at.world.fate(stranger.say("key.revoked", {{"key", at.tablet->kid()}, {"reason", "x"}}), stranger);
        CHECK(at.through([&](const auto& request, auto&) -> Said {
            return request.path == "/v1/token" ? Said(refusal()) : std::nullopt;
        }) == "revocation_unproved");
    }
    CHECK_FALSE(at.ended());
    CHECK(at.tablet->fate().empty());
}

TEST_CASE("a proof that was changed anywhere is none, and the honest one afterwards is") {
    Stand at;
    at.revoke(at.tablet->kid());
    (void)at.world.enrol(domain::Role::inspector, {"62"});
    const auto how = GENERATE(0, 1, 2, 3, 4, 5);
    CAPTURE(how);
    const auto fate = at.through([&](const auto& request, auto& honest) -> Said {
        return changed(request, honest, [&](json::object& answer) {
            if (how == 0) answer["trust"].get_array().clear();
            if (how == 1) answer["proof"] = json::array{toBase64(crypto::sha256("no").view())};
            if (how == 2) answer["later"] = json::array();
            if (how == 3) answer["later"].get_array().emplace_back(toBase64(crypto::sha256("more").view()));
            if (how == 4) {
                auto& index = answer["trust"].get_array().back().get_array()[0];
                index = index.get_int64() - 1;
            }
            if (how == 5) answer["trust"] = "all of them";
        });
    });
    CHECK(fate == "revocation_unproved");
    CHECK_FALSE(at.ended());
    CHECK(at.tablet->fate() == "key_revoked");
    CHECK(at.ended());
}

TEST_CASE("a server that goes on serving a revoked key hides the line in vain") {
    Stand at;
    const auto line = at.tablet->inspect();
    const auto kid = at.tablet->kid();
    auto colleague = at.world.enrol(domain::Role::inspector, {"62"});
    at.revoke(kid);
    SECTION("it brings the line in the feed and takes what the key signs") {
        // Whoever lies so serves as somebody else: her token stands where the tablet's would.
        const auto fate = at.through([&](const auto& request, auto& honest) -> Said {
            if (request.path == "/v1/token")
                return sync::HttpResponse{200, {}, toText(json::object{{"access_token", at.world.token(colleague)}})};
            (void)honest;
            return std::nullopt;
        });
        CHECK(fate == "key_revoked");
        CHECK(at.ended());
    }
    SECTION("it leaves the line out of its trust lines") {
        const auto fate = at.through([&](const auto& request, auto& honest) -> Said {
            if (request.path == "/v1/token")
                return sync::HttpResponse{200, {}, toText(json::object{{"access_token", at.world.token(colleague)}})};
            if (!request.path.starts_with("/v1/trust")) return std::nullopt;
            auto answer = honest.call(request);
            answer->body.clear();
            return answer;
        });
        CHECK(fate == "trust_withheld");
        CHECK_FALSE(at.ended());
    }
    CHECK(at.tablet->store->recordByHash(line.hash()));
}

TEST_CASE("of two people at a tablet only the one whose key was revoked is out") {
    Stand at;
    Tablet other(at.world, at.world.invite(domain::Role::inspector, {"62"}));
    REQUIRE(other.fate().empty());
    at.revoke(at.tablet->kid());
    CHECK(at.tablet->fate() == "key_revoked");
    CHECK(other.fate().empty());
    CHECK(at.ended());
    CHECK_FALSE(store::ownRevocation(*other.store));
    CHECK_FALSE(store::keyHistory(other.store->folder()).revoked);
}

TEST_CASE("files that may not go wait, lines go, and what was begun goes on to the byte once they may") {
    Stand at;
    const auto line = at.tablet->inspect({"a photo"});
    sync::Engine engine(*at.tablet->store, {}, std::make_unique<ToWorld>(at.world));
    bool held = true;
    engine.holdFiles([&](const store::FileRow&) { return held; });
    auto report = engine.run();
    REQUIRE(report);
    CHECK(report->filesHeld == 1);
    CHECK(report->files.missing == 1);
    CHECK(report->problems.empty());
    CHECK(at.tablet->store->recordByHash(line.hash())->state == store::RecordState::proved);
    CHECK(at.tablet->store->filesNotThere().front().sent == 0);
    held = false;
    report = engine.run();
    REQUIRE(report);
    CHECK(report->filesHeld == 0);
    CHECK(report->files.missing == 0);
}

TEST_CASE("a busy server's word of when to come again is heard, and no longer than an hour") {
    Stand at;
    const auto wait = GENERATE(std::pair<std::string, int>{"17", 17}, std::pair<std::string, int>{"999999999", 3600},
                               std::pair<std::string, int>{"Wed, 21 Oct 2037 07:28:00 GMT", 0});
    sync::Engine engine(*at.tablet->store, {}, std::make_unique<Scripted>(at.world, [&](const auto&, auto&) -> Said {
        return sync::HttpResponse{503, {{"retry-after", wait.first}}, R"({"code":"busy"})"};
    }));
    REQUIRE_FALSE(engine.run());
    CHECK(engine.takeRetryAfter().count() == wait.second);
    CHECK(engine.takeRetryAfter().count() == 0);
}
