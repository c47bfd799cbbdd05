#include "shared/store/inspection_fill.h"

#include <algorithm>

#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/score/missing.h"
#include "shared/checklist/session/session.h"
#include "shared/picture/marks.h"
#include "shared/records/evidence/marks_over.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/image_type.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

// A file of this device, or one that another record brings.
std::optional<record::FileRef> fileNamed(TabletStore& store, const Sha256& hash,
                                         const std::vector<record::FileRef>& known) {
    if (const auto file = store.file(hash)) return record::FileRef{file->sha256, file->size, file->type, {}, {}};
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.sha256 == hash; });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

Result<void> checkName(const std::string& what, const std::string& text) {
    if (text.size() <= kMaxNameBytes) return checklist::checkText(what, text);
    return fail(ErrorKind::malformed, "bad_value",
                what + " has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(kMaxNameBytes) +
                    " are taken");
}

// Only a minor finding may close at once, with what was done and what shows it.
Result<void> checkCorrected(const Filled& filled, const SignedFinding& finding) {
    const std::string at = "the finding at item " + finding.item;
    const auto refuse = [&](const std::string& why) { return fail(ErrorKind::malformed, "bad_value", at + why); };
    if (finding.severity != checklist::severityName(checklist::Severity::minor))
        return refuse(" is not minor: it cannot be closed on the spot");
    const auto& corrected = *finding.corrected;
    if (corrected.done.empty()) return refuse(" was put right on the spot; say how");
    if (corrected.after.empty()) return refuse(" was put right on the spot; a photo after it must show that");
    for (const auto* photos : {&corrected.before, &corrected.after}) {
        for (const auto& photo : *photos) {
            const auto& all = filled.draft.photos;
            const bool here = std::any_of(all.begin(), all.end(), [&](const Photo& one) {
                return one.sha256 == photo && one.item == finding.item;
            });
            if (!here) return refuse(" names a photo that does not belong to its item");
        }
    }
    return checklist::checkText("what was done about " + at, corrected.done);
}

}  // namespace

Result<Filled> fillIn(TabletStore& store, const std::string& id) {
    auto draft = loadDraft(store, id);
    if (!draft) return fail(draft.error());
    auto document = loadDocument(store, draft->row.checklist);
    if (!document) return fail(document.error());
    auto options = sessionOptions(store, *draft);
    if (!options) return fail(options.error());
    // One moment for all that is signed: the day of the answers and of what falls due is that of "finished".
    const auto now = store.now();
    checklist::Session session(
        *document, [now] { return now; }, draft->answers, std::move(*options));
    const auto photos = photosPerItem(draft->photos);
    for (const auto& [item, count] : photos) (void)session.setEvidenceCount(item, count);
    Filled out{std::move(*draft), *document, session.answersToSign(), session.missing(), {}, {}, {}, {}};
    out.finished = checklist::inZone(now, out.answers.local->zone);
    if (const auto site = siteById(store, out.draft.row.site)) out.siteName = site->name;
    out.trail = trailLeadingTo(std::move(out.draft.trail), out.answers, photos, out.finished);
    auto score = checklist::scoreAnswers(**document, out.answers);
    if (!score) return fail(score.error());
    out.score = std::move(*score);
    for (const auto& suggested : session.findings()) {
        const auto edited = out.draft.findings.find(suggested.item);
        out.findings.push_back(edited != out.draft.findings.end() ? edited->second : offeredFinding(suggested));
        // What was put right on the spot has no day by which to do it.
        if (out.findings.back().corrected) out.findings.back().due.clear();
    }
    return out;
}

Result<void> checkComplete(const Filled& filled) {
    if (filled.missing.empty()) return {};
    std::string list =
        filled.draft.row.round.empty() ? "the inspection is not complete:" : "the self-assessment is not complete:";
    for (const auto& missing : filled.missing)
        list += "\n" + missing.item + ": " + std::string(missing.sentence.in("zh"));
    return fail(ErrorKind::refused, "incomplete", list);
}

Result<void> checkTexts(const Filled& filled, const SignRequest& request) {
    std::vector<Result<void>> checks;
    for (const auto& name : request.team) checks.push_back(checkName("a name of the team", name));
    checks.push_back(checkName("the name of the inspected party", request.party.name));
    checks.push_back(checkName("the position of the inspected party", request.party.role));
    if (filled.draft.inspected) {
        checks.push_back(checkName("the name on the licence", filled.draft.inspected->name));
        checks.push_back(checklist::checkText("why the names differ", filled.draft.inspected->reason));
    }
    checks.push_back(checkName("the name of the witness", request.party.witness));
    checks.push_back(checkName("the position of the witness", request.party.witnessRole));
    checks.push_back(checklist::checkText("why there is no witness", request.party.noWitness));
    checks.push_back(checklist::checkText("why the credential was not shown", request.notShown));
    checks.push_back(checklist::checkText("the reason of the refusal", request.party.refusedReason));
    checks.push_back(checklist::checkText("the reason why nobody was there", request.party.absent));
    checks.push_back(checklist::checkText("the reason of the amendment", request.reason));
    for (const auto& finding : filled.findings) {
        checks.push_back(checklist::checkText("the finding at item " + finding.item, finding.text));
        checks.push_back(checklist::checkText("the place of the finding at item " + finding.item, finding.where));
        if (finding.corrected) checks.push_back(checkCorrected(filled, finding));
    }
    for (auto& check : checks) {
        if (!check) return std::move(check);
    }
    return {};
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
    body.order = filled.draft.order;
    body.task = filled.draft.task;
    body.test = filled.draft.test;
    if (filled.draft.row.round.empty()) body.signers = filled.checklist->signers;
    if (!filled.trail.empty()) body.trail = filled.trail.sha256();
    if (filled.draft.begunAt) body.places.begun = domain::asOf(*filled.draft.begunAt, body.started);
    if (request.where) body.places.signedAt = domain::asOf(*request.where, body.finished);
    body.credential = filled.draft.credential;
    // Noted by a clock that was put back since: it was shown before now, and where is not known for that moment.
    if (body.credential && body.credential->at && body.credential->at->utc > body.finished.utc)
        body.credential = records::CredentialShown{body.finished, {}, {}};
    if (!body.credential && !request.notShown.empty())
        body.credential = records::CredentialShown{{}, {}, request.notShown};
    if (request.result)
        body.result =
            records::ResultLeft{*request.result, body.finished,
                                *request.result == records::ResultWay::sent ? request.resultTo : std::string()};
    if (const auto& said = filled.draft.inspected; said && !said->name.empty()) {
        body.inspected = records::InspectedName{said->name, {}, {}};
        if (!filled.siteName.empty() && said->name != filled.siteName)
            body.inspected = records::InspectedName{said->name, filled.siteName, said->reason};
    }
    for (const auto& photo : filled.draft.photos) {
        if (photo.where) body.places.files[photo.sha256] = *photo.where;
    }
    return body;
}

Result<void> nameAnswerFiles(TabletStore& store, const checklist::Checklist& document,
                             const std::map<std::string, std::string>& values,
                             const std::vector<record::FileRef>& known, NewRecord& record) {
    for (const auto& [name, value] : values) {
        const auto key = checklist::parseKey(document, name);
        if (!key || !document.questions[key->question].isFiles()) continue;
        const auto& question = document.questions[key->question];
        const bool picture = question.type == checklist::QuestionType::image;
        const std::string& item = document.items[question.item].id;
        for (std::size_t at = 0; at < value.size(); at += 65) {  // hashes with one space between
            const auto hash = Sha256::fromHex(value.substr(at, 64));
            const auto file = hash ? fileNamed(store, *hash, known) : std::nullopt;
            if (!file)
                return fail(ErrorKind::notFound, "no_file", "a file that \"" + name + "\" names is not on this device");
            if (picture && !isPhotoType(file->type))
                return fail(ErrorKind::malformed, "no_image", "a file that \"" + name + "\" names is no photo");
            const record::FileRef ref{file->sha256, file->size, file->type, picture ? "evidence" : kAnswerRole, item};
            if (auto named = nameFile(store, ref, known, record); !named) return named;
        }
    }
    return {};
}

Result<void> namePhoto(TabletStore& store, const Photo& photo, const std::vector<record::FileRef>& known,
                       NewRecord& record, std::string_view role) {
    auto ref = photo.ref();
    ref.role = role;
    if (auto named = nameFile(store, ref, known, record); !named) return named;
    if (!photo.marks.empty()) {
        const auto layer = picture::readMarks(photo.marks);
        if (!layer) return fail(layer.error());
        if (layer->marks.empty()) return {};
        const auto file = store.importFile(asBytes(photo.marks), picture::kMarksType);
        if (!file) return fail(file.error());
        record.files.push_back({file->sha256, file->size, file->type, picture::kMarksRole, photo.item, photo.sha256});
        return {};
    }
    const auto* layer = records::marksOver(known, photo.ref());
    if (layer && !store.file(layer->sha256)) record.filesOfOthers.push_back(*layer);
    return {};
}

Result<void> nameShownFiles(TabletStore& store, const Filled& filled, const std::vector<record::FileRef>& known,
                            NewRecord& record) {
    for (const auto& photo : filled.draft.photos) {
        if (auto named = namePhoto(store, photo, known, record); !named) return named;
    }
    for (const auto& document : filled.draft.documents) {
        if (auto named = nameFile(store, document.ref(), known, record); !named) return named;
    }
    return nameAnswerFiles(store, *filled.checklist, filled.answers.values, known, record);
}

Result<void> nameFiles(TabletStore& store, const Filled& filled, const std::vector<record::FileRef>& known,
                       NewRecord& record) {
    if (auto named = nameShownFiles(store, filled, known, record); !named) return named;
    if (filled.trail.empty()) return {};
    const auto file = store.importFile(asBytes(filled.trail.text()), kTrailType);
    if (!file) return fail(file.error());
    record.files.push_back({file->sha256, file->size, file->type, kTrailRole, {}});
    return {};
}

}  // namespace plumb::store
