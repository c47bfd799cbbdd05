// Before the seal: the report says what was answered and what it rests on; what is wrong is said and nothing is signed;
// what was entered is gone when the page is prepared anew or the tablet is locked.
#include "mobile/sign/sign_model.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Signing {
    Bench bench;
    CheckModel check{bench.store(), nullptr};
    SignModel sign{bench.store(), check, nullptr};

    Signing() {
        bench.publish(test::smallDocument(1));
        bench.unlock();
        check.begin("yongchang", "small");
        waitFor([&] { return check.isOpen(); });
        check.editor()->setFact("product", "vegetable");
        for (const auto& [item, question, answer] :
             {std::tuple{"a", "a_c", "pass"}, std::tuple{"b", "b_n", "2"}, std::tuple{"d", "d_c", "fail"}}) {
            check.place()->goTo(item);
            check.editor()->answer(question, answer);
        }
        sign.prepare();
        waitFor([&] { return sign.settled(); });
    }
    void seal(const char* pin) {
        sign.seal(QString::fromLatin1(pin), "", "");
        waitFor([&] { return !sign.busy(); });
    }
    [[nodiscard]] std::vector<TextRow> statements() { return static_cast<Rows<TextRow>*>(sign.statements())->rows(); }
};

}  // namespace

TEST_CASE("the report names the inspected party, what it rests on, and each item that does not plainly conform") {
    Signing it;
    CHECK(it.sign.siteName() == it.check.siteName());
    CHECK(it.sign.signer() == u"检查员甲");
    CHECK(it.sign.kind() == u"监督抽查");
    CHECK(it.sign.basis().contains(it.check.title()));
    CHECK(it.sign.period().startsWith(u"2026-11-22"));
    CHECK(it.sign.attachments() == u"附照片 0 张");
    const auto rows = it.statements();
    REQUIRE(rows.size() >= 2);
    CHECK(rows.back().id == "rest");
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) CHECK(rows[i].tone != "pass");
    CHECK(it.sign.sealedId().isEmpty());
}

TEST_CASE("a wrong PIN seals nothing; the right one seals once, and the record has a fingerprint") {
    Signing it;
    it.sign.sayRefusal("有异议", "见证人", "", {}, "");
    QString told;
    QObject::connect(&it.sign, &PinSigning::sealed, &it.sign, [&](const QString& id) { told = id; });
    it.seal("0000");
    CHECK(it.sign.pinWrong());
    CHECK_FALSE(it.sign.problem().isEmpty());
    CHECK(told.isEmpty());
    it.bench.now.utc += std::chrono::minutes(10);
    it.seal(test::kPin);
    INFO(it.sign.problem().toStdString());
    CHECK_FALSE(told.isEmpty());
    CHECK(it.sign.sealedId() == told);
    CHECK(it.sign.sealedFingerprint().count(u' ') == 3);

    it.sign.forget();
    CHECK(it.sign.sealedId().isEmpty());
    CHECK(it.sign.sealedFingerprint().isEmpty());
    CHECK_FALSE(it.sign.settled());
    CHECK(it.sign.statements()->count() == 0);
}

TEST_CASE("what cannot stand in a record is said before anything is signed") {
    Signing it;
    it.sign.sayParty(QString(QChar(0x200B)).repeated(3) + QStringLiteral("甲"), "", {});
    it.seal(test::kPin);
    CHECK_FALSE(it.sign.problem().isEmpty());
    CHECK_FALSE(it.sign.pinWrong());
    CHECK(it.sign.sealedId().isEmpty());
    // Nobody signed and nobody refused.
    it.sign.prepare();
    waitFor([&] { return it.sign.settled(); });
    it.seal(test::kPin);
    CHECK_FALSE(it.sign.problem().isEmpty());
    CHECK(it.sign.sealedId().isEmpty());
}
