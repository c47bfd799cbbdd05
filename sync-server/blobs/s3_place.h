// Which S3 store holds the files, and with which keys: from options, a file and the environment. Keys are never taken
// from the command line, which other users of the machine can read, and never told.
#pragma once

#include <filesystem>
#include <optional>

#include "sync-server/blobs/s3_signature.h"

namespace plumb::server {

struct S3Place {
    std::string bucket, prefix;  // "plumbline", "gansu/" (or "")
    std::string endpoint;        // "https://s3.example:9000", no slash at its end; http on this machine alone
    std::string host;            // "s3.example:9000", as the Host header says it
    std::string region;
    std::string authorities;  // a file of certificates beside the system's; ""
    S3Keys keys;
};

struct S3Options {
    std::string files;     // "s3://bucket/prefix"
    std::string endpoint;  // "https://s3.example:9000"
    std::string region = "us-east-1";
    std::filesystem::path keys, authorities;
};

// bad_s3 with what is wrong. The keys: from the file, whose lines are those of ~/.aws/credentials
// (aws_access_key_id = …, aws_secret_access_key = …) and which others may not read; without one from the environment
// (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY).
Result<S3Place> s3PlaceOf(const S3Options& options);

}  // namespace plumb::server
