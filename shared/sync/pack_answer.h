// The server's answer to an exchange file, unsealed and taken apart. Nothing of it is proved yet.
#pragma once

#include <map>

#include "shared/sync/pack_asked.h"

namespace plumb::sync {

struct PackAnswer {
    // A page of the feed, or of the trust lines, as GET /v1/records would have given it for `after`.
    struct Page {
        std::uint64_t cursor = 0;
        bool more = false;
        std::string body;
    };

    std::string origin, time, checkpoint, receipt;
    std::uint64_t size = 0;  // entries that the checkpoint is said to have
    json::array consistency;
    bool revoked = false;                    // the device's key is
    std::map<Sha256, json::object> results;  // of lines: as POST /v1/records says them
    json::object inclusion;                  // of the accepted ones, by index
    std::map<Sha256, json::object> proofs;   // of lines that were sent before: index and hashes
    std::map<Sha256, json::object> uploads;  // of files: {} where it is there, else code and detail
    std::map<std::uint64_t, Page> feed, trust;
    std::map<Sha256, std::string> documents;  // by their true hash
};

// malformed "bad_pack" and the refusals of reading a sealed stream (crypto/sealed_stream.h). Bounded in memory.
Result<PackAnswer> readPackAnswer(const AskedPack& asked, ByteView sealed);

}  // namespace plumb::sync
