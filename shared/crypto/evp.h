// Owners for OpenSSL's objects and the one way its failures are reported. Private to this room.
#pragma once

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace plumb::crypto {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using MdContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;

// The library failed at something that cannot fail for a good reason (memory, a missing algorithm).
[[noreturn]] inline void throwOpenSsl(const char* what) {
    char text[160] = "no reason given";
    if (const auto code = ERR_get_error()) ERR_error_string_n(code, text, sizeof text);
    throw std::runtime_error(std::string("OpenSSL: ") + what + ": " + text);
}
inline void need(bool good, const char* what) {
    if (!good) throwOpenSsl(what);
}

}  // namespace plumb::crypto
