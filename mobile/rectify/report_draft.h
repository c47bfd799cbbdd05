// The draft of a report about one finding: what was done, why late, photos and documents, as the store keeps them
// between two words. (In the store the findings of one order share a draft.) Blocking; on the vault thread.
#pragma once

#include <QString>
#include <vector>

#include "mobile/camera/camera_model.h"
#include "mobile/store/local_store.h"
#include "mobile/store/picked_file.h"
#include "shared/store/act_sign.h"

namespace plumb::mobile {

struct ReportDraft {
    QString of, order, item;
    QString id;  // of the store's draft; "" before anything was kept
    QString done, late;
    std::vector<store::Photo> photos;
    std::vector<store::AttachedFile> files;  // documents
    qint64 savedMs = 0;
    QString signer = {};  // who writes it
};

// The one that is kept for this finding, or an empty one.
Result<ReportDraft> loadReport(LocalStore& store, const QString& of, const QString& order, const QString& item);
// On disk when it returns; gives it as it is kept.
Result<ReportDraft> saveReport(LocalStore& store, const ReportDraft& draft);
// Signs what is kept of this finding as rectification.reported and ends its part of the draft. Gives the record's id.
// Refused: "wrong_pin", "pin_wait", and what store::signAct() refuses.
Result<QString> signReport(LocalStore& store, const records::Act& act, const ReportDraft& draft, const QString& pin);
// What was picked, sealed and not yet the draft's: one of the two.
struct ReportFile {
    std::optional<store::Photo> photo = {};
    std::optional<store::AttachedFile> document = {};
};
// A photo at the moment and place at which it was chosen.
Result<ReportFile> addReportFile(LocalStore& store, const QString& item, const PickedFile& file,
                                 const store::PhotoMoment& moment);
// What the camera took for a finding: sealed, and named by its draft when it returns, whether it is open or not.
Result<store::Photo> sealReportShot(LocalStore& store, const ReportDraft& of, const TakenPhoto& shot);

}  // namespace plumb::mobile
