// How drafts begin: on a checklist, with what a signed record says, or as the re-check for an order.
#include <algorithm>

#include "shared/checklist/score/recheck.h"
#include "shared/picture/marks.h"
#include "shared/records/evidence/marks_over.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/records/rectification/act.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/inspection_history.h"

namespace plumb::store {
namespace {

// The trail of the version that is amended, where its file is here; without it the amendment's own begins anew.
checklist::AuditTrail trailOf(TabletStore& store, const records::InspectionBody& body) {
    if (!body.trail) return {};
    const auto bytes = store.vault().get(*body.trail);
    auto trail =
        bytes ? checklist::AuditTrail::parse(asText(*bytes)) : Result<checklist::AuditTrail>(fail(bytes.error()));
    return trail ? std::move(*trail) : checklist::AuditTrail{};
}

}  // namespace

Result<DraftRow> beginInspection(TabletStore& store, const std::string& site, const std::string& checklist,
                                 const Beginning& begun) {
    if (const auto known = siteById(store, site); !known) return fail(known.error());
    // Whose programme or sector the site is of is told where checklists are offered; whoever stands before it decides.
    const records::CheckAsked asked{
        {}, {}, begun.round.empty() ? begun.kind : std::string(records::kSelfKind), begun.test};
    const auto published = standingChecklist(store, checklist, asked);
    if (!published) return fail(published.error());
    // What was published last counts, whether or not its document is here: whoever begins on an older version works for
    // nothing. A test counts for nothing anyway.
    const auto newest = begun.test ? published : checklistById(store, published->id);
    if (!newest) return fail(newest.error());
    if (newest->sha256 != published->sha256) {
        return fail(ErrorKind::refused, "superseded",
                    "version " + published->version + " of checklist \"" + published->id +
                        "\" was followed by version " + newest->version + "; begin on that one");
    }
    if (!newest->here) {
        return fail(ErrorKind::notFound, "no_checklist",
                    "version " + newest->version + " of checklist \"" + newest->id +
                        "\" was published and its document is not on this device yet; sync once");
    }
    // A draft whose document is missing could not be filled without a network.
    if (const auto document = loadDocument(store, published->sha256); !document) return fail(document.error());
    auto row = store.createDraft(site, published->sha256, "", begun.round);
    if (!row) return row;
    std::vector<DraftEntry> entries{startedEntry(store.now())};
    if (begun.test) entries.push_back(testEntry());
    if (auto done = store.putEntries(row->id, entries); !done) return fail(done.error());
    return row;
}

namespace {

// A photo that a record names, with what the record says of it and the marks over it, where these are here.
Photo photoAgain(TabletStore& store, const record::FileRef& file, const record::Payload& payload) {
    Photo out{file.sha256, file.size, file.type, file.item, {}, payload.at};
    out.origin = file.photo;
    if (file.photo) out.added = file.photo->at;
    if (file.photo) out.caption = file.photo->caption;
    if (const auto* layer = records::marksOver(payload.files, file)) {
        const auto content = store.vault().get(layer->sha256);
        if (content && picture::readMarks(asText(*content))) out.marks = asText(*content);
    }
    return out;
}

// Everything that a signed inspection says, as entries of a draft that begins with it.
std::vector<DraftEntry> entriesOf(TabletStore& store, const record::Payload& payload,
                                  const records::InspectionBody& body) {
    auto entries = answerEntries(body.answers);
    entries.push_back(startedEntry(body.started));
    if (body.credential) entries.push_back(credentialEntry(body.credential));
    if (body.inspected) entries.push_back(inspectedEntry(body.inspected));
    if (body.places.begun) entries.push_back(begunAtEntry(*body.places.begun));
    std::vector<Photo> photos;
    for (const auto& file : payload.files) {
        if (file.role == kDocumentRole)
            entries.push_back(documentEntry({file.sha256, file.size, file.type, file.item, {}}));
        if (file.role != "evidence") continue;
        photos.push_back(photoAgain(store, file, payload));
        if (const auto where = body.places.files.find(file.sha256); where != body.places.files.end())
            photos.back().takeInAt(where->second);
        entries.push_back(photoEntry(photos.back()));
        if (!photos.back().marks.empty()) entries.push_back(marksEntry(photos.back()));
    }
    for (const auto& finding : body.findings) entries.push_back(findingEntry(finding));
    std::size_t number = 0;
    for (const auto& left : body.moved) entries.push_back(leftVersionEntry(left, ++number));
    const auto trail = trailLeadingTo(trailOf(store, body), body.answers, photosPerItem(photos), store.now());
    for (auto& entry : trailRows(trail)) entries.push_back(std::move(entry));
    return entries;
}

// A draft that begins with what `from` says. Where it amends nothing it becomes a record of its own, in place of
// `from`.
Result<DraftRow> beginFrom(TabletStore& store, const RecordRow& from, const std::string& amends) {
    const auto payload = store.payload(from.hash);
    if (!payload) return fail(payload.error());
    const auto body = records::readVersion(payload->type, payload->body);
    if (!body) return fail(body.error());
    auto entries = entriesOf(store, *payload, *body);
    if (amends.empty()) entries.push_back({"place", "replaces", from.hash.hex()});
    if (!body->order.empty()) entries.push_back({"place", "order", body->order});
    if (!body->task.empty()) entries.push_back({"place", "task", body->task});
    if (body->test) entries.push_back(testEntry());
    auto row = store.createDraft(payload->site, body->checklist.sha256, amends, body->round);
    if (!row) return row;
    if (auto done = store.putEntries(row->id, entries); !done) return fail(done.error());
    return row;
}

Result<DraftRow> beginCorrection(TabletStore& store, const RecordRow& refused) {
    for (const auto& open : store.drafts()) {
        const auto draft = loadDraft(store, open.id);
        if (draft && draft->replaces == refused.hash) return open;
    }
    return beginFrom(store, refused, "");
}

}  // namespace

Result<DraftRow> beginAmendment(TabletStore& store, const std::string& recordId) {
    for (const auto& open : store.drafts()) {
        if (open.amends == recordId) return open;
    }
    const auto first = store.recordById(recordId);
    if (!first || !records::isSubmission(first->type) || !first->own) {
        return fail(ErrorKind::notFound, "no_record",
                    "only an inspection that was signed on this device can be amended here");
    }
    if (first->state == RecordState::refused) return beginCorrection(store, *first);
    const auto payload = store.payload(first->hash);
    if (!payload) return fail(payload.error());
    if (auto may = records::mayFollow(records::firstStatus(payload->body)); !may) return fail(may.error());
    // The newest version: the submission or its latest amendment.
    auto newest = *first;
    RecordFilter filter;
    filter.about = recordId;
    filter.type = records::isAssessment(first->type) ? "assessment.amended" : "inspection.amended";
    filter.own = true;
    filter.limit = 1;
    for (const auto& amendment : store.records(filter)) newest = amendment;
    return beginFrom(store, newest, recordId);
}

namespace {

// The newest version that looked at the findings of an order: of its inspection, or of the last re-check for it that is
// on this device.
Result<std::pair<Sha256, record::Payload>> lastLookedAt(const TabletStore& store, const std::string& inspection,
                                                        const std::string& order) {
    const auto history = historyOf(store, inspection);
    if (!history) return fail(history.error());
    std::pair<Sha256, record::Payload> out{history->newestLine().hash, history->newestLine().payload};
    for (const auto* type : {"inspection.submitted", "inspection.amended"}) {
        for (const auto& line : store.linesOfType(type, out.second.site)) {
            if (line.row.state == RecordState::refused) continue;
            auto payload = store.payload(line);
            if (!payload || textOr(payload->body, "order") != order || payload->at.utc < out.second.at.utc) continue;
            out = {line.row.hash, std::move(*payload)};
        }
    }
    return out;
}

}  // namespace

Result<DraftRow> beginRecheck(TabletStore& store, const std::string& order) {
    for (const auto& open : store.drafts()) {
        const auto draft = loadDraft(store, open.id);
        if (draft && draft->order == order && draft->rechecks) return open;
    }
    const auto given = store.recordById(order);
    if (!given || given->type != records::typeOf(records::ActKind::ordered))
        return fail(ErrorKind::notFound, "no_record", "no order " + order + " is on this device; sync first");
    const auto before = lastLookedAt(store, given->about, order);
    if (!before) return fail(before.error());
    const auto body = records::readVersion(before->second.type, before->second.body);
    if (!body) return fail(body.error());
    const auto document = loadDocument(store, body->checklist.sha256);
    if (!document) return fail(document.error());
    const auto asked = checklist::recheckOf(**document, body->answers);
    if (!asked) return fail(asked.error());
    auto entries = answerEntries(asked->carried);
    entries.push_back(startedEntry(store.now()));
    entries.push_back({"place", "order", order});
    entries.push_back({"place", "rechecks", before->first.hex()});
    // What stands keeps what shows it, wherever the photos are.
    for (const auto& file : before->second.files) {
        const bool again = std::find(asked->items.begin(), asked->items.end(), file.item) != asked->items.end();
        if (file.role == "evidence" && !again) {
            const auto photo = photoAgain(store, file, before->second);
            entries.push_back(photoEntry(photo));
            if (!photo.marks.empty()) entries.push_back(marksEntry(photo));
        }
    }
    auto row = store.createDraft(before->second.site, body->checklist.sha256);
    if (!row) return row;
    if (auto done = store.putEntries(row->id, entries); !done) return fail(done.error());
    return row;
}

}  // namespace plumb::store
