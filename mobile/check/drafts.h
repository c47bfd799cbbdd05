// Work on drafts: beginning, writing, giving up, and sealing what they name. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "mobile/camera/camera_model.h"
#include "mobile/store/local_store.h"
#include "mobile/store/picked_file.h"
#include "shared/store/inspection_draft.h"

namespace plumb::mobile {

// All give the draft's id.
Result<QString> beginDraft(LocalStore& store, const QString& site, const QString& checklist, bool test = false);
Result<QString> beginAmending(LocalStore& store, const QString& record);
Result<QString> beginRechecking(LocalStore& store, const QString& order);
Result<QString> beginTaskDraft(LocalStore& store, const QString& task, const QString& checklist);

// A killed app does not come back to the draft any more.
Result<void> closeDraft(LocalStore& store);
// On disk when it returns.
Result<void> saveDraft(LocalStore& store, const QString& draft, const std::vector<store::DraftEntry>& entries);
Result<void> discardDraft(LocalStore& store, const QString& draft);

// What is picked is read and judged before, off the vault thread (store/picked_file.h).
// Sealed, and not yet the draft's: that is saved together with its entry of the trail. REQUIRES: a picture.
Result<store::Photo> sealPickedPhoto(LocalStore& store, const QString& item, const PickedFile& file,
                                     const store::PhotoMoment& moment);
// What the camera took: sealed, and named by the draft when it returns, at the moment and place of the shutter.
// notFound "no_draft".
Result<store::Photo> sealShot(LocalStore& store, const QString& draft, const QString& item, const TakenPhoto& shot);
// A document (PDF, office formats) as it is picked. Malformed: "no_document" (a photo is none, either: "a_photo").
Result<PickedFile> readDocument(const QString& path);
// Sealed and named by the draft when it returns.
Result<store::AttachedFile> addDocument(LocalStore& store, const QString& draft, const QString& item,
                                        const PickedFile& file);
// Whatever shows that the inspected party refused to sign: a recording, a film, a photo, a document. Malformed
// "no_evidence" where it is none of them.
Result<PickedFile> readRefusalFile(const QString& path);
// Sealed and kept by the draft when it returns.
Result<store::AttachedFile> addRefusalFile(LocalStore& store, const QString& draft, const PickedFile& file);
// A file that is sealed already shows a refusal to sign.
Result<void> nameRefusalFile(LocalStore& store, const QString& draft, const store::AttachedFile& file);
// A file that is sealed already becomes the draft's.
Result<void> nameDocument(LocalStore& store, const QString& draft, const store::AttachedFile& document);
Result<void> removeDocument(LocalStore& store, const QString& draft, const store::AttachedFile& document);
// What stands in the barcodes of a picture; nothing is kept of it, and no store needed. Errors as of a picked picture.
Result<QStringList> codesOf(const QString& path);
// A file that is an answer by itself.
Result<store::FileRow> addAnswerFile(LocalStore& store, const PickedFile& file);

}  // namespace plumb::mobile
