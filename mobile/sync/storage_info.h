// What this tablet holds of whoever is signed in, what is left on its disk, and what could be let go of. Blocking; on
// the vault thread: it walks the person's folder.
#pragma once

#include "mobile/store/local_store.h"

namespace plumb::mobile {

struct StorageInfo {
    qint64 records = 0, photos = 0, index = 0;  // bytes of the store, of sealed files, of the sealed index
    int files = 0;                              // sealed files
    qint64 map = 0;                             // of the person's own map pack, which lies where she put it
    qint64 free = -1, total = -1;               // of the disk; -1: the system does not say
    int releasable = 0;                         // originals that the server holds
    qint64 releasableBytes = 0;
};

Result<StorageInfo> readStorage(LocalStore& store);

}  // namespace plumb::mobile
