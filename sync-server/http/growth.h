// Tells long polls that the log has grown. Waiting happens on the network's thread; announce() may be called from any.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <set>

namespace plumb::server {

namespace asio = boost::asio;

class Growth {
  public:
    // `context` outlives this.
    explicit Growth(asio::io_context& context) : m_context(context) {}

    void announce() {
        asio::post(m_context, [this] {
            ++m_version;
            for (auto* timer : m_waiting) timer->cancel();
        });
    }

    // To be read before the log is looked at, so that growth between the look and the wait is not missed.
    [[nodiscard]] std::uint64_t version() const { return m_version; }

    // Returns when the log has grown since `version`, or after `longest`.
    asio::awaitable<void> wait(std::uint64_t version, std::chrono::milliseconds longest) {
        if (version != m_version) co_return;
        asio::steady_timer timer(m_context, longest);
        m_waiting.insert(&timer);
        co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
        m_waiting.erase(&timer);
    }

  private:
    asio::io_context& m_context;
    std::uint64_t m_version = 0;
    std::set<asio::steady_timer*> m_waiting;
};

}  // namespace plumb::server
