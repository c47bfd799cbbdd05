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
    // The first one in the text.
    static Result<Certificate> fromPem(const std::string& text);

    [[nodiscard]] const Bytes& der() const { return m_der; }
    [[nodiscard]] const Sha256& hash() const { return m_hash; }
    // Whom it is for: the common name, as UTF-8; and of what office.
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::string& office() const { return m_office; }
    // Who certified it: the issuer's common name.
    [[nodiscard]] const std::string& issuer() const { return m_issuer; }
    // The thumbprint of the key with which the same person signs records, as the authority enrolled it (UID, RFC 4519
    // 2.39); "" where it names none.
    [[nodiscard]] const std::string& holder() const { return m_holder; }
    [[nodiscard]] TimePoint until() const { return m_until; }
    [[nodiscard]] std::string pem() const;
    // Whether it certifies this key.
    [[nodiscard]] bool isFor(const PublicKey& key) const;

    friend bool operator==(const Certificate& a, const Certificate& b) { return a.m_der == b.m_der; }

  private:
    Certificate(Bytes der, const Sha256& hash) : m_der(std::move(der)), m_hash(hash) {}

    Bytes m_der;
    Sha256 m_hash;
    std::string m_name, m_office, m_issuer, m_holder;
    TimePoint m_until;
};

// `office`: by which people know whoever seals; at most 60 characters, since RFC 5280 leaves no room for more
// (bad_name). REQUIRES: ES256 keys.
Result<Certificate> makeAuthority(const PrivateKey& key, const std::string& office, TimePoint now);
Result<Certificate> certify(const PrivateKey& authorityKey, const Certificate& authority, const PublicKey& key,
                            const std::string& office, TimePoint now);
// A person's key: her name, and the thumbprint of the key with which she signs records. The same errors.
struct DocumentHolder {
    std::string office, name, kid;
};
Result<Certificate> certify(const PrivateKey& authorityKey, const Certificate& authority, const PublicKey& key,
                            const DocumentHolder& holder, TimePoint now);

}  // namespace plumb::crypto
