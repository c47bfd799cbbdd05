// plumb log: a log looked at from outside, and two devices' views of it compared.
#include <iostream>

#include "shared/store/durable_file.h"
#include "shared/sync/compare_checkpoints.h"
#include "shared/sync/log_follower.h"
#include "tools/plumb/app.h"
#include "tools/plumb/log_place.h"
#include "tools/plumb/witness_options.h"

namespace plumb::cli {
namespace {

namespace fs = std::filesystem;

// Beyond those of app.h, since a program that watches a log has to tell these from a network that failed.
constexpr int kShrank = 7, kForked = 8;
constexpr std::size_t kShownNotes = 100;

struct VerifyOptions {
    LogKeyOptions key;
    WitnessOptions witnesses;
    std::string url, pin, state, evidence, keep;
    bool json = false;
};

struct CompareOptions : HomeOptions {
    LogKeyOptions key;
    std::string mine, theirs, url, pin, evidence, out;
    bool offline = false, link = false;
};

Result<std::optional<sync::SeenLog>> stateIn(const std::string& file) {
    if (file.empty() || !fs::exists(file)) return std::optional<sync::SeenLog>();
    const auto content = store::readWhole(file, 1 << 20);
    if (!content) return fail(content.error());
    auto seen = sync::parseSeen(asText(*content));
    if (!seen) return fail(seen.error());
    return std::optional(std::move(*seen));
}

// Writes the evidence where it was asked for, and says where it is.
std::string keepEvidence(const sync::ForkEvidence& evidence, const std::string& file) {
    if (file.empty()) return "; with --evidence FILE the proof is kept";
    if (const auto written = store::writeDurably(file, asBytes(sync::formatEvidence(evidence))); !written)
        return "; the proof could not be kept: " + written.error().detail;
    return "; the proof is in " + file;
}

// A mirror is for whatever serves files, under whatever account: nothing in it is anybody's own.
Result<void> writeForAll(const fs::path& root, const fs::path& path, ByteView bytes) {
    std::error_code failed;
    fs::create_directories((root / path).parent_path(), failed);
    if (const auto written = store::writeDurably(root / path, bytes); !written) return written;
    fs::permissions(root / path, fs::perms::group_read | fs::perms::others_read, fs::perm_options::add, failed);
    if (!failed) return {};
    return fail(ErrorKind::broken, "file_unwritable", (root / path).string() + ": " + failed.message());
}

int refuse(const Error& error, int code, bool json) {
    report(error, json);
    return code;
}

int verifyLog(const VerifyOptions& options) {
    const auto key = logKeyOf(options.key);
    if (!key)
        return key.error().code == "usage" ? refuse(key.error(), kUsage, options.json)
                                           : report(key.error(), options.json);
    const auto policy = policyOf(options.witnesses);
    if (!policy) return report(policy.error(), options.json);
    const auto seen = stateIn(options.state);
    if (!seen) return report(seen.error(), options.json);
    sync::TileLog::Keep keep;
    if (!options.keep.empty()) {
        keep = [&](const std::string& path, ByteView bytes) -> Result<void> {
            return writeForAll(options.keep, path, bytes);
        };
    }
    const auto log = LogAt::make(options.url, options.pin, keep);
    if (!log) return report(log.error(), options.json);
    const auto save = [&](const sync::SeenLog& now) -> Result<void> {
        if (options.state.empty()) return {};
        return store::writeDurably(options.state, asBytes(sync::formatSeen(now)));
    };
    sync::LogFollower follower((*log)->tiles(), *key, save);
    const auto followed = follower.follow(*seen);
    if (!followed) {
        auto error = followed.error();
        if (follower.evidence()) error.detail += keepEvidence(*follower.evidence(), options.evidence);
        const int code = error.code == "log_forked" ? kForked : error.code == "log_shrank" ? kShrank : kDone;
        return code == kDone ? report(error, options.json) : refuse(error, code, options.json);
    }
    if (keep) {
        if (const auto kept = keep("checkpoint", asBytes(followed->seen.note)); !kept)
            return report(kept.error(), options.json);
    }
    const auto head = followed->seen.head();
    json::object out{{"good", true},
                     {"origin", head.origin},
                     {"size", head.size},
                     {"root", toBase64(head.root.view())},
                     {"tiles", followed->tiles}};
    std::string text = "log " + head.origin + ": " + std::to_string(head.size) +
                       " entries, and every hash tile adds up to the root that its key signed (" +
                       std::to_string(followed->tiles) + " fetched now)";
    if (followed->before) {
        out["before"] = followed->before->size;
        text +=
            "\nit continues the state of " + std::to_string(followed->before->size) + " entries that was seen before";
    }
    bool good = true;
    if (*policy) {
        const auto cosigned = (*policy)->judge(followed->seen.note, *key);
        good = cosigned.enough;
        out["good"] = good;
        out["cosigned"] = cosignedArray(cosigned);
        out["witnesses"] = cosigned.named;
        out["other_signatures"] = cosigned.others;
        if (!good) out["reason"] = cosigned.word();
        text += "\n" + cosigned.word();
    } else if (const auto note = crypto::splitNote(followed->seen.note, crypto::kMostCheckpointBytes, "checkpoint");
               note && note->signatures.size() > 1) {
        out["other_signatures"] = note->signatures.size() - 1;
        text += "\n" + std::to_string(note->signatures.size() - 1) +
                " further signatures stand under it; name witnesses with --witness to have them checked";
    }
    text += good ? "\nPROVED" : "\nNOT PROVED: not enough witnesses cosigned";
    print(out, text, options.json);
    return good ? kDone : kNo;
}

Result<std::vector<std::string>> notesOf(store::TabletStore& store) {
    std::vector<std::string> out;
    const auto newest = store.newestCheckpoint();
    if (!newest) return fail(ErrorKind::notFound, "no_checkpoint", "this device knows no checkpoint yet; sync first");
    const auto sizes = store.checkpointSizes(newest->checkpoint.size);
    for (auto size = sizes.rbegin(); size != sizes.rend() && out.size() < kShownNotes; ++size) {
        if (const auto one = store.checkpoint(*size)) out.push_back(one->note);
    }
    return out;
}

Result<sync::ShownCheckpoints> shownIn(const std::string& file) {
    const auto content = store::readWhole(file, 8 << 20);
    if (!content) return fail(content.error());
    return sync::parseShown(asText(*content));
}

int showCheckpoints(const CompareOptions& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    auto notes = notesOf(**store);
    if (!notes) return report(notes.error(), options.json);
    const auto profile = (*store)->profile();
    const std::string key = profile ? profile->logKey : "";
    const std::string text = options.link ? sync::shownLink(notes->front()) + "\n" : sync::formatShown({key, *notes});
    if (options.out.empty()) {
        std::cout << text << std::flush;
        return kDone;
    }
    if (auto written = store::writeDurably(options.out, asBytes(text)); !written)
        return report(written.error(), options.json);
    return print({{"file", options.out}, {"checkpoints", options.link ? 1 : notes->size()}}, "wrote " + options.out,
                 options.json);
}

std::string sentenceOf(const sync::Compared& compared) {
    const auto size = [](const crypto::TreeHead& head) { return std::to_string(head.size) + " entries"; };
    switch (compared.what) {
        case sync::Comparison::same:
            return "both were shown the same log of " + size(compared.mine);
        case sync::Comparison::consistent:
            return "both were shown one log: " + size(compared.mine) + " here, " + size(compared.theirs) + " there";
        case sync::Comparison::forked:
            return "FORK: the log signed two histories; " + size(compared.mine) + " were shown here, " +
                   size(compared.theirs) + " there, and they cannot both be of one log";
        case sync::Comparison::unproved:
            return "neither is proved: " + size(compared.mine) + " here, " + size(compared.theirs) + " there; " +
                   (compared.why ? "the log did not show that one continues the other (" + compared.why->detail + ")"
                                 : "compare again where the log can be reached (--url)");
    }
    return {};
}

int compare(const CompareOptions& options) {
    std::vector<std::string> mine;
    std::optional<crypto::NoteKey> key;
    std::string url = options.url, pin = options.pin;
    if (!options.home.empty()) {
        auto store = openHome(options);
        if (!store) return report(store.error(), options.json);
        auto notes = notesOf(**store);
        if (!notes) return report(notes.error(), options.json);
        mine = std::move(*notes);
        const auto profile = (*store)->profile();
        const auto own =
            profile ? crypto::parseNoteKey(profile->logKey)
                    : Result<crypto::NoteKey>(fail(ErrorKind::broken, "store_broken", "the store names no log"));
        if (!own) return report(own.error(), options.json);
        key = *own;
        if (url.empty()) {
            url = profile->server;
            pin = profile->pin;
        }
    } else {
        const auto shown = shownIn(options.mine);
        if (!shown) return report(shown.error(), options.json);
        mine = shown->notes;
        const auto given = logKeyOf(options.key);
        if (!given)
            return given.error().code == "usage" ? refuse(given.error(), kUsage, options.json)
                                                 : report(given.error(), options.json);
        key = *given;
    }
    const auto theirs = shownIn(options.theirs);
    if (!theirs) return report(theirs.error(), options.json);
    std::unique_ptr<LogAt> log;
    if (!options.offline && !url.empty()) {
        auto made = LogAt::make(url, pin);
        if (!made) return report(made.error(), options.json);
        log = std::move(*made);
    }
    const auto compared = sync::compareCheckpoints(*key, mine, theirs->notes, log ? &log->tiles() : nullptr);
    if (!compared) return report(compared.error(), options.json);
    std::string text = sentenceOf(*compared);
    if (compared->evidence) text += keepEvidence(*compared->evidence, options.evidence);
    constexpr const char* kNames[] = {"same", "consistent", "forked", "unproved"};
    print({{"result", kNames[static_cast<int>(compared->what)]},
           {"mine", compared->mine.size},
           {"theirs", compared->theirs.size},
           {"detail", text}},
          text, options.json);
    return compared->what == sync::Comparison::forked     ? kForked
           : compared->what == sync::Comparison::unproved ? kNo
                                                          : kDone;
}

int checkEvidence(const CompareOptions& options) {
    const auto content = store::readWhole(options.evidence, 1 << 20);
    if (!content) return report(content.error(), options.json);
    const auto evidence = sync::parseEvidence(asText(*content));
    if (!evidence) return report(evidence.error(), options.json);
    const auto key = logKeyOf(options.key);
    if (!key)
        return key.error().code == "usage" ? refuse(key.error(), kUsage, options.json)
                                           : report(key.error(), options.json);
    const auto fork = sync::verifyEvidence(*evidence, *key);
    if (!fork) return report(fork.error(), options.json);
    return print({{"good", true}, {"smaller", fork->smaller.size}, {"larger", fork->larger.size}},
                 "PROVED: the key of " + key->name + " signed two histories, of " + std::to_string(fork->smaller.size) +
                     " and of " + std::to_string(fork->larger.size) + " entries, that cannot both be of one log",
                 options.json);
}

}  // namespace

void addLog(CLI::App& app, int& exit) {
    auto* log = app.add_subcommand("log", "Look at a log from outside, and compare what two devices were shown of it");
    log->require_subcommand(1);

    auto verifying = std::make_shared<VerifyOptions>();
    auto* verify = log->add_subcommand(
        "verify",
        "Walk over a whole log by its tiles, with no account. Exit 1: not proved, 3: not reached, 7: it shrank, "
        "8: it signed two histories");
    verify->add_option("URL", verifying->url, "https://sync.example:8443, or what stands before /checkpoint")
        ->required();
    addLogKey(*verify, verifying->key);
    addWitnesses(*verify, verifying->witnesses);
    verify->add_option("--pin", verifying->pin, "Hash of the server's TLS key, as invitations carry it");
    verify->add_option("--state", verifying->state, "File that remembers what was seen; a next run goes on from there");
    verify->add_option("--evidence", verifying->evidence,
                       "File for the proof, should the log have signed two histories");
    verify->add_option("--keep", verifying->keep, "Folder for the tiles, laid out to be served as they are");
    addJson(*verify, verifying->json);
    verify->callback([verifying, &exit] { exit = verifyLog(*verifying); });

    auto showing = std::make_shared<CompareOptions>();
    auto* show =
        log->add_subcommand("show", "The checkpoints that this device verified, for another device to compare");
    addHome(*show, *showing);
    show->add_option("-o,--out", showing->out, "File; printed without it");
    show->add_flag("--link", showing->link, "The newest alone, as the text of a code");
    show->callback([showing, &exit] { exit = showCheckpoints(*showing); });

    auto comparing = std::make_shared<CompareOptions>();
    auto* both = log->add_subcommand("compare", "Whether two devices were shown one log. Exit 8: they were not");
    both->add_option("THEIRS", comparing->theirs, "What the other device showed")->required();
    auto* mine = both->add_option("MINE", comparing->mine, "The same of this side, where no --home is named");
    both->add_option("--home", comparing->home, "Folder of this device's store")->excludes(mine);
    both->add_option("--person", comparing->person, "Whose store, where the home has several");
    addLogKey(*both, comparing->key);
    both->add_option("--url", comparing->url, "Where the log can be asked; that of --home without it");
    both->add_option("--pin", comparing->pin, "Hash of the server's TLS key");
    both->add_flag("--offline", comparing->offline, "By what is here alone");
    both->add_option("--evidence", comparing->evidence, "File for the proof of a fork");
    addJson(*both, comparing->json);
    both->callback([comparing, &exit] {
        if (comparing->home.empty() && comparing->mine.empty()) {
            exit = refuse({ErrorKind::malformed, "usage", "say --home, or the file of this side"}, kUsage,
                          comparing->json);
            return;
        }
        exit = compare(*comparing);
    });

    auto judging = std::make_shared<CompareOptions>();
    auto* evidence = log->add_subcommand("evidence", "Check a proof that a log signed two histories");
    evidence->add_option("FILE", judging->evidence)->required();
    addLogKey(*evidence, judging->key);
    addJson(*evidence, judging->json);
    evidence->callback([judging, &exit] { exit = checkEvidence(*judging); });
}

}  // namespace plumb::cli
