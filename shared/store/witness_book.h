// What a witness remembers: which logs it knows by which key, and of each the newest checkpoint that it cosigned. It
// only ever goes forward, each step in one transaction that is on the disk before anybody is told of it. Beside it
// stand checkpoints that a log signed and that contradict what was cosigned, as evidence. One thread, but several
// programs may have one file open.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "shared/crypto/checkpoint.h"
#include "shared/store/database.h"

namespace plumb::store {

struct WitnessedLog {
    crypto::NoteKey key;     // by the log's origin
    std::uint64_t size = 0;  // 0: nothing of it was cosigned yet
    Sha256 root{};           // then that of the empty tree
    std::string note;        // as it was cosigned; ""
};
struct WitnessedContradiction {
    std::string origin, cosigned, note;  // the note that was cosigned, and the other one of its size
};

class WitnessBook {
  public:
    // newer_store, disk_full.
    static Result<std::unique_ptr<WitnessBook>> open(const std::filesystem::path& file);

    // conflict "log_known" where the origin is known by another key; known by the same key it stays as it is.
    Result<void> addLog(const crypto::NoteKey& key);
    [[nodiscard]] std::vector<WitnessedLog> logs() const;
    [[nodiscard]] std::optional<WitnessedLog> log(const std::string& origin) const;

    // Looks at what is remembered of the log, and remembers what `step` makes of it, with nobody between. Nothing is
    // changed where it refuses. REQUIRES: the log is known.
    using Step = std::function<Result<crypto::TreeHead>(const WitnessedLog& known)>;
    Result<void> advance(const std::string& origin, const std::string& note, const Step& step);
    // At most kMostContradictions of a log are kept, the first ones.
    Result<void> keepContradiction(const WitnessedContradiction& found);
    [[nodiscard]] std::vector<WitnessedContradiction> contradictions() const;
    static constexpr int kMostContradictions = 100;

  private:
    explicit WitnessBook(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
    std::unique_ptr<Database> m_database;
};

}  // namespace plumb::store
