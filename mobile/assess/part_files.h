// Parts of a self-assessment as files, for colleagues whom no network joins (shared/sync/contribution_file.h): what
// was contributed from this device goes into a folder, and files that colleagues gave are taken in. Blocking.
#pragma once

#include <QStringList>

#include "mobile/assess/assess_info.h"
#include "mobile/store/local_store.h"

namespace plumb::mobile {

// What became of a colleague's file.
struct TookPart {
    QString person;
    int items = 0;
    int divergent = 0;  // of them, answered differently here: the person chooses
    int filesMissing = 0;
    bool known = false;  // it was here before
    QString version;     // of the checklist that it was answered on, where that is another one; else ""
};

// A file each, all of which a colleague takes. Gives their paths. The codes of sync::givePart() and writeIntoFolder().
// On the vault thread.
Result<QStringList> writeParts(LocalStore& store, const AssessChoice& chosen, const QString& folder);

// The file's text: part_too_large, file_unreadable and what the disk says. Any thread.
Result<std::string> readPartFile(const QString& path);
// Takes it into this device's draft, which is begun where there is none, and merges it. The codes of sync::takePart().
// On the vault thread.
Result<TookPart> takePartFile(LocalStore& store, const AssessChoice& chosen, const std::string& text);

}  // namespace plumb::mobile
