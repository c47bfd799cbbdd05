// Amazon's own examples ("Authenticating Requests: Using the Authorization Header", and the suite's get-vanilla).
#include "sync-server/blobs/s3_signature.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::server;

namespace {

const std::string kNoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const S3Keys kKeys{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};
const TimePoint kDay = parseInstant("2013-05-24T00:00:00.000Z").value().utc;

S3Request request(const std::string& method, const std::string& path, std::map<std::string, std::string> query = {},
                  std::map<std::string, std::string> headers = {}, const std::string& hash = kNoBody) {
    S3Request out{method, path, std::move(query), std::move(headers), hash};
    out.headers["host"] = "examplebucket.s3.amazonaws.com";
    out.headers["x-amz-content-sha256"] = hash;
    out.headers["x-amz-date"] = "20130524T000000Z";
    return out;
}

std::string signatureOf(const S3Request& request) {
    const auto out = s3Authorization(request, kKeys, {}, kDay);
    return out.substr(out.rfind('=') + 1);
}

}  // namespace

TEST_CASE("the signature is the one of Amazon's examples") {
    SECTION("an object's first bytes") {
        CHECK(s3Authorization(request("GET", "/test.txt", {}, {{"range", "bytes=0-9"}}), kKeys, {}, kDay) ==
              "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
              "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
              "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }
    SECTION("an object that is put") {
        CHECK(signatureOf(
                  request("PUT", "/test%24file.text", {},
                          {{"date", "Fri, 24 May 2013 00:00:00 GMT"}, {"x-amz-storage-class", "REDUCED_REDUNDANCY"}},
                          "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")) ==
              "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }
    SECTION("a parameter without a value") {
        CHECK(signatureOf(request("GET", "/", {{"lifecycle", ""}})) ==
              "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }
    SECTION("two parameters") {
        CHECK(signatureOf(request("GET", "/", {{"prefix", "J"}, {"max-keys", "2"}})) ==
              "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }
    SECTION("another service, from the suite") {
        S3Request vanilla{
            "GET", "/", {}, {{"host", "example.amazonaws.com"}, {"x-amz-date", "20150830T123600Z"}}, kNoBody};
        CHECK_THAT(s3Authorization(vanilla, {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"},
                                   {"us-east-1", "service"}, parseInstant("2015-08-30T12:36:00.000Z").value().utc),
                   Catch::EndsWith("Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"));
    }
}

TEST_CASE("a query is sent as it is signed: in order, percent-encoded") {
    CHECK(s3Query({{"uploads", ""}}) == "uploads=");
    CHECK(s3Query({{"uploadId", "a/b+c=="}, {"partNumber", "12"}}) == "partNumber=12&uploadId=a%2Fb%2Bc%3D%3D");
    CHECK(s3Time(parseInstant("2026-11-30T11:05:09.999+08:00").value().utc) == "20261130T030509Z");
}
