// Brings a store of before its fifth form, whose files and rows were named by the SHA-256 of what they hold, to the
// names of sealed_names.h and file_vault.h. The schema's fifth step left the old rows in `file_by_hash`; as long as
// that table is there the work is not done.
//
// In this order, each durable before the next: the files are renamed, one by one; the rows are moved in one
// transaction; the database is written anew, so that no freed page keeps an old name; the table is dropped. Cut off at
// any point it goes on the next time, and several processes may do it at once. Where the disk is too full for the third
// the store is usable all the same, and it is tried again.
#pragma once

#include "shared/store/database.h"
#include "shared/store/file_vault.h"

namespace plumb::store {

// REQUIRES: the schema is at its newest; nobody has read a file of this vault yet.
Result<void> leaveOpenNames(Database& database, FileVault& vault, const crypto::DataKey& key);

}  // namespace plumb::store
