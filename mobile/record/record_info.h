// Records as lists show them. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "mobile/record/record_versions.h"
#include "mobile/store/local_store.h"
#include "shared/checklist/model/model.h"

namespace plumb::mobile {

struct RecordInfo {
    QString id, site, siteName;
    checklist::LocalText title, grade;
    checklist::Verdict tone = checklist::Verdict::unanswered;
    qint64 atMs = 0, points = 0, max = 0;
    int vetoes = 0, findings = 0, version = 1;
    int threads = 0;                                            // that are open at its items
    bool waitsForSecond = false;                                // one of two who have to accept it has
    store::RecordState state = store::RecordState::signedHere;  // of the newest version
    records::InspectionStatus status = records::InspectionStatus::submitted;
    QString problem;        // why the server refused it
    QString reviewComment;  // of the newest review
    qint64 reviewMs = 0;
    bool own = true;
    bool assessment = false;  // an enterprise's self-assessment
};

RecordInfo factOf(Published& published, const RecordVersions& versions);

// A page of the submissions, newest first.
struct RecordPage {
    std::vector<RecordInfo> records;
    bool complete = true;  // everything that is stored was looked through
};
Result<RecordPage> readRecords(LocalStore& store, store::DerivedTables::Whose whose, std::size_t offset,
                               std::size_t limit);
// Those that a search found, in its order; one that is not there any more is left out.
Result<std::vector<RecordInfo>> readRecordsOf(LocalStore& store, const QStringList& ids);

}  // namespace plumb::mobile
