#include "shared/store/inspection_sign.h"

#include <algorithm>

#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/score/missing.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/session/session.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/image_type.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

struct Filled {
    InspectionDraft draft;
    std::shared_ptr<const checklist::Checklist> checklist;
    checklist::Answers answers;  // without what is not relevant; with the zone and day in which they hold
    std::vector<checklist::Missing> missing;
    checklist::Score score;
    std::vector<SignedFinding> findings;
    checklist::AuditTrail trail;  // leads to exactly `answers`
    Instant finished;             // in the zone of the answers
};

Result<Filled> fillIn(TabletStore& store, const std::string& id) {
    auto draft = loadDraft(store, id);
    if (!draft) return fail(draft.error());
    auto document = loadDocument(store, draft->row.checklist);
    if (!document) return fail(document.error());
    checklist::SessionOptions options;
    options.trail = draft->trail;  // a form whose defaults were cleared is not a form that nobody filled yet
    // One moment for all that is signed: the day of the answers and of what falls due is that of "finished".
    const auto now = store.now();
    checklist::Session session(
        *document, [now] { return now; }, draft->answers, std::move(options));
    const auto photos = photosPerItem(draft->photos);
    for (const auto& [item, count] : photos) (void)session.setEvidenceCount(item, count);
    Filled out{std::move(*draft), *document, session.answersToSign(), session.missing(), {}, {}, {}, {}};
    out.finished = checklist::inZone(now, out.answers.local->zone);
    out.trail = trailLeadingTo(std::move(out.draft.trail), out.answers, photos, out.finished);
    auto score = checklist::scoreAnswers(**document, out.answers);
    if (!score) return fail(score.error());
    out.score = std::move(*score);
    for (const auto& suggested : session.findings()) {
        const auto edited = out.draft.findings.find(suggested.item);
        out.findings.push_back(edited != out.draft.findings.end() ? edited->second : offeredFinding(suggested));
    }
    return out;
}

records::InspectionBody bodyOf(const Filled& filled, const SignRequest& request) {
    records::InspectionBody body;
    body.kind = request.kind;
    body.checklist = {filled.checklist->id, filled.checklist->version, filled.draft.row.checklist};
    body.started = checklist::inZone(filled.draft.started, filled.answers.local->zone);
    body.finished = filled.finished;
    body.team = request.team;
    body.answers = filled.answers;
    body.findings = filled.findings;
    body.score = checklist::statedOf(filled.score);
    body.moved = filled.draft.left;
    if (!filled.trail.empty()) body.trail = filled.trail.sha256();
    return body;
}

// Of what a person may say of the inspected party, what counts: who signed did not refuse.
Result<Party> partyOf(const Party& party) {
    if (party.signature) {
        if (party.name.empty())
            return fail(ErrorKind::refused, "party_missing",
                        "the name of the person who signed for the inspected party is missing");
        return Party{party.name, party.role, party.signature, {}, {}, {}};
    }
    if (!party.absent.empty()) return Party{{}, {}, {}, {}, {}, party.absent};
    if (party.refusedReason.empty() || party.witness.empty()) {
        return fail(ErrorKind::refused, "party_missing",
                    "the inspected party must sign; if it refuses, the reason and a witness must be named");
    }
    return Party{party.name, {}, {}, party.refusedReason, party.witness, {}};
}

Result<void> checkName(const std::string& what, const std::string& text) {
    if (text.size() <= kMaxNameBytes) return checklist::checkText(what, text);
    return fail(ErrorKind::malformed, "bad_value",
                what + " has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(kMaxNameBytes) +
                    " are taken");
}

// What is typed beside the answers, by whatever program.
Result<void> checkTexts(const Filled& filled, const SignRequest& request) {
    std::vector<Result<void>> checks;
    for (const auto& name : request.team) checks.push_back(checkName("a name of the team", name));
    checks.push_back(checkName("the name of the inspected party", request.party.name));
    checks.push_back(checkName("the position of the inspected party", request.party.role));
    checks.push_back(checkName("the name of the witness", request.party.witness));
    checks.push_back(checklist::checkText("the reason of the refusal", request.party.refusedReason));
    checks.push_back(checklist::checkText("the reason why nobody was there", request.party.absent));
    checks.push_back(checklist::checkText("the reason of the amendment", request.reason));
    for (const auto& finding : filled.findings) {
        checks.push_back(checklist::checkText("the finding at item " + finding.item, finding.text));
        checks.push_back(checklist::checkText("the place of the finding at item " + finding.item, finding.where));
    }
    for (auto& check : checks) {
        if (!check) return std::move(check);
    }
    return {};
}

Result<records::InspectionBody> compose(const Filled& filled, const SignRequest& request) {
    if (!filled.missing.empty()) {
        std::string list = "the inspection is not complete:";
        for (const auto& missing : filled.missing)
            list += "\n" + missing.item + ": " + std::string(missing.sentence.in("zh"));
        return fail(ErrorKind::refused, "incomplete", list);
    }
    if (auto texts = checkTexts(filled, request); !texts) return fail(texts.error());
    auto body = bodyOf(filled, request);
    auto party = partyOf(request.party);
    if (!party) return fail(party.error());
    body.party = std::move(*party);
    if (!filled.draft.row.amends.empty()) {
        if (request.reason.empty()) return fail(ErrorKind::refused, "reason_missing", "say why the record is amended");
        body.of = filled.draft.row.amends;
        body.reason = request.reason;
    }
    body.replaces = filled.draft.replaces;
    return body;
}

// Files that answers name: pictures are evidence of their item, others are told apart by their role.
Result<void> addAnswerFiles(TabletStore& store, const Filled& filled, std::vector<record::FileRef>& files) {
    for (const auto& [name, value] : filled.answers.values) {
        const auto key = checklist::parseKey(*filled.checklist, name);
        if (!key || !filled.checklist->questions[key->question].isFiles()) continue;
        const auto& question = filled.checklist->questions[key->question];
        const bool picture = question.type == checklist::QuestionType::image;
        const std::string& item = filled.checklist->items[question.item].id;
        for (std::size_t at = 0; at < value.size(); at += 65) {  // hashes with one space between
            const auto hash = Sha256::fromHex(value.substr(at, 64));
            const auto file = hash ? store.file(*hash) : std::nullopt;
            if (!file)
                return fail(ErrorKind::notFound, "no_file", "a file that \"" + name + "\" names is not on this device");
            if (picture && !isPhotoType(file->type))
                return fail(ErrorKind::malformed, "no_image", "a file that \"" + name + "\" names is no photo");
            const std::string role = picture ? "evidence" : kAnswerRole;
            const bool known = std::any_of(files.begin(), files.end(), [&](const auto& other) {
                return other.sha256 == file->sha256 && other.role == role && other.item == item;
            });
            if (!known) files.push_back({file->sha256, file->size, file->type, role, item});
        }
    }
    return {};
}

}  // namespace

std::string shortFingerprint(const Sha256& hash) {
    const std::string hex = hash.hex();
    return hex.substr(0, 4) + " " + hex.substr(4, 4) + " " + hex.substr(8, 4) + " " + hex.substr(12, 4);
}

Result<records::InspectionBody> composeInspection(TabletStore& store, const SignRequest& request) {
    const auto filled = fillIn(store, request.draft);
    if (!filled) return fail(filled.error());
    return compose(*filled, request);
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

Result<record::Line> signInspection(TabletStore& store, const SignRequest& asked) {
    const auto filled = fillIn(store, asked.draft);
    if (!filled) return fail(filled.error());
    const auto who = store.profile();
    if (!who) return fail(who.error());
    const auto site = siteById(store, filled->draft.row.site);
    if (!site) return fail(site.error());
    SignRequest request = asked;
    if (request.team.empty()) request.team.push_back(who->personName);
    const auto body = compose(*filled, request);
    if (!body) return fail(body.error());

    NewRecord record;
    record.type = filled->draft.row.amends.empty() ? "inspection.submitted" : "inspection.amended";
    record.site = site->id;
    record.region = site->region;
    record.body = records::toBody(*body);
    record.endsDraft = asked.draft;
    for (const auto& photo : filled->draft.photos)
        record.files.push_back({photo.sha256, photo.size, photo.type, "evidence", photo.item});
    if (auto added = addAnswerFiles(store, *filled, record.files); !added) return fail(added.error());
    if (!filled->trail.empty()) {
        const auto file = store.importFile(asBytes(filled->trail.text()), kTrailType);
        if (!file) return fail(file.error());
        record.files.push_back({file->sha256, file->size, file->type, kTrailRole, {}});
    }
    if (request.party.signature) {
        const auto image = store.file(*request.party.signature);
        if (!image) return fail(ErrorKind::notFound, "no_file", "the drawn signature is not on this device");
        record.files.push_back({image->sha256, image->size, image->type, "signature", {}});
    }
    return store.append(record);
}

}  // namespace plumb::store
