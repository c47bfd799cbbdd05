// What every query reads from. Borrowed for the time of one call.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/blobs/blob_store.h"
#include "sync-server/log/head.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct QuerySources {
    StoreReader& reader;
    const Trust& trust;
    const BlobStore& blobs;
    HeadPtr head;
};

}  // namespace plumb::server
