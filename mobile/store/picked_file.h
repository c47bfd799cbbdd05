// A file that a person picked, read and judged before anybody seals it: what takes long of taking it in. Blocking, up
// to seconds for a large HEIC; any thread but the UI's and the vault's (StoreThread::askPrepared).
#pragma once

#include <QString>
#include <optional>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/store/attached_file.h"
#include "shared/store/judged_picture.h"

namespace plumb::mobile {

struct PickedFile {
    QString name;      // "zone 3.heic"
    std::string type;  // media type, by name and content
    // One of the two: what is called a photo, or was asked for as one, is a picture.
    std::optional<store::JudgedPicture> picture = {};
    Bytes content = {};
};

enum class Wanted {
    anything,
    picture,    // or nothing
    noPicture,  // a picture is read as any file, and not judged
};

// notFound "no_such_file", tooLarge "file_too_large", forbidden "file_unreadable"; of pictures JudgedPicture's.
Result<PickedFile> readPicked(const QString& path, Wanted wanted);

// Sealed under `item`, with its own name. On the vault thread.
Result<store::FileRow> sealPicked(store::TabletStore& store, const PickedFile& file);
Result<store::AttachedFile> attachPicked(store::TabletStore& store, const std::string& item, const PickedFile& file);

}  // namespace plumb::mobile
