// Hashes and randomness, from OpenSSL's EVP. Thread-safe; failures of the library throw.
#pragma once

#include <string_view>

#include "shared/base/sha256.h"

namespace plumb::crypto {

Sha256 sha256(ByteView data);
inline Sha256 sha256(std::string_view text) {
    return sha256(asBytes(text));
}

// SHA-256 over data that comes in pieces (files, uploads). Not thread-safe; one object per stream.
class Sha256Stream {
  public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;

    void add(ByteView data);
    // The hash of all that was added; the stream is spent afterwards.
    Sha256 finish();

  private:
    void* m_context;
};

// Hashes that forms ask for by name. MD5 and SHA-1 are broken: nothing of ours may rest on them.
enum class HashName : std::uint8_t { md5, sha1, sha256, sha384, sha512 };
Bytes digest(HashName name, ByteView data);

// Bytes from the operating system's generator.
Bytes randomBytes(std::size_t count);

}  // namespace plumb::crypto
