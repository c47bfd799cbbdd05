#include <QCoreApplication>
#include <catch2/catch.hpp>

#include "mobile/backend/courier.h"
#include "mobile/models/session_model.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Stand {
    Bench bench;
    Courier courier{bench.home(), [this] { return bench.now; }};
    SealedImages images;
    SessionModel session{bench.backend(), courier, images, nullptr};

    Stand() {
        session.start();
        waitFor([&] { return session.phase() != SessionModel::Starting; });
    }
    void tryPin(const QString& pin) {
        session.unlock(pin);
        waitFor([&] { return !session.busy(); });
    }
};

}  // namespace

TEST_CASE("a tablet with people on it begins locked, and the right PIN opens it") {
    Stand stand;
    REQUIRE(stand.session.phase() == SessionModel::Locked);
    CHECK(stand.session.people()->count() == 1);
    stand.tryPin(test::kPin);
    CHECK(stand.session.phase() == SessionModel::Open);
    CHECK(stand.session.name() == "检查员甲");
    stand.session.lock();
    CHECK(stand.session.phase() == SessionModel::Locked);
    CHECK(stand.session.name().isEmpty());
}

TEST_CASE("wrong PINs cost time that is counted down, and then the right one opens") {
    Stand stand;
    for (int i = 0; i < 6 && stand.session.waitSeconds() == 0; ++i) {
        stand.tryPin("0000");
        CHECK(stand.session.phase() == SessionModel::Locked);
        CHECK_FALSE(stand.session.problem().isEmpty());
        // The wait is read from the vault a moment later.
        waitFor([&] { return !stand.session.busy(); });
        for (int spin = 0; spin < 20 && stand.session.waitSeconds() == 0; ++spin)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    REQUIRE(stand.session.waitSeconds() > 0);
    stand.tryPin(test::kPin);
    CHECK(stand.session.phase() == SessionModel::Locked);
    stand.bench.now.utc += std::chrono::hours(2);
    CHECK(stand.session.waitSeconds() == 0);
    stand.tryPin(test::kPin);
    CHECK(stand.session.phase() == SessionModel::Open);
}

TEST_CASE("an invitation that is cut short is told at once") {
    Stand stand;
    stand.session.readInvitation("plumb://enrol?s=https%3A%2F%2Fserver%3A8443&p=abc");
    CHECK_FALSE(stand.session.inviteGood());
    CHECK_FALSE(stand.session.inviteProblem().isEmpty());
    stand.session.readInvitation("");
    CHECK(stand.session.inviteProblem().isEmpty());
}
