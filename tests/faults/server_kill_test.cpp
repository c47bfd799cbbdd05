// Simulates: the server's process is killed with kill -9 while tablets push and upload. When it is back, every line
// that was answered as accepted is there, exactly once, in its place, and proved; no file lost a byte that was answered
// for. PLUMB_FAULT_ROUNDS sets how often it dies.
#include <catch2/catch.hpp>

#include <atomic>
#include <cstdlib>
#include <random>
#include <thread>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;

namespace {

constexpr int kAuthors = 4;
constexpr int kBatch = 5;
constexpr unsigned kSeed = 20261122;

int rounds() {
    const char* given = std::getenv("PLUMB_FAULT_ROUNDS");
    return given ? std::max(1, std::atoi(given)) : 6;
}

struct Known {
    std::string text;
    Sha256 hash;
    std::uint64_t index = 0;
};

// One tablet: it signs ahead, sends again what was not answered, and remembers what was promised.
struct Tablet {
    Author author;
    std::string token;
    std::vector<record::Line> waiting;
    std::vector<Known> promised;
};

// Sends until the server dies; counts what it was answered.
void sendUntilDeath(const ServerProcess& process, Tablet& tablet, std::atomic<int>& answers) {
    Remote remote(process);
    for (;;) {
        while (tablet.waiting.size() < kBatch)
            tablet.waiting.push_back(tablet.author.say("standard.feedback", {{"text", std::string(2000, 'x')}}));
        const auto answer = remote.call("POST", "/v1/records", tablet.token, joined(tablet.waiting));
        if (answer.status != 200) return;
        const auto body = parseJson(answer.body).value().get_object();
        const auto& results = body.at("results").get_array();
        for (std::size_t i = 0; i < results.size(); ++i) {
            const auto& result = results[i].get_object();
            if (textOr(result, "status") == "refused") throw std::runtime_error("refused: " + toText(result));
            tablet.promised.push_back(
                {tablet.waiting[i].text(), tablet.waiting[i].hash(), result.at("index").to_number<std::uint64_t>()});
        }
        tablet.waiting.clear();
        ++answers;
    }
}

std::vector<Sha256> hashesOf(const json::value& value) {
    std::vector<Sha256> out;
    for (const auto& entry : value.get_array())
        out.push_back(Sha256::fromView(fromBase64(std::string(entry.get_string())).value()).value());
    return out;
}

std::map<std::uint64_t, std::string> wholeFeed(Remote& remote, const std::string& token) {
    std::map<std::uint64_t, std::string> out;
    for (std::string cursor = "0";;) {
        const auto page = remote.call("GET", "/v1/records?limit=5000&after=" + cursor, token);
        std::istringstream lines(page.body);
        for (std::string line; std::getline(lines, line);) {
            if (line.front() >= '0' && line.front() <= '9')
                out.emplace(std::stoull(line), line.substr(line.find(' ') + 1));
        }
        cursor = page.header("plumb-cursor");
        if (page.header("plumb-more") != "1") return out;
    }
}

}  // namespace

TEST_CASE("a server that is killed while it takes in lines keeps every line that it answered for, exactly once") {
    ServerProcess process;
    process.start();
    std::vector<Tablet> tablets;
    Author admin = Remote(process).enrol(process.invitation());
    for (int i = 0; i < kAuthors; ++i)
        tablets.push_back({Remote(process).enrolBy(admin, domain::Role::inspector, {"62"}), {}, {}, {}});
    const auto logKey = crypto::parseNoteKey(process.invitation().logKey).value();
    std::mt19937 random(kSeed);
    std::vector<crypto::Checkpoint> seen;

    for (int round = 0; round < rounds(); ++round) {
        for (auto& tablet : tablets) tablet.token = Remote(process).token(tablet.author);
        const int deadline = static_cast<int>(random() % 25);
        std::atomic<int> answers{0};
        std::atomic<int> running{kAuthors};
        std::vector<std::thread> threads;
        for (auto& tablet : tablets) {
            threads.emplace_back([&] {
                sendUntilDeath(process, tablet, answers);
                --running;
            });
        }
        while (answers < deadline && running > 0) std::this_thread::yield();
        process.kill();
        for (auto& thread : threads) thread.join();
        process.start();
        Remote remote(process);
        const auto token = remote.token(admin);
        seen.push_back(crypto::verifyCheckpoint(remote.call("GET", "/log/checkpoint", token).body, logKey).value());
    }

    Remote remote(process);
    const auto token = remote.token(admin);
    const auto feed = wholeFeed(remote, token);
    const auto last = seen.back();
    CHECK(feed.size() == last.size);
    std::map<std::string, int> times;
    for (const auto& [index, text] : feed) ++times[text];
    std::size_t lost = 0, doubled = 0, unproved = 0, promised = 0;
    for (const auto& tablet : tablets) {
        for (const auto& line : tablet.promised) {
            ++promised;
            const auto found = feed.find(line.index);
            lost += found == feed.end() || found->second != line.text ? 1 : 0;
            doubled += times[line.text] > 1 ? 1 : 0;
        }
        // Proofs for a sample, the newest of each tablet: the ones that a crash would hurt.
        for (std::size_t i = tablet.promised.size() > 10 ? tablet.promised.size() - 10 : 0; i < tablet.promised.size();
             ++i) {
            const auto& line = tablet.promised[i];
            const auto answer = remote.call(
                "GET", "/v1/proof/inclusion?hash=" + line.hash.hex() + "&size=" + std::to_string(last.size), token);
            const auto proof = hashesOf(parseJson(answer.body).value().get_object().at("hashes"));
            unproved +=
                crypto::verifyInclusion(crypto::leafHash(asBytes(line.text)), line.index, last.size, proof, last.root)
                    ? 0
                    : 1;
        }
    }
    CHECK(promised > 0);
    CHECK(lost == 0);
    CHECK(doubled == 0);
    CHECK(unproved == 0);
    std::printf("faults.kill.promised %zu\nfaults.kill.lost %zu\nfaults.kill.doubled %zu\n", promised, lost, doubled);
    // Every checkpoint that was ever given out is a beginning of the log as it is now.
    for (const auto& earlier : seen) {
        const auto answer = remote.call(
            "GET", "/v1/proof/consistency?from=" + std::to_string(earlier.size) + "&to=" + std::to_string(last.size),
            token);
        const auto proof = hashesOf(parseJson(answer.body).value().get_object().at("hashes"));
        CHECK(crypto::verifyConsistency(earlier.size, earlier.root, last.size, last.root, proof));
    }
    CHECK(process.stop() == 0);
}

TEST_CASE("an upload goes on to the byte after the server was killed") {
    ServerProcess process;
    process.start();
    Author admin = Remote(process).enrol(process.invitation());
    std::mt19937 random(kSeed);
    std::string content(300'000, '\0');
    for (char& c : content) c = static_cast<char>(random());
    const std::vector<std::string> tus{"Tus-Resumable: 1.0.0"};
    std::string location;
    std::uint64_t offset = 0;
    while (offset < content.size()) {
        Remote remote(process);
        const auto token = remote.token(admin);
        if (location.empty()) {
            const auto made =
                remote.call("POST", "/v1/uploads", token, {},
                            {tus[0], "Upload-Length: " + std::to_string(content.size()),
                             "Upload-Metadata: sha256 " + toBase64(asBytes(crypto::sha256(content).hex()))});
            location = made.header("location");
            REQUIRE(made.status == 201);
        }
        const auto head = remote.call("HEAD", location, token, {}, tus);
        REQUIRE(head.status == 200);
        CHECK(head.header("upload-offset") == std::to_string(offset));
        const auto piece = content.substr(offset, 70'000 + random() % 10'000);
        const auto sent = remote.call(
            "PATCH", location, token, piece,
            {tus[0], "Upload-Offset: " + std::to_string(offset), "Content-Type: application/offset+octet-stream"});
        REQUIRE(sent.status == 204);
        offset += piece.size();
        CHECK(sent.header("upload-offset") == std::to_string(offset));
        process.kill();
        process.start();
    }
    CHECK(server::readWholeFile(process.data() / "blobs" / crypto::sha256(content).hex().substr(0, 2) /
                                crypto::sha256(content).hex()) == content);
}
