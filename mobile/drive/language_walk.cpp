#include "mobile/drive/language_walk.h"

#include <QAccessible>
#include <QJsonArray>
#include <QQuickItem>

#include "mobile/ui/settings.h"

namespace plumb::mobile {

namespace {

void readWords(const QQuickItem* item, QStringList& out) {
    if (!item->isVisible() || item->opacity() <= 0) return;
    QString text;
    if (item->inherits("QQuickText") || item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit"))
        text = item->property("text").toString();
    if (!text.isEmpty()) out.append(text);
    auto* told =
        QAccessible::isActive() ? QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(item)) : nullptr;
    if (told && told->object() == item) {
        const QString name = told->text(QAccessible::Name);
        if (!name.isEmpty() && name != text) out.append(name);
    }
    for (const QQuickItem* child : item->childItems()) readWords(child, out);
}

}  // namespace

QStringList wordsOn(const QQuickWindow& window) {
    QStringList out;
    readWords(window.contentItem(), out);
    return out;
}

QJsonObject walkLanguages(const QQuickWindow& window) {
    auto& settings = Settings::instance();
    const QString own = settings.language();
    const auto read = [&window] { return QJsonArray::fromStringList(wordsOn(window)); };
    QJsonObject out{{QStringLiteral("language"), own}, {QStringLiteral("before"), read()}};
    settings.setLanguage(own == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh"));
    out.insert(QStringLiteral("other"), read());
    settings.setLanguage(own);
    out.insert(QStringLiteral("after"), read());
    return out;
}

}  // namespace plumb::mobile
