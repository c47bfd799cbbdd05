// A server in this process as a client sees it: its real handlers, without sockets.
#pragma once

#include "shared/sync/http.h"
#include "tests/unit/server/kit/world.h"

namespace plumb::sync::kit {

using server::kit::World;

class ToWorld : public HttpCaller {
  public:
    explicit ToWorld(World& world) : m_world(world) {}

    using HttpCaller::call;
    Result<HttpResponse> call(const HttpRequest& request, std::size_t limit) override;
    void cancel() override {}
    void resume() override {}
    [[nodiscard]] HttpTraffic traffic() const override { return m_traffic; }

  private:
    World& m_world;
    HttpTraffic m_traffic;
};

}  // namespace plumb::sync::kit
