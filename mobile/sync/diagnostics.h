// A file for whoever helps from afar: what this tablet is, what waits and what went wrong, by kinds, numbers and codes.
// No names, no places, no texts that anybody wrote, no ids or fingerprints, no address: nothing that says who checked
// whom.
#pragma once

#include <QJsonObject>

#include "mobile/sync/queue.h"
#include "mobile/sync/sync_service.h"

namespace plumb::mobile {

struct TabletFacts {
    QString version, qt, system, kernel, architecture;
    QString language, theme;
    qreal textScale = 1;
    QStringList screens;  // "1280x800@1"
    qint64 bytesFree = -1, bytesTotal = -1;
};

// UI thread.
TabletFacts tabletFacts(const QString& home);
// Pure.
QJsonObject diagnostics(const TabletFacts& tablet, const QueueInfo& queue, const SyncState& state, qint64 nowMs);
// Where it was written. Errors: file_unwritable, disk_full.
Result<QString> writeDiagnostics(const QJsonObject& content, const QString& folder, qint64 nowMs);

}  // namespace plumb::mobile
