// Every string that the app can show has its English, under the context by which Qt looks for it: lupdate reads the
// sources, and what it finds is compared with the translations that we keep.
#include <catch2/catch.hpp>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <map>
#include <string>

namespace {

struct Message {
    std::string translation;  // of a counted one: its forms, behind one another
    bool finished = true;
    bool counted = false;
};

// By context, source and comment.
using Messages = std::map<std::string, Message>;

Messages read(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    Messages out;
    QString context, source, comment;
    Message message;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const auto name = xml.name();
        if (token == QXmlStreamReader::StartElement) {
            if (name == u"name")
                context = xml.readElementText();
            else if (name == u"message") {
                source.clear();
                comment.clear();
                message = {};
                message.counted = xml.attributes().value(QLatin1String("numerus")) == u"yes";
            } else if (name == u"source") {
                source = xml.readElementText();
            } else if (name == u"comment") {
                comment = xml.readElementText();
            } else if (name == u"translation") {
                message.finished = xml.attributes().value(QLatin1String("type")).isEmpty();
                message.translation =
                    xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed().toStdString();
            }
        } else if (token == QXmlStreamReader::EndElement && name == u"message") {
            out[(comment.isEmpty() ? QStringList{context, source} : QStringList{context, source, comment})
                    .join(QStringLiteral(" | "))
                    .toStdString()] = message;
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return out;
}

Messages inSources() {
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("found.ts"));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(PLUMB_SOURCE_DIR));
    lupdate.start(QStringLiteral(PLUMB_LUPDATE),
                  {QStringLiteral("mobile"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-recursive"),
                   QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-source-language"),
                   QStringLiteral("zh_CN"), QStringLiteral("-target-language"), QStringLiteral("en"),
                   QStringLiteral("-ts"), out});
    REQUIRE(lupdate.waitForFinished(60'000));
    REQUIRE(lupdate.exitCode() == 0);
    return read(out);
}

}  // namespace

TEST_CASE("every string of the app has its English, and nothing else is kept") {
    const auto found = inSources();
    const auto kept = read(QStringLiteral(PLUMB_SOURCE_DIR "/assets/translations/plumbline_en.ts"));
    REQUIRE(found.size() > 1000);
    std::string missing, empty, miscounted, left;
    for (const auto& [name, message] : found) {
        const auto at = kept.find(name);
        if (at == kept.end())
            missing += name + "\n";
        else if (at->second.translation.empty() || !at->second.finished)
            empty += name + "\n";
        else if (at->second.counted != message.counted)
            miscounted += name + "\n";
    }
    for (const auto& [name, message] : kept) {
        if (!found.contains(name)) left += name + "\n";
    }
    CHECK(missing == "");
    CHECK(empty == "");
    CHECK(miscounted == "");
    CHECK(left == "");
}

// One form of address: 您, to whoever reads it; 你单位 is what an order calls the inspected party by law.
TEST_CASE("the app says 您, and 你 only in the 你单位 of an order") {
    std::string familiar;
    for (const auto& [name, message] : inSources()) {
        auto text = QString::fromStdString(name);
        if (text.remove(QStringLiteral("你单位")).contains(u'你')) familiar += name + "\n";
    }
    CHECK(familiar == "");
}

// The face of the app is a Chinese one: in it these marks are as wide as a character, and tear English words apart.
TEST_CASE("English has the plain marks of a keyboard") {
    std::string wide;
    for (const auto& [name, message] : read(QStringLiteral(PLUMB_SOURCE_DIR "/assets/translations/plumbline_en.ts"))) {
        const auto text = QString::fromStdString(message.translation);
        for (const QChar mark : QStringLiteral("“”‘’，。：；（）、")) {
            if (text.contains(mark)) wide += name + "\n";
        }
    }
    CHECK(wide == "");
}
