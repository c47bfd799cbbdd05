// What the intake keeps of ratings of visits beside the log (intake/rating_desk.h): which codes were used, and the
// ratings that wait until enough are together. A rating lies here without its code and under a key of chance, so that
// neither a row nor the order of rows tells whose it is; what was counted is overwritten (secure_delete). A database of
// its own. The names of offices and quarters, and what an answer says, are the caller's own to read. Thread-safe.
//
// A backup takes the used codes along and nothing that waits (forgetWaiting): two backups with one rating between them
// would show it. Who restores one loses what waited, at most nine ratings an office.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/sha256.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

// An office's ratings of a quarter.
struct RatingPlace {
    std::string office, quarter;

    friend auto operator<=>(const RatingPlace&, const RatingPlace&) = default;
};

struct KeptRating {
    std::string answers, said;
};

// Ratings that are counted together, in an order of chance. They stay until the log says so (drop()).
struct RatingBatch {
    std::string id, saidId;  // of the records that will say it
    RatingPlace place;
    std::vector<KeptRating> ratings;
};

class RatingBox {
  public:
    explicit RatingBox(const std::filesystem::path& file);
    // In a database that has others beside it (store/book.h).
    explicit RatingBox(std::unique_ptr<sql::Connection> book);
    ~RatingBox();

    [[nodiscard]] bool isUsed(const Sha256& code) const;
    // Durable when it returns. conflict "code_used" where the code was used already; nothing is kept then.
    Result<void> put(const Sha256& code, const RatingPlace& place, const KeptRating& rating);

    struct Waiting {
        RatingPlace place;
        std::uint64_t count = 0;
    };
    // What is in no batch yet, the longest offices first.
    [[nodiscard]] std::vector<Waiting> waiting() const;
    void move(const RatingPlace& from, const RatingPlace& to);
    // Makes a batch of all that waits there.
    void close(const RatingPlace& place, const std::string& id, const std::string& saidId);
    [[nodiscard]] std::vector<RatingBatch> batches() const;
    void drop(const std::string& id);

    // Of a copy that no server has open: used codes alone remain.
    static void forgetWaiting(const std::filesystem::path& copy);

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::server
