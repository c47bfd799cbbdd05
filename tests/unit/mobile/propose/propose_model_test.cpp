// A correction as a person makes it: words about each fix, everything on disk at once, the same again after a crash.
#include "mobile/propose/propose_model.h"

#include <catch2/catch.hpp>

#include "mobile/propose/site_model.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/position/receiver_double.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

const QString kSite = QStringLiteral("yongchang");

struct Stand {
    Bench& bench;
    test::ReceiverDouble* receiver = new test::ReceiverDouble;
    std::chrono::milliseconds ticks{5'000};
    PositionSource position{std::unique_ptr<Receiver>(receiver), [this] { return bench.now; }, nullptr,
                            [this] { return ticks; }};
    ProposeModel model{bench.store(), position, nullptr};
    WalkModel& walk = *model.walk();

    explicit Stand(Bench& with) : bench(with) {
        position.want(QStringLiteral("test"), true);
        model.begin(kSite);
        waitFor([&] { return model.ready(); });
    }
    void pass(int seconds) {
        ticks += std::chrono::seconds(seconds);
        bench.now.utc += std::chrono::seconds(seconds);
    }
    void stand(double lat, double lon, double accuracy = 4, int seconds = 60) {
        pass(seconds);
        receiver->fix(lat, lon, accuracy);
    }
    void corner(double lat, double lon) {
        stand(lat, lon);
        walk.addCorner();
    }
    void square() {
        walk.setTrack(false);
        corner(38.2461, 101.9669);
        corner(38.2461, 101.9689);
        corner(38.2471, 101.9689);
        corner(38.2471, 101.9669);
    }
    void settle() {
        (void)bench.ask([](LocalStore&) -> Result<int> { return 0; });
    }
};

}  // namespace

TEST_CASE("corners are set where one stands, and each refusal says why") {
    Bench bench;
    bench.unlock();
    Stand stand(bench);
    CHECK(stand.walk.track());
    stand.walk.setTrack(false);
    stand.walk.addCorner();
    CHECK(stand.walk.said().contains(u"没有定位"));
    stand.stand(38.2461, 101.9669, 30);
    stand.walk.addCorner();
    CHECK(stand.walk.said().contains(u"±30 m"));
    CHECK(stand.walk.leftOut() == u"精度不够 1 次");
    stand.stand(38.2461, 101.9669);
    stand.pass(11);
    stand.walk.addCorner();
    CHECK(stand.walk.said().contains(u"11 秒前"));
    CHECK(stand.walk.empty());
    stand.corner(38.2461, 101.9669);
    CHECK(stand.walk.said().contains(u"第 1 个角点"));
    stand.walk.addCorner();  // tapped twice
    CHECK(stand.walk.corners() == 1);
    stand.walk.setTrack(true);
    CHECK_FALSE(stand.walk.track());  // not with corners there
    stand.walk.close();
    CHECK(stand.walk.said().contains(u"三个角点"));
}

TEST_CASE("an outline that would cross itself is not taken, and says which side") {
    Bench bench;
    bench.unlock();
    Stand stand(bench);
    stand.walk.setTrack(false);
    stand.corner(38.2461, 101.9669);
    stand.corner(38.2471, 101.9689);
    stand.corner(38.2471, 101.9669);
    stand.corner(38.2459, 101.9686);
    CHECK(stand.walk.corners() == 3);
    CHECK(stand.walk.said().contains(u"第 1 条边相交"));
    // Open it is good; closed it would cross.
    stand.walk.clear();
    stand.corner(38.2461, 101.9669);
    stand.corner(38.2461, 101.9689);
    stand.corner(38.2471, 101.9669);
    stand.corner(38.2471, 101.9689);
    CHECK(stand.walk.corners() == 4);
    CHECK(stand.walk.crossing() == u"第 2 条边与第 4 条边相交");
    stand.walk.close();
    CHECK_FALSE(stand.walk.closed());
    CHECK(stand.walk.said().contains(u"没有围拢"));
}

TEST_CASE("a walk goes on after a crash with the fixes that there were") {
    Bench bench;
    bench.unlock();
    {
        Stand stand(bench);
        CHECK_FALSE(stand.model.restored());
        stand.stand(38.2461, 101.9669);
        stand.walk.record(true);
        for (int i = 1; i <= 40; ++i) stand.stand(38.2461, 101.9669 + i * 0.00002, 4, 1);
        for (int i = 1; i <= 40; ++i) stand.stand(38.2461 + i * 0.00002, 101.9677, 4, 1);
        stand.stand(38.2469, 101.9677, 40, 1);
        CHECK(stand.walk.said().contains(u"没有用"));
        CHECK(stand.walk.fixes() == 80);
        CHECK(stand.walk.corners() == 3);
        stand.settle();
        CHECK(stand.model.saved().startsWith(u"已存"));
    }
    bench.restart();
    bench.unlock();
    Stand stand(bench);
    CHECK(stand.model.restored());
    CHECK(stand.walk.fixes() == 80);
    CHECK(stand.walk.corners() == 3);
    CHECK(stand.walk.leftOut() == u"精度不够 1 次");
    CHECK_FALSE(stand.walk.recording());
    stand.stand(38.2480, 101.9680, 4, 1);  // nobody records
    CHECK(stand.walk.fixes() == 80);
    stand.walk.undo();
    CHECK(stand.walk.corners() == 2);
    const int left = stand.walk.fixes();
    stand.settle();
    bench.restart();
    bench.unlock();
    Stand again(bench);
    CHECK(again.walk.fixes() == left);
    again.model.discard();
    waitFor([&] { return again.model.ready() && !again.model.restored(); });
    CHECK(again.walk.empty());
}

TEST_CASE("what lacks is said, then it is signed and stands on the site's page") {
    Bench bench;
    bench.unlock();
    Stand stand(bench);
    SiteModel page(bench.store(), stand.position, nullptr);
    page.show(kSite);
    waitFor([&] { return page.ready(); });
    CHECK(page.mayPropose());
    CHECK(page.proposals()->count() == 0);
    CHECK(stand.model.lack().contains(u"还没有写出"));
    stand.model.setText(QStringLiteral("name"), stand.model.siteName() + u' ');
    CHECK(stand.model.lack().contains(u"还没有写出"));  // as it is published
    stand.square();
    CHECK(stand.walk.area().startsWith(u"29"));
    CHECK(stand.model.lack().contains(u"没有围拢"));
    stand.walk.close();
    CHECK(stand.walk.closed());
    CHECK(stand.model.lack().contains(u"为什么"));
    stand.model.takePoint();
    CHECK(stand.model.pointLine().startsWith(u"38.247100, 101.966900 · ±4 m"));
    stand.model.setText(QStringLiteral("reason"), QStringLiteral("东侧新建的棚"));
    CHECK(stand.model.lack().isEmpty());
    QString signedId;
    QObject::connect(&stand.model, &PinSigning::sealed, &stand.model, [&](const QString& id) { signedId = id; });
    stand.model.sign(QStringLiteral("0000"));
    waitFor([&] { return !stand.model.busy(); });
    CHECK(stand.model.pinWrong());
    CHECK(signedId.isEmpty());
    bench.now.utc += std::chrono::minutes(10);
    stand.model.sign(test::kPin);
    stand.model.sign(test::kPin);  // tapped twice
    waitFor([&] { return !signedId.isEmpty(); });
    waitFor([&] { return page.proposals()->count() == 1; });
    const auto* row = &static_cast<Rows<CardRow>*>(page.proposals())->rows().front();
    CHECK(row->title == u"更正：坐标、边界");
    CHECK(row->rightText == u"待上传");
    CHECK_FALSE(page.drafted());
}

TEST_CASE("a text that no record may hold is told, and nothing is signed") {
    Bench bench;
    bench.unlock();
    Stand stand(bench);
    stand.model.setText(QStringLiteral("reason"), QStringLiteral("x"));
    stand.model.setText(QStringLiteral("address"), QString(2'000, u'永'));
    CHECK_FALSE(stand.model.lack().isEmpty());
    stand.model.sign(test::kPin);
    CHECK_FALSE(stand.model.busy());
    CHECK_FALSE(stand.model.problem().isEmpty());
}
