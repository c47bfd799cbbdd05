// A few threads that do what costs processor time: parsing, verifying, scoring. A batch is cut into slices, so that one
// large push does not hold up another behind it; what makes no more than one slice is done by the caller's own thread.
// run() may be called from any thread and returns when all is done.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace plumb::server {

class VerifyPool {
  public:
    explicit VerifyPool(unsigned threads);
    ~VerifyPool();

    // Calls work(i) for every i < count, in parallel where they are many. What a call throws is thrown here, once; all
    // that were begun have ended then.
    void run(std::size_t count, const std::function<void(std::size_t)>& work);

  private:
    struct Batch;
    struct Slice {
        Batch* batch;
        std::size_t from, to;
    };
    void serve();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Slice> m_slices;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

}  // namespace plumb::server
