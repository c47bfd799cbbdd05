// What the server says to a device that sent an exchange file: the pieces of the answers that its calls would have got,
// all against one head of the log, sealed for the key that it named (PROTOCOL.md, *Sync by file*).
#pragma once

#include <map>

#include "sync-server/http/services.h"

namespace plumb::server {

// What a device states at the head of its file; its signature is checked by whoever reads it.
struct PackAsk {
    std::string id, nonce;
    std::uint64_t have = 0, cursor = 0, trust = 0;
    std::vector<Sha256> ask, prove;
    std::vector<Sha256> documents;           // of checklists that the device has
    std::optional<crypto::PublicKey> reply;  // set where it was read

    // malformed "bad_pack".
    static Result<PackAsk> read(const json::object& head);
};

struct PackDone {
    std::vector<Decision> decisions;
    std::map<Sha256, std::optional<Error>> uploads;  // what was wrong with each file; none: it is there
};

// `caller`: none where the device's key was revoked. Throws where the store or the log's key is broken.
Result<std::string> answerPack(const PackAsk& ask, const PackDone& done, const std::optional<Principal>& caller,
                               Services& services);

}  // namespace plumb::server
