// What an exchange by file came to; copied between threads.
#pragma once

#include <QMetaType>
#include <QString>

namespace plumb::mobile {

struct PackInfo {
    enum class Step { write, carry, take } step = Step::write;
    QString file;  // that was written; "" of what was taken
    int records = 0, files = 0, filesLeft = 0;
    qint64 bytes = 0;
    int proved = 0, refused = 0, pulled = 0;
    QString problems;  // sentences
};

}  // namespace plumb::mobile

Q_DECLARE_METATYPE(plumb::mobile::PackInfo)
