// How the result came to the inspected party, said after the record was sealed.
#include "mobile/deliver/deliver_model.h"

#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "mobile/position/position_source.h"
#include "mobile/record/record_model.h"
#include "mobile/ui/settings.h"
#include "shared/picture/marks.h"
#include "shared/records/evidence/marks_over.h"
#include "shared/records/evidence/signed_place.h"
#include "shared/store/inspection_history.h"
#include "shared/store/inspection_sign.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Delivering {
    Bench bench;
    QString id;
    DeliverModel deliver{bench.store(), nullptr};
    RecordModel record{bench.store(), nullptr};

    Delivering() {
        bench.publish(test::smallDocument(1));
        id = test::signSmall(bench);
        deliver.show(id);
        record.show(id);
        waitFor([&] { return record.ready(); });
    }
    [[nodiscard]] const std::vector<DeliveryRow>& rows() {
        return static_cast<Rows<DeliveryRow>*>(record.deliveries())->rows();
    }
    [[nodiscard]] QString told() {
        QStringList lines;
        for (const auto& row : rows()) lines.append(row.said);
        return lines.join(u'\n');
    }
    void sign(const char* pin, const QString& way, const QString& to = {}, const QString& name = {},
              const QString& note = {}) {
        deliver.sign(QString::fromUtf8(pin), way, to, name, note);
        waitFor([&] { return !deliver.busy(); });
    }
};

}  // namespace

TEST_CASE("a delivery is a line of its own, and the record's page tells it without being changed by it") {
    Delivering it;
    CHECK(it.record.deliverable());
    CHECK(it.told().isEmpty());
    const QString fingerprint = it.record.fingerprint();
    it.sign(test::kPin, "paper", {}, " 收发室 王某 ");
    CHECK(it.deliver.problem().isEmpty());
    waitFor([&] { return !it.told().isEmpty(); });
    CHECK(it.told().contains(u"交纸质 · 收发室 王某 · "));
    CHECK(it.told().contains(u"检查员甲 记录"));
    it.sign(test::kPin, "sent", "post", {}, "EMS 1");
    waitFor([&] { return it.told().count(u'\n') == 1; });
    CHECK(it.told().contains(u"寄送（邮寄）"));
    CHECK(it.told().contains(u"EMS 1"));
    CHECK(it.record.fingerprint() == fingerprint);
    const auto history = store::historyOf(*test::connect(it.bench), it.id.toStdString()).value();
    CHECK(history.history.delivered.size() == 2);
    CHECK(history.history.version == 1);
}

TEST_CASE("photos and receipts go along, each once; what is taken out again does not") {
    Delivering it;
    const QTemporaryDir folder;
    const auto file = [&](const char* name, const QByteArray& content) {
        QFile out(folder.filePath(QString::fromLatin1(name)));
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(content);
        return out.fileName();
    };
    const auto attach = [&](const QString& path) {
        it.deliver.attach(path);
        waitFor([&] { return !it.deliver.taking(); });
    };
    const auto receipt = file("receipt.pdf", "%PDF-1.4 signed"), other = file("other.txt", "EMS");
    attach(receipt);
    attach(receipt);
    CHECK(it.deliver.receipts()->count() == 1);
    CHECK_FALSE(it.deliver.problem().isEmpty());
    attach(other);
    CHECK(it.deliver.receipts()->count() == 2);
    it.deliver.remove(static_cast<Rows<NamedValueRow>*>(it.deliver.receipts())->rows()[1].id);
    attach(file("empty.pdf", ""));
    attach(folder.filePath("nowhere.pdf"));
    CHECK(it.deliver.receipts()->count() == 1);
    it.sign(test::kPin, "sent", "post", {}, "EMS 1");
    CHECK(it.deliver.receipts()->count() == 0);
    waitFor([&] { return it.told().contains(u"附照片或回执 1 件"); });
    const auto history = store::historyOf(*test::connect(it.bench), it.id.toStdString()).value();
    const auto& files = history.lines[history.history.delivered.front()].payload.files;
    REQUIRE(files.size() == 1);
    CHECK(files.front().role == "receipt");
    CHECK(files.front().type == "application/pdf");
    // A document opens by its first page.
    REQUIRE(it.rows().size() == 1);
    CHECK(it.rows()[0].pictures == QStringList{QString::fromStdString(files.front().sha256.hex())});
    CHECK(it.rows()[0].kinds == QStringList{"PDF"});
    CHECK(it.rows()[0].captions == QStringList{QString::fromUtf8("第一页")});
}

TEST_CASE("what the camera takes goes along, and says when and where; of a page that was left nothing is kept") {
    Delivering it;
    const std::string png = test::pngBytes();
    const auto picture = store::JudgedPicture::of(Bytes(png.begin(), png.end()));
    REQUIRE(picture);
    TakenPhoto shot;
    shot.owner = it.deliver.shotOwner();
    shot.picture = std::make_shared<const store::JudgedPicture>(*picture);
    shot.at = it.bench.now;
    shot.where = domain::NoPlace::denied;
    bool kept = false;
    it.deliver.takeShot(shot, [&](const Result<QString>& hash) { kept = hash.has_value(); });
    CHECK(it.deliver.taking());
    waitFor([&] { return kept && !it.deliver.taking(); });
    CHECK(it.deliver.receipts()->count() == 1);
    shot.owner = QString::fromLatin1(DeliverModel::kShots) + "\nanother";
    kept = false;
    it.deliver.takeShot(shot, [&](const Result<QString>& hash) { kept = hash.has_value(); });
    waitFor([&] { return kept && !it.deliver.taking(); });
    CHECK(it.deliver.receipts()->count() == 1);
    it.sign(test::kPin, "sent", "post", {}, "EMS 1");
    waitFor([&] { return it.told().contains(u"附照片或回执 1 件"); });
    const auto history = store::historyOf(*test::connect(it.bench), it.id.toStdString()).value();
    const auto& files = history.lines[history.history.delivered.front()].payload.files;
    REQUIRE(files.size() == 1);
    CHECK(files.front().role == "receipt");
    REQUIRE(files.front().photo);
    CHECK(files.front().photo->way == record::PhotoOrigin::Way::camera);
    CHECK(files.front().photo->noPlace == "denied");
}

TEST_CASE("a photo of a delivery is marked as those of reports are; the original stays, the marks go along beside it") {
    Delivering it;
    it.deliver.locateBy([&] { return domain::Whereabouts(domain::NoPlace::searching); });
    const QTemporaryDir folder;
    QFile out(folder.filePath("handed.png"));
    REQUIRE(out.open(QIODevice::WriteOnly));
    const std::string png = test::pngBytes();
    out.write(png.data(), static_cast<qint64>(png.size()));
    out.close();
    it.deliver.attach(out.fileName());
    waitFor([&] { return !it.deliver.taking(); });
    REQUIRE(it.deliver.receipts()->count() == 1);
    const auto row = static_cast<Rows<NamedValueRow>*>(it.deliver.receipts())->rows()[0];
    CHECK(row.name == u"handed.png");
    auto* photo = it.deliver.photo();
    photo->show(row.id);
    waitFor([&] { return !photo->marks()->pixels().isEmpty(); });
    CHECK(photo->tabletPlace() == sentenceFor(domain::NoPlace::searching));
    photo->marks()->setTool("mosaic");
    photo->marks()->press(0.2, 0.2, 0.03, 0.03);
    photo->marks()->move(0.6, 0.6);
    photo->marks()->release();
    photo->setCaption("门卫在签收簿上签字");
    it.sign(test::kPin, "paper", {}, "王某");
    CHECK(it.deliver.problem().isEmpty());
    // One photo: what lies over it is none of its own.
    waitFor([&] { return it.told().contains(u"附照片或回执 1 件"); });
    CHECK(it.told().contains(sentenceFor(domain::NoPlace::searching)));
    const auto history = store::historyOf(*test::connect(it.bench), it.id.toStdString()).value();
    const auto& line = history.lines[history.history.delivered.front()].payload;
    CHECK(records::signedPlace(line) == domain::Whereabouts(domain::NoPlace::searching));
    REQUIRE(line.files.size() == 2);
    CHECK(line.files[0].role == "receipt");
    CHECK(line.files[0].sha256.hex() == row.id.toStdString());
    CHECK(line.files[0].size == png.size());
    CHECK(line.files[0].photo->caption == "门卫在签收簿上签字");
    CHECK(line.files[0].photo->noPlace == "searching");
    const auto* layer = records::marksOver(line.files, line.files[0]);
    REQUIRE(layer);
    const auto bytes = test::connect(it.bench)->vault().get(layer->sha256);
    REQUIRE(bytes);
    const auto marks = picture::readMarks(asText(*bytes));
    REQUIRE(marks);
    CHECK(marks->of == line.files[0].sha256);
    REQUIRE(marks->marks.size() == 1);
    CHECK(marks->marks[0].kind == picture::MarkKind::mosaic);
    // The record's page shows it under its marks, and not at all where these are not here.
    const auto here = test::connect(it.bench);
    const QString hash = row.id, over = QString::fromStdString(layer->sha256.hex());
    REQUIRE(it.rows().size() == 1);
    CHECK(it.rows()[0].pictures == QStringList{hash + u'+' + over});
    CHECK(it.rows()[0].kinds == QStringList{QString()});
    CHECK(it.rows()[0].captions == QStringList{QString::fromUtf8("门卫在签收簿上签字")});
    CHECK(it.rows()[0].others.isEmpty());
    REQUIRE(here->vault().remove(layer->sha256));
    emit it.bench.store().storeChanged();
    waitFor([&] { return it.rows()[0].pictures.isEmpty(); });
    CHECK(it.rows()[0].others.contains(u"还有 1 件不在本机"));
    CHECK(it.record.away().contains(u"送达的照片或回执在服务器上，1 件"));
    std::vector<Sha256> wanted;
    QObject::connect(&it.record, &RecordModel::filesWanted, [&](const std::vector<Sha256>& files) { wanted = files; });
    it.record.fetch();
    CHECK(wanted == std::vector{layer->sha256});
    REQUIRE(here->vault().put(*bytes));
    it.record.fetched();
    waitFor([&] { return !it.rows()[0].pictures.isEmpty(); });
    CHECK(it.rows()[0].pictures == QStringList{hash + u'+' + over});
    // Of a page that is opened anew nothing is left in hand.
    it.deliver.show(it.id);
    CHECK(photo->hash().isEmpty());
}

TEST_CASE("nothing is delivered with another's PIN, by a way that is none, or to an address where nothing was sent") {
    Delivering it;
    it.sign("0000", "paper", {}, "王某");
    CHECK(it.deliver.pinWrong());
    it.bench.now.utc += std::chrono::minutes(1);
    it.sign(test::kPin, "carried", {}, "王某");
    CHECK_FALSE(it.deliver.problem().isEmpty());
    it.sign(test::kPin, "paper", "email", "王某");
    CHECK_FALSE(it.deliver.problem().isEmpty());
    it.sign(test::kPin, "sent");
    CHECK_FALSE(it.deliver.problem().isEmpty());
    CHECK(store::historyOf(*test::connect(it.bench), it.id.toStdString()).value().history.delivered.empty());
}

TEST_CASE("an amendment is delivered anew; what was delivered before stands as of the version before it") {
    Delivering it;
    it.sign(test::kPin, "paper", {}, "王某");
    const auto store = test::connect(it.bench);
    const auto draft = store::beginAmendment(*store, it.id.toStdString()).value();
    store::SignRequest request;
    request.draft = draft.id;
    request.party.absent = "事后补正";
    request.reason = "补一页";
    REQUIRE(store::signInspection(*store, request));
    emit it.bench.store().storeChanged();
    waitFor([&] { return it.told().contains(u"送的是补正前的一版"); });
    it.sign(test::kPin, "left", {}, {}, "放在门卫室");
    waitFor([&] { return it.told().count(u'\n') == 1; });
    CHECK_FALSE(it.told().section(u'\n', 1).contains(u"补正前"));
}

TEST_CASE("after a change of language a receipt's size and what was told of it are said anew") {
    Delivering it;
    const QTemporaryDir folder;
    QFile out(folder.filePath("receipt.pdf"));
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write("%PDF-1.4 signed");
    out.close();
    for (int twice = 0; twice < 2; ++twice) {
        it.deliver.attach(out.fileName());
        waitFor([&] { return !it.deliver.taking(); });
    }
    const auto size = [&] { return static_cast<Rows<NamedValueRow>*>(it.deliver.receipts())->rows().at(0).value; };
    CHECK(size() == u"15 字节");
    CHECK(it.deliver.problem() == u"这个文件已经附上了。");
    Settings::instance().setLanguage(QStringLiteral("en"));
    CHECK(size() == u"15 bytes");
    CHECK_FALSE(it.deliver.problem().isEmpty());
    CHECK_FALSE(it.deliver.problem().contains(u"文件"));
    Settings::instance().setLanguage(QStringLiteral("zh"));
    CHECK(size() == u"15 字节");
    CHECK(it.deliver.problem() == u"这个文件已经附上了。");
}
