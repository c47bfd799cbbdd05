// A site's page: what is published of it, how far it is, whether one stands inside, and what was proposed.
#include "mobile/propose/site_model.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/position/receiver_double.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Page {
    Bench bench;
    test::ReceiverDouble* receiver = new test::ReceiverDouble;
    PositionSource position{std::unique_ptr<Receiver>(receiver), [this] { return bench.now; }};
    SiteModel site{bench.store(), position, nullptr};

    Page() {
        bench.unlock();
        site.show("yongchang");
        waitFor([&] { return site.ready(); });
    }
};

}  // namespace

TEST_CASE("a site's page says what is published, and nothing of where one is while that is not known") {
    Page it;
    CHECK(it.site.name() == u"永昌县设施蔬菜标准化示范区");
    CHECK(it.site.facts()->count() > 0);
    CHECK(it.site.proposals()->count() == 0);
    CHECK(it.site.mayPropose());
    CHECK_FALSE(it.site.drafted());
    CHECK(it.site.away().isEmpty());
    it.site.forget();
    CHECK_FALSE(it.site.ready());
    CHECK(it.site.name().isEmpty());
    CHECK(it.site.facts()->count() == 0);
}

TEST_CASE("how far it is is never guessed, and a site that is not published says so") {
    Page it;
    // The position is known; where the site lies nobody published.
    it.position.want("test", true);
    it.receiver->fix(38.5, 101.9671, 4);
    CHECK(it.site.point().isEmpty());
    CHECK(it.site.away().isEmpty());
    CHECK_FALSE(it.site.handOver());
    it.site.show("nowhere");
    waitFor([&] { return !it.site.problem().isEmpty(); });
    CHECK_FALSE(it.site.ready());
    CHECK(it.site.away().isEmpty());
}
