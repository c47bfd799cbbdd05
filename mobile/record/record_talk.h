// What supervisor and inspector write to each other at the items of a record (remark.added), as pages tell it.
// Blocking; on the vault thread.
#pragma once

#include <QString>
#include <map>
#include <vector>

#include "shared/store/remarks.h"

namespace plumb::mobile {

struct RemarkInfo {
    QString thread, who, text;  // text "" of one that only resolves
    qint64 atMs = 0;
    bool own = false, resolved = false;
    store::RecordState state = store::RecordState::pulled;
    // Of the last of its thread:
    bool last = false, open = false, waits = false, resolvable = false;
};

struct ItemTalk {
    std::vector<RemarkInfo> said;  // thread by thread
    int open = 0, waits = 0;       // threads; waiting for a word of whoever is signed in
};

struct RecordTalk {
    std::map<QString, ItemTalk> items;
    bool answers = false;  // whoever is signed in may write
    bool asks = false;     // and begin a thread
    int waits = 0;
};

// `closed`: the record was accepted, and its threads ended with it.
RecordTalk readTalk(const store::TabletStore& store, const std::string& inspection, bool closed);

}  // namespace plumb::mobile
