// The server as a program over real TLS sockets: what handlers alone cannot show.
#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/file_io.h"
#include "sync-server/setup/data_folder.h"
#include "sync-server/tls/certificate.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// A bare TCP exchange with a server that speaks plain HTTP on loopback.
std::string talk(unsigned short port, const std::string& text, bool half = false) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("no connection");
    for (std::size_t at = 0; at < text.size();) {
        const auto sent = ::send(socket, text.data() + at, text.size() - at, MSG_NOSIGNAL);
        if (sent <= 0) break;
        at += static_cast<std::size_t>(sent);
    }
    if (half) ::shutdown(socket, SHUT_WR);
    std::string out;
    char piece[4096];
    for (;;) {
        const auto got = ::recv(socket, piece, sizeof piece, 0);
        if (got <= 0) break;
        out.append(piece, static_cast<std::size_t>(got));
    }
    ::close(socket);
    return out;
}

}  // namespace

TEST_CASE("the server speaks TLS 1.3 with the pinned key, and nothing older") {
    ServerProcess process;
    process.start();
    auto client = process.client();
    const auto answer = client.call({"GET", "/v1/server"}).value();
    CHECK(answer.status == 200);
    CHECK(answer.header("content-type") == "application/json");
    sync::HttpClient wrong(process.url(), std::string(43, 'A'));
    CHECK(wrong.call({"GET", "/v1/server"}).error().code == "wrong_server");
    const std::string old =
        "openssl s_client -tls1_2 -connect 127.0.0.1:" + std::to_string(process.port()) + " </dev/null >/dev/null 2>&1";
    CHECK(std::system(old.c_str()) != 0);
    CHECK(process.stop() == 0);
}

TEST_CASE("whoever asks for the end as soon as the server listens gets an orderly one") {
    ServerProcess process;
    for (int i = 0; i < 10; ++i) {
        process.start();
        CHECK(process.stop() == 0);
    }
}

TEST_CASE("a certificate is read anew at SIGHUP; a bad one leaves the old in its place") {
    ServerProcess process;
    process.start();
    auto open = process.client();
    CHECK(open.call({"GET", "/v1/server"}).value().status == 200);
    const auto made = makeCertificate({}, systemNow().utc);
    const DataFolder folder{process.data()};
    writeWholeFile(folder.certificate(), made.certificatePem, true);
    // Between the two files the pair does not fit.
    REQUIRE(::kill(process.pid(), SIGHUP) == 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    CHECK(process.client().call({"GET", "/v1/server"}).value().status == 200);
    writeWholeFile(folder.certificateKey(), made.keyPem, true);
    REQUIRE(::kill(process.pid(), SIGHUP) == 0);
    int status = 0;
    for (int i = 0; i < 100 && status != 200; ++i) {
        sync::HttpClient renewed(process.url(), pinOf(made.certificatePem).value());
        if (const auto answer = renewed.call({"GET", "/v1/server"})) status = answer->status;
        if (status != 200) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(status == 200);
    CHECK(process.client().call({"GET", "/v1/server"}).error().code == "wrong_server");
    // Who was connected before stays so.
    CHECK(open.call({"GET", "/v1/server"}).value().status == 200);
    CHECK(process.stop() == 0);
}

TEST_CASE("a long poll is answered as soon as a line arrives, and a stop ends it at once") {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    const auto token = remote.token(admin);
    const auto poll = [&](const std::string& after) {
        Remote own(process);
        return own.call("GET", "/v1/records?wait=25&after=" + after, token);
    };
    sync::HttpResponse answer;
    std::thread waiting([&] { answer = poll("3"); });
    const auto line = admin.say("standard.feedback", {{"text", "x"}});
    CHECK(remote.call("POST", "/v1/records", token, line.text() + "\n").status == 200);
    waiting.join();
    CHECK(answer.status == 200);
    CHECK_THAT(answer.body, Catch::StartsWith("3 " + line.text() + "\nproof "));

    const auto from = std::chrono::steady_clock::now();
    std::thread second([&] { answer = poll("4"); });
    // Whether the poll has arrived or not when the stop comes, it must not hold the server up.
    CHECK(process.stop() == 0);
    second.join();
    CHECK(std::chrono::steady_clock::now() - from < std::chrono::seconds(15));
}

TEST_CASE("plain HTTP is for loopback, and malformed requests get a problem") {
    ServerProcess process;
    process.start({"--plain"});
    const auto port = process.port();
    CHECK_THAT(talk(port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
               Catch::StartsWith("HTTP/1.1 200") && Catch::Contains("\"status\":\"ok\""));
    CHECK_THAT(talk(port, "NONSENSE\r\n\r\n"), Catch::StartsWith("HTTP/1.1 400") && Catch::Contains("bad_request"));
    CHECK_THAT(talk(port, "GET /healthz HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"),
               Catch::StartsWith("HTTP/1.1 431") && Catch::Contains("header_too_large"));
    CHECK_THAT(talk(port, "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", true),
               Catch::StartsWith("HTTP/1.1 413"));
    CHECK_THAT(talk(port, "POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabc", true),
               Catch::StartsWith("HTTP/1.1 401"));
    // Two requests in one packet, the second one chunked.
    const auto two = talk(port,
                          "HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\nPOST /v1/enrol HTTP/1.1\r\nHost: "
                          "x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    CHECK_THAT(two,
               Catch::StartsWith("HTTP/1.1 200") && Catch::Contains("HTTP/1.1 400") && Catch::Contains("bad_line"));
    CHECK(process.stop() == 0);
}

TEST_CASE("plain HTTP elsewhere than on loopback is refused") {
    TempFolder folder;
    const std::string program = std::string(PLUMB_BIN_DIR) + "/plumbserver";
    REQUIRE(std::system((program + " init --data " + folder.path.string() + "/d --json >/dev/null 2>&1").c_str()) == 0);
    const auto log = (folder.path / "log").string();
    CHECK(std::system(
              (program + " serve --data " + folder.path.string() + "/d --listen 0.0.0.0:0 --plain >/dev/null 2>" + log)
                  .c_str()) != 0);
    const auto text = server::readWholeFile(log).value();
    CHECK_THAT(text, Catch::Contains("loopback"));
}

TEST_CASE("an upload whose connection dies is kept up to what arrived") {
    ServerProcess process;
    process.start({"--plain"});
    sync::HttpClient client("http://127.0.0.1:" + std::to_string(process.port()), "");
    const auto device = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const Author author(device, systemNow);
    REQUIRE(client.call({"POST", "/v1/enrol", {}, claim(process.invitation(), device, systemNow()).text()})
                .value()
                .status == 200);
    const auto origin = crypto::parseNoteKey(process.invitation().logKey).value().name;
    const auto token = textOr(
        parseJson(
            client.call({"POST", "/v1/token", {}, tokenForm(author.assertion(origin, systemNow().utc))}).value().body)
            .value()
            .get_object(),
        "access_token");
    const std::string content(100'000, 'x');
    const std::string bearer = "Authorization: Bearer " + token;
    const auto made = client
                          .call({"POST",
                                 "/v1/uploads",
                                 {bearer, "Tus-Resumable: 1.0.0", "Upload-Length: 100000",
                                  "Upload-Metadata: sha256 " + toBase64(asBytes(crypto::sha256(content).hex()))}})
                          .value();
    REQUIRE(made.status == 201);
    const auto location = made.header("location");
    talk(process.port(),
         "PATCH " + location + " HTTP/1.1\r\nHost: x\r\n" + bearer +
             "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: "
             "application/offset+octet-stream\r\nContent-Length: 100000\r\n\r\n" +
             content.substr(0, 41'234),
         true);
    const auto head = client.call({"HEAD", location, {bearer, "Tus-Resumable: 1.0.0"}}).value();
    CHECK(head.header("upload-offset") == "41234");
    const auto rest = client
                          .call({"PATCH",
                                 location,
                                 {bearer, "Tus-Resumable: 1.0.0", "Upload-Offset: 41234",
                                  "Content-Type: application/offset+octet-stream"},
                                 content.substr(41'234)})
                          .value();
    CHECK(rest.status == 204);
    CHECK(process.stop() == 0);
}
