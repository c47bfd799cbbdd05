// Keys and certificates as OpenSSL's X.509 and CMS want them. Private to this room.
#pragma once

#include <openssl/x509.h>

#include "shared/crypto/certificate.h"
#include "shared/crypto/evp.h"

namespace plumb::crypto {

using EvpKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freed<X509_free>>;

// REQUIRES: ES256.
EvpKey evpKey(const PrivateKey& key);
EvpKey evpKey(const PublicKey& key);
X509Ptr x509Of(const Certificate& certificate);

}  // namespace plumb::crypto
