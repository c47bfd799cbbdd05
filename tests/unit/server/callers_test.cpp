// What callers can cost a server that runs: memory, connections, descriptors, patience. Over real sockets.
#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "sync-server/http/encoding.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;

namespace {

// A field of /proc/<pid>/status, in MiB.
std::size_t mebibytes(const ServerProcess& process, const std::string& field) {
    std::ifstream status("/proc/" + std::to_string(process.pid()) + "/status");
    for (std::string word; status >> word;) {
        std::size_t value = 0;
        if (word == field + ":" && status >> value) return value / 1024;
    }
    throw std::runtime_error("no " + field);
}

class Socket {
  public:
    explicit Socket(unsigned short port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("no connection");
    }
    ~Socket() {
        if (m_socket >= 0) ::close(m_socket);
    }
    Socket(Socket&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)) {}
    Socket& operator=(Socket&&) = delete;

    void send(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto sent = ::send(m_socket, text.data() + at, text.size() - at, MSG_NOSIGNAL);
            if (sent <= 0) return;
            at += static_cast<std::size_t>(sent);
        }
    }
    // The next piece that comes, "" at the end; throws where nothing came for so long.
    std::string receive(std::chrono::milliseconds patience = std::chrono::seconds(10)) {
        pollfd wait{m_socket, POLLIN, 0};
        if (::poll(&wait, 1, static_cast<int>(patience.count())) != 1) throw std::runtime_error("nothing came");
        char piece[4096];
        const auto got = ::recv(m_socket, piece, sizeof piece, 0);
        return got > 0 ? std::string(piece, static_cast<std::size_t>(got)) : std::string();
    }
    [[nodiscard]] bool answered() const {
        pollfd wait{m_socket, POLLIN, 0};
        return ::poll(&wait, 1, 0) == 1;
    }
    std::string ask(const std::string& request) {
        send(request);
        return receive();
    }

  private:
    int m_socket;
};

const std::string kHealth = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

}  // namespace

TEST_CASE("sixteen small bodies that unfold into line ends cost little memory and are refused") {
    ServerProcess process;
    process.start();
    Remote remote(process);
    const auto admin = remote.enrol(process.invitation());
    const auto token = remote.token(admin);
    const auto packed = server::encodeBody(server::Coding::gzip, std::string(16 * 1024 * 1024, '\n'));
    REQUIRE(packed.size() < 20'000);
    std::vector<std::thread> callers;
    std::array<sync::HttpResponse, 16> answers;
    for (auto& answer : answers) {
        callers.emplace_back([&] {
            Remote own(process);
            answer = own.call("POST", "/v1/records", token, packed, {"Content-Encoding: gzip"});
        });
    }
    for (auto& caller : callers) caller.join();
    for (const auto& answer : answers) {
        CHECK(answer.status == 413);
        CHECK_THAT(answer.body, Catch::Contains("batch_too_large"));
    }
    // It was 4,400.
    const auto peak = mebibytes(process, "VmHWM");
    INFO("peak of sixteen bombs: " << peak << " MiB");
    CHECK(peak < 600);
    CHECK(process.stop() == 0);
}

TEST_CASE("a thousand bodies without a token cost what a thousand connections do") {
    ServerProcess process;
    process.start({"--plain", "--open-rate", "100000", "--connections-per-address", "2000"});
    const auto before = mebibytes(process, "VmRSS");
    {
        std::vector<Socket> callers;
        for (int i = 0; i < 1000; ++i) {
            callers.emplace_back(process.port());
            // A body that never ends.
            callers.back().send("POST /v1/token HTTP/1.1\r\nHost: x\r\nContent-Length: 16000\r\n\r\n" +
                                std::string(15'000, 'x'));
        }
        // The last is read when those before are.
        CHECK_THAT(Socket(process.port()).ask("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 16385\r\n\r\n"),
                   Catch::StartsWith("HTTP/1.1 413"));
        const auto grown = mebibytes(process, "VmRSS") - before;
        INFO("a thousand open bodies: " << grown << " MiB");
        CHECK(grown < 100);
        const auto refused =
            Socket(process.port()).ask("POST /v1/records HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        CHECK_THAT(refused, Catch::StartsWith("HTTP/1.1 401"));
    }
    CHECK(process.stop() == 0);
}

TEST_CASE("bodies without a token have a room of their own: who finds none is told so, and others are served") {
    ServerProcess process;
    process.start({"--plain", "--open-rate", "100000", "--connections-per-address", "2000"});
    const std::string claim = "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    {
        std::vector<Socket> callers;
        for (int i = 0; i < 1200; ++i) {
            callers.emplace_back(process.port());
            callers.back().send("POST /v1/token HTTP/1.1\r\nHost: x\r\nContent-Length: 16000\r\n\r\n" +
                                std::string(15'900, 'x'));
        }
        CHECK_THAT(Socket(process.port()).ask(kHealth), Catch::StartsWith("HTTP/1.1 200"));
        std::size_t busy = 0;
        for (auto& caller : callers) {
            if (!caller.answered()) continue;
            CHECK_THAT(caller.receive(), Catch::StartsWith("HTTP/1.1 503") && Catch::Contains("Retry-After"));
            ++busy;
        }
        // 16 MiB hold 1,055 of them.
        CHECK(busy >= 100);
        CHECK(busy <= 200);
    }
    // The room is free again as soon as the server has noticed that they went.
    for (int left = 200;; --left) {
        if (Socket(process.port()).ask(claim).starts_with("HTTP/1.1 400")) break;
        REQUIRE(left > 0);
    }
    CHECK(process.stop() == 0);
}

TEST_CASE("a body without a token ends at its limit, however it is announced") {
    ServerProcess process;
    process.start({"--plain"});
    const std::string chunk = "2000\r\n" + std::string(0x2000, 'x') + "\r\n";
    CHECK_THAT(
        Socket(process.port())
            .ask("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk),
        Catch::StartsWith("HTTP/1.1 413"));
    const auto packed = server::encodeBody(server::Coding::gzip, std::string(1'000'000, 'x'));
    CHECK_THAT(Socket(process.port())
                   .ask("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: " +
                        std::to_string(packed.size()) + "\r\n\r\n" + packed),
               Catch::StartsWith("HTTP/1.1 413") && Catch::Contains("body_too_large"));
    CHECK(process.stop() == 0);
}

TEST_CASE("an address has only so many connections; the others are closed at once") {
    ServerProcess process;
    process.start({"--plain", "--connections-per-address", "3"});
    std::vector<Socket> held;
    for (int i = 0; i < 3; ++i) {
        held.emplace_back(process.port());
        CHECK_THAT(held.back().ask(kHealth), Catch::StartsWith("HTTP/1.1 200"));
    }
    CHECK(Socket(process.port()).ask(kHealth).empty());
    CHECK_THAT(held.front().ask(kHealth), Catch::StartsWith("HTTP/1.1 200"));
    held.pop_back();
    // The server notices the end of a connection when it reads it: the next ones may still come too early.
    for (int left = 200;; --left) {
        if (!Socket(process.port()).ask(kHealth).empty()) break;
        REQUIRE(left > 0);
    }
    CHECK(process.stop() == 0);
}

TEST_CASE("a head that a proxy may read otherwise is refused with 400") {
    ServerProcess process;
    process.start({"--plain"});
    const auto status = [&](const std::string& head) {
        return Socket(process.port())
            .ask("GET /healthz HTTP/1.1\r\n" + head + "Connection: close\r\n\r\n")
            .substr(0, 12);
    };
    CHECK(status("Host: x\r\n") == "HTTP/1.1 200");
    CHECK(status("") == "HTTP/1.1 400");
    CHECK(status("Host: x\r\nHost: x\r\n") == "HTTP/1.1 400");
    CHECK(status("Host: x\r\nX: a\r\n b\r\n") == "HTTP/1.1 400");
    CHECK(status("Host: x\r\nTransfer-Encoding: xchunked\r\n") == "HTTP/1.1 400");
    CHECK(status("Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n") == "HTTP/1.1 400");
    CHECK(process.stop() == 0);
}

TEST_CASE("a long poll ends when its key is revoked") {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    const auto device = remote.enrolBy(admin, domain::Role::inspector, {"62"});
    const auto token = remote.token(device);
    const auto me = [&](const std::string& path) {
        Remote own(process);
        return own.call("GET", path, token);
    };
    const auto after = me("/v1/records").header("plumb-cursor");
    sync::HttpResponse answer;
    const auto from = std::chrono::steady_clock::now();
    std::thread waiting([&] { answer = me("/v1/records?wait=50&after=" + after); });
    const auto line = admin.say("key.revoked", {{"key", device.kid()}, {"reason", "lost"}});
    CHECK(remote.call("POST", "/v1/records", remote.token(admin), line.text() + "\n").status == 200);
    waiting.join();
    CHECK(std::chrono::steady_clock::now() - from < std::chrono::seconds(30));
    CHECK(answer.status == 403);
    CHECK_THAT(answer.body, Catch::Contains("key_revoked"));
    CHECK(process.stop() == 0);
}

TEST_CASE("without a descriptor left newcomers are closed, those who are here are served, and it passes") {
    ServerProcess process;
    process.start({"--plain"});
    Socket here(process.port());
    CHECK_THAT(here.ask(kHealth), Catch::StartsWith("HTTP/1.1 200"));
    const rlimit few{64, 1024};
    REQUIRE(prlimit(process.pid(), RLIMIT_NOFILE, &few, nullptr) == 0);
    {
        std::vector<Socket> many;
        for (int i = 0; i < 150; ++i) many.emplace_back(process.port());
        // Those who came too late read the end; they do not wait.
        CHECK(many.back().receive().empty());
        CHECK_THAT(here.ask(kHealth), Catch::StartsWith("HTTP/1.1 200"));
    }
    for (int left = 200;; --left) {
        if (Socket(process.port()).ask(kHealth).starts_with("HTTP/1.1 200")) break;
        REQUIRE(left > 0);
    }
    CHECK(process.stop() == 0);
}
