#include "mobile/store/file_content.h"

#include <QFile>
#include <QFileInfo>

#include "mobile/ui/text.h"
#include "shared/store/file_vault.h"

namespace plumb::mobile {

Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.exists() || QFileInfo(path).isDir())
        return fail(ErrorKind::notFound, "no_such_file", "there is no file " + ss(path));
    if (file.size() > static_cast<qint64>(store::kMaxFileBytes))
        return fail(ErrorKind::tooLarge, "file_too_large", "the file is larger than 64 MB");
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorKind::forbidden, "file_unreadable", ss(file.errorString()));
    return file.readAll();
}

ByteView viewOf(const QByteArray& content) {
    return {reinterpret_cast<const std::uint8_t*>(content.constData()), static_cast<std::size_t>(content.size())};
}

}  // namespace plumb::mobile
