#include "shared/records/inspection/signed_content.h"
#include "shared/records/planning/persons.h"
#include "shared/records/rectification/case.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_fill.h"

namespace plumb::store {
namespace {

// Of what a person may say of the inspected party, what counts: who signed did not refuse.
Result<Party> partyOf(const Party& party) {
    if (party.hasSigned()) {
        if (party.name.empty())
            return fail(ErrorKind::refused, "party_missing",
                        "the name of the person who signed for the inspected party is missing");
        return Party{party.name, party.role, party.strokes ? std::nullopt : party.signature, {}, {}, {}, party.strokes};
    }
    if (!party.absent.empty()) return Party{{}, {}, {}, {}, {}, party.absent};
    if (party.refusedReason.empty() || (party.witness.empty() && party.noWitness.empty())) {
        return fail(ErrorKind::refused, "party_missing",
                    "the inspected party must sign; if it refuses, the reason and a witness must be named");
    }
    Party out{party.name, {}, {}, party.refusedReason, party.witness, {}};
    if (party.witness.empty()) {
        out.noWitness = party.noWitness;
        return out;
    }
    out.witnessRole = party.witnessRole;
    out.witnessStrokes = party.witnessStrokes;
    return out;
}

// Files that the records before this one brought: those that a re-check looks at again, or that it amends.
std::vector<record::FileRef> filesBefore(const TabletStore& store, const InspectionDraft& draft) {
    std::vector<record::FileRef> out;
    std::optional<Sha256> hash = draft.rechecks;
    if (const auto amended = hash ? std::nullopt : store.recordById(draft.row.amends)) hash = amended->hash;
    if (!hash) return out;
    if (auto payload = store.payload(*hash)) out = std::move(payload->files);
    return out;
}

// What lies before whoever signs, as the record will name it.
Result<Sha256> contentOf(TabletStore& store, const Filled& filled, const records::InspectionBody& body) {
    NewRecord shown;
    if (auto named = nameShownFiles(store, filled, filesBefore(store, filled.draft), shown); !named)
        return fail(named.error());
    shown.files.insert(shown.files.end(), shown.filesOfOthers.begin(), shown.filesOfOthers.end());
    return records::signedContent(filled.draft.row.site, records::toBody(body), shown.files);
}

// What a hand signed is what is sealed: a day may have ended meanwhile, and the score with it.
Result<void> checkHand(TabletStore& store, const Filled& filled, const records::InspectionBody& body) {
    if (!body.party) return {};
    for (const auto* strokes : {&body.party->strokes, &body.party->witnessStrokes}) {
        if (!*strokes) continue;
        const auto content = contentOf(store, filled, body);
        if (!content) return fail(content.error());
        if ((*strokes)->content != *content)
            return fail(ErrorKind::refused, "content_changed",
                        "the content has changed since it was signed by hand; show it again, and have it signed anew");
    }
    return {};
}

Result<records::InspectionBody> compose(TabletStore& store, const Filled& filled, const SignRequest& request) {
    if (auto complete = checkComplete(filled); !complete) return fail(complete.error());
    if (auto texts = checkTexts(filled, request); !texts) return fail(texts.error());
    auto body = bodyOf(filled, request);
    if (body.inspected && !body.inspected->published.empty() && body.inspected->reason.empty())
        return fail(
            ErrorKind::refused, "name_differs",
            "the inspected party's name on its licence is not the one that the site was published with; correct "
            "it, or say why");
    auto party = partyOf(request.party);
    if (!party) return fail(party.error());
    body.party = std::move(*party);
    if (!filled.draft.row.amends.empty()) {
        if (request.reason.empty()) return fail(ErrorKind::refused, "reason_missing", "say why the record is amended");
        body.of = filled.draft.row.amends;
        body.reason = request.reason;
    }
    body.replaces = filled.draft.replaces;
    if (auto good = checkHand(store, filled, body); !good) return fail(good.error());
    return body;
}

// What a re-check finds has a place in the case of its order.
Result<void> checkRecheck(const TabletStore& store, const records::InspectionBody& body, const std::string& site) {
    if (body.order.empty()) return {};
    const auto order = store.recordById(body.order);
    const auto row = order ? caseOf(store, order->about) : std::nullopt;
    std::vector<records::FoundFinding> findings;
    for (const auto& finding : body.findings)
        findings.push_back({finding.item, finding.severity, finding.text, finding.corrected.has_value()});
    return records::mayRecheck({row ? &*row : nullptr, body.order}, site, findings);
}

}  // namespace

std::string shortFingerprint(const Sha256& hash) {
    const std::string hex = hash.hex();
    return hex.substr(0, 4) + " " + hex.substr(4, 4) + " " + hex.substr(8, 4) + " " + hex.substr(12, 4);
}

Result<records::InspectionBody> composeInspection(TabletStore& store, const SignRequest& request) {
    const auto filled = fillIn(store, request.draft);
    if (!filled) return fail(filled.error());
    auto body = compose(store, *filled, request);
    if (!body) return body;
    if (auto good = checkRecheck(store, *body, filled->draft.row.site); !good) return fail(good.error());
    return body;
}

Result<records::InspectionBody> previewInspection(TabletStore& store, const std::string& draft,
                                                  const std::string& kind) {
    const auto filled = fillIn(store, draft);
    if (!filled) return fail(filled.error());
    SignRequest request;
    request.kind = kind;
    if (const auto who = store.profile()) request.team.push_back(who->personName);
    return bodyOf(*filled, request);
}

Result<Sha256> contentToSign(TabletStore& store, const std::string& draft, const std::string& kind) {
    const auto filled = fillIn(store, draft);
    if (!filled) return fail(filled.error());
    SignRequest request;
    request.kind = kind;
    auto body = bodyOf(*filled, request);
    body.of = filled->draft.row.amends;
    return contentOf(store, *filled, body);
}

Result<record::Payload> previewPayload(TabletStore& store, const std::string& draft, const std::string& kind) {
    const auto filled = fillIn(store, draft);
    if (!filled) return fail(filled.error());
    SignRequest request;
    request.kind = kind;
    if (const auto who = store.profile()) request.team.push_back(who->personName);
    NewRecord record;
    if (auto named = nameShownFiles(store, *filled, filesBefore(store, filled->draft), record); !named)
        return fail(named.error());
    record::Payload out;
    out.type = "inspection.submitted";
    out.at = store.now();
    out.site = filled->draft.row.site;
    if (const auto site = siteById(store, out.site)) out.region = site->region;
    out.files = std::move(record.files);
    out.files.insert(out.files.end(), record.filesOfOthers.begin(), record.filesOfOthers.end());
    out.body = records::toBody(bodyOf(*filled, request));
    return out;
}

Result<record::Line> signInspection(TabletStore& store, const SignRequest& asked) {
    const auto filled = fillIn(store, asked.draft);
    if (!filled) return fail(filled.error());
    if (!filled->draft.row.round.empty())
        return fail(ErrorKind::malformed, "bad_value", "a self-assessment is submitted as one");
    const auto who = store.profile();
    if (!who) return fail(who.error());
    const auto site = siteById(store, filled->draft.row.site);
    if (!site) return fail(site.error());
    SignRequest request = asked;
    if (request.team.empty()) request.team.push_back(who->personName);
    auto body = compose(store, *filled, request);
    if (!body) return fail(body.error());
    if (!body->task.empty()) body->person = who->personId;
    if (filled->draft.row.amends.empty() && !body->test) {
        const auto key = store.deviceKey();
        if (!key) return fail(key.error());
        body->rating = records::newVisitCode(*key);
    }
    if (const auto& local = body->answers.local; local && local->day) {
        const auto book = store.trust();
        if (!book) return fail(book.error());
        if (auto good = records::checkCertified(*book, who->personId, *local->day); !good) return fail(good.error());
    }

    NewRecord record;
    record.type = filled->draft.row.amends.empty() ? "inspection.submitted" : "inspection.amended";
    record.site = site->id;
    record.region = site->region;
    record.body = records::toBody(*body);
    record.endsDraft = asked.draft;
    if (auto named = nameFiles(store, *filled, filesBefore(store, filled->draft), record); !named)
        return fail(named.error());
    if (!body->party->refusedReason.empty()) {
        for (const auto& file : filled->draft.refusal) {
            auto ref = file.ref();
            ref.role = records::kRefusalRole;
            if (auto named = nameFile(store, ref, {}, record); !named) return fail(named.error());
        }
    }
    if (body->party->signature) {
        const auto image = store.file(*request.party.signature);
        if (!image) return fail(ErrorKind::notFound, "no_file", "the drawn signature is not on this device");
        record.files.push_back({image->sha256, image->size, image->type, "signature", {}});
    }
    // In the transaction that stores it: another thread may have taken in what changes the case.
    if (!body->order.empty())
        record.judge = [&](const records::BelievedLine&) { return checkRecheck(store, *body, site->id); };
    return store.append(record);
}

}  // namespace plumb::store
