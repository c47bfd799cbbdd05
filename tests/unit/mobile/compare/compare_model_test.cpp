// Two devices side by side, as the page tells it.
#include "mobile/compare/compare_model.h"

#include <QDir>
#include <QFile>
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "tests/unit/mobile/records.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

// A bench whose log's key is its own, so that checkpoints can be signed here.
struct Stand {
    Bench bench;
    CompareModel compare{bench.store(), nullptr};
    crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::Suite::eddsa);

    Stand() {
        compare.askServer(false);
        const auto store = test::connect(bench);
        auto profile = store->profile().value();
        profile.logKey = crypto::formatNoteKey("log.test/a", key.publicKey());
        REQUIRE(store->saveProfile(profile));
    }
    [[nodiscard]] std::string note(std::uint64_t size, const std::string& salt = "") const {
        return crypto::signCheckpoint({"log.test/a", size, crypto::sha256(salt + std::to_string(size)), bench.now},
                                      key);
    }
    void see(std::uint64_t size) {
        const auto text = note(size);
        REQUIRE(test::connect(bench)->saveCheckpoint(crypto::readCheckpoint(text).value(), text));
    }
    void show() {
        compare.show();
        waitFor([&] { return !compare.code().isEmpty() || !compare.said().isEmpty(); });
    }
    void scan(const std::string& theirs) {
        compare.see({QStringLiteral("https://elsewhere.example"), QString::fromStdString(sync::shownLink(theirs))});
        REQUIRE(compare.busy());
        waitFor([&] { return !compare.busy(); });
    }
};

}  // namespace

TEST_CASE("before the first sync there is nothing to compare") {
    Stand it;
    it.show();
    CHECK(it.compare.code().isEmpty());
    CHECK(it.compare.said() == "本机还没有日志的状态可以核对。请先同步一次。");
    it.compare.see({QStringLiteral("plumb://checkpoint?n=x")});
    CHECK_FALSE(it.compare.busy());
}

TEST_CASE("devices that were shown one log agree") {
    Stand it;
    it.see(20);
    it.see(30);
    it.show();
    CHECK(it.compare.code().startsWith("plumb://checkpoint?n="));
    CHECK(it.compare.state() == "本机看到的日志有 30 条");
    it.scan(it.note(30));
    CHECK(it.compare.said() == "一致：两台设备看到的是同一份日志，都是 30 条。");
    CHECK(it.compare.tone() == "info");
    // What stays before the camera is compared once.
    it.compare.see({QString::fromStdString(sync::shownLink(it.note(30)))});
    CHECK_FALSE(it.compare.busy());
    it.scan(it.note(20));
    CHECK(it.compare.said().contains(u"本机 30 条，对方 20 条"));
    CHECK(it.compare.tone() == "info");
    it.scan(it.note(25));
    CHECK(it.compare.said().startsWith(QStringLiteral("还不能断定")));
    CHECK(it.compare.tone() == "part");
}

TEST_CASE("a fork is shown as what it is, and its proof is kept as a file") {
    Stand it;
    it.see(30);
    it.show();
    it.scan(it.note(30, "other"));
    CHECK(it.compare.said().startsWith(QStringLiteral("对不上")));
    CHECK(it.compare.tone() == "fail");
    QFile file(it.compare.evidence());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto evidence = sync::parseEvidence(file.readAll().toStdString()).value();
    CHECK(sync::verifyEvidence(evidence, {"log.test/a", it.key.publicKey()}));
    it.compare.forget();
    CHECK(it.compare.said().isEmpty());
    CHECK(it.compare.code().isEmpty());
    CHECK(QFile::exists(file.fileName()));
}

TEST_CASE("a fork is told even where its proof cannot be kept") {
    Stand it;
    it.see(30);
    it.show();
    QFile inTheWay(QString::fromStdString((it.bench.unlock().folder / "evidence").string()));
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    it.scan(it.note(30, "other"));
    CHECK(it.compare.said().startsWith(QStringLiteral("对不上")));
    CHECK(it.compare.said().contains(QStringLiteral("证据没能存下来")));
    CHECK(it.compare.tone() == "fail");
    CHECK(it.compare.evidence().isEmpty());
}

TEST_CASE("files are written and read, and what is none is told") {
    Stand it;
    it.see(20);
    it.see(30);
    it.show();
    it.compare.write(it.bench.home());
    CHECK(it.compare.said().startsWith(QStringLiteral("已写好 ")));
    const auto files = QDir(it.bench.home()).entryList({QStringLiteral("plumbline-log-*.json")});
    REQUIRE(files.size() == 1);
    it.compare.takeFile(it.bench.home() + u'/' + files.front());
    waitFor([&] { return !it.compare.busy(); });
    CHECK(it.compare.said().startsWith(QStringLiteral("一致")));
    QFile none(it.bench.home() + "/none.json");
    REQUIRE(none.open(QIODevice::WriteOnly));
    none.write("{}");
    none.close();
    it.compare.takeFile(none.fileName());
    waitFor([&] { return !it.compare.busy(); });
    CHECK(it.compare.said().startsWith(QStringLiteral("这里面没有")));
    CHECK(it.compare.tone() == "part");
    it.compare.write("/nowhere");
    CHECK(it.compare.tone() == "part");
    it.scan(crypto::signCheckpoint({"log.test/b", 30, crypto::sha256("b"), it.bench.now},
                                   crypto::PrivateKey::generate(crypto::Suite::eddsa)));
    CHECK(it.compare.said().contains(u"另一个系统"));
}
