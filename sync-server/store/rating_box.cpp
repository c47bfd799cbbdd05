#include "sync-server/store/rating_box.h"

#include <mutex>

#include "shared/crypto/hash.h"
#include "sync-server/store/book.h"
#include "sync-server/store/sqlite_connection.h"

namespace plumb::server {
namespace {

constexpr int kBusyMs = 5000;
constexpr std::size_t kKeyBytes = 16;
// No write-ahead log: what was deleted would stay in it for a while.
constexpr const char* kPragmas =
    "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -256";
constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS used (code {bytes} PRIMARY KEY){keyed}; "
    "CREATE TABLE IF NOT EXISTS batches (id {text} PRIMARY KEY, said {text} NOT NULL, office {text} NOT NULL, quarter "
    "{text} NOT NULL){keyed}; "
    "CREATE TABLE IF NOT EXISTS ratings (chance {bytes} PRIMARY KEY, office {text} NOT NULL, quarter {text} NOT NULL, "
    "batch {text} NOT NULL, answers {text} NOT NULL, said {text} NOT NULL){keyed}";

}  // namespace

struct RatingBox::Inside {
    explicit Inside(std::unique_ptr<sql::Connection> given) : owned(std::move(given)), connection(*owned) {
        defineBook(connection, kTables);
    }

    bool isUsed(const Sha256& code) {
        static constexpr const char* kSql = "SELECT 1 FROM used WHERE code = ?1";
        return connection.use(kSql).with(code).step();
    }

    std::mutex mutex;
    const std::unique_ptr<sql::Connection> owned;
    sql::Connection& connection;
};

// What people said of officials, before it is mixed with others'.
RatingBox::RatingBox(const std::filesystem::path& file) : RatingBox(openBook(file, kPragmas, true)) {}
RatingBox::RatingBox(std::unique_ptr<sql::Connection> book) : m_inside(std::make_unique<Inside>(std::move(book))) {}
RatingBox::~RatingBox() = default;

bool RatingBox::isUsed(const Sha256& code) const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->isUsed(code);
}

Result<void> RatingBox::put(const Sha256& code, const RatingPlace& place, const KeptRating& rating) {
    static constexpr const char* kUse = "INSERT INTO used (code) VALUES (?1)";
    static constexpr const char* kPut =
        "INSERT INTO ratings (chance, office, quarter, batch, answers, said) VALUES (?1, ?2, ?3, '', ?4, ?5)";
    const std::lock_guard lock(m_inside->mutex);
    if (m_inside->isUsed(code))
        return fail(ErrorKind::conflict, "code_used", "this visit was rated with this code already");
    const auto chance = crypto::randomBytes(kKeyBytes);
    const ByteView key(chance);
    m_inside->connection.transact([&] {
        m_inside->connection.use(kUse).with(code).run();
        m_inside->connection.use(kPut).with(key, place.office, place.quarter, rating.answers, rating.said).run();
    });
    return {};
}

std::vector<RatingBox::Waiting> RatingBox::waiting() const {
    static constexpr const char* kSql =
        "SELECT office, quarter, count(*) FROM ratings WHERE batch = '' GROUP BY office, quarter ORDER BY "
        "length(office) DESC, office, quarter";
    const std::lock_guard lock(m_inside->mutex);
    std::vector<Waiting> out;
    auto row = m_inside->connection.use(kSql);
    while (row.step()) out.push_back({{row.text(0), row.text(1)}, row.count(2)});
    return out;
}

void RatingBox::move(const RatingPlace& from, const RatingPlace& to) {
    static constexpr const char* kSql =
        "UPDATE ratings SET office = ?3, quarter = ?4 WHERE office = ?1 AND quarter = ?2 AND batch = ''";
    const std::lock_guard lock(m_inside->mutex);
    m_inside->connection.use(kSql).with(from.office, from.quarter, to.office, to.quarter).run();
}

void RatingBox::close(const RatingPlace& place, const std::string& id, const std::string& saidId) {
    static constexpr const char* kBatch = "INSERT INTO batches (id, said, office, quarter) VALUES (?1, ?2, ?3, ?4)";
    static constexpr const char* kMark =
        "UPDATE ratings SET batch = ?3 WHERE office = ?1 AND quarter = ?2 AND batch = ''";
    const std::lock_guard lock(m_inside->mutex);
    m_inside->connection.transact([&] {
        m_inside->connection.use(kBatch).with(id, saidId, place.office, place.quarter).run();
        m_inside->connection.use(kMark).with(place.office, place.quarter, id).run();
    });
}

std::vector<RatingBatch> RatingBox::batches() const {
    static constexpr const char* kBatches = "SELECT id, said, office, quarter FROM batches ORDER BY id";
    static constexpr const char* kRatings = "SELECT answers, said FROM ratings WHERE batch = ?1 ORDER BY chance";
    const std::lock_guard lock(m_inside->mutex);
    std::vector<RatingBatch> out;
    {
        auto row = m_inside->connection.use(kBatches);
        while (row.step()) out.push_back({row.text(0), row.text(1), {row.text(2), row.text(3)}, {}});
    }
    for (auto& batch : out) {
        auto row = m_inside->connection.use(kRatings);
        row.with(batch.id);
        while (row.step()) batch.ratings.push_back({row.text(0), row.text(1)});
    }
    return out;
}

void RatingBox::drop(const std::string& id) {
    static constexpr const char* kRatings = "DELETE FROM ratings WHERE batch = ?1";
    static constexpr const char* kBatch = "DELETE FROM batches WHERE id = ?1";
    const std::lock_guard lock(m_inside->mutex);
    m_inside->connection.transact([&] {
        m_inside->connection.use(kRatings).with(id).run();
        m_inside->connection.use(kBatch).with(id).run();
    });
}

void RatingBox::forgetWaiting(const std::filesystem::path& copy) {
    SqliteConnection connection(copy.string(), false, kBusyMs);
    connection.database().exec("PRAGMA secure_delete = ON; DELETE FROM ratings; DELETE FROM batches; VACUUM");
}

}  // namespace plumb::server
