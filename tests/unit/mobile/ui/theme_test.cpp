// The colours of the three themes against the grounds they stand on: WCAG 2.1, 1.4.3 (text, 4.5 : 1) and 1.4.11 (what
// can be operated, 3 : 1). Read from Theme.qml itself.
#include <QColor>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace {

using Theme = QMap<QString, QColor>;

QMap<QString, Theme> themes() {
    QFile file(QStringLiteral(PLUMB_SOURCE_DIR "/mobile/ui/Theme.qml"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression token(
        QStringLiteral("color (\\w+): (?:sunlight \\? \"(#\\w+)\" : )?dark \\? \"(#\\w+)\" : \"(#\\w+)\""));
    QMap<QString, Theme> out;
    for (auto found = token.globalMatch(text); found.hasNext();) {
        const auto one = found.next();
        const QString name = one.captured(1), sunlight = one.captured(2);
        out[QStringLiteral("dark")][name] = QColor(one.captured(3));
        out[QStringLiteral("light")][name] = QColor(one.captured(4));
        out[QStringLiteral("sunlight")][name] = QColor(sunlight.isEmpty() ? one.captured(4) : sunlight);
    }
    return out;
}

double luminance(const QColor& color) {
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one) + 0.05, b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

}  // namespace

TEST_CASE("words of every theme stand 4.5 : 1 against their grounds, what can be operated 3 : 1") {
    const auto all = themes();
    REQUIRE(all.size() == 3);
    for (auto theme = all.begin(); theme != all.end(); ++theme) {
        REQUIRE(theme->size() > 25);
        const auto check = [&](const char* front, const char* back, double least) {
            REQUIRE(theme->contains(QLatin1String(front)));
            REQUIRE(theme->contains(QLatin1String(back)));
            INFO(theme.key().toStdString() << ": " << front << " on " << back);
            CHECK(contrast(theme->value(QLatin1String(front)), theme->value(QLatin1String(back))) >= least);
        };
        for (const char* ground : {"paper", "card", "panel"}) {
            for (const char* words : {"ink", "ink2", "ink3", "accentInk", "pass", "part", "fail", "na", "veto"})
                check(words, ground, 4.5);
            for (const char* control : {"outline", "accent", "fail"}) check(control, ground, 3);
        }
        for (const auto& [words, ground] : {std::pair{"pass", "passSoft"},
                                            {"part", "partSoft"},
                                            {"fail", "failSoft"},
                                            {"na", "naSoft"},
                                            {"veto", "vetoSoft"},
                                            {"accentInk", "accentSoft"},
                                            {"ink2", "accentSoft"},
                                            {"ink2", "naSoft"},
                                            {"ink", "pressed"},
                                            {"ink2", "pressed"},
                                            {"inkOnAccent", "accent"},
                                            {"inkOnAccent", "fail"},
                                            {"card", "ink"}})
            check(words, ground, 4.5);
    }
}
