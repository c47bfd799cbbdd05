// Hashes in a browser are the host's: the few functions of crypto that the engine calls.
#include <algorithm>

#include "shared/crypto/hash.h"

extern "C" int plumb_host_digest(const char* name, const void* data, int size, void* out);

namespace plumb::crypto {
namespace {

const char* nameOf(HashName name) {
    switch (name) {
        case HashName::md5:
            return "md5";
        case HashName::sha1:
            return "sha1";
        case HashName::sha256:
            return "sha256";
        case HashName::sha384:
            return "sha384";
        case HashName::sha512:
            return "sha512";
    }
    return "";
}

constexpr std::size_t kLongest = 64;

}  // namespace

Bytes digest(HashName name, ByteView data) {
    Bytes out(kLongest);
    const int size = plumb_host_digest(nameOf(name), data.data(), static_cast<int>(data.size()), out.data());
    out.resize(static_cast<std::size_t>(size));
    return out;
}

Sha256 sha256(ByteView data) {
    Sha256 out;
    const Bytes bytes = digest(HashName::sha256, data);
    std::copy(bytes.begin(), bytes.end(), out.bytes.begin());
    return out;
}

}  // namespace plumb::crypto
