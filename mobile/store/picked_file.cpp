#include "mobile/store/picked_file.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <utility>

#include "mobile/store/file_content.h"
#include "mobile/ui/text.h"
#include "shared/store/image_type.h"

namespace plumb::mobile {

Result<PickedFile> readPicked(const QString& path, Wanted wanted) {
    auto read = contentOf(path);
    if (!read) return fail(read.error());
    PickedFile out;
    out.name = QFileInfo(path).fileName();
    out.type = ss(QMimeDatabase().mimeTypeForFileNameAndData(out.name, *read).name());
    const auto view = viewOf(*read);
    out.content.assign(view.begin(), view.end());
    read->clear();
    const bool judge = wanted == Wanted::picture || (wanted == Wanted::anything && store::isPhotoType(out.type));
    if (!judge) return out;
    auto judged = store::JudgedPicture::of(std::exchange(out.content, {}));
    if (!judged) return fail(judged.error());
    out.type = judged->type();
    out.picture = std::move(*judged);
    return out;
}

Result<store::FileRow> sealPicked(store::TabletStore& store, const PickedFile& file) {
    return file.picture ? store.sealPicture(*file.picture) : store.importFile(file.content, file.type);
}

Result<store::AttachedFile> attachPicked(store::TabletStore& store, const std::string& item, const PickedFile& file) {
    return file.picture ? store::sealAttached(store, item, *file.picture, ss(file.name))
                        : store::importAttached(store, item, file.content, file.type, ss(file.name));
}

}  // namespace plumb::mobile
