#include "tools/fleet/meter.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::fleet;

namespace {

// Answers anything but what is called "/gone", at ten bytes up and twenty down.
class Answering final : public sync::HttpCaller {
  public:
    Result<sync::HttpResponse> call(const sync::HttpRequest& request, std::size_t) override {
        m_traffic.sent += 10;
        m_traffic.received += 20;
        if (request.path.ends_with("gone")) return fail(ErrorKind::offline, "offline", "nobody");
        return sync::HttpResponse{200, {}, request.body};
    }
    void cancel() override {}
    void resume() override {}
    [[nodiscard]] sync::HttpTraffic traffic() const override { return m_traffic; }

  private:
    sync::HttpTraffic m_traffic;
};

}  // namespace

TEST_CASE("calls are counted by what they are for, and changed by nothing") {
    Meter meter;
    MeteredCaller caller(std::make_unique<Answering>(), meter);
    sync::HttpCaller& as = caller;
    CHECK(as.call({"POST", "/v1/records?have=5", {}, "lines"})->body == "lines");
    CHECK(as.call({"GET", "/v1/records?after=0"})->status == 200);
    CHECK(as.call({"POST", "/v1/files"})->status == 200);
    CHECK(as.call({"POST", "/v1/uploads"})->status == 200);
    CHECK(as.call({"HEAD", "/v1/uploads/x"})->status == 200);
    CHECK_FALSE(as.call({"PATCH", "/v1/uploads/gone"}));
    CHECK(as.call({"GET", "/v1/strange"})->status == 200);
    const auto figures = meter.figures();
    std::string kinds;
    for (const auto& [kind, tally] : figures.kinds) kinds += kind + " ";
    CHECK(kinds == "feed other push upload_ask upload_begin upload_send upload_together ");
    CHECK(figures.kinds.at("upload_send").failed == 1);
    CHECK(figures.pushes.size() == 1);
    CHECK(figures.lastPush);
    CHECK(figures.all().calls == 7);
    CHECK(figures.all().up == 70);
    CHECK(figures.all().down == 140);
    CHECK(caller.traffic().sent == 70);
    meter.reset();
    CHECK(meter.figures().kinds.empty());
}
