// CAdES-B-B signatures (ETSI EN 319 122-1) over content that lies elsewhere, as a PDF holds them (PAdES-B-B, EN 319
// 142-1): CMS (RFC 5652) with ECDSA on P-256 and SHA-256, one signer, the signed attributes content-type,
// message-digest and signing-certificate-v2 (RFC 5035), and no signing-time, which PAdES states in the PDF itself.
// ECDSA draws a random number each time (deterministic nonces, RFC 6979, need OpenSSL 3.2): the same content signed
// twice gives two signatures. Any thread.
#pragma once

#include <vector>

#include "shared/crypto/certificate.h"

namespace plumb::crypto {

// DER. `chain`: further certificates that go along, for readers that look for the issuer there.
// REQUIRES: an ES256 key, and the certificate is for it.
Bytes signCades(const PrivateKey& key, const Certificate& certificate, const std::vector<Certificate>& chain,
                const Sha256& content);

// Whose signature it is. Zeros may follow the DER, as a PDF fills its place with them. `at`: when the certificate had
// to be good. Codes: cms_malformed; cms_untrusted where no authority of these certified the signer for this use at that
// time; cms_broken where the signature is not of this content or its attributes are not those of CAdES.
Result<Certificate> verifyCades(ByteView cms, ByteView content, const std::vector<Certificate>& authorities,
                                TimePoint at);

}  // namespace plumb::crypto
