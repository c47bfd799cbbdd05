#include "tools/plumb/witness_server.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <iostream>
#include <mutex>
#include <optional>
#include <thread>

#include "shared/crypto/add_checkpoint.h"
#include "shared/store/file_descriptor.h"
#include "sync-server/tls/tls_context.h"

namespace plumb::cli {
namespace {

using server::IoStep;
using SteadyTime = std::chrono::steady_clock::time_point;

constexpr std::size_t kMostHead = 8 * 1024;
constexpr int kMostConnections = 64;
// To be connected, and for one question from its first byte to the last of its answer; between two questions.
constexpr std::chrono::seconds kQuestionTime{15}, kIdleTime{120};
constexpr int kGlanceMs = 500;  // how soon a signal is seen

std::atomic<bool> g_ending{false};

void onSignal(int) {
    g_ending = true;
}

std::string_view reasonOf(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 400:
            return "Bad Request";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 411:
            return "Length Required";
        case 413:
            return "Content Too Large";
        case 422:
            return "Unprocessable Content";
        case 431:
            return "Request Header Fields Too Large";
        default:
            return "Service Unavailable";
    }
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

// What a head says that matters here.
struct Asked {
    std::string method, path;
    std::size_t length = 0;
    bool lengthKnown = false, keepAlive = true, expects = false;
};

// None: no head that two readers read alike.
std::optional<Asked> readHead(std::string_view head) {
    Asked out;
    const auto takeLine = [&]() -> std::optional<std::string_view> {
        const auto end = head.find("\r\n");
        if (end == head.npos) return std::nullopt;
        const auto line = head.substr(0, end);
        head.remove_prefix(end + 2);
        return line;
    };
    const auto first = takeLine();
    if (!first) return std::nullopt;
    const auto space = first->find(' '), last = first->rfind(' ');
    if (space == first->npos || space == last) return std::nullopt;
    const auto version = first->substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return std::nullopt;
    out.method = first->substr(0, space);
    out.path = first->substr(space + 1, last - space - 1);
    out.keepAlive = version == "HTTP/1.1";
    while (const auto line = takeLine()) {
        const auto colon = line->find(':');
        if (colon == line->npos || colon == 0 || line->find_first_of(" \t") < colon) return std::nullopt;
        const auto name = lower(line->substr(0, colon));
        auto value = line->substr(colon + 1);
        while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
        while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
        if (name == "transfer-encoding") return std::nullopt;
        if (name == "connection" && lower(value) == "close") out.keepAlive = false;
        if (name == "expect") out.expects = lower(value) == "100-continue";
        if (name != "content-length") continue;
        const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), out.length);
        if (out.lengthKnown || code != std::errc() || end != value.data() + value.size()) return std::nullopt;
        out.lengthKnown = true;
    }
    return out;
}

// One connection's socket, which waits no longer than until a deadline.
class Line {
  public:
    Line(int descriptor, std::unique_ptr<server::Transport> transport)
        : m_descriptor(descriptor), m_transport(std::move(transport)) {}

    void setDeadline(std::chrono::seconds fromNow) { m_deadline = std::chrono::steady_clock::now() + fromNow; }
    bool handshake() {
        return perform([this] { return m_transport->handshake(); }) != nothing();
    }
    // Appends what comes next; false: nothing will.
    bool read(std::string& into, bool endsWithProgram) {
        std::uint8_t piece[4096];
        m_endsWithProgram = endsWithProgram;
        const auto got = perform([&] { return m_transport->read(piece); });
        m_endsWithProgram = false;
        if (got == nothing() || *got == 0) return false;
        into.append(reinterpret_cast<const char*>(piece), *got);
        return true;
    }
    bool write(std::string_view text) {
        while (!text.empty()) {
            const auto sent = perform([&] {
                return m_transport->write({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
            });
            if (sent == nothing()) return false;
            text.remove_prefix(*sent);
        }
        return true;
    }
    void goodbye() { m_transport->goodbye(); }

  private:
    static std::optional<std::size_t> nothing() { return std::nullopt; }
    template <class Step>
    std::optional<std::size_t> perform(Step step) {
        for (;;) {
            const IoStep done = step();
            if (done.kind == IoStep::Kind::done) return done.bytes;
            if (done.kind == IoStep::Kind::closed) return std::nullopt;
            if (!wait(done.kind == IoStep::Kind::wantRead ? POLLIN : POLLOUT)) return std::nullopt;
        }
    }
    bool wait(short what) {
        for (;;) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0 || (m_endsWithProgram && g_ending)) return false;
            pollfd one{m_descriptor, what, 0};
            const int ready = ::poll(&one, 1, static_cast<int>(std::min<std::int64_t>(left.count(), kGlanceMs)));
            if (ready > 0) return true;
            if (ready < 0 && errno != EINTR) return false;
        }
    }

    int m_descriptor;
    std::unique_ptr<server::Transport> m_transport;
    SteadyTime m_deadline{};
    bool m_endsWithProgram = false;
};

std::string answerText(const WitnessHttpAnswer& answer, bool keepAlive) {
    return "HTTP/1.1 " + std::to_string(answer.status) + " " + std::string(reasonOf(answer.status)) +
           "\r\nContent-Type: " + answer.type + "\r\nContent-Length: " + std::to_string(answer.body.size()) +
           "\r\nCache-Control: no-store\r\nConnection: " + (keepAlive ? "keep-alive" : "close") + "\r\n\r\n" +
           answer.body;
}

WitnessHttpAnswer plain(int status, std::string sentence) {
    return {status, "text/plain; charset=utf-8", std::move(sentence) + "\n"};
}

}  // namespace

struct WitnessServer::Inside {
    WitnessListen given;
    Answer answer;
    std::optional<server::TlsContext> tls;
    store::FileDescriptor listening{-1};
    std::mutex answering;
    std::atomic<int> open{0};

    void serve(int descriptor) {
        const store::FileDescriptor held(descriptor);
        Line line(descriptor, tls ? tls->wrap(descriptor) : server::makePlainTransport(descriptor));
        line.setDeadline(kQuestionTime);
        if (!line.handshake()) return;
        std::string came;
        while (!g_ending && one(line, came)) {
        }
        line.goodbye();
    }

    // Whether the connection goes on.
    bool one(Line& line, std::string& came) {
        line.setDeadline(kIdleTime);
        if (came.empty() && !line.read(came, true)) return false;
        line.setDeadline(kQuestionTime);
        const auto refuse = [&](int status, std::string sentence) {
            line.write(answerText(plain(status, std::move(sentence)), false));
            return false;
        };
        auto end = came.find("\r\n\r\n");
        while (end == came.npos) {
            if (came.size() > kMostHead) return refuse(431, "the head is larger than this takes");
            if (!line.read(came, false)) return false;
            end = came.find("\r\n\r\n");
        }
        const auto asked = readHead(std::string_view(came).substr(0, end + 2));
        if (!asked) return refuse(400, "the head cannot be read");
        came.erase(0, end + 4);
        if (asked->path != given.prefix + "/add-checkpoint")
            return refuse(404, "a witness takes POST " + given.prefix + "/add-checkpoint");
        if (asked->method != "POST") return refuse(405, "a witness takes POST alone");
        if (!asked->lengthKnown) return refuse(411, "the length must be told");
        if (asked->length > crypto::kMostAddCheckpointBytes)
            return refuse(413, "the body is larger than a question is");
        if (asked->expects && came.empty() && !line.write("HTTP/1.1 100 Continue\r\n\r\n")) return false;
        while (came.size() < asked->length) {
            if (!line.read(came, false)) return false;
        }
        const std::string body = came.substr(0, asked->length);
        came.erase(0, asked->length);
        WitnessHttpAnswer told;
        try {
            const std::lock_guard lock(answering);
            told = answer(body);
        } catch (const std::exception& broken) {
            std::cerr << "plumb witness: " << broken.what() << std::endl;
            told = plain(503, "the witness cannot write down what it would sign; nothing was signed");
        }
        const bool keepAlive = asked->keepAlive && !g_ending;
        return line.write(answerText(told, keepAlive)) && keepAlive;
    }
};

WitnessServer::WitnessServer(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
WitnessServer::~WitnessServer() = default;

Result<std::unique_ptr<WitnessServer>> WitnessServer::listen(WitnessListen given, Answer answer) {
    auto inside = std::make_unique<Inside>();
    if (!given.certificatePem.empty() || !given.keyPem.empty()) {
        auto tls = server::TlsContext::make(given.certificatePem, given.keyPem);
        if (!tls) return fail(tls.error());
        inside->tls = std::move(*tls);
    }
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (::getaddrinfo(given.host.c_str(), std::to_string(given.port).c_str(), &hints, &found) != 0)
        return fail(ErrorKind::malformed, "bad_listen",
                    "--listen takes ADDRESS:PORT, as in 127.0.0.1:8444 or [::1]:8444");
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> held(found, ::freeaddrinfo);
    store::FileDescriptor listening(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int yes = 1;
    ::setsockopt(listening.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(listening.get(), found->ai_addr, found->ai_addrlen) != 0 || ::listen(listening.get(), 64) != 0)
        return fail(ErrorKind::conflict, "address_taken",
                    "cannot listen on " + given.host + ":" + std::to_string(given.port) +
                        ": it is taken or not this machine's");
    inside->given = std::move(given);
    inside->answer = std::move(answer);
    inside->listening = std::move(listening);
    return std::unique_ptr<WitnessServer>(new WitnessServer(std::move(inside)));
}

unsigned short WitnessServer::port() const {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(m_inside->listening.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
    const auto* six = reinterpret_cast<const sockaddr_in6*>(&address);
    const auto* four = reinterpret_cast<const sockaddr_in*>(&address);
    return ntohs(address.ss_family == AF_INET6 ? six->sin6_port : four->sin_port);
}

void WitnessServer::run() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    auto& inside = *m_inside;
    while (!g_ending) {
        pollfd one{inside.listening.get(), POLLIN, 0};
        if (::poll(&one, 1, kGlanceMs) <= 0) continue;
        const int descriptor = ::accept4(inside.listening.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor < 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(kGlanceMs));
            continue;
        }
        if (inside.open >= kMostConnections) {
            ::close(descriptor);
            continue;
        }
        ++inside.open;
        std::thread([&inside, descriptor] {
            try {
                inside.serve(descriptor);
            } catch (const std::exception& broken) {
                std::cerr << "plumb witness: a connection ended badly: " << broken.what() << std::endl;
            }
            --inside.open;
        }).detach();
    }
    while (inside.open > 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

}  // namespace plumb::cli
