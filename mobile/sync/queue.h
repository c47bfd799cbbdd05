// What waits for the server, how far it is, and the log's health. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <vector>

#include "mobile/store/local_store.h"
#include "mobile/store/time_info.h"

namespace plumb::mobile {

struct WaitingInfo {
    QString id, title;
    bool file = false;
    quint64 bytes = 0, sent = 0;
    bool heavy = false;         // waits for Wi-Fi where the person asked for that
    bool refused = false;       // by the server; offered again at growing distances
    bool acknowledged = false;  // each byte; the server has not said yet that the file is there
    QString problem;
};

// A line that the log holds and that proves nothing.
struct DoubtInfo {
    quint64 index = 0;
    QString type, code;
};

struct QueueInfo {
    std::vector<WaitingInfo> waiting;
    quint64 bytesLeft = 0;
    int proved = 0, sent = 0, refused = 0, pulled = 0;
    quint64 checkpointSize = 0;
    qint64 checkpointMs = 0;
    QString origin, root, server;
    int files = 0, filesMissing = 0;    // of all that are to be at the server
    int photos = 0, photosMissing = 0;  // among them; counted only while something is missing
    TimeInfo time;
    // By the log (store/own_revocation.h): when this device knew that its key was revoked, 0 where it stands; when it
    // was, by whom and why.
    qint64 revokedMs = 0, revokedAtMs = 0;
    quint64 revokedIndex = 0;
    QString revokedBy, revokedReason;
    qint64 oldestMs = 0;  // when the oldest record that waits was signed, by the clock that signed it; 0: none waits
    int unsentRecords = 0;
    int doubted = 0;                // lines of the log that are not believed
    std::vector<DoubtInfo> doubts;  // the newest of them
};

Result<QueueInfo> readQueue(LocalStore& store);

}  // namespace plumb::mobile
