// Books: what a server keeps beside the log and no line says (spent ids, last calls, saved views, receivers, ratings
// that wait). Each is a SQLite file of its own beside log.db, written by whoever answers a call and not by the log's
// one writer; where the log lies in a database server they are tables there (Store::connectBooks()), so that all front
// ends have the same ones.
#pragma once

#include <filesystem>
#include <memory>

#include "sync-server/store/sql.h"

namespace plumb::server {

// `pragmas`: how durable it is. `ownerOnly`: no other account of the machine may read it.
std::unique_ptr<sql::Connection> openBook(const std::filesystem::path& file, const char* pragmas,
                                          bool ownerOnly = false);
// Tables with "IF NOT EXISTS", also where several processes make them in the same moment.
void defineBook(sql::Connection& connection, const char* script);

}  // namespace plumb::server
