#include "sync-server/store/open_store.h"

namespace plumb::server {

Result<std::unique_ptr<Store>> openStore(const StorePlace& place, StoreOptions options) {
    if (place.isShared()) return openPostgresStore(place.url, std::move(options.postgres));
    return openSqliteStore(place.file, options.sqlite);
}

}  // namespace plumb::server
