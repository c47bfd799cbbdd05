// plumb inspect, plumb amend: a filled inspection from files, signed like one from the app.
#include <algorithm>
#include <iostream>

#include "shared/store/durable_file.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/tasks.h"
#include "tools/plumb/app.h"
#include "tools/plumb/filling.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string checklist, site, answers, kind = "supervision", refused, witness, party, partyRole, signature, record,
                                          reason;
    std::vector<std::string> files, corrected, before, after;
    std::string order;  // a re-check
    std::string task;   // for which it is made
    bool test = false;  // in test mode
};

// What was put right before the inspector left: the checklist's own wording, closed at once.
Result<void> correct(store::TabletStore& store, const store::DraftRow& draft, const Options& options) {
    if (options.corrected.empty()) return {};
    const auto preview = store::previewInspection(store, draft.id, options.kind);
    if (!preview) return fail(preview.error());
    const auto photosFor = [&](const std::vector<std::string>& given,
                               const std::string& item) -> Result<std::vector<Sha256>> {
        std::vector<Sha256> out;
        for (const auto& one : given) {
            const auto named = itemAnd("--file", one, "bad_file");
            if (!named) return fail(named.error());
            if (named->first != item) continue;
            const auto content = store::readWhole(named->second, store::kMaxFileBytes);
            if (!content) return fail(content.error());
            const auto photo = store::addPhoto(store, draft.id, item, *content);
            if (!photo) return fail(photo.error());
            out.push_back(photo->sha256);
        }
        return out;
    };
    for (const auto& one : options.corrected) {
        const auto named = itemAnd("--corrected", one);
        if (!named) return fail(named.error());
        const auto& [item, done] = *named;
        const auto found = std::find_if(preview->findings.begin(), preview->findings.end(),
                                        [&](const auto& finding) { return finding.item == named->first; });
        if (found == preview->findings.end())
            return fail(ErrorKind::notFound, "finding_unknown", "item " + item + " has no finding to put right");
        const auto before = photosFor(options.before, item), after = photosFor(options.after, item);
        if (!before) return fail(before.error());
        if (!after) return fail(after.error());
        auto finding = *found;
        finding.due.clear();
        finding.corrected = records::Corrected{done, *before, *after};
        if (auto put = store.putEntries(draft.id, {store::findingEntry(finding)}); !put) return put;
    }
    return {};
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
    const auto begin = [&] {
        if (!options.record.empty()) return store::beginAmendment(store, options.record);
        if (!options.order.empty()) return store::beginRecheck(store, options.order);
        if (!options.task.empty()) return store::beginForTask(store, options.task, options.checklist);
        return store::beginInspection(store, options.site, options.checklist, {{}, {}, options.test});
    };
    const auto draft = begin();
    if (!draft) return fail(draft.error());
    const auto line = [&]() -> Result<record::Line> {
        const Filling filling{options.answers, options.files, !options.record.empty()};
        if (auto filled = fillDraft(store, *draft, filling); !filled) return fail(filled.error());
        if (auto done = correct(store, *draft, options); !done) return fail(done.error());
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
    auto* checklist = command->add_option("--checklist", options->checklist, "Checklist id, or id@version");
    auto* site = command->add_option("--site", options->site, "Site id");
    auto* order = command->add_option("--recheck", options->order,
                                      "Re-check for this order: only what failed is asked again, the whole is scored");
    auto* task = command->add_option("--task", options->task,
                                     "The task for which it is made: at its site, by its checklist (or --checklist)");
    task->excludes(order)->excludes(site);
    checklist->excludes(order);
    site->needs(checklist)->excludes(order);
    command
        ->add_flag("--test", options->test,
                   "In test mode, to try a checklist, a draft version too: it counts for nothing")
        ->excludes(order)
        ->excludes(task);
    command->add_option("--corrected", options->corrected,
                        "A minor finding that was put right on the spot: ITEM=WHAT WAS DONE; may be given again");
    command->add_option("--before", options->before, "Its photo before: ITEM=PATH; may be given again");
    command->add_option("--after", options->after, "Its photo after: ITEM=PATH; may be given again");
    command->callback([options, &exit] {
        if (options->order.empty() && options->site.empty() && options->task.empty()) {
            exit = report({ErrorKind::malformed, "usage", "say --checklist and --site, or --recheck, or --task"},
                          options->json);
            return;
        }
        exit = run(*options);
    });

    auto amending = std::make_shared<Options>();
    auto* amend = app.add_subcommand(
        "amend", "Amend an inspection that was signed here; the answers given replace those of the same questions");
    addFilling(*amend, *amending);
    amend->add_option("--record", amending->record, "Id of the submitted record")->required();
    amend->add_option("--reason", amending->reason, "Why")->required();
    amend->callback([amending, &exit] { exit = run(*amending); });
}

}  // namespace plumb::cli
