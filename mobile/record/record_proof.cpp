#include "mobile/record/record_proof.h"

#include <algorithm>

#include "mobile/ui/document_kind.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/picture/marks.h"
#include "shared/records/inspection/signed_content.h"
#include "shared/records/planning/persons.h"

namespace plumb::mobile {

namespace {

void countFiles(store::TabletStore& store, RecordDetail& detail, const record::Payload& payload) {
    for (const auto& file : payload.files) {
        detail.photos += file.role == "evidence";
        // Files of the trail are for whoever verifies, not for the eye.
        if ((file.role == "evidence" || file.role == "signature" || file.role == picture::kMarksRole ||
             file.role == records::kRefusalRole) &&
            !store.vault().has(file.sha256)) {
            // A photo whose marks are not here is not shown, since they may hide something.
            const bool covers = file.role == picture::kMarksRole && file.of && store.vault().has(*file.of);
            detail.photosAway += file.role == "evidence" || covers;
            detail.away.push_back(file.sha256);
        }
        detail.fileBytes += file.size;
    }
    detail.photosMissing = static_cast<int>(store.tallyOf(payload.files, "evidence").missing);
    detail.filesWaiting = static_cast<int>(store.tallyOf(payload.files).missing);
}

void readRefusalFile(store::TabletStore& store, RefusalInfo& out, const record::FileRef& file) {
    ++out.count;
    const QString hash = qs(file.sha256.hex());
    const bool here = store.vault().has(file.sha256);
    const QString kind = documentKind(file.type);
    out.away += !here;
    if (here && file.type.starts_with("audio/"))
        out.sounds.append(hash);
    else if (here && file.type.starts_with("video/"))
        out.films.append(hash);
    else if (here && (file.type.starts_with("image/") || kind == QLatin1String("PDF")))
        out.pictures.append(hash);
    else if (here)
        out.documents.emplace_back(kind, file.size);
}

}  // namespace

void readParty(store::TabletStore& store, RecordDetail& detail, const record::Payload& payload,
               const records::InspectionBody& said) {
    detail.credential = said.credential;
    detail.result = said.result;
    detail.inspected = said.inspected;
    if (!said.party) return;
    if (const auto& image = said.party->signature) {
        const auto named = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
            return file.role == "signature" && file.sha256 == *image;
        });
        if (store.vault().has(*image)) detail.signatureImage = qs(image->hex());
        // Reading it checks the seal, whose identity is the hash.
        detail.partyBound = named && (store.vault().get(*image).has_value() || !store.vault().has(*image));
    }
    // Whoever believes the line has held the strokes against its content.
    if (said.party->strokes) {
        detail.strokes = qs(toText(records::toJson(*said.party->strokes)));
        const auto content = records::contentFor(said.party->strokes->form, payload);
        detail.partyEarlier = said.party->strokes->form == records::StrokesForm::content;
        detail.partyBound = content && *content == said.party->strokes->content;
    }
    if (said.party->witnessStrokes) detail.witnessStrokes = qs(toText(records::toJson(*said.party->witnessStrokes)));
    detail.witnessRole = qs(said.party->witnessRole);
    detail.noWitness = qs(said.party->noWitness);
    for (const auto& file : payload.files)
        if (file.role == records::kRefusalRole) readRefusalFile(store, detail.refusalFiles, file);
    detail.absent = qs(said.party->absent);
    detail.partyName = qs(said.party->name);
    detail.partyRole = qs(said.party->role);
    detail.refusedReason = qs(said.party->refusedReason);
    detail.witness = qs(said.party->witness);
}

void verify(store::TabletStore& store, RecordDetail& detail, const store::RecordRow& row,
            const record::Payload& payload) {
    detail.hash = qs(row.hash.hex());
    detail.seq = row.seq;
    detail.logIndex = row.logIndex;
    detail.provedSize = row.provedSize;
    const auto line = store.line(row.hash);
    const auto book = store.trust();
    if (line) {
        detail.suite = crypto::suiteName(line->suite());
        if (book) {
            if (const auto* member = book->member(row.kid)) {
                detail.signatureGood = line->verify(member->key).has_value();
                detail.signer = qs(member->personName);
                if (member->certificate) detail.certificate = qs(member->certificate->number);
                detail.certifiedUntil = records::certifiedUntil(*book, member->personId, row.logIndex);
            }
        }
        if (!detail.signatureGood && row.own) {
            const auto key = store.deviceKey();
            detail.signatureGood = key && line->verify(key->publicKey()).has_value();
        }
    }
    detail.checkedOn = parseDay(textOr(payload.body, "day"));
    if (!payload.prev)
        detail.chainLinked = payload.seq == 1;
    else if (const auto before = store.recordByHash(*payload.prev))
        detail.chainLinked = before->seq + 1 == row.seq && before->kid == row.kid;
    else
        detail.chainKnown = row.own;  // of one's own chain every line is here
    if (payload.seen) {
        if (const auto seen = store.checkpoint(payload.seen->size)) detail.afterMs = msOf(seen->checkpoint.time.utc);
    }
    if (row.provedSize) {
        if (const auto proved = store.checkpoint(*row.provedSize)) detail.beforeMs = msOf(proved->checkpoint.time.utc);
    }
    if (const auto newest = store.newestCheckpoint()) detail.logSize = newest->checkpoint.size;
    countFiles(store, detail, payload);
    const auto end = [](qint64 ms) {
        return ms > 0 ? std::optional(TimePoint(std::chrono::milliseconds(ms))) : std::nullopt;
    };
    detail.place = domain::placeInBracket(payload.at.utc, end(detail.afterMs), end(detail.beforeMs));
    detail.correctedPlace =
        domain::placeInBracket(record::correctedAt(payload), end(detail.afterMs), end(detail.beforeMs));
    if (payload.clock) detail.correctedMs = msOf(record::correctedAt(payload));
}

}  // namespace plumb::mobile
