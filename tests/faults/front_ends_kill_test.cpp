// Simulates: three front ends serve one log while tablets push to whichever answers; one of them after the other is
// killed with kill -9 or put to sleep (SIGSTOP), the sequencer more often than the others, and comes back. No line that
// anybody was answered for is lost, none is doubled; no answer tells of less than an answer before it; and every
// checkpoint that was ever given out is a beginning of the one log. PLUMB_FAULT_ROUNDS sets how often it happens.
#include <catch2/catch.hpp>

#include <atomic>
#include <cstdlib>
#include <random>
#include <thread>

#include "shared/base/encoding.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;

namespace {

constexpr int kTablets = 3;
constexpr std::size_t kFronts = 3;
constexpr int kBatch = 5;
constexpr unsigned kSeed = 20261130;

int rounds() {
    const char* given = std::getenv("PLUMB_FAULT_ROUNDS");
    return given ? std::max(1, std::atoi(given)) : 4;
}

struct Fleet {
    Fleet() {
        fronts.push_back(std::make_unique<ServerProcess>());
        while (fronts.size() < kFronts) fronts.push_back(std::make_unique<ServerProcess>(fronts.front().get()));
        for (std::size_t i = 0; i < kFronts; ++i) start(i);
    }
    void start(std::size_t i) { fronts[i]->startFrontEnd(std::string(1, static_cast<char>('a' + i)), *fronts.front()); }
    // Who says that it is the sequencer; kFronts where nobody does.
    std::size_t sequencer() {
        for (std::size_t i = 0; i < kFronts; ++i) {
            auto client = fronts[i]->client();
            const auto answer = client.call({"GET", "/healthz"});
            const auto body = answer ? parseJson(answer->body) : Result<json::value>(fail(answer.error()));
            if (body && body->is_object() && textOr(body->get_object(), "role") == "sequencer") return i;
        }
        return kFronts;
    }
    std::vector<std::unique_ptr<ServerProcess>> fronts;
};

struct Promised {
    std::string text;
    std::uint64_t index = 0;
};

struct Tablet {
    Author author;
    std::vector<Promised> promised = {};
    std::vector<std::string> notes = {};
};

}  // namespace

TEST_CASE("front ends that are killed or sleep lose and double nothing, and hand out one log") {
    Fleet fleet;
    Author admin = Remote(*fleet.fronts.front()).enrol(fleet.fronts.front()->invitation());
    const auto logKey = crypto::parseNoteKey(fleet.fronts.front()->invitation().logKey).value();
    std::vector<Tablet> tablets;
    for (int i = 0; i < kTablets; ++i)
        tablets.push_back({Remote(*fleet.fronts.back()).enrolBy(admin, domain::Role::inspector, {"62"})});

    std::atomic<bool> enough{false};
    std::atomic<std::uint64_t> told{0};  // the largest log that anybody was told of
    std::atomic<int> older{0}, wrong{0};
    const auto work = [&](Tablet& tablet, std::size_t at) {
        std::vector<record::Line> waiting;
        std::string token;
        // The last batch is sent until somebody answers for it.
        while (!enough || !waiting.empty()) {
            while (!enough && waiting.size() < kBatch)
                waiting.push_back(tablet.author.say("standard.feedback", {{"text", std::string(500, 'x')}}));
            const auto before = told.load();
            Remote remote(*fleet.fronts[at % kFronts]);
            if (token.empty()) {
                try {
                    token = remote.token(tablet.author);
                } catch (const std::exception&) {
                    ++at;
                    std::this_thread::sleep_for(std::chrono::milliseconds(50));
                    continue;
                }
            }
            const auto answer = remote.call("POST", "/v1/records", token, joined(waiting));
            if (answer.status == 401) token.clear();
            if (answer.status != 200) {
                ++at;
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                continue;
            }
            const auto body = parseJson(answer.body).value().get_object();
            const auto note = textOr(body, "checkpoint");
            const auto size = crypto::verifyCheckpoint(note, logKey).value().size;
            older += size < before ? 1 : 0;
            for (auto most = told.load(); most < size && !told.compare_exchange_weak(most, size);) {
            }
            tablet.notes.push_back(note);
            const auto& results = body.at("results").get_array();
            for (std::size_t i = 0; i < results.size(); ++i) {
                const auto& result = results[i].get_object();
                if (textOr(result, "status") == "refused")
                    ++wrong;
                else
                    tablet.promised.push_back({waiting[i].text(), result.at("index").to_number<std::uint64_t>()});
            }
            waiting.clear();
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < tablets.size(); ++i) threads.emplace_back(work, std::ref(tablets[i]), i);

    std::mt19937 random(kSeed);
    for (int round = 0; round < rounds(); ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(300 + random() % 300));
        const auto sequencer = fleet.sequencer();
        const auto victim = round % 3 != 2 && sequencer < kFronts ? sequencer : random() % kFronts;
        auto& process = *fleet.fronts[victim];
        if (round % 2 == 0) {
            process.kill();
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 4000));
            fleet.start(victim);
        } else {
            process.sleep();
            std::this_thread::sleep_for(std::chrono::milliseconds(4500));
            process.wake();
        }
    }
    enough = true;
    for (auto& thread : threads) thread.join();
    CHECK(older == 0);
    CHECK(wrong == 0);

    Remote remote(*fleet.fronts.back());
    const auto token = remote.token(admin);
    std::map<std::uint64_t, std::string> feed;
    for (std::string cursor = "0";;) {
        const auto page = remote.call("GET", "/v1/records?limit=5000&after=" + cursor, token);
        REQUIRE(page.status == 200);
        std::istringstream lines(page.body);
        for (std::string line; std::getline(lines, line);) {
            if (line.front() >= '0' && line.front() <= '9')
                feed.emplace(std::stoull(line), line.substr(line.find(' ') + 1));
        }
        cursor = page.header("plumb-cursor");
        if (page.header("plumb-more") != "1") break;
    }
    std::map<std::string, int> times;
    for (const auto& [index, text] : feed) ++times[text];
    std::size_t promised = 0, lost = 0, doubled = 0;
    std::set<std::string> notes;
    for (const auto& tablet : tablets) {
        notes.insert(tablet.notes.begin(), tablet.notes.end());
        for (const auto& line : tablet.promised) {
            ++promised;
            const auto found = feed.find(line.index);
            lost += found == feed.end() || found->second != line.text ? 1 : 0;
            doubled += times[line.text] > 1 ? 1 : 0;
        }
    }
    CHECK(promised > 0);
    CHECK(lost == 0);
    CHECK(doubled == 0);
    std::printf("faults.front_ends.promised %zu\nfaults.front_ends.lost %zu\nfaults.front_ends.doubled %zu\n", promised,
                lost, doubled);

    const auto last = crypto::verifyCheckpoint(remote.call("GET", "/log/checkpoint", token).body, logKey).value();
    CHECK(feed.size() == last.size);
    for (const auto& note : notes) {
        const auto earlier = crypto::verifyCheckpoint(note, logKey).value();
        const auto answer = remote.call(
            "GET", "/v1/proof/consistency?from=" + std::to_string(earlier.size) + "&to=" + std::to_string(last.size),
            token);
        std::vector<Sha256> proof;
        const auto body = parseJson(answer.body).value();
        for (const auto& hash : body.get_object().at("hashes").get_array())
            proof.push_back(Sha256::fromView(fromBase64(std::string(hash.get_string())).value()).value());
        CHECK(crypto::verifyConsistency(earlier.size, earlier.root, last.size, last.root, proof));
    }
}
