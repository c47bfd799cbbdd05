#include "sync-server/blobs/s3_place.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>

#include "sync-server/blobs/file_io.h"

namespace plumb::server {
namespace {

constexpr std::string_view kScheme = "s3://", kSecure = "https://", kPlain = "http://";

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_s3", std::move(why));
}

bool isOf(std::string_view text, std::string_view allowed) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || allowed.find(c) != std::string_view::npos;
    });
}

// 127.0.0.0/8, in digits.
bool isLoopback(std::string_view host) {
    return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

Result<void> readEndpoint(const std::string& endpoint, S3Place& out) {
    const bool plain = endpoint.starts_with(kPlain);
    if (!plain && !endpoint.starts_with(kSecure))
        return bad("--s3-endpoint takes the address of the store, as in https://s3.example:9000");
    std::string host = endpoint.substr(plain ? kPlain.size() : kSecure.size());
    if (host.ends_with('/')) host.pop_back();
    std::string name = host;
    if (const auto colon = host.rfind(':'); colon != std::string::npos && !host.ends_with(']')) {
        const auto port = host.substr(colon + 1);
        if (port.empty() || port.size() > 5 ||
            !std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return bad("--s3-endpoint has no port of digits: " + endpoint);
        name = host.substr(0, colon);
        // The Host header leaves out the usual port, and is signed.
        if (port == (plain ? "80" : "443")) host = name;
    }
    if (name.empty() || !isOf(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-_[]:"))
        return bad("--s3-endpoint takes an address without a path or a user, not " + endpoint);
    if (plain && name != "localhost" && name != "[::1]" && !isLoopback(name))
        return bad("plain HTTP is spoken with a store on this machine alone (127.0.0.1 or ::1), not with " + name +
                   "; files and what is asked of them would be read on the way");
    out.host = host;
    out.endpoint = std::string(plain ? kPlain : kSecure) + host;
    return {};
}

Result<S3Keys> keysIn(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return bad("the file of --s3-keys is not there: " + file.string());
    if ((status.st_mode & 07) != 0)
        return bad("everybody can read " + file.string() + ", which holds a secret; chmod 600 it");
    const auto text = readWholeFile(file).value_or("");
    S3Keys out;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto line = std::string_view(text).substr(from, end - from);
        from = end + 1;
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) continue;
        const auto name = trimmed(line.substr(0, equals));
        if (name == "aws_access_key_id") out.access = trimmed(line.substr(equals + 1));
        if (name == "aws_secret_access_key") out.secret = trimmed(line.substr(equals + 1));
    }
    if (out.access.empty() || out.secret.empty())
        return bad(file.string() + " must have the lines \"aws_access_key_id = …\" and \"aws_secret_access_key = …\"");
    return out;
}

Result<S3Keys> keysOfEnvironment() {
    const char* access = std::getenv("AWS_ACCESS_KEY_ID");
    const char* secret = std::getenv("AWS_SECRET_ACCESS_KEY");
    if (!access || !secret || !*access || !*secret)
        return bad(
            "the store's keys are missing: name a file with --s3-keys, or set AWS_ACCESS_KEY_ID and "
            "AWS_SECRET_ACCESS_KEY");
    return S3Keys{access, secret};
}

}  // namespace

Result<S3Place> s3PlaceOf(const S3Options& options) {
    S3Place out;
    if (!options.files.starts_with(kScheme)) return bad("--files takes s3://BUCKET or s3://BUCKET/PREFIX");
    const auto rest = options.files.substr(kScheme.size());
    const auto slash = rest.find('/');
    out.bucket = rest.substr(0, slash);
    if (out.bucket.size() < 3 || out.bucket.size() > 63 || !isOf(out.bucket, ".-"))
        return bad("a bucket has 3 to 63 lower-case letters, digits, dots and hyphens, not \"" + out.bucket + '"');
    if (slash != std::string::npos) out.prefix = rest.substr(slash + 1);
    while (out.prefix.ends_with('/')) out.prefix.pop_back();
    if (!isOf(out.prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./") || out.prefix.starts_with('/') ||
        out.prefix.find("//") != std::string::npos || out.prefix.find("..") != std::string::npos)
        return bad("a prefix has letters, digits, '-', '_', '.' and '/' between them, not \"" + out.prefix + '"');
    if (!out.prefix.empty()) out.prefix += '/';
    if (auto good = readEndpoint(options.endpoint, out); !good) return fail(good.error());
    if (options.region.empty() || !isOf(options.region, "-"))
        return bad("a region has lower-case letters, digits and hyphens, as in cn-northwest-1");
    out.region = options.region;
    out.authorities = options.authorities.string();
    auto keys = options.keys.empty() ? keysOfEnvironment() : keysIn(options.keys);
    if (!keys) return fail(keys.error());
    out.keys = std::move(*keys);
    return out;
}

}  // namespace plumb::server
