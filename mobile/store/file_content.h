// A file that a person picked, as it is taken in. Blocking; any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::mobile {

// notFound "no_such_file", tooLarge "file_too_large", forbidden "file_unreadable".
Result<QByteArray> contentOf(const QString& path);
// Borrowed from `content`.
ByteView viewOf(const QByteArray& content);

}  // namespace plumb::mobile
