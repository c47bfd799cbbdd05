#include "sync-server/setup/move_books.h"

#include "sync-server/blobs/file_io.h"
#include "sync-server/blobs/folder_holders.h"
#include "sync-server/projections/compare.h"
#include "sync-server/store/book.h"
#include "sync-server/store/hook_book.h"
#include "sync-server/store/last_calls.h"
#include "sync-server/store/rating_box.h"
#include "sync-server/store/saved_views.h"
#include "sync-server/store/spent_ids.h"
#include "sync-server/store/table_copy.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPragmas = "PRAGMA synchronous = FULL";

// Of one place: its tables are made by whoever keeps them.
template <class Book>
std::unique_ptr<sql::Connection> bookOf(Store& store, const fs::path& file) {
    if (auto connection = store.connectBooks()) {
        Book{std::move(connection)};
        return store.connectBooks();
    }
    Book{file};
    return openBook(file, kPragmas);
}

template <class Book>
std::uint64_t moveBook(BookKind kind, const fs::path& file, Store& from, Store& to) {
    const auto old = bookOf<Book>(from, file), anew = bookOf<Book>(to, file);
    std::uint64_t rows = 0;
    // What a move that was interrupted brought is whole: it is one transaction.
    anew->transact([&] {
        for (const auto& table : tablesOf(kind)) {
            if (isEmpty(table, *anew)) copyRows(table, *old, *anew);
        }
    });
    for (const auto& table : tablesOf(kind)) {
        if (const auto difference = compareTable(table.table, *old, *anew))
            throw std::runtime_error(std::string("table ") + table.table.name +
                                     " of what is kept beside the log is not there as it was; the first row is \"" +
                                     difference->first + "\"");
        old->beginReading();
        auto row = old->use(table.read);
        while (row.step()) ++rows;
        old->endReading();
    }
    return rows;
}

// Every file below the folder is named by a hash.
std::uint64_t holdersToTable(const fs::path& folder, Store& store) {
    const FolderHolders old(folder);
    const SqlHolders anew(store.connectBooks());
    const auto connection = store.connectBooks();
    const auto& table = holdersTable()[0];
    std::vector<std::pair<Sha256, std::string>> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto sha256 = Sha256::fromHex(entry.path().filename().string());
        if (!entry.is_regular_file() || !sha256) continue;
        for (auto& kid : old.of(*sha256)) all.emplace_back(*sha256, std::move(kid));
    }
    connection->transact([&] {
        if (!isEmpty(table, *connection)) return;
        for (const auto& [sha256, kid] : all) connection->use(table.put).with(sha256, kid).run();
    });
    for (const auto& [sha256, kid] : all) {
        if (!anew.holds(sha256, kid)) throw std::runtime_error("who uploaded a file is not there as it was");
    }
    return all.size();
}

std::uint64_t holdersToFolder(Store& store, const fs::path& folder) {
    SqlHolders{store.connectBooks()};
    FolderHolders anew(folder);
    const auto connection = store.connectBooks();
    std::uint64_t count = 0;
    auto row = connection->use(holdersTable()[0].table.contents);
    while (row.step()) {
        const auto sha256 = row.hash(0);
        const auto kid = row.text(1);
        anew.add(sha256, kid);
        if (!anew.holds(sha256, kid)) throw std::runtime_error("who uploaded a file is not there as it was");
        ++count;
    }
    return count;
}

}  // namespace

MovedBooks moveBooks(const DataFolder& folder, Store& from, Store& to) {
    MovedBooks out;
    out.rows += moveBook<SpentIds>(BookKind::spent, folder.spent(), from, to);
    out.rows += moveBook<LastCalls>(BookKind::calls, folder.lastCalls(), from, to);
    out.rows += moveBook<SavedViews>(BookKind::views, folder.savedViews(), from, to);
    out.rows += moveBook<HookBook>(BookKind::hooks, folder.hooks(), from, to);
    out.rows += moveBook<RatingBox>(BookKind::ratings, folder.ratings(), from, to);
    out.holders = to.connectBooks() ? holdersToTable(folder.holders(), to) : holdersToFolder(from, folder.holders());
    return out;
}

std::vector<fs::path> movedFiles(const DataFolder& folder) {
    std::vector<fs::path> out;
    for (const auto& file : {folder.database(), folder.spent(), folder.lastCalls(), folder.savedViews(), folder.hooks(),
                             folder.ratings()}) {
        for (const char* more : {"", "-wal", "-shm", "-journal"}) out.emplace_back(file.string() + more);
    }
    out.push_back(folder.holders());
    return out;
}

}  // namespace plumb::server
