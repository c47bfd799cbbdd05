// X.509 certificates of document keys (RFC 5280): the authority of a deployment, which certifies itself, and the keys
// that it certifies for sealing PDFs (EKU document signing, RFC 9336, and e-mail protection, without which NSS and
// OpenSSL take no signature of a document). All keys are P-256. That an authority counts is for its reader to know from
// somewhere else; here a certificate is but a form. Immutable; any thread.
#pragma once

#include <string>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "shared/crypto/suite.h"

namespace plumb::crypto {

class Certificate {
  public:
    // bad_certificate, also where anything follows it.
    static Result<Certificate> fromDer(ByteView der);

    [[nodiscard]] const Bytes& der() const { return m_der; }
    [[nodiscard]] const Sha256& hash() const { return m_hash; }
    // Whom it is for: the common name, as UTF-8.
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] TimePoint until() const { return m_until; }
    [[nodiscard]] std::string pem() const;
    // Whether it certifies this key.
    [[nodiscard]] bool isFor(const PublicKey& key) const;

    friend bool operator==(const Certificate& a, const Certificate& b) { return a.m_der == b.m_der; }

  private:
    Certificate(Bytes der, const Sha256& hash) : m_der(std::move(der)), m_hash(hash) {}

    Bytes m_der;
    Sha256 m_hash;
    std::string m_name;
    TimePoint m_until;
};

// `office`: by which people know whoever seals; at most 60 characters, since RFC 5280 leaves no room for more (bad_name).
// REQUIRES: ES256 keys.
Result<Certificate> makeAuthority(const PrivateKey& key, const std::string& office, TimePoint now);
Result<Certificate> certify(const PrivateKey& authorityKey, const Certificate& authority, const PublicKey& key,
                            const std::string& office, TimePoint now);

}  // namespace plumb::crypto
