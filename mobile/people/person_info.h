// Who is on this tablet, and who is at it now. Plain values, copied between threads.
#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <memory>

#include "shared/crypto/vault.h"
#include "shared/store/derived/derived_tables.h"

namespace plumb::mobile {

struct PersonInfo {
    QString folder, name, role, device, kid;
    qint64 lastUseMs = 0;    // 0: never
    qint64 notBeforeMs = 0;  // a wrong PIN was given: no attempt before
    bool enrolled = false;
    bool revoked = false;  // her key was, as this device knows from the log
    qint64 revokedAtMs = 0;
    QString revokedBy;
    int waiting = 0;  // records and files that the server lacks; they go once she unlocks
};

// Who is at the tablet now.
struct SignedIn {
    QString folder, name, role, device, server, origin;
    QStringList regions;
    QString kid;
    bool enterprise = false;  // and nothing else: sees its own site alone
    QString comparison;       // the characters by which an administrator knows this device
    QString openDraft;        // where the person was when the app ended; may be empty
    bool revoked = false;     // her key was, proved by the log: nothing but the export of what was not sent is open
};

// An open vault: who it belongs to, and what other connections to the same store need.
struct Unlocked {
    SignedIn person;
    std::filesystem::path folder;
    crypto::DataKey key;
    std::shared_ptr<store::DerivedTables> derived;
};

}  // namespace plumb::mobile
