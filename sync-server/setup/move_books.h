// What a server keeps beside its log (store/book.h) and who uploaded which file, on their way with the log
// (move_log.h): between files of the folder and tables of the database.
#pragma once

#include "sync-server/setup/data_folder.h"

namespace plumb::server {

struct MovedBooks {
    std::uint64_t rows = 0, holders = 0;
};

// Where `from` or `to` has no books of its own, they lie in the folder. Throws where a row is not there as it was.
// REQUIRES: nobody writes to either.
MovedBooks moveBooks(const DataFolder& folder, Store& from, Store& to);

// The files of the folder that hold the log and the books, and what belongs to them.
std::vector<std::filesystem::path> movedFiles(const DataFolder& folder);

}  // namespace plumb::server
