// Simulates: the server's disk is full (a limit on the size of its files, as the kernel enforces it). It says so with
// 507, stores nothing of the push, goes on serving, and takes the very same push when there is space again.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;

namespace {

std::string codeOf(const sync::HttpResponse& response) {
    return textOr(parseJson(response.body).value().get_object(), "code");
}

}  // namespace

TEST_CASE("a full disk is told, nothing is half stored, and the server goes on") {
    ServerProcess process;
    process.start();
    Author admin = Remote(process).enrol(process.invitation());
    CHECK(process.stop() == 0);

    process.start({}, 1'000'000);
    Remote limited(process);
    auto token = limited.token(admin);
    std::vector<record::Line> large;
    for (int i = 0; i < 10; ++i) large.push_back(admin.say("standard.feedback", {{"text", std::string(200'000, 'x')}}));
    const auto refused = limited.call("POST", "/v1/records", token, joined(large));
    CHECK(refused.status == 507);
    CHECK(codeOf(refused) == "disk_full");
    CHECK(limited.call("GET", "/v1/records", token).body.find(large[0].text()) == std::string::npos);
    CHECK(limited.call("GET", "/healthz", token).status == 200);

    const std::string content(1'500'000, 'y');
    const auto made = limited.call("POST", "/v1/uploads", token, {},
                                   {"Tus-Resumable: 1.0.0", "Upload-Length: " + std::to_string(content.size()),
                                    "Upload-Metadata: sha256 " + toBase64(asBytes(crypto::sha256(content).hex()))});
    REQUIRE(made.status == 201);
    const auto full =
        limited.call("PATCH", made.header("location"), token, content,
                     {"Tus-Resumable: 1.0.0", "Upload-Offset: 0", "Content-Type: application/offset+octet-stream"});
    // The refusal may be overtaken by the end of the connection; what counts is what lies on the disk.
    if (full.status != 0) CHECK(codeOf(full) == "disk_full");
    CHECK(process.stop() == 0);

    process.start();
    Remote remote(process);
    token = remote.token(admin);
    const auto answer = remote.call("POST", "/v1/records", token, joined(large));
    REQUIRE(answer.status == 200);
    const auto body = parseJson(answer.body).value().get_object();
    for (const auto& result : body.at("results").get_array())
        CHECK(textOr(result.get_object(), "status") == "accepted");
    const auto head = remote.call("HEAD", made.header("location"), token, {}, {"Tus-Resumable: 1.0.0"});
    const auto offset = std::stoull(head.header("upload-offset"));
    CHECK(offset <= 1'000'000);
    CHECK(remote
              .call("PATCH", made.header("location"), token, content.substr(offset),
                    {"Tus-Resumable: 1.0.0", "Upload-Offset: " + std::to_string(offset),
                     "Content-Type: application/offset+octet-stream"})
              .status == 204);
    CHECK(process.stop() == 0);
}
