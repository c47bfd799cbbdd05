#include "sync-server/store/open_store.h"

namespace plumb::server {

Result<std::unique_ptr<Store>> openStore(const StorePlace& place, SqliteOptions sqlite) {
    if (place.isShared()) return openPostgresStore(place.url);
    return openSqliteStore(place.file, sqlite);
}

}  // namespace plumb::server
