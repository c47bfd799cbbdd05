#include "mobile/sync/storage_info.h"

#include <QStorageInfo>

#include "mobile/ui/text.h"
#include "shared/store/file_release.h"

namespace plumb::mobile {

Result<StorageInfo> readStorage(LocalStore& store) {
    namespace fs = std::filesystem;
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    StorageInfo out;
    std::error_code code;
    for (fs::recursive_directory_iterator at(store.folder(), fs::directory_options::skip_permission_denied, code), end;
         !code && at != end; at.increment(code)) {
        std::error_code gone;  // files come and go while this walks
        if (!at->is_regular_file(gone)) continue;
        const auto bytes = at->file_size(gone);
        if (gone) continue;
        const auto name = at->path().filename().string();
        const auto size = static_cast<qint64>(bytes);
        if (at->path().extension() == ".sealed" && at->path().parent_path().parent_path().filename() == "files") {
            out.photos += size;
            ++out.files;
        } else if (name.starts_with("derived") || at->path().parent_path().filename() == "derived") {
            out.index += size;
        } else {
            out.records += size;
        }
    }
    const auto releasable = store::releasableFiles(**tablet);
    if (!releasable) return fail(releasable.error());
    for (const auto& file : *releasable) {
        ++out.releasable;
        out.releasableBytes += static_cast<qint64>(file.size);
    }
    if (const QStorageInfo disk(qs(store.home().string())); disk.isValid()) {
        out.free = disk.bytesAvailable();
        out.total = disk.bytesTotal();
    }
    return out;
}

}  // namespace plumb::mobile
