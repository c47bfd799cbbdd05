#include "sync-server/setup/backup.h"

#include "sync-server/blobs/file_io.h"
#include "sync-server/store/rating_box.h"
#include "sync-server/store/sqlite_backup.h"
#include "sync-server/store/sqlite_check.h"
#include "sync-server/store/sqlite_store.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

void copyDurably(const fs::path& from, const fs::path& to) {
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
    fs::permissions(to, fs::status(from).permissions());
    File::openToAppend(to).sync();
}

// A folder with all that is below it; how many files. What vanishes meanwhile is not missed: nothing that counts does.
std::uint64_t copyTree(const fs::path& from, const fs::path& to) {
    std::uint64_t count = 0;
    fs::create_directories(to);
    if (!fs::exists(from)) return count;
    for (const auto& entry : fs::directory_iterator(from)) {
        const auto target = to / entry.path().filename();
        if (entry.is_directory()) {
            count += copyTree(entry.path(), target);
        } else if (entry.is_regular_file()) {
            copyDurably(entry.path(), target);
            ++count;
        }
    }
    syncFolder(to);
    return count;
}

// The database before the files: each that a line of it names is then among them.
Result<Copied> copyAll(const DataFolder& from, const DataFolder& to) {
    Copied out;
    // Before the log: no receiver is then further than the lines that are there.
    if (fs::exists(from.hooks())) {
        if (auto done = copyDatabase(from.hooks(), to.hooks()); !done) return fail(done.error());
        fs::permissions(to.hooks(), fs::perms::owner_read | fs::perms::owner_write);
    }
    if (auto done = copyDatabase(from.database(), to.database()); !done) return fail(done.error());
    if (fs::exists(from.ratings())) {
        if (auto done = copyDatabase(from.ratings(), to.ratings()); !done) return fail(done.error());
        RatingBox::forgetWaiting(to.ratings());
    }
    // Who uploaded a file before the file itself: one that comes between the two is uploaded again.
    copyTree(from.holders(), to.holders());
    out.files = copyTree(from.blobs(), to.blobs());
    for (const auto& [source, target] :
         {std::pair{from.logKey(), to.logKey()}, std::pair{from.certificateKey(), to.certificateKey()},
          std::pair{from.certificate(), to.certificate()}, std::pair{from.recovery(), to.recovery()},
          std::pair{from.documentsKey(), to.documentsKey()}, std::pair{from.intakeKey(), to.intakeKey()},
          std::pair{from.documentsCertificate(), to.documentsCertificate()}, std::pair{from.config(), to.config()}}) {
        if (fs::exists(source)) copyDurably(source, target);
    }
    auto store = openSqliteStore(to.database());
    if (!store) return fail(store.error());
    out.lines = (*store)->openReader()->size();
    return out;
}

}  // namespace

Result<Copied> makeBackup(const DataFolder& folder, const fs::path& to) {
    const auto config = loadConfig(folder);
    if (!config) return fail(config.error());
    if (!config->store.empty())
        return fail(ErrorKind::unsupported, "store_shared",
                    "the log lies in PostgreSQL (" + config->store +
                        "): back it up with pg_dump or pg_basebackup, and this folder behind it by copying it, so that "
                        "every file that a line names is there");
    if (fs::exists(to))
        return fail(ErrorKind::conflict, "folder_not_empty",
                    to.string() + " exists already; a backup is made in a new folder");
    const DataFolder part{to.string() + ".part"};
    fs::remove_all(part.path);
    fs::create_directories(part.path);
    fs::permissions(part.path, fs::perms::owner_all);
    auto copied = copyAll(folder, part);
    if (!copied) return copied;
    syncFolder(part.path);
    fs::rename(part.path, to);
    syncFolder(fs::absolute(to).parent_path());
    return copied;
}

Result<Copied> restoreBackup(const fs::path& backup, const DataFolder& folder) {
    const DataFolder from{backup};
    if (const auto config = loadConfig(from); !config) return fail(config.error());
    if (const auto key = loadLogKey(from); !key) return fail(key.error());
    if (fs::exists(folder.path) && (!fs::is_directory(folder.path) || !fs::is_empty(folder.path)))
        return fail(ErrorKind::conflict, "folder_not_empty",
                    folder.path.string() +
                        " is not empty; move what is there out of the way, and keep it: it may hold "
                        "lines that no tablet has any more");
    if (auto good = checkDatabase(from.database()); !good) return fail(good.error());
    const DataFolder part{folder.path.string() + ".part"};
    fs::remove_all(part.path);
    fs::create_directories(part.path);
    fs::permissions(part.path, fs::perms::owner_all);
    auto copied = copyAll(from, part);
    if (!copied) return copied;
    auto places = loadRecovery(part);
    if (!places) return fail(places.error());
    if (places->empty() || places->back() != copied->lines) places->push_back(copied->lines);
    saveRecovery(part, *places);
    syncFolder(part.path);
    fs::remove(folder.path);
    fs::rename(part.path, folder.path);
    syncFolder(fs::absolute(folder.path).parent_path());
    return copied;
}

}  // namespace plumb::server
