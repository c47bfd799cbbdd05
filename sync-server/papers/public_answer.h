// What anybody may learn of a line whose fingerprint she holds, as a paper shows it: what proves that the log holds the
// line, and what the office states of it. No name, place, score or photo is in it, and nobody finds a line by trying:
// 128 bits of its hash must be told (SECURITY.md, "A stranger with a paper").
#pragma once

#include <string_view>

#include "shared/base/json.h"
#include "sync-server/log/head.h"
#include "sync-server/papers/room.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PublicSources {
    StoreReader& reader;
    HeadPtr head;
    const LogSigner& signer;
    PaperRoom& room;
};

// `fingerprint`: 32 lower-case hex digits, the first of the line's hash. malformed "bad_fingerprint"; notFound
// "fingerprint_unknown". The members: PROTOCOL.md, "The public page".
Result<json::object> describePublicly(std::string_view fingerprint, const PublicSources& sources);

// Of which version the file with this SHA-256 was issued, and by whose key, as a hash of its kid: no name, no id.
// bad_fingerprint, paper_unknown.
Result<json::object> describePaperPublicly(std::string_view pdf, const PublicSources& sources);

}  // namespace plumb::server
