#include "mobile/record/record_detail.h"

#include "mobile/record/record_items.h"
#include "mobile/record/record_proof.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/inspection_draft.h"

namespace plumb::mobile {

namespace {

// As the checklist numbers it; its id where the document is not here.
QString numberOf(const checklist::Checklist* document, const std::string& item) {
    const auto* known = document ? document->item(item) : nullptr;
    return known ? qs(known->no) : qs(item);
}

void readFindings(RecordDetail& detail, const record::Payload& payload, const checklist::Checklist* document) {
    const auto findings = arrayAt(payload.body, "findings", "body");
    if (!findings) return;
    for (const auto& value : **findings) {
        if (!value.is_object()) continue;
        const auto finding = store::findingFromJson(value.get_object());
        detail.findings.push_back({qs(finding.item), numberOf(document, finding.item), qs(finding.severity),
                                   qs(finding.text), qs(finding.where), qs(finding.due)});
    }
}

void readReviews(RecordDetail& detail, const RecordVersions& versions, const Result<domain::TrustBook>& book,
                 const checklist::Checklist* document) {
    for (const std::size_t at : versions.history.reviews) {
        const auto& line = versions.lines[at];
        ReviewInfo review;
        review.accepted = line.payload.type == "review.accepted";
        review.comment = qs(textOr(line.payload.body, "comment"));
        review.atMs = msOf(line.payload.at.utc);
        if (book) {
            if (const auto* member = book->member(line.kid)) review.reviewer = qs(member->personName);
        }
        if (const auto items = arrayAt(line.payload.body, "items", "body")) {
            for (const auto& value : **items)
                if (value.is_object())
                    review.items.emplace_back(numberOf(document, textOr(value.get_object(), "item")),
                                              qs(textOr(value.get_object(), "comment")));
        }
        detail.reviews.push_back(std::move(review));
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
    out.amendReason = qs(textOr(newest.body, "reason"));
    if (const auto at = parseInstant(textOr(newest.body, "started"))) out.startedMs = msOf(at->utc);
    if (const auto at = parseInstant(textOr(newest.body, "finished"))) out.finishedMs = msOf(at->utc);
    if (const auto team = arrayAt(newest.body, "team", "body")) {
        for (const auto& member : **team)
            if (member.is_object()) out.team.append(qs(textOr(member.get_object(), "name")));
    }

    std::shared_ptr<const checklist::Checklist> document;
    if (const auto used = objectAt(newest.body, "checklist", "body")) {
        out.checklistVersion = qs(textOr(**used, "version"));
        if (const auto hash = Sha256::fromHex(textOr(**used, "sha256"))) {
            if (auto loaded = store.published().document(*hash)) document = *loaded;
        }
    }
    if (document) readItems(store, out, newest, *document);
    if (const auto moved = arrayAt(newest.body, "moved")) {
        for (const auto& left : **moved)
            if (left.is_object()) out.leftVersions.append(qs(textOr(left.get_object(), "version")));
    }
    readFindings(out, newest, document.get());
    readReviews(out, *versions, (*tablet)->trust(), document.get());
    verify(**tablet, out, versions->newestRow(), newest);
    out.canAmend = row->own && out.fact.status != records::InspectionStatus::accepted;
    return out;
}

}  // namespace plumb::mobile
