#include "mobile/record/record_detail.h"

#include <algorithm>

#include "mobile/record/record_items.h"
#include "mobile/record/record_proof.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/papers/tablet_papers.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/cosignature.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/records/review/body.h"
#include "shared/store/visit_code.h"

namespace plumb::mobile {

namespace {

// As the checklist numbers it; its id where the document is not here.
QString numberOf(const checklist::Checklist* document, const std::string& item) {
    const auto* known = document ? document->item(item) : nullptr;
    return known ? qs(known->no) : qs(item);
}

void readFindings(RecordDetail& detail, const records::InspectionBody& said, const checklist::Checklist* document) {
    for (const auto& finding : said.findings) {
        detail.findings.push_back({qs(finding.item), numberOf(document, finding.item), qs(finding.severity),
                                   qs(finding.text), qs(finding.where), qs(finding.due)});
        if (!finding.corrected) continue;
        auto& shown = detail.findings.back();
        shown.done = qs(finding.corrected->done);
        for (const auto& photo : finding.corrected->before) shown.before.append(qs(photo.hex()));
        for (const auto& photo : finding.corrected->after) shown.after.append(qs(photo.hex()));
    }
}

void readReviews(RecordDetail& detail, const RecordVersions& versions, const Result<domain::TrustBook>& book,
                 const checklist::Checklist* document) {
    for (const std::size_t at : versions.history.reviews) {
        const auto& line = versions.lines[at];
        const auto said = records::readReview(line.payload.body);
        if (!said) continue;
        ReviewInfo review;
        review.accepted = line.payload.type == "review.accepted";
        review.half = versions.history.agreed == at;
        review.comment = qs(said->comment);
        review.atMs = msOf(line.payload.at.utc);
        if (book) {
            if (const auto* member = book->member(line.kid)) review.reviewer = qs(member->personName);
        }
        for (const auto& [item, comment] : said->items)
            review.items.emplace_back(numberOf(document, item), qs(comment));
        detail.reviews.push_back(std::move(review));
    }
}

// What the newest version says, and what follows from it with the checklist's document.
void readBody(LocalStore& store, RecordDetail& detail, const record::Payload& payload,
              const records::InspectionBody& said, const checklist::Checklist* document) {
    detail.amendReason = qs(said.reason);
    detail.places = said.places;
    detail.startedMs = msOf(said.started.utc);
    detail.finishedMs = msOf(said.finished.utc);
    for (const auto& name : said.team) detail.team.append(qs(name));
    detail.checklistVersion = qs(said.checklist.version);
    for (const auto& left : said.moved) detail.leftVersions.append(qs(left.version));
    if (document) readItems(store, detail, payload, said, *document);
    readFindings(detail, said, document);
}

bool mayOrder(const store::TabletStore& store) {
    const auto profile = store.profile();
    return profile && std::ranges::any_of(profile->grants, [](const auto& grant) {
               return grant.role == domain::Role::inspector || grant.role == domain::Role::supervisor;
           });
}

// What a re-check looks at again, where its order is on this device.
void readRechecked(const store::TabletStore& store, RecordDetail& detail, const records::InspectionBody& said) {
    const auto order = said.order.empty() ? std::nullopt : store.recordById(said.order);
    const auto payload = order ? store.payload(order->hash) : Result<record::Payload>(fail(Error{}));
    if (!payload) return;
    detail.rechecks = qs(order->about);
    detail.recheckOrder = qs(records::orderNumber(order->region, payload->at, order->kid, order->seq));
    detail.concludable = mayOrder(store);
}

bool isOrderable(LocalStore& store, const std::string& id) {
    const auto row = store.derived().caseOf(id);
    if (!row || row->standing.status == records::InspectionStatus::returned ||
        row->standing.status == records::InspectionStatus::incomplete || !row->archived.empty())
        return false;
    return std::ranges::any_of(row->findings, [](const auto& finding) {
        return finding.state == records::FindingState::found && finding.stated;
    });
}

bool isInspector(const store::TabletStore& store) {
    const auto profile = store.profile();
    return profile && std::ranges::any_of(profile->grants,
                                          [](const auto& grant) { return grant.role == domain::Role::inspector; });
}

// The second inspector's signature, verified here against what the first one signed.
void readCosigned(const store::TabletStore& store, RecordDetail& detail, const RecordVersions& versions,
                  const Result<domain::TrustBook>& book) {
    detail.cosignable = versions.history.status == records::InspectionStatus::incomplete && isInspector(store);
    if (!versions.history.cosigned) return;
    const auto& row = versions.rows[*versions.history.cosigned];
    const auto* member = book ? book->member(row.kid) : nullptr;
    detail.cosigner = member ? qs(member->personName) : qs(row.kid.substr(0, 8));
    const auto line = store.line(row.hash), first = store.line(versions.newestRow().hash);
    const auto said = records::readCosignature(versions.lines[*versions.history.cosigned].payload.body);
    if (said) detail.cosignPlace = said->place;
    detail.cosignGood = line && first && said && member && line->verify(member->key).has_value() &&
                        records::checkContent(*said, first->payload()).has_value();
}

void readDeliveries(const store::TabletStore& store, RecordDetail& detail, const RecordVersions& versions,
                    const Result<domain::TrustBook>& book) {
    const auto status = versions.history.status;
    detail.deliverable = !detail.assessment && status != records::InspectionStatus::incomplete &&
                         !records::isTest(status) && detail.fact.state != store::RecordState::refused &&
                         isInspector(store);
    for (const auto at : versions.history.delivered) {
        auto said = records::readResultDelivery(versions.lines[at].payload.body);
        if (!said) continue;
        const auto* member = book ? book->member(versions.rows[at].kid) : nullptr;
        const bool newest = said->hash == versions.newestRow().hash;
        auto files = deliveryFilesOf(store.vault(), versions.lines[at].payload.files);
        detail.away.insert(detail.away.end(), files.wanted.begin(), files.wanted.end());
        detail.deliveries.push_back(
            {std::move(*said), member ? qs(member->personName) : QString(), newest, std::move(files)});
    }
}

}  // namespace

Result<RecordDetail> readRecord(LocalStore& store, const QString& id) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto row = (*tablet)->recordById(ss(id));
    if (!row) return fail(ErrorKind::notFound, "no_record", "this record is not on this device");
    const auto versions = versionsOf(**tablet, *row);
    if (!versions) return fail(versions.error());
    const auto& newest = versions->newest();

    RecordDetail out;
    out.fact = factOf(store.published(), *versions);
    if (auto site = store::siteById(**tablet, row->site))
        out.site = std::move(*site);
    else
        out.site.name = ss(out.fact.siteName);
    out.signedMs = msOf(newest.at.utc);
    std::shared_ptr<const checklist::Checklist> document;
    out.assessment = records::isAssessment(newest.type);
    const auto said = records::readVersion(newest.type, newest.body);
    if (said) {
        if (auto loaded = store.published().document(said->checklist.sha256)) document = *loaded;
        readBody(store, out, newest, *said, document.get());
        readRechecked(**tablet, out, *said);
        readParty(**tablet, out, newest, *said);
        if (document) {
            auto beside = readBeside(store, row->id, row->site, *said, newest.at, *document);
            if (!beside) return fail(beside.error());
            out.beside = std::move(*beside);
            if (!out.assessment) {
                auto previous =
                    readPrevious(store, row->id, row->site, *said, versions->lines.front().payload.at, *document);
                if (!previous) return fail(previous.error());
                out.previous = std::move(*previous);
            }
        }
    }
    out.document = document;
    readReviews(out, *versions, (*tablet)->trust(), document.get());
    const bool over = out.fact.status == records::InspectionStatus::accepted || records::isTest(out.fact.status);
    out.waitsForSecond = versions->history.agreed && out.fact.status == records::InspectionStatus::submitted;
    if (!out.assessment) out.talk = readTalk(**tablet, row->id, over);
    verify(**tablet, out, versions->newestRow(), newest);
    // By the code of what no server has nobody can rate.
    if (const auto page = papers::ratePageOf(**tablet); !page.empty() && row->state != store::RecordState::refused) {
        out.rateCode = qs(store::visitCodeOf(**tablet, versions->lines.front().payload));
        if (!out.rateCode.isEmpty()) out.ratePage = qs(page);
    }
    out.taskWord = store::taskWordOf(**tablet, versions->lines.front().payload);
    readCosigned(**tablet, out, *versions, (*tablet)->trust());
    readDeliveries(**tablet, out, *versions, (*tablet)->trust());
    // Of a test only what the server did not take is put right.
    const bool closed = records::isTest(out.fact.status) ? out.fact.state != store::RecordState::refused
                                                         : out.fact.status == records::InspectionStatus::accepted;
    out.canAmend = row->own && !closed;
    if (out.assessment && said) {  // and as long as its round takes anything
        const auto round = store.derived().round(said->round);
        out.canAmend = out.canAmend && round && !round->round.closed;
    }
    out.orderable = mayOrder(**tablet) && isOrderable(store, row->id);
    return out;
}

}  // namespace plumb::mobile
