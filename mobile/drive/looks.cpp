#include "mobile/drive/looks.h"

#include <QFileInfo>

#include "mobile/ui/settings.h"

namespace plumb::mobile {

Looks::Looks(QQuickWindow& window)
    : m_window(window),
      m_size(window.size()),
      m_theme(Settings::instance().theme()),
      m_language(Settings::instance().language()),
      m_textScale(Settings::instance().textScale()) {}

Looks::~Looks() {
    wear(m_size, m_theme, m_language, m_textScale);
}

void Looks::show(const QString& look) {
    QSize size = m_size;
    QString theme = m_theme, language = m_language;
    double textScale = m_textScale;
    for (const auto& word : look.split(u' ', Qt::SkipEmptyParts)) {
        const auto sides = word.split(u'x');
        if (sides.size() == 2 && sides[0].toInt() > 0)
            size = QSize(sides[0].toInt(), sides[1].toInt());
        else if (word == QLatin1String("zh") || word == QLatin1String("en"))
            language = word;
        else if (word.toInt() > 0)
            textScale = word.toInt() / 100.0;
        else
            theme = word;
    }
    wear(size, theme, language, textScale);
}

QString Looks::fileFor(const QString& picture, const QString& look) {
    const QFileInfo file(picture);
    const QString name = file.completeBaseName() + u'-' + look.simplified().replace(u' ', u'-') + u'.' + file.suffix();
    return QFileInfo(picture).isAbsolute() || picture.contains(u'/') ? file.path() + u'/' + name : name;
}

void Looks::wear(QSize size, const QString& theme, const QString& language, double textScale) {
    auto& settings = Settings::instance();
    settings.setTheme(theme);
    settings.setTextScale(textScale);
    if (settings.language() != language) settings.setLanguage(language);
    m_window.resize(size);
}

}  // namespace plumb::mobile
