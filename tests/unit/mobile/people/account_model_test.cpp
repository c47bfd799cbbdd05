#include <QCoreApplication>
#include <catch2/catch.hpp>

#include "mobile/people/account_model.h"
#include "mobile/people/person_info.h"
#include "mobile/people/person_row.h"
#include "mobile/people/unlocking.h"
#include "mobile/sync/sync_service.h"
#include "shared/store/vault_store.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Stand {
    Bench bench;
    SyncService service{bench.home(), [this] { return bench.now; }};
    SealedFiles files;
    AccountModel account{bench.store(), service, files, nullptr};

    Stand() {
        account.start();
        waitFor([&] { return account.phase() != AccountModel::Starting; });
    }
    void tryPin(const QString& pin) {
        account.unlock(pin);
        waitFor([&] { return !account.busy(); });
    }
};

}  // namespace

TEST_CASE("a tablet with people on it begins locked, and the right PIN opens it") {
    Stand stand;
    REQUIRE(stand.account.phase() == AccountModel::Locked);
    CHECK(stand.account.people()->count() == 1);
    stand.tryPin(test::kPin);
    CHECK(stand.account.phase() == AccountModel::Open);
    CHECK(stand.account.name() == "检查员甲");
    CHECK(stand.account.regions() == "甘肃省金昌市");
    stand.account.lock();
    CHECK(stand.account.phase() == AccountModel::Locked);
    CHECK(stand.account.name().isEmpty());
}

TEST_CASE("wrong PINs cost time that is counted down, and then the right one opens") {
    Stand stand;
    for (int i = 0; i < 6 && stand.account.waitSeconds() == 0; ++i) {
        stand.tryPin("0000");
        CHECK(stand.account.phase() == AccountModel::Locked);
        CHECK_FALSE(stand.account.problem().isEmpty());
        // The wait is read from the vault a moment later.
        waitFor([&] { return !stand.account.busy(); });
        for (int spin = 0; spin < 20 && stand.account.waitSeconds() == 0; ++spin)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    REQUIRE(stand.account.waitSeconds() > 0);
    stand.tryPin(test::kPin);
    CHECK(stand.account.phase() == AccountModel::Locked);
    stand.bench.now.utc += std::chrono::hours(2);
    CHECK(stand.account.waitSeconds() == 0);
    stand.tryPin(test::kPin);
    CHECK(stand.account.phase() == AccountModel::Open);
}

TEST_CASE("enrolling another person leads to where that is done, and stays there") {
    Stand stand;
    stand.tryPin(test::kPin);
    stand.account.addPerson();
    CHECK(stand.account.phase() == AccountModel::FirstRun);
    CHECK(stand.account.name().isEmpty());
    // What the vault thread answers afterwards leads nowhere else.
    bool answered = false;
    stand.bench.store().ask(
        &stand.account, [](LocalStore& store) { return readPeople(store); },
        [&](Result<std::vector<PersonInfo>>) { answered = true; });
    waitFor([&] { return answered; });
    CHECK(stand.account.phase() == AccountModel::FirstRun);
    CHECK(stand.account.people()->count() == 1);
    stand.account.start();
    waitFor([&] { return stand.account.phase() == AccountModel::Locked; });
}

TEST_CASE("people of one name are told apart by role, device, last use and at last by their keys") {
    Stand stand;
    const auto person = [&](int at) {
        return static_cast<Rows<PersonRow>*>(stand.account.people())->rows().at(static_cast<std::size_t>(at));
    };
    CHECK(person(0).device.isEmpty());  // until the vault was opened once
    CHECK(person(0).used == "还没有用过");
    stand.tryPin(test::kPin);
    stand.account.lock();
    waitFor([&] { return person(0).used.contains(u"今天"); });
    const QString device = QStringLiteral("平板一");
    REQUIRE(store::nameDevice(person(0).id.toStdString(), device.toStdString()));

    const auto home = stand.bench.home().toStdString();
    const auto twin = store::createVault(home, "1357", stand.bench.now, {.logN = 12}).value();
    REQUIRE(store::nameVault(twin.folder, "检查员甲", "inspector", "zzzz-key"));
    REQUIRE(store::nameDevice(twin.folder, device.toStdString()));
    const auto auditor = store::createVault(home, "1357", stand.bench.now, {.logN = 12}).value();
    REQUIRE(store::nameVault(auditor.folder, "检查员甲", "auditor", "yyyy-key"));
    stand.account.start();
    waitFor([&] { return stand.account.people()->count() == 3; });
    QStringList seen;
    for (int at = 0; at < 3; ++at) {
        const auto row = person(at);
        CHECK(row.name == "检查员甲");
        seen.append(row.role + u'/' + row.device + u'/' + row.used);
    }
    seen.removeDuplicates();
    CHECK(seen.size() == 3);
    CHECK(seen.filter(QStringLiteral("密钥 zzzz")).size() == 1);
    CHECK(seen.filter(QStringLiteral("密钥")).size() == 2);
}

TEST_CASE("an invitation that is cut short is told at once") {
    Stand stand;
    stand.account.readInvitation("plumb://enrol?s=https%3A%2F%2Fserver%3A8443&p=abc");
    CHECK_FALSE(stand.account.inviteGood());
    CHECK_FALSE(stand.account.inviteProblem().isEmpty());
    stand.account.readInvitation("");
    CHECK(stand.account.inviteProblem().isEmpty());
}
