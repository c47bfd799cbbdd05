// No single answer wedges a tablet: after any finite number of wrong answers an honest server brings everything to
// proved, by itself. Until then the person reads that something is wrong.
#include <catch2/catch.hpp>

#include <algorithm>

#include "shared/crypto/hash.h"
#include "shared/store/key_history.h"
#include "shared/store/tuning.h"
#include "tests/unit/sync/kit/liar.h"
#include "tests/unit/sync/kit/scripted.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using namespace std::chrono_literals;

namespace {

struct Stand {
    World world;
    std::optional<Tablet> tablet;

    Stand() {
        world.publish();
        tablet.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        REQUIRE(tablet->fate().empty());
    }
    Result<sync::Report> through(Scripted::Script script) {
        return tablet->sync(std::make_unique<Scripted>(world, std::move(script)));
    }
    bool holds(const Sha256& hash) {
        const auto lines = linesOf(world);
        return std::count(lines.begin(), lines.end(), hash) == 1;
    }
    store::RecordRow row(const record::Line& line) { return tablet->store->recordByHash(line.hash()).value(); }
};

bool isPush(const sync::HttpRequest& request) {
    return request.method == "POST" && request.path.starts_with("/v1/records");
}

sync::HttpResponse saysOfAll(const json::object& what, const std::vector<record::Line>& lines) {
    json::array results;
    for (const auto& line : lines) {
        auto result = what;
        result["hash"] = line.hash().hex();
        results.push_back(std::move(result));
    }
    return {200, {}, toText(json::object{{"results", std::move(results)}, {"inclusion", json::object()}})};
}

}  // namespace

TEST_CASE("a line that was accepted without proof and dropped is sent again, and holds up no photo") {
    Stand at;
    const auto dropped = at.tablet->inspect({"what was seen"});
    const auto status = GENERATE(as<std::string>(), "accepted", "known");
    auto report = at.through([&](const auto& request, auto&) -> std::optional<Result<sync::HttpResponse>> {
        if (!isPush(request)) return std::nullopt;
        return saysOfAll({{"status", status}, {"index", 3}}, {dropped});
    });
    REQUIRE(report);
    CHECK_THAT(report->problems.front(), Catch::Contains("does not prove it"));
    CHECK(report->files.missing == 0);
    CHECK(report->waiting == 1);
    CHECK(at.row(dropped).state == store::RecordState::signedHere);
    CHECK_FALSE(at.row(dropped).logIndex);
    CHECK_THAT(at.row(dropped).problem, Catch::StartsWith("unproved"));
    report = at.tablet->sync();
    REQUIRE(report);
    CHECK(report->problems.empty());
    CHECK(report->waiting == 0);
    CHECK(at.row(dropped).state == store::RecordState::proved);
    CHECK(at.row(dropped).problem.empty());
    CHECK(at.holds(dropped.hash()));
}

TEST_CASE("a line that was refused is offered again at growing distances, and taken by an honest server") {
    Stand at;
    const auto line = at.tablet->inspect();
    std::vector<int> offered;
    const auto refuse = [&](int run) {
        return at.through([&, run](const auto& request, auto&) -> std::optional<Result<sync::HttpResponse>> {
            if (!isPush(request)) return std::nullopt;
            offered.push_back(run);
            return saysOfAll({{"status", "refused"}, {"code", "wrong_region"}, {"detail", "no"}}, {line});
        });
    };
    for (int run = 0; run < 40; ++run) REQUIRE(refuse(run));
    CHECK(offered == std::vector<int>{0, 1, 3, 7, 15, 31});
    CHECK(at.row(line).state == store::RecordState::refused);
    CHECK(at.row(line).problem == "wrong_region: no");
    std::size_t runs = 0;
    while (at.tablet->unproved() > 0 && runs++ < store::kMostRunsApart) REQUIRE(at.tablet->sync());
    CHECK(at.row(line).state == store::RecordState::proved);
    CHECK(at.holds(line.hash()));
}

TEST_CASE("a place that a server only states is not believed") {
    // It would count among the trust lines of an administrator's device and stop every feed.
    World world;
    Tablet admin(world, inviteByRoot(world));
    REQUIRE(admin.fate().empty());
    const auto kid = world.enrol(domain::Role::inspector, {"62"}).kid();
    REQUIRE(admin.fate().empty());
    const auto line = admin.store->append({"key.revoked", "", "", {}, {{"key", kid}, {"reason", "lost"}}, {}}).value();
    const auto script = [&](const auto& request, auto&) -> std::optional<Result<sync::HttpResponse>> {
        if (!isPush(request)) return std::nullopt;
        return saysOfAll({{"status", "accepted"}, {"index", 1}}, {line});
    };
    REQUIRE(admin.sync(std::make_unique<Scripted>(world, script)));
    REQUIRE(admin.sync());
    CHECK(admin.store->recordByHash(line.hash())->state == store::RecordState::proved);
}

TEST_CASE("no cursor hides a line for ever") {
    Stand at;
    auto other = std::make_unique<Tablet>(at.world, at.world.invite(domain::Role::supervisor, {"62"}));
    REQUIRE(other->fate().empty());
    const auto line = at.tablet->inspect();
    REQUIRE(at.tablet->fate().empty());
    const auto cursor = GENERATE(as<std::string>(), "4000000000", "size");
    const auto script = [&](const auto& request,
                            sync::HttpCaller& honest) -> std::optional<Result<sync::HttpResponse>> {
        if (request.method != "GET" || !request.path.starts_with("/v1/records")) return std::nullopt;
        auto answer = honest.call(request);
        answer->body.clear();
        answer->headers["plumb-cursor"] =
            cursor == "size" ? std::to_string(at.world.services().head.get()->size) : cursor;
        return answer;
    };
    // The places, too, are answered by whoever left the line out.
    const auto both = [&](const auto& request, sync::HttpCaller& honest) -> std::optional<Result<sync::HttpResponse>> {
        if (request.path.starts_with("/v1/places")) return sync::HttpResponse{404, {}, ""};
        return script(request, honest);
    };
    REQUIRE(other->sync(std::make_unique<Scripted>(at.world, both)));
    CHECK_FALSE(other->store->recordByHash(line.hash()));
    for (int run = 0; run < 3 && !other->store->recordByHash(line.hash()); ++run) REQUIRE(other->fate().empty());
    CHECK(other->store->recordByHash(line.hash()));
}

TEST_CASE("\"more\" with a cursor that does not move ends the reading") {
    Stand at;
    int pages = 0;
    REQUIRE(at.through([&](const auto& request, sync::HttpCaller& honest) -> std::optional<Result<sync::HttpResponse>> {
        if (request.method != "GET" || !request.path.starts_with("/v1/records")) return std::nullopt;
        auto answer = honest.call(request);
        answer->headers["plumb-more"] = "1";
        REQUIRE(++pages < 10);
        return answer;
    }));
    CHECK(pages <= 2);
}

TEST_CASE("an upload whose address leads nowhere begins anew") {
    Stand at;
    const auto place = GENERATE(as<std::string>(), "foo", "/", "/v1/server", "/v1/uploads/a b", "/v1/uploads/none");
    at.tablet->inspect({"what was seen"});
    auto report = at.through([&](const auto& request, auto&) -> std::optional<Result<sync::HttpResponse>> {
        if (request.path != "/v1/uploads") return std::nullopt;
        return sync::HttpResponse{201, {{"location", place}, {"upload-offset", "0"}}, ""};
    });
    REQUIRE(report);
    CHECK(report->files.missing == 1);
    CHECK_FALSE(report->problems.empty());
    report = at.tablet->sync();
    REQUIRE(report);
    CHECK(report->files.missing == 0);
    CHECK(report->problems.empty());
}

TEST_CASE("whoever is told that the key is revoked, without proof, is never called revoked") {
    Stand at;
    const auto line = at.tablet->inspect();
    const auto lied = at.through([&](const auto& request, auto&) -> std::optional<Result<sync::HttpResponse>> {
        if (request.path != "/v1/token") return std::nullopt;
        return sync::HttpResponse{403, {}, R"({"code":"key_revoked","detail":"revoked"})"};
    });
    REQUIRE_FALSE(lied);
    CHECK(lied.error().code == "revocation_unproved");
    CHECK_FALSE(store::keyHistory(at.tablet->store->folder()).revoked);
    REQUIRE(at.tablet->sync());
    CHECK_FALSE(store::keyHistory(at.tablet->store->folder()).revoked);
    CHECK(at.row(line).state == store::RecordState::proved);
    CHECK(at.row(line).problem.empty());
}

TEST_CASE(
    "a checkpoint of the log's own key that speaks of other keys stops the feed, and the next honest one heals it") {
    Stand at;
    const auto logKey = server::loadLogKey(at.world.folder()).value();
    const auto report =
        at.through([&](const auto& request, sync::HttpCaller& honest) -> std::optional<Result<sync::HttpResponse>> {
            if (!request.path.starts_with("/v1/checkpoint")) return asBefore(request, honest);
            auto answer = honest.call(request);
            auto value = parseJson(answer->body).value();
            auto note = crypto::readCheckpoint(std::string_view(value.at("checkpoint").get_string())).value();
            note.trust->digest = crypto::sha256("others");
            value.get_object()["checkpoint"] = crypto::signCheckpoint(note, logKey);
            answer->body = toText(value);
            return answer;
        });
    REQUIRE_FALSE(report);
    CHECK(report.error().code == "trust_withheld");
    CHECK(at.tablet->fate().empty());
}

// PLUMB_LIAR_ROUNDS=1000 for the whole repertoire.
TEST_CASE("after any finite number of wrong answers an honest server brings everything to proved") {
    const char* asked = std::getenv("PLUMB_LIAR_ROUNDS");
    const int rounds = asked ? std::atoi(asked) : 12;
    const char* from = std::getenv("PLUMB_LIAR_SEED");
    const unsigned first = from ? static_cast<unsigned>(std::atoi(from)) : 1;
    std::size_t believed = 0, lies = 0;
    for (unsigned seed = first; seed < first + static_cast<unsigned>(rounds); ++seed) {
        Stand at;
        Tablet colleague(at.world, at.world.invite(domain::Role::inspector, {"62"}));
        Lies script{std::mt19937(seed), 5 + static_cast<int>(seed % 60), 0.25 + 0.25 * (seed % 4), {}, {}, {}};
        const int budget = script.left;
        std::vector<record::Line> signedHere;
        std::vector<std::string> contents;
        for (int run = 0; run < 200 && script.left > 0; ++run) {
            if (run % 3 == 0 && run < 12) {
                contents.push_back("seen " + std::to_string(seed) + "/" + std::to_string(run));
                // Texts go together, anything else by itself.
                const auto type = run % 2 == 0 ? "text/plain" : "application/octet-stream";
                signedHere.push_back(at.tablet->inspect({contents.back()}, type));
                colleague.inspect();
                REQUIRE(colleague.fate().empty());
            }
            at.world.pass(1min);
            const int left = script.left;
            const auto report = at.tablet->sync(std::make_unique<Liar>(at.world, script));
            INFO("seed " << seed << "\n" << script.log);
            // What is not as it should be is said.
            if (report && left > script.left && report->waiting > 0) CHECK_FALSE(report->problems.empty());
            if (!report) CHECK_FALSE(report.error().detail.empty());
            // Nothing is called proved that the log does not hold.
            const auto held = linesOf(at.world);
            for (const auto& line : signedHere) {
                if (at.row(line).state == store::RecordState::proved &&
                    std::count(held.begin(), held.end(), line.hash()) != 1)
                    ++believed;
            }
        }
        lies += static_cast<std::size_t>(budget - script.left);
        std::size_t runs = 0;
        const auto done = [&] {
            return at.tablet->unproved() == 0 && at.tablet->store->tally().missing == 0 &&
                   at.tablet->store->countRecords({}) + 0 > 0;
        };
        std::string last;
        do {
            at.world.pass(1min);
            const auto report = at.tablet->sync();
            last = report ? "" : report.error().code + ": " + report.error().detail;
        } while (++runs < 2 * store::kMostRunsApart && (runs < 3 || !done()));
        INFO("seed " << seed << ", after " << runs << " honest runs: " << last << "\n" << script.log);
        REQUIRE(last.empty());
        CHECK(at.tablet->unproved() == 0);
        CHECK(at.tablet->store->tally().missing == 0);
        for (const auto& line : signedHere) CHECK(at.holds(line.hash()));
        for (const auto& content : contents)
            CHECK(at.world.services().blobs.sizeOf(crypto::sha256(content)) == content.size());
        // What the tablet may read, it holds, at the places where the log has it.
        const auto reader = at.world.services().readers.borrow();
        for (std::uint64_t index = 0; index < reader->size(); ++index) {
            const auto entry = reader->entry(index).value();
            const auto row = at.tablet->store->recordByHash(entry.hash);
            INFO(index << " " << entry.type);
            REQUIRE(row);
            CHECK(row->logIndex == index);
            CHECK(row->doubt.empty());
        }
    }
    CHECK(believed == 0);
    std::printf("faults.liar.lies %zu\nfaults.liar.believed %zu\n", lies, believed);
}
