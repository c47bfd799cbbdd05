#include "mobile/app/first_frame.h"

#include <time.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QQuickWindow>
#include <cstdio>

namespace plumb::mobile {

namespace {

// Field 22 of /proc/self/stat: start of the process in clock ticks since boot (proc(5)). The name in field 2 may hold
// spaces and brackets, so counting begins after the last ')'.
double secondsSinceStart() {
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20) return 0;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = fields[19].toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started;
}

// Of all threads: what a machine that others use, too, does not lengthen by letting them go first.
double workedSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

void timeFirstFrame(QQuickWindow* window) {
    QObject::connect(
        window, &QQuickWindow::frameSwapped, QCoreApplication::instance(),
        [] {
            std::printf("first-frame %.0f ms, worked %.0f ms\n", secondsSinceStart() * 1000, workedSeconds() * 1000);
            std::fflush(stdout);
            QCoreApplication::quit();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

}  // namespace plumb::mobile
