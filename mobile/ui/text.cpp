#include "mobile/ui/text.h"

#include <QLocale>

namespace plumb::mobile {

QString bytesText(quint64 bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 1024 * 1024 ? 0 : 1,
                                       QLocale::DataSizeTraditionalFormat);
}

}  // namespace plumb::mobile
