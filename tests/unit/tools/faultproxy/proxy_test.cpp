#include "tools/faultproxy/proxy.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>
#include <thread>

using namespace plumb;
using namespace plumb::fault;
using namespace std::chrono_literals;
using boost::asio::ip::tcp;
using Steady = std::chrono::steady_clock;

namespace {

// Says back what it is told, and ends when it is.
class Echo {
  public:
    Echo() : m_acceptor(m_context, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0)) {
        m_thread = std::thread([this] {
            for (;;) {
                boost::system::error_code error;
                auto socket = std::make_shared<tcp::socket>(m_context);
                m_acceptor.accept(*socket, error);
                if (error || m_stopped) return;
                m_talks.emplace_back([socket] { talk(*socket); });
            }
        });
    }
    ~Echo() {
        m_stopped = true;
        boost::system::error_code ignored;
        tcp::socket last(m_context);
        last.connect(m_acceptor.local_endpoint(), ignored);
        m_thread.join();
        for (auto& talk : m_talks) talk.join();
    }
    [[nodiscard]] std::string address() const {
        return "127.0.0.1:" + std::to_string(m_acceptor.local_endpoint().port());
    }

  private:
    static void talk(tcp::socket& socket) {
        std::string buffer(4096, '\0');
        boost::system::error_code error;
        for (;;) {
            const auto count = socket.read_some(boost::asio::buffer(buffer), error);
            if (error) break;
            boost::asio::write(socket, boost::asio::buffer(buffer.data(), count), error);
            if (error) break;
        }
        socket.shutdown(tcp::socket::shutdown_send, error);
    }
    boost::asio::io_context m_context;
    tcp::acceptor m_acceptor;
    std::atomic<bool> m_stopped{false};
    std::thread m_thread;
    std::vector<std::thread> m_talks;
};

struct Link {
    explicit Link(const std::string& script, std::uint64_t seed = 1)
        : proxy(loop, {"127.0.0.1:0", echo.address(), parseScript(script).value(), seed}) {}

    // What comes back of it, and whether the connection was reset.
    std::pair<std::string, bool> say(const std::string& text, bool end = true) {
        boost::asio::io_context context;
        tcp::socket socket(context);
        socket.connect({boost::asio::ip::address_v4::loopback(), proxy.port()});
        std::thread sender([&] {
            boost::system::error_code error;
            boost::asio::write(socket, boost::asio::buffer(text), error);
            if (end) socket.shutdown(tcp::socket::shutdown_send, error);
        });
        std::string out, buffer(4096, '\0');
        boost::system::error_code error;
        while (!error) {
            const auto count = socket.read_some(boost::asio::buffer(buffer), error);
            out.append(buffer.data(), count);
        }
        sender.join();
        return {out, error != boost::asio::error::eof};
    }

    Echo echo;
    Loop loop;
    Proxy proxy;
};

std::string text(std::size_t size) {
    std::string out(size, '\0');
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char>('a' + i * i % 23);
    return out;
}

}  // namespace

TEST_CASE("a perfect link passes everything on, both ways, and counts it") {
    Link link("");
    const auto said = text(1'000'000);
    const auto [back, reset] = link.say(said);
    CHECK(back == said);
    CHECK_FALSE(reset);
    CHECK(link.say("again").first == "again");
    const auto counts = link.proxy.counts();
    CHECK(counts.up == 1'000'005);
    CHECK(counts.down == 1'000'005);
    CHECK(counts.connections == 2);
    CHECK(counts.faults() == 0);
}

TEST_CASE("a link that dies resets its connections, and the next one lives") {
    Link link("up every 5000 cut");
    CHECK(link.say(text(8000)).second);
    CHECK(link.proxy.counts().cut == 1);
    CHECK(link.say(text(100)).first == text(100));
}

TEST_CASE("what had arrived before a link died is not taken back") {
    Loop loop;
    boost::asio::io_context context;
    tcp::acceptor behind(context, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0));
    Proxy proxy(loop, {"127.0.0.1:0", "127.0.0.1:" + std::to_string(behind.local_endpoint().port()),
                       parseScript("up every 5000 cut").value(), 1});
    tcp::socket from(context), to(context);
    from.connect({boost::asio::ip::address_v4::loopback(), proxy.port()});
    behind.accept(to);
    boost::asio::write(from, boost::asio::buffer(text(8000)));
    std::string got(8000, '\0');
    boost::system::error_code error;
    got.resize(boost::asio::read(to, boost::asio::buffer(got), error));
    CHECK(error == boost::asio::error::eof);
    CHECK(got == text(8000).substr(0, 5000));
}

TEST_CASE("one connection's cut is the other one's, too") {
    Link link("up every 5000 cut");
    boost::asio::io_context context;
    tcp::socket other(context);
    other.connect({boost::asio::ip::address_v4::loopback(), link.proxy.port()});
    boost::asio::write(other, boost::asio::buffer(std::string("x")));
    char back = 0;
    boost::asio::read(other, boost::asio::buffer(&back, 1));
    CHECK(link.say(text(8000)).second);
    boost::system::error_code error;
    boost::asio::read(other, boost::asio::buffer(&back, 1), error);
    CHECK(error);
}

TEST_CASE("a bit is another, and nothing else is") {
    Link link("up after 500 corrupt");
    const auto said = text(2000);
    const auto back = link.say(said).first;
    REQUIRE(back.size() == said.size());
    std::size_t others = 0;
    for (std::size_t i = 0; i < said.size(); ++i) others += back[i] != said[i];
    CHECK(others == 1);
    CHECK(back[499] != said[499]);
}

TEST_CASE("bytes come twice where the script says so") {
    Link link("up after 500 double 10");
    const auto said = text(2000);
    CHECK(link.say(said).first == said.substr(0, 500) + said.substr(490, 10) + said.substr(500));
}

TEST_CASE("half of a connection is closed, and the other half goes on") {
    Link link("up after 500 close");
    const auto said = text(2000);
    const auto [back, reset] = link.say(said, false);
    CHECK(back == said.substr(0, 500));
    CHECK_FALSE(reset);
    CHECK(link.proxy.counts().closed == 1);
}

TEST_CASE("rates, delays and stalls take the time that they say") {
    const auto took = [](const std::string& script, std::size_t size) {
        Link link(script);
        const auto from = Steady::now();
        REQUIRE(link.say(text(size)).first == text(size));
        return Steady::now() - from;
    };
    CHECK(took("up rate 40000", 16'000) >= 195ms);  // of which 200 ms may be made up for
    CHECK(took("down delay 100ms", 10) >= 195ms);   // the beginning's round trip, and the answer's way
    CHECK(took("delay 50ms jitter 10ms", 10) >= 195ms);
    CHECK(took("up after 5 stall 200ms", 10) >= 195ms);
}

TEST_CASE("a script may change while connections are open") {
    Link link("");
    boost::asio::io_context context;
    tcp::socket socket(context);
    socket.connect({boost::asio::ip::address_v4::loopback(), link.proxy.port()});
    const auto said = text(100);
    std::string back(100, '\0');
    boost::asio::write(socket, boost::asio::buffer(said));
    boost::asio::read(socket, boost::asio::buffer(back));
    CHECK(back == said);
    link.proxy.setScript(parseScript("up after 50 cut").value(), 2);
    boost::asio::write(socket, boost::asio::buffer(said));
    boost::system::error_code error;
    boost::asio::read(socket, boost::asio::buffer(back), error);
    CHECK(error);
}

TEST_CASE("nobody behind it, and a wrong address, are said") {
    Loop loop;
    Echo echo;
    CHECK_THROWS_WITH(Proxy(loop, {"127.0.0.1:0", "nowhere", {}, 1}), Catch::Contains("HOST:PORT"));
    CHECK_THROWS_WITH(Proxy(loop, {"somewhere:0", echo.address(), {}, 1}), Catch::Contains("no address to listen at"));
    CHECK_THROWS_WITH(Proxy(loop, {"127.0.0.1:70000", echo.address(), {}, 1}),
                      Catch::Contains("no address to listen at"));
    CHECK_THROWS_WITH(Proxy(loop, {echo.address(), echo.address(), {}, 1}), Catch::Contains("cannot listen"));
}
