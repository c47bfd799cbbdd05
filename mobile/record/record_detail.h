// One record as its page shows it: what it says, and what this device itself verified about it. Words are not in here,
// only facts; the view model says them in the person's language.
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mobile/record/answer_list.h"
#include "mobile/record/delivery_files.h"
#include "mobile/record/record_beside.h"
#include "mobile/record/record_info.h"
#include "mobile/record/record_previous.h"
#include "mobile/record/record_talk.h"
#include "shared/domain/bracket.h"
#include "shared/records/inspection/conduct.h"
#include "shared/records/inspection/places.h"
#include "shared/records/inspection/result_delivery.h"
#include "shared/store/photo_metadata.h"
#include "shared/store/reference.h"
#include "shared/store/tasks.h"

namespace plumb::mobile {

struct ReviewInfo {
    bool accepted = false;
    bool half = false;  // the first of two acceptances
    QString reviewer, comment;
    qint64 atMs = 0;
    std::vector<std::pair<QString, QString>> items;  // item's number, comment
};

struct ItemInfo {
    QString id, no;
    checklist::LocalText text, explanation;
    checklist::Verdict verdict = checklist::Verdict::unanswered;
    qint64 points = 0, max = 0;
    QString note, naReason;
    std::vector<AnswerInfo> answers;
    QStringList photos;                                  // of those that are on this device, as SealedImages names them
    std::vector<store::PhotoMetadata> photoFacts;        // of each of them
    int photosAway = 0;                                  // so many more are not
    std::vector<std::pair<QString, quint64>> documents;  // kind and bytes
    QStringList sounds = {}, films = {};                 // recorded beside the item, and here
    std::vector<Sha256> recordingsAway;                  // sounds and films of the item that are not here
};

struct SectionInfo {
    QString id;
    checklist::LocalText title;
    qint64 points = 0, max = 0;
    int failed = 0, part = 0, na = 0, answered = 0, total = 0;  // with its sub-sections
    int depth = 0;
    bool bonus = false;           // of bonus items only: they are in no total
    std::vector<ItemInfo> items;  // its own
};

struct FindingInfo {
    QString item, no, severity, text, where, due;
    QString done = {};                    // of one that was put right on the spot
    QStringList before = {}, after = {};  // hashes of its photos
};

// What shows a refusal to sign: hashes of what is on this device, by how it is shown.
struct RefusalInfo {
    QStringList sounds = {}, films = {}, pictures = {};
    std::vector<std::pair<QString, quint64>> documents = {};  // kind and bytes
    int count = 0, away = 0;
};

// What says how the result came to the inspected party after the record was sealed.
struct DeliveryInfo {
    records::ResultDelivery said;
    QString by;
    bool newest = true;  // of the version that is newest now
    DeliveryFiles files = {};
};

struct RecordDetail {
    RecordInfo fact;
    store::Site site;
    QString checklistVersion;
    std::shared_ptr<const checklist::Checklist> document = {};  // what the answers of `sections` point into
    std::vector<SectionInfo> sections;
    std::vector<FindingInfo> findings;
    std::vector<ReviewInfo> reviews;
    QStringList team;
    QString partyName, partyRole, refusedReason, witness;
    QString witnessRole, noWitness;
    QString signatureImage;           // its hash; "" where it is not on this device
    QString strokes, witnessStrokes;  // what was drawn on glass, as records state it; "" where nothing was
    RefusalInfo refusalFiles = {};
    QString absent = {};  // why nobody of the party was there
    std::optional<records::InspectedName> inspected = {};
    bool partyEarlier = false;  // its strokes are bound to answers, findings and score alone
    std::optional<records::CredentialShown> credential = {};
    std::optional<records::ResultLeft> result = {};
    std::vector<DeliveryInfo> deliveries = {};
    // By which the inspected party rates the visit, and where; "" where another device signed the record.
    QString rateCode = {}, ratePage = {};
    bool deliverable = false;  // whoever is signed in may say how the result came to the party
    checklist::LocalText explanation;
    QString amendReason;
    std::vector<std::pair<checklist::LocalText, checklist::LocalText>>
        facts;                 // of the site: label, value as people read it
    QStringList leftVersions;  // on which it stood before
    qint64 startedMs = 0, finishedMs = 0, signedMs = 0;
    // What was verified here, on this device.
    QString hash, signer;
    QString certificate = {};                      // the signer's, as her proved invitation states it
    std::optional<Day> certifiedUntil = {};        // the last day on which it holds, where that is said
    std::optional<Day> checkedOn = {};             // the day of the check
    std::optional<store::TaskWord> taskWord = {};  // whether it ended the task that it names; none: it names none
    std::string suite;
    bool signatureGood = false, chainLinked = false, partyBound = false;
    bool chainKnown = true;  // the line before is on this device: of a colleague's chain it need not be
    quint64 seq = 0;
    std::optional<quint64> logIndex, provedSize;
    std::optional<quint64> logSize;    // newest verified checkpoint
    qint64 afterMs = 0, beforeMs = 0;  // the time bracket; 0 where open
    // Where the author's clock put the record, and where the time is that the author said it lacked.
    domain::InBracket place = domain::InBracket::inside, correctedPlace = domain::InBracket::inside;
    std::optional<qint64> correctedMs;  // signed beside `at` where the tablet knew that its clock was wrong
    int photos = 0, photosMissing = 0, filesWaiting = 0;  // that the server has not said it holds
    quint64 fileBytes = 0;
    // What of it is not on this device: photos, and the image of the party's signature.
    int photosAway = 0, recordingsAway = 0;
    std::vector<Sha256> away;
    records::InspectionPlaces places = {};  // where it was begun, signed, and its photos were taken in
    QString cosigner;                       // who signed it second; "" while nobody has
    std::optional<records::Whereabouts> cosignPlace = {};
    bool cosignGood = false;  // and that her signature is over exactly what the first one signed
    bool cosignable = false;  // a second signature is wanted, and may be given here: by whoever is signed in or beside
    bool canAmend = false;
    QString rechecks;                           // of a re-check: the inspection whose order it looks at again; "" else
    QString recheckOrder;                       // and the order's number
    bool concludable = false;                   // by whoever is signed in: a re-check from which acts may follow
    bool orderable = false;                     // findings wait for an order, and whoever is signed in may give it
    bool assessment = false;                    // an enterprise's self-assessment
    std::optional<BesideInfo> beside;           // what the other side says
    std::optional<PreviousInfo> previous = {};  // the check before, where it is here
    bool waitsForSecond = false;                // one of two who have to accept it has
    RecordTalk talk = {};
};

// Blocking; on the vault thread. Not found: "no_record".
Result<RecordDetail> readRecord(LocalStore& store, const QString& id);

}  // namespace plumb::mobile
