#include "shared/crypto/hash.h"

#include <openssl/rand.h>
#include <openssl/sha.h>

#include "shared/crypto/evp.h"

namespace plumb::crypto {

Sha256 sha256(ByteView data) {
    Sha256 out;
    SHA256(data.data(), data.size(), out.bytes.data());
    return out;
}

Sha256Stream::Sha256Stream() : m_context(EVP_MD_CTX_new()) {
    need(m_context && EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(m_context), EVP_sha256(), nullptr) == 1,
         "SHA-256 cannot start");
}
Sha256Stream::~Sha256Stream() {
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(m_context));
}
Sha256Stream::Sha256Stream(Sha256Stream&& other) noexcept : m_context(std::exchange(other.m_context, nullptr)) {}
Sha256Stream& Sha256Stream::operator=(Sha256Stream&& other) noexcept {
    std::swap(m_context, other.m_context);
    return *this;
}

void Sha256Stream::add(ByteView data) {
    need(EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(m_context), data.data(), data.size()) == 1, "SHA-256 update");
}
Sha256 Sha256Stream::finish() {
    Sha256 out;
    need(EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(m_context), out.bytes.data(), nullptr) == 1, "SHA-256 final");
    return out;
}

Bytes digest(HashName name, ByteView data) {
    const EVP_MD* method = nullptr;
    switch (name) {
        case HashName::md5:
            method = EVP_md5();
            break;
        case HashName::sha1:
            method = EVP_sha1();
            break;
        case HashName::sha256:
            method = EVP_sha256();
            break;
        case HashName::sha384:
            method = EVP_sha384();
            break;
        case HashName::sha512:
            method = EVP_sha512();
            break;
    }
    Bytes out(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    need(EVP_Digest(data.data(), data.size(), out.data(), &size, method, nullptr) == 1, "digest");
    out.resize(size);
    return out;
}

Bytes randomBytes(std::size_t count) {
    Bytes out(count);
    need(RAND_bytes(out.data(), static_cast<int>(count)) == 1, "no random bytes");
    return out;
}

}  // namespace plumb::crypto
