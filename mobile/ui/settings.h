// How this tablet shows things: language, theme, size of text. Kept in HOME/app.ini, the same for all people of the
// tablet and readable before anyone unlocked. UI thread. One instance, owned by main.
#pragma once

#include <QJSEngine>
#include <QObject>
#include <QQmlEngine>
#include <QSettings>
#include <QTranslator>

namespace plumb::mobile {

// What the command line asks for: it holds for this run and is not written down. Empty, or 0: as set in the app.
struct AskedLook {
    QString language, theme;
    double textScale = 0;
};

class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    // Whether the self-assessment stands beside the fields of a check.
    Q_PROPERTY(bool besideShown READ besideShown WRITE setBesideShown NOTIFY besideShownChanged)
    // After so many minutes without a touch the tablet locks; 0: never.
    Q_PROPERTY(int autoLockMinutes READ autoLockMinutes WRITE setAutoLockMinutes NOTIFY autoLockMinutesChanged)
    // The longer side of copies of photos, pixels; 0: as large as the original, which is kept as it came whatever this
    // says.
    Q_PROPERTY(int copySide READ copySide WRITE setCopySide NOTIFY copySideChanged)
    // Since when nothing is sent or fetched by itself, ms since 1970; 0: not paused. Of the tablet, whoever is at it.
    Q_PROPERTY(bool syncPaused READ syncPaused NOTIFY syncPausedChanged)
    // Photos and what else was attached wait for a network that costs nothing; records never do.
    Q_PROPERTY(bool photosOnWifi READ photosOnWifi WRITE setPhotosOnWifi NOTIFY photosOnWifiChanged)
    // Whether Today reminds of what is due, of drafts that lie still and of what was not sent for a day.
    Q_PROPERTY(bool reminders READ reminders WRITE setReminders NOTIFY remindersChanged)
    Q_PROPERTY(QString home READ home CONSTANT)
    Q_PROPERTY(QString version READ version CONSTANT)

  public:
    explicit Settings(const QString& home, const AskedLook& asked = {});
    ~Settings() override;

    static Settings* create(QQmlEngine* engine, QJSEngine* scripts);
    // The one instance; set between construction and destruction.
    static Settings& instance();

    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    [[nodiscard]] QString theme() const { return m_theme; }
    void setTheme(const QString& theme);
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    [[nodiscard]] bool besideShown() const { return m_besideShown; }
    void setBesideShown(bool shown);
    [[nodiscard]] int autoLockMinutes() const { return m_autoLockMinutes; }
    void setAutoLockMinutes(int minutes);
    [[nodiscard]] int copySide() const { return m_copySide; }
    void setCopySide(int side);
    [[nodiscard]] bool syncPaused() const { return m_pausedMs > 0; }
    [[nodiscard]] qint64 pausedSinceMs() const { return m_pausedMs; }
    void pauseSync(qint64 nowMs);
    void resumeSync();
    [[nodiscard]] bool photosOnWifi() const { return m_photosOnWifi; }
    void setPhotosOnWifi(bool only);
    [[nodiscard]] bool reminders() const { return m_reminders; }
    void setReminders(bool on);
    [[nodiscard]] QString home() const { return m_home; }
    [[nodiscard]] QString version() const;

    // Texts of `engine` follow the language from now on.
    void follow(QQmlEngine* engine);

  signals:
    void languageChanged();
    void themeChanged();
    void textScaleChanged();
    void besideShownChanged();
    void autoLockMinutesChanged();
    void copySideChanged();
    void syncPausedChanged();
    void photosOnWifiChanged();
    void remindersChanged();

  private:
    void translate();

    QString m_home;
    QSettings m_file;
    QString m_language, m_theme;
    qreal m_textScale = 1;
    bool m_besideShown = true;
    int m_autoLockMinutes = 5;
    int m_copySide = 2560;
    qint64 m_pausedMs = 0;
    bool m_photosOnWifi = false, m_reminders = true;
    QTranslator m_translator;
    QQmlEngine* m_engine = nullptr;  // borrowed
};

}  // namespace plumb::mobile
