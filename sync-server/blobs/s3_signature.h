// Signature Version 4 of Amazon's services (AWS4-HMAC-SHA256, the Authorization header): what an S3 store asks of each
// call. Our own, since the one in Debian 12's libcurl is refused by OpenStack Swift. Held to the examples of Amazon's
// documentation (tests/unit/server/s3_signature_test.cpp).
#pragma once

#include <map>
#include <string>

#include "shared/base/clock.h"

namespace plumb::server {

struct S3Keys {
    std::string access, secret;
};

struct S3Scope {
    std::string region = "us-east-1", service = "s3";
};

struct S3Request {
    std::string method;                          // "GET"
    std::string path;                            // as it is sent, percent-encoded: "/bucket/ab/cdef"
    std::map<std::string, std::string> query;    // not encoded yet; a parameter without a value has ""
    std::map<std::string, std::string> headers;  // names in lower case, all of them signed; host is one
    std::string payloadHash;                     // SHA-256 of the body, in hex
};

// "20130524T000000Z", for x-amz-date.
std::string s3Time(TimePoint at);
// "a=1&b=%2F": the query in the order and encoding in which it is signed; to be sent so.
std::string s3Query(const std::map<std::string, std::string>& query);
// The value of Authorization. REQUIRES: `headers` holds x-amz-date of `at`, or date.
std::string s3Authorization(const S3Request& request, const S3Keys& keys, const S3Scope& scope, TimePoint at);

}  // namespace plumb::server
