// One connection to a server by TLS 1.3, blocking, for benches alone: it keeps as little and costs as little as a
// client can, so that what is measured beside it is the server. No certificate is judged. Throws where the connection
// breaks.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct ssl_st;

namespace plumb::bench {

struct TlsAnswer {
    int status = 0;
    std::string body;
};

class TlsClient {
  public:
    // `from`: the address that it calls from; addresses of 127.0.0.0/8 count as several callers.
    explicit TlsClient(unsigned short port, const std::string& from = "127.0.0.1");
    ~TlsClient();
    TlsClient(TlsClient&&) noexcept;

    // A call with its answer; the body must have a length (no chunks). `head`: "POST /v1/records
    // HTTP/1.1\r\n…\r\n\r\n".
    TlsAnswer call(std::string_view head, std::string_view body = {});
    // The same where only the number of bytes of the body is wanted, however large.
    std::size_t countBody(std::string_view head);

  private:
    void send(std::string_view text);
    std::size_t receive(char* to, std::size_t most);
    // Until the head of an answer is there whole; what of its body came with it stays in m_input.
    std::size_t readHead(TlsAnswer& answer);

    int m_socket = -1;
    std::unique_ptr<ssl_st, void (*)(ssl_st*)> m_tls;
    std::string m_input;
};

// The head of a POST of lines, which asks for a compressed answer as tablets do.
std::string pushHead(const std::string& token, std::size_t bytes);

}  // namespace plumb::bench
