#include "mobile/check/drafts.h"

#include <QFileInfo>
#include <QMimeDatabase>

#include "mobile/store/file_content.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

Result<QString> beginDraft(LocalStore& store, const QString& site, const QString& checklist) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto row = store::beginInspection(**tablet, ss(site), ss(checklist));
    if (!row) return fail(row.error());
    return qs(row->id);
}

Result<QString> beginAmending(LocalStore& store, const QString& record) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto row = store::beginAmendment(**tablet, ss(record));
    if (!row) return fail(row.error());
    return qs(row->id);
}

Result<QString> beginRechecking(LocalStore& store, const QString& order) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto row = store::beginRecheck(**tablet, ss(order));
    if (!row) return fail(row.error());
    return qs(row->id);
}

Result<void> closeDraft(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return (*tablet)->setSetting(kOpenDraft, "");
}

Result<void> saveDraft(LocalStore& store, const QString& draft, const std::vector<store::DraftEntry>& entries) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return (*tablet)->putEntries(ss(draft), entries);
}

Result<void> discardDraft(LocalStore& store, const QString& draft) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return (*tablet)->deleteDraft(ss(draft));
}

Result<store::Photo> importPhoto(LocalStore& store, const QString& item, const QString& path) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    return store::importPhoto(**tablet, ss(item), viewOf(*content), ss(QFileInfo(path).completeBaseName()));
}

Result<store::FileRow> importFile(LocalStore& store, const QString& path, bool picture) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    if (picture) return (*tablet)->importPicture(viewOf(*content));
    const auto type = QMimeDatabase().mimeTypeForFileNameAndData(QFileInfo(path).fileName(), *content);
    return (*tablet)->importFile(viewOf(*content), ss(type.name()));
}

}  // namespace plumb::mobile
