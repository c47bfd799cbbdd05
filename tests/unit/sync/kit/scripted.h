// Between a tablet and an honest server: answers what a function makes of it; where that is none, the honest server
// does.
#pragma once

#include <functional>
#include <optional>

#include "tests/unit/sync/kit/to_world.h"

namespace plumb::sync::kit {

class Scripted : public HttpCaller {
  public:
    using Script = std::function<std::optional<Result<HttpResponse>>(const HttpRequest&, HttpCaller& honest)>;
    Scripted(World& world, Script script) : m_honest(world), m_script(std::move(script)) {}
    using HttpCaller::call;
    Result<HttpResponse> call(const HttpRequest& request, std::size_t limit) override {
        if (auto said = m_script(request, m_honest)) return std::move(*said);
        return m_honest.call(request, limit);
    }
    void cancel() override {}
    void resume() override {}
    [[nodiscard]] HttpTraffic traffic() const override { return m_honest.traffic(); }

  private:
    ToWorld m_honest;
    Script m_script;
};

// The honest server's answer to a question for a receipt as a server reads it that is of before it could be asked what
// is new; nothing at any other call.
inline std::optional<Result<HttpResponse>> asBefore(const HttpRequest& request, HttpCaller& honest) {
    if (request.path != "/v1/receipt") return std::nullopt;
    auto asked = request;
    auto body = parseJson(request.body).value();
    for (const auto* name : {"have", "after", "places", "held"}) body.get_object().erase(name);
    asked.body = toText(body);
    return honest.call(asked);
}

}  // namespace plumb::sync::kit
