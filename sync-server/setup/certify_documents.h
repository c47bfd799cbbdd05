// Makes the authority that certifies document keys, and has the root say so in the log of a stopped server. The root
// signs that line and nothing else of it; the authority's key stays on the server, beside the log's.
#pragma once

#include "sync-server/setup/data_folder.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct CertifyOptions {
    std::string office;  // by which people know whoever issues papers; "": the log's name
    bool renew = false;  // another authority in the place of the one that stands: what that one certified stays good
};

// The authority's certificate. Taken up again where a first attempt was cut short: what has a key and no line yet gets
// its line. documents_certified where one stands and is not to be renewed; bad_name; those of appendByRoot().
Result<crypto::Certificate> certifyDocuments(const DataFolder& folder, const ServerConfig& config,
                                             const crypto::PrivateKey& root, Store& store,
                                             const CertifyOptions& options, const Clock& clock);

}  // namespace plumb::server
