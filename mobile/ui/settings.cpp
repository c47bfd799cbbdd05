#include "mobile/ui/settings.h"

#include <QCoreApplication>
#include <QLocale>

namespace plumb::mobile {

namespace {
Settings* g_settings = nullptr;
}

Settings::Settings(const QString& home, const AskedLook& asked)
    : m_home(home), m_file(home + QStringLiteral("/app.ini"), QSettings::IniFormat) {
    Q_ASSERT(!g_settings);
    g_settings = this;
    m_language = asked.language.isEmpty() ? m_file.value(QStringLiteral("language"), QStringLiteral("zh")).toString()
                                          : asked.language;
    m_theme =
        asked.theme.isEmpty() ? m_file.value(QStringLiteral("theme"), QStringLiteral("light")).toString() : asked.theme;
    m_textScale = asked.textScale > 0 ? asked.textScale : m_file.value(QStringLiteral("textScale"), 1.0).toDouble();
    if (m_textScale < 1 || m_textScale > 2) m_textScale = 1;
    m_besideShown = m_file.value(QStringLiteral("besideShown"), true).toBool();
    m_autoLockMinutes = qBound(0, m_file.value(QStringLiteral("autoLockMinutes"), 5).toInt(), 60);
    m_copySide = std::max(0, m_file.value(QStringLiteral("copySide"), m_copySide).toInt());
    m_pausedMs = std::max<qint64>(0, m_file.value(QStringLiteral("syncPausedSince"), 0).toLongLong());
    m_photosOnWifi = m_file.value(QStringLiteral("photosOnWifi"), false).toBool();
    m_reminders = m_file.value(QStringLiteral("reminders"), true).toBool();
    translate();
}

Settings::~Settings() {
    g_settings = nullptr;
}

Settings* Settings::create(QQmlEngine*, QJSEngine*) {
    QJSEngine::setObjectOwnership(g_settings, QJSEngine::CppOwnership);
    return g_settings;
}

Settings& Settings::instance() {
    Q_ASSERT(g_settings);
    return *g_settings;
}

QString Settings::version() const {
    return QCoreApplication::applicationVersion();
}

void Settings::follow(QQmlEngine* engine) {
    m_engine = engine;
}

void Settings::translate() {
    QCoreApplication::removeTranslator(&m_translator);
    if (m_language == QLatin1String("en") && m_translator.load(QStringLiteral(":/translations/plumbline_en.qm")))
        QCoreApplication::installTranslator(&m_translator);
    QLocale::setDefault(m_language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                          : QLocale(QLocale::Chinese, QLocale::China));
}

void Settings::setLanguage(const QString& language) {
    if (language == m_language) return;
    m_language = language;
    m_file.setValue(QStringLiteral("language"), language);
    translate();
    emit languageChanged();
    if (m_engine) m_engine->retranslate();
}

void Settings::setTheme(const QString& theme) {
    if (theme == m_theme) return;
    m_theme = theme;
    m_file.setValue(QStringLiteral("theme"), theme);
    emit themeChanged();
}

void Settings::setBesideShown(bool shown) {
    if (shown == m_besideShown) return;
    m_besideShown = shown;
    m_file.setValue(QStringLiteral("besideShown"), shown);
    emit besideShownChanged();
}

void Settings::setAutoLockMinutes(int minutes) {
    if (minutes == m_autoLockMinutes) return;
    m_autoLockMinutes = minutes;
    m_file.setValue(QStringLiteral("autoLockMinutes"), minutes);
    emit autoLockMinutesChanged();
}

void Settings::setCopySide(int side) {
    if (side == m_copySide) return;
    m_copySide = side;
    m_file.setValue(QStringLiteral("copySide"), side);
    emit copySideChanged();
}

void Settings::pauseSync(qint64 nowMs) {
    if (syncPaused()) return;
    m_pausedMs = std::max<qint64>(1, nowMs);
    m_file.setValue(QStringLiteral("syncPausedSince"), m_pausedMs);
    m_file.sync();  // a tablet that dies now must not send on its next start
    emit syncPausedChanged();
}

void Settings::resumeSync() {
    if (!syncPaused()) return;
    m_pausedMs = 0;
    m_file.remove(QStringLiteral("syncPausedSince"));
    m_file.sync();
    emit syncPausedChanged();
}

void Settings::setPhotosOnWifi(bool only) {
    if (only == m_photosOnWifi) return;
    m_photosOnWifi = only;
    m_file.setValue(QStringLiteral("photosOnWifi"), only);
    emit photosOnWifiChanged();
}

void Settings::setReminders(bool on) {
    if (on == m_reminders) return;
    m_reminders = on;
    m_file.setValue(QStringLiteral("reminders"), on);
    emit remindersChanged();
}

void Settings::setTextScale(qreal scale) {
    if (scale == m_textScale) return;
    m_textScale = scale;
    m_file.setValue(QStringLiteral("textScale"), scale);
    emit textScaleChanged();
}

}  // namespace plumb::mobile
