// A sync with nothing new is one question and one signed answer, and what that answer does not settle is asked at
// length: by an old server, by one that lost something, by one that lies.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "sync-server/setup/data_folder.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/sync/kit/scripted.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using namespace std::chrono_literals;

namespace {

using Said = std::optional<Result<sync::HttpResponse>>;
using Calls = std::vector<std::string>;

struct Stand {
    World world;
    std::optional<Tablet> tablet;

    Stand() {
        world.publish();
        tablet.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        REQUIRE(tablet->fate().empty());
    }
    // What a sync asks, after it has introduced itself.
    Calls calls(const Scripted::Script& script = {}) {
        Calls out;
        const auto report =
            tablet->sync(std::make_unique<Scripted>(world, [&](const auto& request, sync::HttpCaller& honest) -> Said {
                const auto path = request.path.substr(0, request.path.find('?'));
                if (path != "/v1/server" && path != "/v1/token") out.push_back(request.method + " " + path);
                return script ? script(request, honest) : std::nullopt;
            }));
        REQUIRE(report);
        problems = report->problems;
        return out;
    }
    // Enough that the log is larger, by somebody of whom this tablet learns nothing.
    void growElsewhere() {
        auto far = world.enrol(domain::Role::inspector, {"63"});
        REQUIRE(tablet->fate().empty());  // that somebody was enrolled is told to all
        json::object body{{"standard", "GB/T 20014.5-2013"}, {"clause", "4.1"}, {"kind", "unclear"}, {"text", "…"}};
        const auto line = far.say("standard.feedback", body, {"", "630000"});
        REQUIRE(world.fate(line, far) == "accepted");
    }

    std::vector<std::string> problems;
};

const Calls kOne{"POST /v1/receipt"};
const Calls kAtLength{"POST /v1/receipt", "GET /v1/checkpoint", "POST /v1/receipt", "GET /v1/records",
                      "GET /v1/places"};

// An answer of somebody who holds the log's key.
Said forged(World& world, const sync::HttpRequest& request, const std::function<void(crypto::Receipt&)>& change,
            sync::HttpCaller& honest) {
    if (request.path != "/v1/receipt" || !parseJson(request.body)->get_object().contains("have")) return std::nullopt;
    auto answer = honest.call(request);
    auto value = parseJson(answer->body).value();
    const auto key = server::loadLogKey(world.folder()).value();
    const auto nonce = textOr(parseJson(request.body)->get_object(), "nonce");
    auto receipt = crypto::verifyReceipt(textOr(value.get_object(), "receipt"),
                                         crypto::parseNoteKey(world.firstInvitation().logKey).value(), nonce)
                       .value();
    change(receipt);
    value.get_object()["receipt"] = crypto::signReceipt(receipt, key);
    answer->body = toText(value);
    return answer;
}

}  // namespace

TEST_CASE("a sync with nothing new is one call, which also says the time and that the files are there") {
    Stand at;
    const auto line = at.tablet->inspect({"seen", "seen again"});
    REQUIRE(at.tablet->fate().empty());
    at.world.pass(1h);
    CHECK(at.calls() == kOne);
    CHECK(at.problems.empty());
    const auto file = at.tablet->store->file(crypto::sha256("seen")).value();
    CHECK(file.there == at.world.now());
    CHECK(at.tablet->store->clock().time.utc == at.world.now());
    CHECK(at.tablet->store->recordByHash(line.hash())->state == store::RecordState::proved);
}

TEST_CASE("a log that grew by what is none of this tablet's business costs one call") {
    Stand at;
    at.growElsewhere();
    CHECK(at.calls() == kOne);
    const auto head = at.world.services().head.get();
    CHECK(at.tablet->store->newestCheckpoint()->checkpoint.size == head->size);
    CHECK(at.tablet->store->feedCursor() == head->size);
    CHECK(at.calls() == kOne);
}

TEST_CASE("what is new is fetched as ever") {
    Stand at;
    auto other = at.world.enrol(domain::Role::inspector, {"62"});
    const auto line = other.say("inspection.submitted", server::kit::inspectionBody(), {"yongchang-veg", "620321"});
    REQUIRE(at.world.fate(line, other) == "accepted");
    const auto asked = at.calls();
    CHECK(std::count(asked.begin(), asked.end(), "GET /v1/records") == 1);
    CHECK(std::count(asked.begin(), asked.end(), "GET /v1/checkpoint") == 0);
    CHECK(at.tablet->store->recordByHash(line.hash()));
    CHECK(at.calls() == kOne);
}

TEST_CASE("lines that go bring the feed and the places with them") {
    Stand at;
    const auto line = at.tablet->inspect();
    CHECK(at.calls() == Calls{"POST /v1/receipt", "POST /v1/records", "GET /v1/records", "GET /v1/places"});
    CHECK(at.tablet->store->recordByHash(line.hash())->state == store::RecordState::proved);
}

TEST_CASE("a server of before is asked at length") {
    Stand at;
    const auto line = at.tablet->inspect({"seen"});
    auto asked = at.calls(asBefore);
    CHECK(at.problems.empty());
    CHECK(at.tablet->store->recordByHash(line.hash())->state == store::RecordState::proved);
    CHECK(at.calls(asBefore) == kAtLength);
    CHECK(at.calls() == kOne);
}

TEST_CASE("a server of before is tried once by a connection") {
    Stand at;
    std::size_t receipts = 0;
    sync::Engine engine(*at.tablet->store, {},
                        std::make_unique<Scripted>(at.world, [&](const auto& request, auto& honest) {
                            receipts += request.path == "/v1/receipt";
                            return asBefore(request, honest);
                        }));
    for (int run = 0; run < 3; ++run) REQUIRE(engine.run());
    CHECK(receipts == 4);
}

TEST_CASE("a file that the server lost makes another mark, and is sent again") {
    Stand at;
    REQUIRE(at.tablet->inspect({"lost", "kept"}).kid() == at.tablet->kid());
    REQUIRE(at.tablet->fate().empty());
    CHECK(at.calls() == kOne);
    const auto hash = crypto::sha256("lost");
    std::filesystem::remove(at.world.services().blobs.localCopy(hash).value());
    const auto report = at.tablet->sync();
    REQUIRE(report);
    CHECK(report->filesLost == 1);
    CHECK(report->files.missing == 0);
    CHECK(at.world.services().blobs.sizeOf(hash) == 4);
    CHECK(at.calls() == kOne);
}

TEST_CASE("a right that was given later shows in the marks of the places") {
    Stand at;
    auto far = at.world.enrol(domain::Role::inspector, {"63"});
    json::object body{{"standard", "GB/T 20014.5-2013"}, {"clause", "4.1"}, {"kind", "unclear"}, {"text", "…"}};
    const auto line = far.say("standard.feedback", body, {"", "630000"});
    REQUIRE(at.world.fate(line, far) == "accepted");
    REQUIRE(at.tablet->fate().empty());
    REQUIRE_FALSE(at.tablet->store->recordByHash(line.hash()));
    const auto granted = at.world.admin().say(
        "role.granted",
        {{"key", at.tablet->kid()},
         {"grants", json::array{json::object{{"role", "supervisor"}, {"regions", json::array{"63"}}}}}});
    REQUIRE(at.world.fate(granted, at.world.admin()) == "accepted");
    for (int run = 0; run < 3 && !at.tablet->store->recordByHash(line.hash()); ++run)
        REQUIRE(at.tablet->fate().empty());
    CHECK(at.tablet->store->recordByHash(line.hash()));
    CHECK(at.calls() == kOne);
}

TEST_CASE("whoever says that nothing is new hides nothing for longer than he says so") {
    Stand at;
    auto other = at.world.enrol(domain::Role::inspector, {"62"});
    const auto line = other.say("inspection.submitted", server::kit::inspectionBody(), {"yongchang-veg", "620321"});
    REQUIRE(at.world.fate(line, other) == "accepted");
    const auto held = at.tablet->store->newestCheckpoint().value();
    const auto kind = GENERATE(as<std::string>(), "an old head", "nothing for you", "nothing for you, nor before");
    CAPTURE(kind);
    const auto asked = at.calls([&](const auto& request, sync::HttpCaller& honest) -> Said {
        return forged(
            at.world, request,
            [&](crypto::Receipt& receipt) {
                if (kind == "an old head") {
                    receipt.logSize = held.checkpoint.size;
                    receipt.head = crypto::checkpointMark(held.note);
                    receipt.feed = held.checkpoint.size;
                    return;
                }
                receipt.feed = receipt.logSize;
                if (kind == "nothing for you") return;
                std::string places = "0-" + std::to_string(held.checkpoint.size - 1) + "\n";
                receipt.places = crypto::Receipt::Places{receipt.logSize, crypto::receiptMark(places)};
            },
            honest);
    });
    CHECK(asked.front() == kOne.front());
    for (int run = 0; run < 3 && !at.tablet->store->recordByHash(line.hash()); ++run)
        REQUIRE(at.tablet->fate().empty());
    CHECK(at.tablet->store->recordByHash(line.hash()));
}

TEST_CASE("an answer that does not fit what the tablet has is settled at length") {
    Stand at;
    REQUIRE(at.tablet->inspect({"seen"}).kid() == at.tablet->kid());
    REQUIRE(at.tablet->fate().empty());
    const auto other = crypto::receiptMark("another");
    const std::vector<std::function<void(crypto::Receipt&)>> changes{
        [&](auto& receipt) { receipt.head = other; },
        [&](auto& receipt) { ++receipt.logSize; },
        [&](auto& receipt) { receipt.held = other; },
        [&](auto& receipt) { receipt.held.clear(); },
        [&](auto& receipt) { receipt.feed.reset(); },
        [&](auto& receipt) { receipt.feed = 0; },
        [&](auto& receipt) { receipt.places.reset(); },
        [&](auto& receipt) { receipt.places->mark = other; },
        [&](auto& receipt) { receipt.places->next = 4'000'000'000; },
    };
    for (std::size_t n = 0; n < changes.size(); ++n) {
        CAPTURE(n);
        const auto asked = at.calls([&](const auto& request, sync::HttpCaller& honest) {
            return forged(at.world, request, changes[n], honest);
        });
        CHECK(asked.size() > 1);
        CHECK(at.problems.empty());
        CHECK(at.calls() == kOne);
    }
    // A cursor beyond the log is cut to it.
    CHECK(at.calls([&](const auto& request, sync::HttpCaller& honest) {
        return forged(
            at.world, request, [](auto& receipt) { receipt.feed = 4'000'000'000; }, honest);
    }) == kOne);
    CHECK(at.tablet->store->feedCursor() == at.world.services().head.get()->size);
}

TEST_CASE("a checkpoint that comes with the answer is verified as any other") {
    Stand at;
    at.growElsewhere();
    const auto key = server::loadLogKey(at.world.folder()).value();
    const auto through = [&](const std::function<void(crypto::Checkpoint&)>& change) {
        return at.tablet->fate(
            std::make_unique<Scripted>(at.world, [&](const auto& request, sync::HttpCaller& honest) -> Said {
                std::string note;
                auto answer = forged(
                    at.world, request,
                    [&](crypto::Receipt& receipt) {
                        auto said = crypto::readCheckpoint(at.world.services().head.get()->note).value();
                        change(said);
                        note = crypto::signCheckpoint(said, key);
                        receipt.head = crypto::checkpointMark(note);
                    },
                    honest);
                if (!answer) return std::nullopt;
                auto value = parseJson((*answer)->body).value();
                value.get_object()["checkpoint"] = note;
                (*answer)->body = toText(value);
                return answer;
            }));
    };
    // Other keys than the log has: nothing newer is believed until it hands them out.
    CHECK(through([](auto& note) { note.trust->digest = crypto::sha256("others"); }) == "trust_withheld");
    CHECK(at.tablet->fate().empty());
    // Another log: met at length, by the honest server behind it.
    at.growElsewhere();
    const auto size = at.tablet->store->newestCheckpoint()->checkpoint.size;
    CHECK(through([](auto& note) { note.root = crypto::sha256("another"); }).empty());
    CHECK(at.tablet->store->newestCheckpoint()->checkpoint.size > size);
    CHECK(at.tablet->fate().empty());
}
