#include "sync-server/setup/move_log.h"

#include "shared/crypto/hash.h"
#include "sync-server/auth/trust.h"
#include "sync-server/blobs/file_io.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/log/head.h"
#include "sync-server/projections/all.h"
#include "sync-server/projections/compare.h"
#include "sync-server/setup/move_books.h"
#include "sync-server/store/postgres_schema.h"
#include "sync-server/store/table_copy.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

// Lines in one transaction of the new place.
constexpr std::uint64_t kPart = 2000;

Error differs(const std::string& what) {
    return {ErrorKind::broken, "move_differs",
            what + "; the log is served from where it was, and nothing changed there"};
}

// Nobody writes lines to the old place as long as this is there.
class HeldLog {
  public:
    explicit HeldLog(Store& store, bool isShared) : m_connection(isShared ? store.connect() : nullptr) {
        m_held = m_connection ? m_connection.get() : &store.writer().connection();
        m_held->begin();
        if (m_connection) keepFromWriting(*m_connection);
    }
    ~HeldLog() { m_held->rollback(); }
    HeldLog(const HeldLog&) = delete;
    HeldLog& operator=(const HeldLog&) = delete;

    // And never again.
    void leave() {
        if (m_connection) markMovedAway(*m_connection);
        m_held->commit();
    }

  private:
    std::unique_ptr<sql::Connection> m_connection;
    sql::Connection* m_held;
};

class Move {
  public:
    // Where books lie that are files, and where the log's key is.
    struct Folders {
        const DataFolder& books;
        const DataFolder& keys;
    };
    Move(Folders folders, const ServerConfig& config, Store& from, Store& to, const MoveVoice& voice)
        : m_folders(folders), m_config(config), m_from(from), m_to(to), m_voice(voice), m_reader(from.openReader()) {}

    Result<Moved> run() {
        const auto size = m_reader->size();
        copyLines(size);
        copyBeside();
        bringUpToDate(m_to, [&](const auto&, std::uint64_t done, std::uint64_t total) {
            m_voice.progress("lines read for the tables", done, total);
        });
        const auto books = moveBooks(m_folders.books, m_from, m_to);
        m_moved.lines = size;
        m_moved.books = books.rows;
        m_moved.holders = books.holders;
        if (auto good = compareTables(); !good) return fail(good.error());
        if (auto good = compareHeads(size); !good) return fail(good.error());
        return m_moved;
    }

  private:
    void copyLines(std::uint64_t size) {
        auto& writer = m_to.writer();
        auto next = writer.reader().size();
        while (next < size) {
            const auto end = std::min(size, next + kPart);
            writer.connection().transact([&] {
                m_reader->eachLine(next, [&](const RawLine& line) {
                    if (line.hash && *line.hash != crypto::sha256(line.text)) throw DamagedLine(line.index);
                    writer.appendLine(line.index, line.received, line.text);
                    return line.index + 1 < end;
                });
            });
            next = end;
            m_voice.progress("lines copied", next, size);
        }
    }

    void copyBeside() {
        auto& to = m_to.writer().connection();
        to.transact([&] {
            for (const auto& table : besideLog()) {
                if (isEmpty(table, to)) copyRows(table, m_reader->connection(), to);
            }
        });
    }

    Result<void> compare(const Table& table) {
        const auto there = m_to.openReader();
        if (const auto difference = compareTable(table, m_reader->connection(), there->connection()))
            return fail(differs(std::string("table ") + table.name + ": " + std::to_string(difference->odd) +
                                " rows are not there as they were, " + std::to_string(difference->missing) +
                                " are there that were not; the first is \"" + difference->first + "\""));
        ++m_moved.tables;
        return {};
    }

    Result<void> compareTables() {
        if (auto good = compare(linesTable()); !good) return good;
        for (const auto& table : besideLog()) {
            if (auto good = compare(table.table); !good) return good;
        }
        // What the old place holds of another version is made anew by whoever serves it, and says nothing here.
        m_moved.notCompared = staleProjections(m_from);
        const auto stands = [&](std::string_view name) {
            return std::find(m_moved.notCompared.begin(), m_moved.notCompared.end(), name) == m_moved.notCompared.end();
        };
        if (stands("index")) {
            for (const auto& table : indexTables()) {
                if (auto good = compare(table); !good) return good;
            }
        }
        const auto projections = allProjections(m_to.writer());
        auto total = m_moved.tables;
        for (const auto& projection : projections)
            total += stands(projection->name()) ? projection->tables().size() : 0;
        for (const auto& projection : projections) {
            if (!stands(projection->name())) continue;
            for (const auto& table : projection->tables()) {
                if (auto good = compare(table); !good) return good;
                m_voice.progress("tables compared", m_moved.tables, total);
            }
        }
        return {};
    }

    // The checkpoint that the log's key signs, of the tree as the index keeps it.
    std::string headOf(StoreReader& reader, const Sha256& root, std::uint64_t size, const LogSigner& signer) {
        Trust trust(m_config.rootKid);
        trust.load(reader);
        return signer.sign(size, root, reader.receivedAt(size - 1).value(), trust.digest())->note;
    }

    // The new tree is reckoned from the lines that lie there now, each held against its own hash.
    Result<void> compareHeads(std::uint64_t size) {
        if (size == 0) return {};
        auto key = loadLogKey(m_folders.keys);
        if (!key) return fail(key.error());
        const LogSigner signer(m_config.origin, std::move(*key));
        const auto there = m_to.openReader();
        crypto::CompactRange anew;
        there->eachLine(0, [&](const RawLine& line) {
            if (!line.hash || *line.hash != crypto::sha256(line.text) || line.index != anew.size())
                throw DamagedLine(line.index);
            (void)anew.append(crypto::leafHash(asBytes(line.text)));
            if (anew.size() % kPart == 0 || anew.size() == size)
                m_voice.progress("lines of the new tree", anew.size(), size);
            return true;
        });
        const auto old = crypto::CompactRange::load(size, nodesOf(*m_reader));
        const auto stored = crypto::CompactRange::load(size, nodesOf(*there));
        m_moved.note = headOf(*m_reader, old.root(), size, signer);
        if (anew.size() != size || headOf(*there, anew.root(), size, signer) != m_moved.note ||
            stored.root() != anew.root())
            return fail(differs("the checkpoint over the new lines is not the log's"));
        return {};
    }

    Folders m_folders;
    const ServerConfig& m_config;
    Store& m_from;
    Store& m_to;
    const MoveVoice& m_voice;
    std::unique_ptr<StoreReader> m_reader;
    Moved m_moved;
};

void putAside(const DataFolder& folder) {
    for (const auto& path : movedFiles(folder)) {
        if (fs::exists(path)) fs::rename(path, path.string() + ".moved");
    }
    syncFolder(folder.path);
}

Result<void> nothingLies(const DataFolder& folder, const std::string& behind, const char* why) {
    for (const auto& path : movedFiles(folder)) {
        const fs::path there = path.string() + behind;
        if (fs::exists(there) && !(fs::is_directory(there) && fs::is_empty(there)))
            return fail(ErrorKind::conflict, "store_not_empty", there.string() + " is there already: " + why);
    }
    return {};
}

Result<Moved> toPostgres(const DataFolder& folder, ServerConfig config, const std::string& to, const MoveVoice& voice) {
    if (auto good = nothingLies(folder, ".moved", "take what an earlier move left out of the folder first"); !good)
        return fail(good.error());
    if (!fs::exists(folder.database()))
        return fail(ErrorKind::notFound, "already_there",
                    "there is no log in " + folder.path.string() + " to be moved");
    auto target = openArrivingStore(to);
    if (!target) return fail(target.error());
    auto moved = Result<Moved>(Moved{});
    {
        auto source = openSqliteStore(folder.database());
        if (!source) return fail(source.error());
        const HeldLog held(**source, false);
        moved = Move({folder, folder}, config, **source, **target, voice).run();
        if (!moved) return moved;
    }
    // From here on the folder's word counts; who is interrupted before the last step says so again.
    config.store = to;
    saveConfig(folder, config);
    (*target)->writer().connection().transact([&] { endArrival((*target)->writer().connection()); });
    putAside(folder);
    return moved;
}

// All of it grows in a folder of its own, which is gone with whatever goes wrong.
class Growing {
  public:
    explicit Growing(const DataFolder& folder) : m_folder{folder.path / "moving"} {
        fs::remove_all(m_folder.path);
        fs::create_directory(m_folder.path);
        fs::permissions(m_folder.path, fs::perms::owner_all);
    }
    ~Growing() {
        std::error_code ignored;
        fs::remove_all(m_folder.path, ignored);
    }
    Growing(const Growing&) = delete;
    Growing& operator=(const Growing&) = delete;

    [[nodiscard]] const DataFolder& folder() const { return m_folder; }
    // The log last.
    void intoPlace(const DataFolder& folder) {
        auto grown = movedFiles(m_folder), placed = movedFiles(folder);
        for (std::size_t i = grown.size(); i-- > 0;) {
            if (!fs::exists(grown[i])) continue;
            fs::remove(placed[i]);  // an empty folder
            fs::rename(grown[i], placed[i]);
        }
        syncFolder(folder.path);
    }

  private:
    DataFolder m_folder;
};

Result<Moved> toFile(const DataFolder& folder, ServerConfig config, const MoveVoice& voice) {
    if (auto good = nothingLies(folder, "",
                                "nothing is written over it; take it out of the folder, where it is of no use, and try "
                                "again");
        !good)
        return fail(good.error());
    auto source = openStore(storePlace(folder, config));
    if (!source) return fail(source.error());
    HeldLog held(**source, true);
    Growing growing(folder);
    auto moved = Result<Moved>(Moved{});
    {
        auto target = openSqliteStore(growing.folder().database());
        if (!target) return fail(target.error());
        moved = Move({growing.folder(), folder}, config, **source, **target, voice).run();
    }
    if (!moved) return moved;
    growing.intoPlace(folder);
    config.store.clear();
    saveConfig(folder, config);
    held.leave();
    return moved;
}

}  // namespace

Result<Moved> moveLog(const DataFolder& folder, const ServerConfig& config, const std::string& to,
                      const MoveVoice& voice) {
    if (!to.empty() && !isPostgresUrl(to))
        return fail(ErrorKind::malformed, "bad_store",
                    "\"" + to + "\" is no address of a database: postgresql://user@host/database");
    if (to.empty()) {
        if (!config.store.empty()) return toFile(folder, config, voice);
        return fail(ErrorKind::conflict, "already_there", "the log lies in " + folder.database().string() + " already");
    }
    if (config.store.empty()) return toPostgres(folder, config, to, voice);
    // The last step of a move that was interrupted: its folder names the new place, and log.db is still there.
    if (config.store == to && fs::exists(folder.database())) {
        const auto arrived = openPostgresStore(to);
        if (!arrived && arrived.error().code == "store_arriving") return toPostgres(folder, config, to, voice);
        if (!arrived) return fail(arrived.error());
        Moved moved;
        moved.lines = (*arrived)->openReader()->size();
        putAside(folder);
        return moved;
    }
    return fail(ErrorKind::conflict, "already_there",
                "the log lies in " + config.store + "; from one database to another pg_dump takes it");
}

}  // namespace plumb::server
