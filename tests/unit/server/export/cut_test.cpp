// Lists over real connections: chunks, and readers who go away in the middle.
#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "shared/crypto/checkpoint.h"
#include "shared/crypto/hash.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;

namespace {

class Socket {
  public:
    explicit Socket(unsigned short port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
        // Small, so that the server has to wait for this reader.
        const int small = 4096;
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("no connection");
    }
    ~Socket() { ::close(m_socket); }
    void send(const std::string& text) const {
        if (::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
            throw std::runtime_error("not sent");
    }
    // Until it has so many bytes or the end came.
    [[nodiscard]] std::string read(std::size_t most = ~std::size_t{0}) const {
        std::string out;
        char piece[4096];
        while (out.size() < most) {
            const auto got = ::recv(m_socket, piece, std::min(sizeof piece, most - out.size()), 0);
            if (got <= 0) break;
            out.append(piece, static_cast<std::size_t>(got));
        }
        return out;
    }

  private:
    int m_socket;
};

std::string posted(const std::string& target, const std::string& body) {
    return "POST " + target +
           " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}

// A server that holds inspections of some megabytes; an inspector over TLS first, then by bare sockets.
struct Case {
    ServerProcess process;
    std::unique_ptr<Author> inspector;
    std::string token;

    Case() {
        process.start();
        Remote remote(process);
        auto admin = remote.enrol(process.invitation());
        remote.publish(admin);
        inspector = std::make_unique<Author>(remote.enrolBy(admin, domain::Role::inspector, {"62"}));
        token = remote.token(*inspector);
        for (int batch = 0; batch < 4; ++batch) {
            std::vector<record::Line> lines;
            for (int i = 0; i < 100; ++i)
                lines.push_back(
                    inspector->say("inspection.submitted", inspectionBody(20'000), {"yongchang-veg", "620321"}));
            const auto answer =
                remote.call("POST", "/v1/records", token, joined(lines), {"Content-Type: application/plumb-lines"});
            if (answer.status != 200) throw std::runtime_error(answer.body);
        }
    }
    void restartPlain() {
        process.stop();
        process.start({"--plain"});
        const Socket asking(process.port());
        asking.send(
            posted("/v1/token", tokenForm(inspector->assertion(
                                    crypto::parseNoteKey(process.invitation().logKey).value().name, systemNow().utc))));
        const auto answer = asking.read();
        token =
            textAt(parseJson(answer.substr(answer.find("\r\n\r\n") + 4)).value().get_object(), "access_token").value();
    }
    [[nodiscard]] std::string ask(const std::string& target, const std::string& version = "1.1") const {
        return "GET " + target + " HTTP/" + version + "\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }
    // Waits until the server says that no list is on the way.
    [[nodiscard]] bool comesToRest() const {
        for (int i = 0; i < 300; ++i) {
            const Socket asking(process.port());
            asking.send("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            if (asking.read().find("\nplumb_exports_open 0\n") != std::string::npos) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }
};

const std::string kAnswers = "/v1/export/inspections.csv?answers=1&checklist=";

}  // namespace

TEST_CASE("a list is sent in chunks, and its connection goes on") {
    Case c;
    Remote remote(c.process);
    const auto whole = remote.call("GET", kAnswers + crypto::sha256(checklistDocument()).hex(), c.token);
    REQUIRE(whole.status == 200);
    CHECK(whole.header("transfer-encoding") == "chunked");
    CHECK(whole.header("content-length").empty());
    CHECK(whole.header("content-type") == "text/csv; charset=utf-8; header=present");
    CHECK(whole.body.size() > 8'000'000);
    CHECK(std::count(whole.body.begin(), whole.body.end(), '\n') == 401);
    CHECK(remote.call("GET", "/v1/query/me", c.token).status == 200);
    const auto head = remote.call("HEAD", kAnswers + crypto::sha256(checklistDocument()).hex(), c.token);
    CHECK(head.status == 200);
    CHECK(head.body.empty());
}

TEST_CASE("a reader who goes away gives the place back, and nothing remains of a workbook") {
    Case c;
    c.restartPlain();
    const auto answers = kAnswers + crypto::sha256(checklistDocument()).hex();
    // Cut in the middle, by readers who had read a little: more of them than there are places.
    for (int i = 0; i < 6; ++i) {
        {
            const Socket reader(c.process.port());
            reader.send(c.ask(answers));
            CHECK_THAT(reader.read(20'000), Catch::StartsWith("HTTP/1.1 200 OK\r\n"));
        }
        CHECK(c.comesToRest());
    }
    // A workbook is made whole before its first byte: one who left before is not waited for.
    for (int i = 0; i < 3; ++i) Socket(c.process.port()).send(c.ask("/v1/export/inspections.xlsx?answers=1"));
    CHECK(c.comesToRest());

    // Who cannot tell a part from the whole gets none.
    const Socket old(c.process.port());
    old.send(c.ask(answers, "1.0"));
    CHECK_THAT(old.read(), Catch::StartsWith("HTTP/1.1 400"));

    // Killed in the middle of a workbook, the server leaves nothing.
    const Socket reader(c.process.port());
    reader.send(c.ask("/v1/export/inspections.xlsx?answers=1"));
    CHECK_FALSE(reader.read(1).empty());
    c.process.kill();
    CHECK(std::filesystem::is_empty(c.process.data() / "exports"));
}
