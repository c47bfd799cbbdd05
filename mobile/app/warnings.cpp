#include "mobile/app/warnings.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>
#include <atomic>

namespace plumb::mobile {

namespace {

std::atomic<int> g_warnings{0};
QtMessageHandler g_before = nullptr;

// Words of the platform and not of the app: a machine without a session bus, a screen without a font database, no
// server of sounds, no service of positions, a track that is played faster than the machine reads it …
bool isPlatforms(const QMessageLogContext& context, const QString& text) {
    const QByteArray category(context.category);
    return category.startsWith("qt.qpa") || category.startsWith("qt.accessibility") ||
           category.startsWith("qt.multimedia") || category.startsWith("qt.positioning") ||
           text.startsWith(QLatin1String("QIOPipe: ")) || text.startsWith(QLatin1String("PulseAudioService: ")) ||
           text.startsWith(QLatin1String("nmea simulation reader: ")) ||
           text.contains(QLatin1String("No RHI backend")) || text.startsWith(QLatin1String("QStandardPaths: ")) ||
           text.contains(QLatin1String("propagateSizeHints"));
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !isPlatforms(context, text)) ++g_warnings;
    g_before(type, context, text);
}

}  // namespace

void watchWarnings() {
    g_before = qInstallMessageHandler(handle);
}

int warningsSeen() {
    return g_warnings;
}

}  // namespace plumb::mobile
