#include "shared/sync/compare_checkpoints.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/base/json.h"

namespace plumb::sync {
namespace {

constexpr std::string_view kKind = "plumb-checkpoints";
constexpr int kVersion = 1;
constexpr std::string_view kLink = "plumb://checkpoint?n=";
constexpr std::size_t kMostNotes = 200;
constexpr std::size_t kMostBytes = 4 * 1024 * 1024;

struct Signed {
    crypto::TreeHead head;
    std::string note;
};

tl::unexpected<Error> bad(const char* why) {
    return fail(ErrorKind::malformed, "bad_checkpoints", std::string("these are no checkpoints of a device: ") + why);
}

Result<std::vector<Signed>> verified(const crypto::NoteKey& log, const std::vector<std::string>& notes) {
    std::vector<Signed> out;
    for (const auto& note : notes) {
        auto head = crypto::verifyTreeHead(note, log);
        if (!head) {
            const auto parts = crypto::splitNote(note, crypto::kMostCheckpointBytes, "checkpoint");
            const auto said = parts ? crypto::readTreeHead(parts->body) : head;
            if (said && said->origin != log.name)
                return fail(
                    ErrorKind::conflict, "other_log",
                    "this is a checkpoint of another log, " + said->origin + "; this device follows " + log.name);
            return fail(head.error());
        }
        out.push_back({std::move(*head), note});
    }
    if (out.empty())
        return fail(ErrorKind::notFound, "no_checkpoint", "there is no checkpoint to compare yet; sync first");
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.head.size > b.head.size; });
    return out;
}

// Held against a state whose tiles are open. Where it is not this tree's beginning, that is evidence.
Result<std::optional<ForkEvidence>> heldAgainst(TileLog& tiles, const std::string& key, const Signed& tree,
                                                const Signed& part) {
    const auto then = tiles.rootAt(part.head.size);
    if (!then) return fail(then.error());
    if (*then == part.head.root) return std::optional<ForkEvidence>();
    if (part.head.size == tree.head.size) return std::optional(ForkEvidence{key, part.note, tree.note});
    auto proof = tiles.consistency(part.head.size);
    if (!proof) return fail(proof.error());
    return std::optional(ForkEvidence{key, part.note, tree.note, *then, std::move(*proof)});
}

// The newest so many of a device are held against the tiles: each costs a few of them.
constexpr std::size_t kMostHeld = 20;

// None: what both devices saw are beginnings of what the tiles show.
Result<std::optional<ForkEvidence>> byTiles(TileLog& tiles, const crypto::NoteKey& log, const std::vector<Signed>& mine,
                                            const std::vector<Signed>& theirs) {
    const auto key = crypto::formatNoteKey(log.name, log.key);
    const auto note = tiles.checkpoint();
    if (!note) return fail(note.error());
    const auto head = crypto::verifyTreeHead(*note, log);
    if (!head) return fail(head.error());
    const Signed shown{*head, *note};
    const auto& larger = mine.front().head.size > theirs.front().head.size ? mine.front() : theirs.front();
    const auto against = [&](const Signed& tree) -> Result<std::optional<ForkEvidence>> {
        if (auto opened = tiles.open(tree.head); !opened) return fail(opened.error());
        for (const auto* side : {&mine, &theirs}) {
            for (std::size_t i = 0; i < side->size() && i < kMostHeld; ++i) {
                if ((*side)[i].head.size > tree.head.size) continue;
                auto evidence = heldAgainst(tiles, key, tree, (*side)[i]);
                if (!evidence || *evidence) return evidence;
            }
        }
        return std::optional<ForkEvidence>();
    };
    if (shown.head.size >= larger.head.size) return against(shown);
    // A log that shows less than a device saw may still hand out what it signed then; where it does not, what it shows
    // may contradict what was seen before.
    auto done = against(larger);
    if (done || done.error().kind == ErrorKind::offline) return done;
    auto older = against(shown);
    if (older && *older) return older;
    return done;
}

}  // namespace

std::string formatShown(const ShownCheckpoints& shown) {
    json::array notes;
    for (const auto& note : shown.notes) notes.push_back(json::value(note));
    return toText(json::object{{"kind", kKind}, {"v", kVersion}, {"key", shown.key}, {"notes", std::move(notes)}}) +
           "\n";
}

std::string shownLink(const std::string& note) {
    // The log's own lines alone: a code is read the better the shorter it is.
    const auto parts = crypto::splitNote(note, crypto::kMostCheckpointBytes, "checkpoint");
    if (!parts) return std::string(kLink) + toBase64Url(asBytes(note));
    std::string own = std::string(parts->body) + "\n";
    for (const auto& one : parts->signatures) {
        if (one.name == parts->body.substr(0, parts->body.find('\n'))) own += std::string(one.line) + "\n";
    }
    return std::string(kLink) + toBase64Url(asBytes(own));
}

Result<ShownCheckpoints> parseShown(std::string_view text) {
    if (text.size() > kMostBytes) return bad("the file is longer than 4 MiB");
    if (text.starts_with(kLink)) {
        auto link = text.substr(kLink.size());
        while (!link.empty() && (link.back() == '\n' || link.back() == '\r' || link.back() == ' '))
            link.remove_suffix(1);
        const auto note = fromBase64Url(link);
        if (!note || !crypto::splitNote(asText(*note), crypto::kMostCheckpointBytes, "checkpoint"))
            return bad("the code is damaged");
        return ShownCheckpoints{"", {std::string(asText(*note))}};
    }
    if (!text.starts_with('{')) {
        if (!crypto::splitNote(text, crypto::kMostCheckpointBytes, "checkpoint"))
            return bad("it is no signed note either");
        return ShownCheckpoints{"", {std::string(text)}};
    }
    const auto value = parseJson(text, 4);
    if (!value || !value->is_object() || textOr(value->get_object(), "kind") != kKind)
        return bad("it is no JSON object of kind plumb-checkpoints");
    const auto& object = value->get_object();
    const auto version = integerAt(object, "v");
    const auto notes = arrayAt(object, "notes");
    if (!version || *version != kVersion || !notes) return bad("it is of another version");
    if ((*notes)->empty() || (*notes)->size() > kMostNotes) return bad("it holds none, or more than 200");
    ShownCheckpoints out{textOr(object, "key"), {}};
    for (const auto& note : **notes) {
        if (!note.is_string()) return bad("one of them is no text");
        out.notes.emplace_back(note.get_string());
    }
    return out;
}

Result<Compared> compareCheckpoints(const crypto::NoteKey& log, const std::vector<std::string>& mineNotes,
                                    const std::vector<std::string>& theirNotes, TileLog* tiles) {
    const auto mine = verified(log, mineNotes), theirs = verified(log, theirNotes);
    if (!mine) return fail(mine.error());
    if (!theirs) return fail(theirs.error());
    Compared out;
    out.mine = mine->front().head;
    out.theirs = theirs->front().head;
    for (const auto& own : *mine) {
        for (const auto& other : *theirs) {
            if (own.head.size != other.head.size || own.head.root == other.head.root) continue;
            out.what = Comparison::forked;
            out.evidence = ForkEvidence{crypto::formatNoteKey(log.name, log.key), own.note, other.note};
            return out;
        }
    }
    const auto knows = [&](const crypto::TreeHead& head) {
        return std::any_of(mine->begin(), mine->end(), [&](const auto& own) { return own.head == head; });
    };
    if (out.mine == out.theirs)
        out.what = Comparison::same;
    else if (knows(out.theirs) || out.theirs.size == 0 || out.mine.size == 0)
        out.what = Comparison::consistent;
    if (out.what != Comparison::unproved || !tiles) return out;
    auto evidence = byTiles(*tiles, log, *mine, *theirs);
    if (!evidence) {
        out.why = evidence.error();
        return out;
    }
    out.what = *evidence ? Comparison::forked : Comparison::consistent;
    out.evidence = std::move(*evidence);
    return out;
}

}  // namespace plumb::sync
