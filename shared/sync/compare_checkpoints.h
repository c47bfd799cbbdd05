// Whether two devices were shown the same log: the checkpoints that one holds beside those of the other. Equal sizes
// are compared by their roots. Where the sizes differ, the smaller is proved to be the larger one's beginning by a
// checkpoint of that size which this device verified itself, or by the log's tiles; and where it is not, that is
// proved, too (fork_evidence.h). One thread.
#pragma once

#include <optional>

#include "shared/sync/fork_evidence.h"
#include "shared/sync/tile_log.h"

namespace plumb::sync {

// The checkpoints of one device, as it hands them to another: in a file, or the newest alone in a code.
struct ShownCheckpoints {
    std::string key;                 // the log's verifier key, as that device knows it
    std::vector<std::string> notes;  // newest first
};
std::string formatShown(const ShownCheckpoints& shown);  // a JSON object and a newline
// "plumb://checkpoint?n=<base64url>" with this note, without what witnesses signed under it.
std::string shownLink(const std::string& note);
// Either of these, or a note as it is (whose key is then ""). malformed "bad_checkpoints".
Result<ShownCheckpoints> parseShown(std::string_view text);

enum class Comparison {
    same,        // both stand at the same state
    consistent,  // one continues the other
    forked,      // the log signed two histories
    unproved,    // neither was shown
};
struct Compared {
    Comparison what = Comparison::unproved;
    crypto::TreeHead mine, theirs;         // the newest of each
    std::optional<ForkEvidence> evidence;  // where it forked
    std::optional<Error> why;  // where it is unproved: what kept the tiles from showing it; none: no tiles were asked
};
// `mine` were verified by this device to continue each other; of `theirs` nothing is believed but what the log's key
// signed. `tiles`: of the same log, null: there is no network. badSignature "bad_checkpoint" where one of theirs is not
// signed by the log's key, conflict "other_log" where it is another log's; notFound "no_checkpoint" where one side has
// none.
Result<Compared> compareCheckpoints(const crypto::NoteKey& log, const std::vector<std::string>& mine,
                                    const std::vector<std::string>& theirs, TileLog* tiles);

}  // namespace plumb::sync
