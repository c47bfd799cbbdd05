// Follows a log from outside, by its tiles and no account: takes its newest checkpoint, holds it against the last one
// that was seen, looks at every tile once, and remembers how far it came. What it finds wrong is an Error; what two
// signed checkpoints contradict is evidence. One thread.
#pragma once

#include <optional>

#include "shared/sync/fork_evidence.h"
#include "shared/sync/tile_log.h"

namespace plumb::sync {

// What was seen of the log, as a small file keeps it.
struct SeenLog {
    std::string key;                // the log's verifier key
    std::string note;               // the newest checkpoint, which continues all before it
    std::uint64_t walked = 0;       // full tiles of level 0 that were looked at
    crypto::TreeHead head() const;  // of the note, which was verified when it came
};
std::string formatSeen(const SeenLog& seen);
// malformed "bad_state".
Result<SeenLog> parseSeen(std::string_view text);

struct Followed {
    SeenLog seen;
    std::optional<crypto::TreeHead> before;  // the last one that was seen, which this continues
    std::uint64_t tiles = 0;                 // that were fetched now
};

class LogFollower {
  public:
    // `save` is called when there is more to remember; its Error ends the walk.
    using Save = std::function<Result<void>(const SeenLog&)>;
    LogFollower(TileLog& tiles, crypto::NoteKey key, Save save)
        : m_tiles(tiles), m_key(std::move(key)), m_save(std::move(save)) {}

    // Codes: those of TileLog; bad_checkpoint; conflict "other_log" where the state is of another log; conflict
    // "log_shrank" where the log shows less than it did; conflict "log_forked" where it signed two histories, of which
    // evidence() then holds the proof.
    Result<Followed> follow(const std::optional<SeenLog>& seen);
    [[nodiscard]] const std::optional<ForkEvidence>& evidence() const { return m_evidence; }

  private:
    Result<void> continues(const SeenLog& seen, const crypto::TreeHead& head, const std::string& note);

    TileLog& m_tiles;
    crypto::NoteKey m_key;
    Save m_save;
    std::optional<ForkEvidence> m_evidence;
};

}  // namespace plumb::sync
