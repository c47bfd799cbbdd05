#include "sync-server/blobs/s3_signature.h"

#include <ctime>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/keyed_hash.h"

namespace plumb::server {
namespace {

constexpr std::string_view kAlgorithm = "AWS4-HMAC-SHA256";

std::string namesOf(const S3Request& request) {
    std::string out;
    for (const auto& [name, value] : request.headers) out += (out.empty() ? "" : ";") + name;
    return out;
}

std::string canonical(const S3Request& request) {
    std::string out = request.method + '\n' + request.path + '\n' + s3Query(request.query) + '\n';
    for (const auto& [name, value] : request.headers) out.append(name).append(1, ':').append(value).append(1, '\n');
    return out + '\n' + namesOf(request) + '\n' + request.payloadHash;
}

Sha256 next(ByteView key, std::string_view text) {
    return crypto::keyedHash(key, asBytes(text));
}

}  // namespace

std::string s3Time(TimePoint at) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char out[sizeof "20130524T000000Z"];
    std::strftime(out, sizeof out, "%Y%m%dT%H%M%SZ", &parts);
    return out;
}

std::string s3Query(const std::map<std::string, std::string>& query) {
    std::string out;
    for (const auto& [name, value] : query) {
        out += (out.empty() ? "" : "&") + percentEncode(name) + '=' + percentEncode(value);
    }
    return out;
}

std::string s3Authorization(const S3Request& request, const S3Keys& keys, const S3Scope& scope, TimePoint at) {
    const auto time = s3Time(at);
    const auto day = time.substr(0, 8);
    const auto place = day + '/' + scope.region + '/' + scope.service + "/aws4_request";
    const auto toSign =
        std::string(kAlgorithm) + '\n' + time + '\n' + place + '\n' + crypto::sha256(canonical(request)).hex();
    const auto ofDay = next(asBytes("AWS4" + keys.secret), day);
    const auto ofRegion = next(ofDay.view(), scope.region);
    const auto ofService = next(ofRegion.view(), scope.service);
    const auto signing = next(ofService.view(), "aws4_request");
    return std::string(kAlgorithm) + " Credential=" + keys.access + '/' + place + ",SignedHeaders=" + namesOf(request) +
           ",Signature=" + next(signing.view(), toSign).hex();
}

}  // namespace plumb::server
