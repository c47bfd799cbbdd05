// plumb inspect, plumb amend: a filled inspection from files, signed like one from the app.
#include <algorithm>
#include <iostream>

#include "shared/checklist/score/score.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/durable_file.h"
#include "shared/store/inspection_sign.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string checklist, site, answers, kind = "supervision", refused, witness, party, partyRole, signature, record,
                                          reason;
    std::vector<std::string> files;
};

Result<checklist::Answers> readAnswers(const std::string& file) {
    const auto content = store::readWhole(file, 1 << 20);
    if (!content) return fail(content.error());
    const auto value = parseJson(asText(*content));
    if (!value) return fail(ErrorKind::malformed, "bad_answers", file + ": " + value.error().detail);
    if (!value->is_object())
        return fail(ErrorKind::malformed, "bad_answers", file + ": must be a JSON object with \"answers\"");
    auto answers = checklist::Answers::fromJson(value->get_object());
    if (!answers) return fail(answers.error().kind, answers.error().code, file + ": " + answers.error().detail);
    return answers;
}

Result<store::Photo> importFor(store::TabletStore& store, const checklist::Checklist& document,
                               const std::string& file) {
    const auto equals = file.find('=');
    const std::string item = file.substr(0, equals);
    if (equals == std::string::npos)
        return fail(ErrorKind::malformed, "bad_file", "--file takes ITEM=PATH, not \"" + file + "\"");
    if (!document.item(item))
        return fail(ErrorKind::notFound, "unknown_item", "the checklist has no item \"" + item + "\"");
    const std::string path = file.substr(equals + 1);
    const auto content = store::readWhole(path, store::kMaxFileBytes);
    if (!content) return fail(content.error());
    auto photo = store::importPhoto(store, item, *content);
    if (!photo) return fail(photo.error().kind, photo.error().code, path + ": " + photo.error().detail);
    return photo;
}

using Values = std::map<std::string, std::string>;

void overlay(Values& below, const Values& above) {
    for (const auto& [name, value] : above) below[name] = value;
}

// Unknown questions are refused here: a session would set them aside silently.
Result<void> fill(store::TabletStore& store, const store::DraftRow& draft, const Options& options) {
    const auto answers = readAnswers(options.answers);
    if (!answers) return fail(answers.error());
    const auto document = store::loadDocument(store, draft.checklist);
    if (!document) return fail(document.error());
    if (const auto score = checklist::scoreAnswers(**document, *answers, checklist::Explained::no); !score)
        return fail(score.error().kind, score.error().code, options.answers + ": " + score.error().detail);
    auto filled = store::loadDraft(store, draft.id);
    if (!filled) return fail(filled.error());
    for (const auto& file : options.files) {
        auto photo = importFor(store, **document, file);
        if (!photo) return fail(photo.error());
        auto& photos = filled->photos;
        if (std::none_of(photos.begin(), photos.end(), [&](const auto& p) { return store::samePhoto(p, *photo); }))
            photos.push_back(std::move(*photo));
    }
    overlay(filled->answers.values, answers->values);
    overlay(filled->answers.na, answers->na);
    overlay(filled->answers.notes, answers->notes);
    overlay(filled->answers.facts, answers->facts);
    // The trail says what the files say, as one run at this moment.
    const auto known = filled->trail.entries().size();
    auto rows = store::answerEntries(filled->answers);
    // Answers that say in which zone they were given are signed in it; an amendment stays in that of its record.
    if (answers->local && options.record.empty())
        rows.push_back(store::startedEntry(checklist::inZone(filled->started, answers->local->zone)));
    for (const auto& photo : filled->photos) rows.push_back(store::photoEntry(photo));
    const auto trail = store::trailLeadingTo(std::move(filled->trail), filled->answers,
                                             store::photosPerItem(filled->photos), store.now());
    for (auto& row : store::trailRows(trail, known)) rows.push_back(std::move(row));
    return store.putEntries(draft.id, rows);
}

Result<store::Party> partyOf(store::TabletStore& store, const Options& options) {
    store::Party party;
    party.name = options.party;
    party.role = options.partyRole;
    party.refusedReason = options.refused;
    party.witness = options.witness;
    if (!options.signature.empty()) {
        const auto content = store::readWhole(options.signature, store::kMaxFileBytes);
        if (!content) return fail(content.error());
        const auto file = store.importPicture(*content);
        if (!file) return fail(file.error().kind, file.error().code, options.signature + ": " + file.error().detail);
        party.signature = file->sha256;
    } else if (options.refused.empty() && options.witness.empty()) {
        party.absent = "signed from the command line, without the inspected party";
    }
    return party;
}

Result<record::Line> inspect(store::TabletStore& store, const Options& options) {
    const auto draft = options.record.empty() ? store::beginInspection(store, options.site, options.checklist)
                                              : store::beginAmendment(store, options.record);
    if (!draft) return fail(draft.error());
    const auto line = [&]() -> Result<record::Line> {
        if (auto filled = fill(store, *draft, options); !filled) return fail(filled.error());
        auto party = partyOf(store, options);
        if (!party) return fail(party.error());
        store::SignRequest request;
        request.draft = draft->id;
        request.kind = options.kind;
        request.party = std::move(*party);
        request.reason = options.reason;
        return store::signInspection(store, request);
    }();
    // The files still hold everything; a half-filled draft would only be in the way of the next try.
    if (!line) (void)store.deleteDraft(draft->id);
    return line;
}

int run(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto line = inspect(**store, options);
    if (!line) return report(line.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    if (const auto clock = clockSentence((*store)->clock()); !clock.empty()) std::cerr << "plumb: " << clock << "\n";
    return print({{"id", payload->id},
                  {"clock", clockObject((*store)->clock())},
                  {"hash", line->hash().hex()},
                  {"fingerprint", store::shortFingerprint(line->hash())},
                  {"score", payload->body.at("score")}},
                 payload->id, options.json);
}

void addFilling(CLI::App& command, Options& options) {
    addHome(command, options);
    command.add_option("--answers", options.answers, "JSON: {\"answers\":{…},\"na\":{…},\"notes\":{…},\"facts\":{…}}")
        ->required();
    command.add_option("--file", options.files, "A photo for an item: ITEM=PATH; may be given again");
    command.add_option("--kind", options.kind, "Kind of check")->capture_default_str();
    command.add_option("--party", options.party, "Who signs for the inspected party");
    command.add_option("--party-role", options.partyRole, "And as what");
    command.add_option("--signature", options.signature, "Image of the drawn signature");
    auto* refused = command.add_option("--refused", options.refused, "The inspected party refuses to sign: why");
    auto* witness = command.add_option("--witness", options.witness, "Who witnessed the refusal");
    refused->needs(witness);
    witness->needs(refused);
}

}  // namespace

void addInspect(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("inspect", "Sign a filled inspection; prints the record's id");
    addFilling(*command, *options);
    command->add_option("--checklist", options->checklist, "Checklist id, or id@version")->required();
    command->add_option("--site", options->site, "Site id")->required();
    command->callback([options, &exit] { exit = run(*options); });

    auto amending = std::make_shared<Options>();
    auto* amend = app.add_subcommand(
        "amend", "Amend an inspection that was signed here; the answers given replace those of the same questions");
    addFilling(*amend, *amending);
    amend->add_option("--record", amending->record, "Id of the submitted record")->required();
    amend->add_option("--reason", amending->reason, "Why")->required();
    amend->callback([amending, &exit] { exit = run(*amending); });
}

}  // namespace plumb::cli
