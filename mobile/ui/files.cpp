#include "mobile/ui/files.h"

#include <QDir>
#include <QStandardPaths>

namespace plumb::mobile {

QUrl Files::startFolder() const {
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QUrl::fromLocalFile(QDir(pictures).exists() ? pictures : QDir::homePath());
}

}  // namespace plumb::mobile
