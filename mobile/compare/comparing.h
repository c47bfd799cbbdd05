// What this tablet knows of the log beside what another device was shown (shared/sync/compare_checkpoints.h): what it
// takes of the store, and the comparing itself, which may ask the server. Blocking; what the latter needs is copied, so
// that it holds no store.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "mobile/store/local_store.h"
#include "shared/sync/compare_checkpoints.h"

namespace plumb::mobile {

struct ComparePlace {
    std::filesystem::path folder;  // of the person; evidence is kept below it
    std::string logKey, server, pin;
    std::vector<std::string> notes;  // of this tablet, newest first
    qint64 size = 0;                 // of the newest
};
// notFound "no_checkpoint" before the first sync.
Result<ComparePlace> placeToCompare(LocalStore& store);

struct CompareInfo {
    sync::Comparison what = sync::Comparison::unproved;
    qint64 mine = 0, theirs = 0;
    QString evidence;          // the file with the proof of a fork; "" where there is none, or it could not be kept
    std::optional<Error> why;  // why it is not proved
};
// `theirs`: a code's text, or a file's content. `http` null: by what is here alone.
Result<CompareInfo> compareWith(const ComparePlace& place, const std::string& theirs, sync::HttpCaller* http,
                                TimePoint now);

// What another device shows in a file: its text, or the code in a picture of it. malformed "bad_checkpoints".
Result<std::string> shownInFile(const QString& path);

}  // namespace plumb::mobile
