// Each page of the app has a test of each model that it shows: whoever adds a page, or gives one another model, is told
// what is missing. That each page can be made, in every theme, is the app's self-test; that each is walked over as a
// screen reader does, tests/e2e/app_access.mjs.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <catch2/catch.hpp>

namespace {

const QDir kSource(QStringLiteral(PLUMB_SOURCE_DIR));

QString read(const QString& path) {
    QFile file(kSource.filePath(path));
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

// As they are built in.
QStringList pages() {
    static const QRegularExpression page(QStringLiteral("\\S+(?:Page|Pane)\\.qml"));
    QStringList out;
    for (auto found = page.globalMatch(read(QStringLiteral("mobile/sources.cmake"))); found.hasNext();)
        out.append(found.next().captured());
    return out;
}

// "RecordModel" is tested in record_model_test.cpp.
QString testOf(QString type) {
    static const QRegularExpression hump(QStringLiteral("(?<!^)([A-Z])"));
    return type.replace(hump, QStringLiteral("_\\1")).toLower() + QStringLiteral("_test.cpp");
}

}  // namespace

TEST_CASE("each model that a page shows has a test of its own") {
    QSet<QString> tests;
    for (QDirIterator each(kSource.filePath(QStringLiteral("tests/unit/mobile")), {QStringLiteral("*_test.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
         each.hasNext();)
        tests.insert(QFileInfo(each.next()).fileName());
    REQUIRE(tests.size() > 30);
    REQUIRE(pages().size() > 25);
    static const QRegularExpression model(QStringLiteral("required property ([A-Z]\\w+) \\w+"));
    std::string untested, bare;
    for (const auto& page : pages()) {
        int models = 0;
        for (auto found = model.globalMatch(read(QStringLiteral("mobile/") + page)); found.hasNext(); ++models) {
            const QString type = found.next().captured(1);
            if (!tests.contains(testOf(type)))
                untested += page.toStdString() + ": " + testOf(type).toStdString() + "\n";
        }
        if (models == 0) bare += page.toStdString() + "\n";
    }
    CHECK(untested == "");
    CHECK(bare == "");  // a page shows some model
}
