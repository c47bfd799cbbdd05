#include "mobile/media/media_fault.h"

#include <QCoreApplication>

namespace plumb::mobile {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Media)
};
}  // namespace

QString mediaSentence(MediaFault fault) {
    switch (fault) {
        case MediaFault::none:
            return {};
        case MediaFault::away:
            return Words::tr("这个文件不在本机。");
        case MediaFault::player:
            return Words::tr("这台设备不能播放声音和录像。");
        case MediaFault::format:
            return Words::tr("这台设备放不了这个文件：文件已损坏，或者没有这种格式的解码器。");
        case MediaFault::picture:
            return Words::tr("这台设备显示不了这段录像：没有它的画面格式的解码器。");
    }
    return {};
}

QString silentSentence() {
    return Words::tr("这台设备没有声音输出，听不到声音。");
}

QString lengthText(qint64 ms) {
    const qint64 seconds = (ms + 500) / 1000;
    const qint64 hours = seconds / 3600, minutes = seconds / 60 % 60;
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    return hours > 0 ? QStringLiteral("%1:%2:%3").arg(hours).arg(two(minutes), two(seconds % 60))
                     : QStringLiteral("%1:%2").arg(minutes).arg(two(seconds % 60));
}

}  // namespace plumb::mobile
