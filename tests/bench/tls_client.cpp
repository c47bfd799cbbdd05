#include "tests/bench/tls_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace plumb::bench {
namespace {

// One for the process: a context holds what a thousand connections would otherwise hold each.
SSL_CTX* context() {
    static SSL_CTX* const made = [] {
        auto* out = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_min_proto_version(out, TLS1_3_VERSION);
        SSL_CTX_set_mode(out, SSL_MODE_RELEASE_BUFFERS);
        return out;
    }();
    return made;
}

sockaddr_in addressOf(const std::string& host, unsigned short port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    if (inet_pton(AF_INET, host.c_str(), &out.sin_addr) != 1) throw std::runtime_error("no address: " + host);
    return out;
}

// The length that a head states; names in either case.
std::size_t lengthIn(std::string_view head) {
    constexpr std::string_view kName = "content-length:";
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
        auto line = head.substr(at + 2, kName.size());
        std::string name(line);
        for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (name != kName) continue;
        const auto* from = head.data() + at + 2 + kName.size();
        while (*from == ' ') ++from;
        std::size_t out = 0;
        std::from_chars(from, head.data() + head.size(), out);
        return out;
    }
    throw std::runtime_error("an answer without a length: " + std::string(head));
}

}  // namespace

TlsClient::TlsClient(unsigned short port, const std::string& from) : m_tls(nullptr, &SSL_free) {
    m_socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto mine = addressOf(from, 0), server = addressOf("127.0.0.1", port);
    const int one = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (m_socket < 0 || bind(m_socket, reinterpret_cast<const sockaddr*>(&mine), sizeof mine) != 0 ||
        connect(m_socket, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0)
        throw std::runtime_error("no connection to the server");
    m_tls.reset(SSL_new(context()));
    if (SSL_set_fd(m_tls.get(), m_socket) != 1 || SSL_connect(m_tls.get()) != 1)
        throw std::runtime_error("no TLS with the server");
}

TlsClient::~TlsClient() {
    m_tls.reset();
    if (m_socket >= 0) close(m_socket);
}

TlsClient::TlsClient(TlsClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_tls(std::move(other.m_tls)), m_input(std::move(other.m_input)) {}

void TlsClient::send(std::string_view text) {
    std::size_t sent = 0;
    if (SSL_write_ex(m_tls.get(), text.data(), text.size(), &sent) != 1 || sent != text.size())
        throw std::runtime_error("the connection broke while it was written to");
}

std::size_t TlsClient::receive(char* to, std::size_t most) {
    std::size_t got = 0;
    if (SSL_read_ex(m_tls.get(), to, most, &got) != 1)
        throw std::runtime_error("the connection ended while an answer was awaited");
    return got;
}

std::size_t TlsClient::readHead(TlsAnswer& answer) {
    std::array<char, 16 * 1024> piece;
    std::size_t end = std::string::npos;
    while ((end = m_input.find("\r\n\r\n")) == std::string::npos)
        m_input.append(piece.data(), receive(piece.data(), piece.size()));
    const std::string_view head(m_input.data(), end + 2);
    std::from_chars(head.data() + 9, head.data() + 12, answer.status);
    const auto length = lengthIn(head);
    m_input.erase(0, end + 4);
    return length;
}

TlsAnswer TlsClient::call(std::string_view head, std::string_view body) {
    std::string both(head);
    send(both.append(body));
    TlsAnswer answer;
    const auto length = readHead(answer);
    std::array<char, 16 * 1024> piece;
    while (m_input.size() < length) m_input.append(piece.data(), receive(piece.data(), piece.size()));
    answer.body = m_input.substr(0, length);
    m_input.erase(0, length);
    return answer;
}

std::size_t TlsClient::countBody(std::string_view head) {
    send(head);
    TlsAnswer answer;
    const auto length = readHead(answer);
    if (answer.status != 200) throw std::runtime_error("status " + std::to_string(answer.status));
    std::array<char, 16 * 1024> piece;
    for (auto got = m_input.size(); got < length;) got += receive(piece.data(), piece.size());
    m_input.clear();
    return length;
}

std::string pushHead(const std::string& token, std::size_t bytes) {
    return "POST /v1/records HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
           "\r\nContent-Type: application/plumb-lines\r\nAccept-Encoding: gzip, zstd\r\nContent-Length: " +
           std::to_string(bytes) + "\r\n\r\n";
}

}  // namespace plumb::bench
