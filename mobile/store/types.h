// What the workers answer with: plain values, copied between threads. Words are not in here, only facts; view models
// say them in the person's language.
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model.h"
#include "shared/checklist/score.h"
#include "shared/domain/bracket.h"
#include "shared/domain/invitation.h"
#include "shared/domain/status.h"
#include "shared/store/draft_version.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/photo_facts.h"
#include "shared/store/previous_visit.h"
#include "shared/store/reference.h"
#include "shared/store/tablet_store.h"

namespace plumb::mobile {

struct PersonFact {
    QString folder, name, role, device, kid;
    qint64 lastUseMs = 0;    // 0: never
    qint64 notBeforeMs = 0;  // a wrong PIN was given: no attempt before
    bool enrolled = false;
};

// Who is at the tablet now.
struct SessionFact {
    QString folder, name, role, device, server, origin;
    QStringList regions;
    QString kid;
    QString openDraft;  // where the person was when the app ended; may be empty
};

struct DraftFact {
    QString id, site, siteName;
    checklist::LocalText title;
    int answered = 0, total = 0, missing = 0, photosMissing = 0;
    qint64 earned = 0, judged = 0;  // thousandths
    qint64 updatedMs = 0;
    QString amends;
};

// A newer version of a draft's checklist than the one on which it stands.
struct NewerFact {
    Sha256 sha256;
    std::shared_ptr<const checklist::Checklist> checklist;
};

struct OpenedDraft {
    store::InspectionDraft draft;
    std::shared_ptr<const checklist::Checklist> checklist;
    store::Site site;
    QString signer;
    // The newest earlier record for the same site and checklist: what it said, and what each item came to.
    std::optional<store::PreviousVisit> previous;
    std::map<std::string, checklist::Verdict> lastVerdicts;
    std::optional<NewerFact> newer;
    // The documents of the versions on which the draft stood before; null where one is not here any more.
    std::vector<std::shared_ptr<const checklist::Checklist>> left;
};

struct RecordFact {
    QString id, site, siteName;
    checklist::LocalText title, grade;
    checklist::Verdict tone = checklist::Verdict::unanswered;
    qint64 atMs = 0, points = 0, max = 0;
    int vetoes = 0, findings = 0, version = 1;
    store::RecordState state = store::RecordState::signedHere;  // of the newest version
    domain::InspectionStatus status = domain::InspectionStatus::submitted;
    QString problem;        // why the server refused it
    QString reviewComment;  // of the newest review
    qint64 reviewMs = 0;
    bool own = true;
};

struct ReviewFact {
    bool accepted = false;
    QString reviewer, comment;
    qint64 atMs = 0;
    std::vector<std::pair<QString, QString>> items;  // item's number, comment
};

// An answer of a record, or the heading over those of a group or of one copy of a repeat.
struct AnswerFact {
    checklist::LocalText label;
    QString value;           // as people read it; "" for a heading
    int depth = 0;           // groups and copies around it
    std::uint32_t copy = 0;  // of a repeat's heading: which
    bool heading = false;
};

struct ItemFact {
    QString id, no;
    checklist::LocalText text, explanation;
    checklist::Verdict verdict = checklist::Verdict::unanswered;
    qint64 points = 0, max = 0;
    QString note, naReason;
    std::vector<AnswerFact> answers;
    QStringList photos;                         // hashes
    std::vector<store::PhotoFacts> photoFacts;  // of each, as far as the photo is on this device
};

struct SectionFact {
    QString id;
    checklist::LocalText title;
    qint64 points = 0, max = 0;
    int failed = 0, part = 0, na = 0, answered = 0, total = 0;  // with its sub-sections
    int depth = 0;
    bool bonus = false;           // of bonus items only: they are in no total
    std::vector<ItemFact> items;  // its own
};

struct FindingFact {
    QString item, no, severity, text, where, due;
};

struct RecordDetail {
    RecordFact fact;
    store::Site site;
    QString checklistVersion;
    std::vector<SectionFact> sections;
    std::vector<FindingFact> findings;
    std::vector<ReviewFact> reviews;
    QStringList team;
    QString partyName, partyRole, refusedReason, witness, signatureImage;
    checklist::LocalText explanation;
    QString amendReason;
    std::vector<std::pair<checklist::LocalText, QString>> facts;  // of the site: label, value as people read it
    QStringList leftVersions;                                     // on which it stood before
    qint64 startedMs = 0, finishedMs = 0, signedMs = 0;
    // What was verified here, on this device.
    QString hash;
    std::string suite;
    bool signatureGood = false, chainLinked = false, partyBound = false;
    quint64 seq = 0;
    std::optional<quint64> logIndex, provedSize;
    std::optional<quint64> logSize;    // newest verified checkpoint
    qint64 afterMs = 0, beforeMs = 0;  // the time bracket; 0 where open
    // Where the author's clock put the record, and where the time is that the author said it lacked.
    domain::InBracket place = domain::InBracket::inside, correctedPlace = domain::InBracket::inside;
    std::optional<qint64> correctedMs;  // signed beside `at` where the tablet knew that its clock was wrong
    int photos = 0, photosMissing = 0, filesWaiting = 0;  // that the server has not said it holds
    quint64 fileBytes = 0;
    bool canAmend = false;
};

struct TodayFact {
    std::vector<DraftFact> drafts;
    std::vector<RecordFact> returned, refused, recent;
    int waitingRecords = 0, waitingFiles = 0, records = 0;
    quint64 checkpointSize = 0;
    qint64 checkpointMs = 0;
    int sites = 0, checklists = 0;
};

struct WaitingFact {
    QString id, title;
    checklist::LocalText checklist;
    bool file = false;
    quint64 bytes = 0, sent = 0;
    bool acknowledged = false;  // each byte; the server has not said yet that the file is there
    QString problem;
};

// What is known of the time, and by what.
struct TimeFact {
    std::optional<store::ClockMeasure> measure;
    std::optional<store::ProvedTime> proved;
};

struct QueueFact {
    std::vector<WaitingFact> waiting;
    quint64 bytesLeft = 0;
    int proved = 0, sent = 0, refused = 0, pulled = 0;
    quint64 checkpointSize = 0;
    qint64 checkpointMs = 0;
    QString origin, root, server;
    int files = 0, filesMissing = 0;    // of all that are to be at the server
    int photos = 0, photosMissing = 0;  // among them; counted only while something is missing
    TimeFact time;
    qint64 revokedMs = 0;  // when this device was told that its key was revoked; 0: it was not
    int unsentRecords = 0;
};

}  // namespace plumb::mobile
