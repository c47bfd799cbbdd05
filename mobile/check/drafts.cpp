#include "mobile/check/drafts.h"

#include <QFileInfo>

#include "mobile/photo/code_reader.h"
#include "mobile/store/file_content.h"
#include "mobile/store/picture_content.h"
#include "mobile/ui/document_kind.h"
#include "mobile/ui/text.h"
#include "shared/store/assessment_draft.h"
#include "shared/store/image_type.h"
#include "shared/store/tasks.h"

namespace plumb::mobile {

Result<QString> beginDraft(LocalStore& store, const QString& site, const QString& checklist, bool test) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto row = store::beginInspection(**tablet, ss(site), ss(checklist), {{}, {}, test});
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

Result<store::Photo> sealPickedPhoto(LocalStore& store, const QString& item, const PickedFile& file,
                                     const store::PhotoMoment& moment) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return store::sealPhoto(**tablet, ss(item), *file.picture, ss(QFileInfo(file.name).completeBaseName()), moment);
}

Result<store::Photo> sealShot(LocalStore& store, const QString& draft, const QString& item, const TakenPhoto& shot) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (!(*tablet)->draft(ss(draft))) return fail(ErrorKind::notFound, "no_draft", "the draft is not here any more");
    const store::PhotoMoment moment{record::PhotoOrigin::Way::camera, shot.where, shot.at};
    auto photo = store::sealPhoto(**tablet, ss(item), *shot.picture, "", moment);
    if (!photo) return photo;
    if (auto kept = (*tablet)->putEntries(ss(draft), {store::photoEntry(*photo)}); !kept) return fail(kept.error());
    return photo;
}

Result<PickedFile> readDocument(const QString& path) {
    auto file = readPicked(path, Wanted::noPicture);
    const QString name = QFileInfo(path).fileName();
    if (file && file->type.starts_with("image/"))
        return fail(ErrorKind::malformed, "a_photo", ss(name) + " is a photo");
    if (file && !isDocumentType(file->type))
        return fail(ErrorKind::malformed, "no_document", ss(name) + " is no document");
    return file;
}

Result<store::AttachedFile> addDocument(LocalStore& store, const QString& draft, const QString& item,
                                        const PickedFile& file) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto document = attachPicked(**tablet, ss(item), file);
    if (!document) return document;
    if (auto kept = (*tablet)->putEntries(ss(draft), {store::documentEntry(*document)}); !kept)
        return fail(kept.error());
    return document;
}

Result<PickedFile> readRefusalFile(const QString& path) {
    auto file = readPicked(path, Wanted::anything);
    if (!file) return file;
    const auto& type = file->type;
    const bool taken =
        type.starts_with("audio/") || type.starts_with("video/") || type.starts_with("image/") || isDocumentType(type);
    if (!taken)
        return fail(ErrorKind::malformed, "no_evidence", ss(file->name) + " is no sound, film, photo or document");
    return file;
}

Result<store::AttachedFile> addRefusalFile(LocalStore& store, const QString& draft, const PickedFile& file) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto sealed = attachPicked(**tablet, {}, file);
    if (!sealed) return sealed;
    if (auto kept = (*tablet)->putEntries(ss(draft), {store::refusalEntry(*sealed)}); !kept) return fail(kept.error());
    return sealed;
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

Result<store::FileRow> addAnswerFile(LocalStore& store, const PickedFile& file) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return sealPicked(**tablet, file);
}

}  // namespace plumb::mobile
