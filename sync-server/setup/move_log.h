// Takes the log of a data folder to another database: from log.db to PostgreSQL, or back. Lines go as they are, with
// when they came; the tree, the index and the projections are made from them anew. Before the folder names the new
// place, everything there is held against the old one: each line's bytes, its hash and when it came, the signed
// checkpoint over the tree that the new lines give, every row of every table. Books (store/book.h) and who uploaded
// which file go along. Files stay where they are.
//
// Whoever interrupts it finds the log served from where it was, and begins again: into PostgreSQL it goes on behind the
// lines that are there already, a file is made anew. What was left is kept and served no more: files of the folder are
// called "….moved", a database refuses.
#pragma once

#include "sync-server/setup/data_folder.h"

namespace plumb::server {

struct MoveVoice {
    // Of what is done there are `total`, and `done` were done.
    std::function<void(const char* what, std::uint64_t done, std::uint64_t total)> progress = [](auto...) {};
};

struct Moved {
    std::uint64_t lines = 0, tables = 0, books = 0, holders = 0;
    std::string note;  // the checkpoint that both places have
    // Projections that the old place had not brought up to date, and that were not compared.
    std::vector<std::string> notCompared;
};

// `to`: the address of a PostgreSQL database; "": log.db in the folder. The caller holds the folder's lock, and every
// other program that serves this log has been stopped; while it runs nobody can write lines to the old place. Errors:
// bad_store, store_not_empty (a log is there), store_moved, already_there, move_differs (something is not there as it
// was: nothing was changed at the old place).
Result<Moved> moveLog(const DataFolder& folder, const ServerConfig& config, const std::string& to,
                      const MoveVoice& voice = {});

}  // namespace plumb::server
