#include "mobile/check/drafts.h"

#include <QFileInfo>
#include <QMimeDatabase>

#include "mobile/photo/code_reader.h"
#include "mobile/store/file_content.h"
#include "mobile/store/picture_content.h"
#include "mobile/ui/document_kind.h"
#include "mobile/ui/text.h"
#include "shared/store/assessment_draft.h"
#include "shared/store/image_type.h"
#include "shared/store/tasks.h"

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
    // What was submitted is what changes count from: it has to be known before the first of them.
    if (!row->round.empty())
        if (const auto merged = store::takeContributions(**tablet, row->id); !merged) return fail(merged.error());
    return qs(row->id);
}

Result<QString> beginRechecking(LocalStore& store, const QString& order) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto row = store::beginRecheck(**tablet, ss(order));
    if (!row) return fail(row.error());
    return qs(row->id);
}

Result<QString> beginTaskDraft(LocalStore& store, const QString& task, const QString& checklist) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto row = store::beginForTask(**tablet, ss(task), ss(checklist));
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

Result<store::Photo> sealShot(LocalStore& store, const QString& draft, const QString& item, const TakenPhoto& shot) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (!(*tablet)->draft(ss(draft))) return fail(ErrorKind::notFound, "no_draft", "the draft is not here any more");
    const store::PhotoMoment moment{record::PhotoOrigin::Way::camera, shot.where};
    auto photo = store::importPhoto(**tablet, ss(item), viewOf(shot.jpeg), "", moment);
    if (!photo) return photo;
    photo->added = photo->origin->at = shot.at;
    if (auto kept = (*tablet)->putEntries(ss(draft), {store::photoEntry(*photo)}); !kept) return fail(kept.error());
    return photo;
}

Result<store::AttachedFile> addDocument(LocalStore& store, const QString& draft, const QString& item,
                                        const QString& path) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    const QString name = QFileInfo(path).fileName();
    const std::string type = ss(QMimeDatabase().mimeTypeForFileNameAndData(name, *content).name());
    if (type.starts_with("image/")) return fail(ErrorKind::malformed, "a_photo", ss(name) + " is a photo");
    if (!isDocumentType(type)) return fail(ErrorKind::malformed, "no_document", ss(name) + " is no document");
    auto document = store::importAttached(**tablet, ss(item), viewOf(*content), type, ss(name));
    if (!document) return document;
    if (auto kept = (*tablet)->putEntries(ss(draft), {store::documentEntry(*document)}); !kept)
        return fail(kept.error());
    return document;
}

Result<store::AttachedFile> addRefusalFile(LocalStore& store, const QString& draft, const QString& path) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    const QString name = QFileInfo(path).fileName();
    const std::string type = ss(QMimeDatabase().mimeTypeForFileNameAndData(name, *content).name());
    const bool taken =
        type.starts_with("audio/") || type.starts_with("video/") || type.starts_with("image/") || isDocumentType(type);
    if (!taken) return fail(ErrorKind::malformed, "no_evidence", ss(name) + " is no sound, film, photo or document");
    auto file = store::importAttached(**tablet, {}, viewOf(*content), type, ss(name));
    if (!file) return file;
    if (auto kept = (*tablet)->putEntries(ss(draft), {store::refusalEntry(*file)}); !kept) return fail(kept.error());
    return file;
}

Result<void> nameRefusalFile(LocalStore& store, const QString& draft, const store::AttachedFile& file) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return (*tablet)->putEntries(ss(draft), {store::refusalEntry(file)});
}

Result<void> nameDocument(LocalStore& store, const QString& draft, const store::AttachedFile& document) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return (*tablet)->putEntries(ss(draft), {store::documentEntry(document)});
}

Result<void> removeDocument(LocalStore& store, const QString& draft, const store::AttachedFile& document) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return (*tablet)->putEntries(ss(draft), {store::documentGone(document)});
}

Result<QStringList> codesOf(const QString& path) {
    constexpr int kSide = 3000;  // finer than any code that a person holds before a camera
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    const auto bytes = viewOf(*content);
    if (const auto good = store::imageInfo(bytes); !good) return fail(good.error());
    const auto picture = pictureOf({bytes.begin(), bytes.end()}, {kSide, kSide});
    if (picture.isNull()) return fail(ErrorKind::malformed, "no_image", "the picture cannot be decoded");
    return codesIn(picture);
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
