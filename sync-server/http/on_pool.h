// Runs blocking work on a pool of threads and comes back to the coroutine's own thread with what it gave or threw.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <type_traits>

namespace plumb::server {

namespace asio = boost::asio;

template <class Work>
asio::awaitable<std::invoke_result_t<Work>> onPool(asio::thread_pool& pool, Work work) {
    using Value = std::invoke_result_t<Work>;
    // A named object: temporaries in a co_await expression are destroyed wrongly by older compilers.
    auto initiate = [&pool, &work](auto handler) {
        auto home = asio::get_associated_executor(handler);
        asio::post(pool, [home, &work, handler = std::move(handler)]() mutable {
            std::exception_ptr failure;
            Value value{};
            try {
                value = work();
            } catch (...) {
                failure = std::current_exception();
            }
            asio::post(home, [failure, value = std::move(value), handler = std::move(handler)]() mutable {
                std::move(handler)(failure, std::move(value));
            });
        });
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(std::exception_ptr, Value)>(
        initiate, asio::use_awaitable);
}

}  // namespace plumb::server
