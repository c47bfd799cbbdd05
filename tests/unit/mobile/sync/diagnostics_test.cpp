#include "mobile/sync/diagnostics.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace plumb;
using namespace plumb::mobile;

TEST_CASE("what is told to those who help from afar names nobody, no place and no record") {
    QueueInfo queue;
    queue.waiting.push_back({"4be19a07c25df3e8", "inspection.submitted 永昌县设施蔬菜示范区", false, 2100, 0, false,
                             false, false, "wrong_region: 检查员甲 may not sign for 620321"});
    queue.waiting.push_back({"9f3ac41e", "image/jpeg", true, 388'000, 1000, false, false, false, ""});
    queue.server = "https://sync.example.gov.cn:8443";
    queue.origin = "example.gov.cn/log";
    queue.root = "OgH7";
    queue.unsentRecords = 1;
    queue.doubts.push_back({18, "review.returned", "key_unknown"});
    SyncState state;
    state.error = Error{ErrorKind::offline, "offline", "https://sync.example.gov.cn did not answer"};
    state.problems = {"inspection.submitted 0198: refused for 永昌"};
    const auto made =
        diagnostics({"0.1", "6.4.2", "Debian", "Linux", "x86_64", "zh", "dark", 1.5, {"1280x800@1"}, 5, 9}, queue,
                    state, 1'764'300'000'000);
    const QString text = QString::fromUtf8(QJsonDocument(made).toJson());
    for (const auto* word : {"永昌", "检查员", "4be1", "9f3a", "example", "620321", "0198", "OgH7"})
        CHECK_FALSE(text.contains(QString::fromUtf8(word)));
    // And still says what is wrong.
    const auto waiting = made["waiting"].toArray();
    CHECK(waiting[0].toObject()["type"] == "inspection.submitted");
    CHECK(waiting[0].toObject()["problem"] == "wrong_region");
    CHECK(waiting[1].toObject()["sent"] == 1000);
    CHECK(made["sync"].toObject()["error"] == "offline");
    CHECK(made["machine"].toObject()["bytes_free"] == 5);

    QTemporaryDir folder;
    const auto file = writeDiagnostics(made, folder.path(), 1'764'300'000'000);
    REQUIRE(file);
    QFile written(*file);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(QJsonDocument::fromJson(written.readAll()).object() == made);
    const auto refused = writeDiagnostics(made, "/no such folder", 1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "file_unwritable");
}
