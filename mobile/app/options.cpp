#include "mobile/app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

#include "mobile/position/qt_receiver.h"
#include "mobile/sync/network_source.h"

namespace plumb::mobile {

namespace {

bool isOff(const QString& source) {
    return source.isEmpty() || source == QLatin1String("off");
}

}  // namespace

Options readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Plumbline: inspections in the field, offline and provable."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption home(QStringLiteral("home"), QStringLiteral("Folder that holds this tablet's data."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window, such as 800x1280."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("zh or en, for this run."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or sunlight, for this run."),
                                   QStringLiteral("NAME"));
    const QCommandLineOption text(QStringLiteral("text-size"),
                                  QStringLiteral("Size of text in percent (100 to 200), for this run."),
                                  QStringLiteral("PERCENT"));
    const QCommandLineOption autoLock(QStringLiteral("auto-lock"),
                                      QStringLiteral("Locks after so many seconds without a touch, for this run."),
                                      QStringLiteral("SECONDS"));
    const QCommandLineOption drive(QStringLiteral("drive"),
                                   QStringLiteral("Runs a script of taps (DRIVE.md) against the real app."),
                                   QStringLiteral("FILE"));
    const QCommandLineOption shots(QStringLiteral("shots"),
                                   QStringLiteral("Folder for pictures of --gallery and --drive."),
                                   QStringLiteral("DIR"));
    const QCommandLineOption gallery(QStringLiteral("gallery"),
                                     QStringLiteral("Shows every component in every state and theme."));
    const QCommandLineOption selfTest(QStringLiteral("self-test"),
                                      QStringLiteral("Loads every page; fails on any QML warning."));
    const QCommandLineOption firstFrame(
        QStringLiteral("time-first-frame"),
        QStringLiteral("Prints the milliseconds from process start to the first frame, and quits."));
    const QCommandLineOption empty(QStringLiteral("empty-window"),
                                   QStringLiteral("Shows an empty window (with --time-first-frame, for comparison)."));
    const QCommandLineOption position(
        QStringLiteral("position"),
        QStringLiteral("Where positions come from: nmea:FILE, nmea:socket://HOST:PORT, nmea:serial:PORT, or off."),
        QStringLiteral("SOURCE"));
    const QCommandLineOption camera(QStringLiteral("camera"),
                                    QStringLiteral("What the camera sees: folder:DIR (pictures, in order), or off."),
                                    QStringLiteral("SOURCE"));
    const QCommandLineOption sound(QStringLiteral("sound"),
                                   QStringLiteral("What the microphone hears: file:PATH (a WAV of 16 kHz), or off."),
                                   QStringLiteral("SOURCE"));
    const QCommandLineOption network(
        QStringLiteral("network"),
        QStringLiteral("What network there is: wifi, mobile, none, or auto (as the system says)."),
        QStringLiteral("KIND"));
    parser.addOptions({camera, sound, home, size, language, theme, text, autoLock, network, position, drive, shots,
                       gallery, selfTest, firstFrame, empty});
    parser.process(arguments);

    Options options;
    options.home = parser.isSet(home) ? QDir(parser.value(home)).absolutePath()
                                      : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.position = parser.value(position);
    if (!QtReceiver::isOrigin(options.position))
        options.problem =
            QStringLiteral("--position must be nmea:FILE, nmea:socket://HOST:PORT, nmea:serial:PORT or off");
    options.network = parser.value(network);
    if (!isNetworkName(options.network))
        options.problem = QStringLiteral("--network must be wifi, mobile, none or auto");
    options.camera = parser.value(camera);
    options.sound = parser.value(sound);
    if (!isOff(options.camera) && !options.camera.startsWith(QLatin1String("folder:")))
        options.problem = QStringLiteral("--camera must be folder:DIR or off");
    if (!isOff(options.sound) && !options.sound.startsWith(QLatin1String("file:")))
        options.problem = QStringLiteral("--sound must be file:PATH or off");
    options.drive = parser.value(drive);
    options.shots = parser.value(shots);
    options.gallery = parser.isSet(gallery);
    options.selfTest = parser.isSet(selfTest);
    options.timeFirstFrame = parser.isSet(firstFrame);
    options.emptyWindow = parser.isSet(empty);
    if (parser.isSet(size)) {
        static const QRegularExpression form(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
        const auto match = form.match(parser.value(size));
        if (!match.hasMatch())
            options.problem = QStringLiteral("--size must look like 1280x800");
        else
            options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    if (parser.isSet(language)) {
        options.language = parser.value(language);
        if (options.language != QLatin1String("zh") && options.language != QLatin1String("en"))
            options.problem = QStringLiteral("--language must be zh or en");
    }
    if (parser.isSet(theme)) {
        options.theme = parser.value(theme);
        if (!QStringList{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("sunlight")}.contains(
                options.theme))
            options.problem = QStringLiteral("--theme must be light, dark or sunlight");
    }
    if (parser.isSet(text)) {
        options.textScale = parser.value(text).toInt() / 100.0;
        if (options.textScale < 1 || options.textScale > 2)
            options.problem = QStringLiteral("--text-size must be from 100 to 200");
    }
    if (parser.isSet(autoLock)) {
        options.autoLockSeconds = parser.value(autoLock).toInt();
        if (options.autoLockSeconds < 1) options.problem = QStringLiteral("--auto-lock must be one second or more");
    }
    return options;
}

}  // namespace plumb::mobile
