#include "shared/sync/log_follower.h"

#include "shared/base/json.h"

namespace plumb::sync {
namespace {

constexpr std::string_view kKind = "plumb-log-state";
constexpr int kVersion = 1;
constexpr std::uint64_t kSaveEvery = 64;  // tiles: some half a megabyte that a broken walk fetches again

tl::unexpected<Error> bad() {
    return fail(ErrorKind::malformed, "bad_state",
                "the state file is not one that plumb log verify wrote; move it away to begin anew");
}

}  // namespace

crypto::TreeHead SeenLog::head() const {
    const auto body = note.substr(0, note.rfind("\n\n") + 1);
    return crypto::readTreeHead(body).value_or(crypto::TreeHead{});
}

std::string formatSeen(const SeenLog& seen) {
    return toText(json::object{
               {"kind", kKind}, {"v", kVersion}, {"key", seen.key}, {"note", seen.note}, {"walked", seen.walked}}) +
           "\n";
}

Result<SeenLog> parseSeen(std::string_view text) {
    const auto value = parseJson(text, 4);
    if (!value || !value->is_object() || textOr(value->get_object(), "kind") != kKind) return bad();
    const auto& object = value->get_object();
    const auto version = integerAt(object, "v"), walked = integerAt(object, "walked");
    if (!version || *version != kVersion || !walked || *walked < 0) return bad();
    SeenLog out{textOr(object, "key"), textOr(object, "note"), static_cast<std::uint64_t>(*walked)};
    const auto key = crypto::parseNoteKey(out.key);
    const auto head = key ? crypto::verifyTreeHead(out.note, *key) : Result<crypto::TreeHead>(fail(key.error()));
    if (!head || out.walked > head->size >> crypto::kTileHeight) return bad();
    return out;
}

Result<void> LogFollower::continues(const SeenLog& seen, const crypto::TreeHead& head, const std::string& note) {
    const auto before = seen.head();
    const auto forked = [&](std::optional<Sha256> rootThen, std::vector<Sha256> consistency) {
        m_evidence = ForkEvidence{seen.key, seen.note, note, rootThen, std::move(consistency)};
        return fail(ErrorKind::conflict, "log_forked",
                    "the log signed two histories: its checkpoint of " + std::to_string(head.size) +
                        " entries does not continue the one of " + std::to_string(before.size) +
                        " entries that was seen before");
    };
    if (head.size == before.size && head.root != before.root) return forked(std::nullopt, {});
    if (head.size < before.size)
        return fail(ErrorKind::conflict, "log_shrank",
                    "the log shows " + std::to_string(head.size) + " entries, and showed " +
                        std::to_string(before.size) +
                        " before: it was put back from a backup, or what was signed is being hidden");
    if (head.size == before.size) return {};
    const auto then = m_tiles.rootAt(before.size);
    if (!then) return fail(then.error());
    if (*then == before.root) return {};
    auto proof = m_tiles.consistency(before.size);
    if (!proof) return fail(proof.error());
    return forked(*then, std::move(*proof));
}

Result<Followed> LogFollower::follow(const std::optional<SeenLog>& seen) {
    const auto key = crypto::formatNoteKey(m_key.name, m_key.key);
    if (seen && seen->key != key)
        return fail(ErrorKind::conflict, "other_log", "the state file is of another log, " + seen->key);
    const auto note = m_tiles.checkpoint();
    if (!note) return fail(note.error());
    const auto head = crypto::verifyTreeHead(*note, m_key);
    if (!head) return fail(head.error());
    Followed out{{key, *note, seen ? seen->walked : 0}, std::nullopt, 0};
    if (seen) {
        out.before = seen->head();
        // What contradicts itself on the face of it needs no tile.
        if (head->size <= out.before->size) {
            if (auto good = continues(*seen, *head, *note); !good) return fail(good.error());
        }
    }
    if (auto opened = m_tiles.open(*head); !opened) return fail(opened.error());
    if (seen) {
        if (auto good = continues(*seen, *head, *note); !good) return fail(good.error());
    }
    if (auto saved = m_save(out.seen); !saved) return fail(saved.error());
    const auto walked = [&](std::uint64_t count) -> Result<void> {
        out.seen.walked = count;
        return count % kSaveEvery == 0 ? m_save(out.seen) : Result<void>();
    };
    if (auto done = m_tiles.walk(out.seen.walked, walked); !done) {
        if (auto saved = m_save(out.seen); !saved) return fail(saved.error());
        return fail(done.error());
    }
    out.tiles = m_tiles.tilesFetched();
    if (auto saved = m_save(out.seen); !saved) return fail(saved.error());
    return out;
}

}  // namespace plumb::sync
