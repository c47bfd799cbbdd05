// What one tablet's calls cost: between the sync engine and the connection that carries its calls, and it changes
// nothing of them. Thread-safe: the engine fetches ahead on a thread of its own.
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "shared/sync/http.h"

namespace plumb::fleet {

using Steady = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Tally {
    std::size_t calls = 0, failed = 0;  // failed: nobody answered
    std::uint64_t up = 0, down = 0;     // bytes of heads and bodies, before TLS

    Tally& operator+=(const Tally& other);
};

class Meter {
  public:
    struct Figures {
        std::map<std::string, Tally> kinds;
        std::vector<Milliseconds> pushes;  // that were answered
        std::optional<Steady::time_point> lastPush;
        [[nodiscard]] Tally all() const;
    };
    [[nodiscard]] Figures figures() const;
    void reset();

  private:
    friend class MeteredCaller;
    void note(const sync::HttpRequest& request, bool answered, const sync::HttpTraffic& moved, Steady::time_point from);

    mutable std::mutex m_mutex;
    Figures m_figures;
};

class MeteredCaller final : public sync::HttpCaller {
  public:
    // `meter` outlives this.
    MeteredCaller(std::unique_ptr<sync::HttpCaller> inner, Meter& meter) : m_inner(std::move(inner)), m_meter(meter) {}

    using HttpCaller::call;
    Result<sync::HttpResponse> call(const sync::HttpRequest& request, std::size_t limit) override;
    void cancel() override { m_inner->cancel(); }
    void resume() override { m_inner->resume(); }
    [[nodiscard]] sync::HttpTraffic traffic() const override { return m_inner->traffic(); }

  private:
    std::unique_ptr<sync::HttpCaller> m_inner;
    Meter& m_meter;
};

}  // namespace plumb::fleet
